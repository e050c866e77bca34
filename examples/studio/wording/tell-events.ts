import type { LiveSession } from 'live-battles/core';
import type { Toasts } from '../parts/toasts.js';

/** Shows events as toasts that the stage does not show by itself. Returns the function that stops it. */
export function tellEvents(session: LiveSession, toasts: Toasts): () => void {
  const { coHostStore, coGuestStore, battleStore, deviceStore, liveListStore } = session;
  const isMe = ({ userId }: { userId: string }): boolean => userId === session.user.get()?.userId;
  const say = (text: string): void => toasts.show(text);
  const ends = [
    coHostStore.events.on('cohost-user-joined', ({ userInfo }) => say(`${userInfo.userName} is co-hosting now`)),
    coHostStore.events.on('cohost-user-left', ({ userInfo }) => say(`${userInfo.userName} left`)),
    coHostStore.events.on('cohost-request-rejected', ({ invitee }) => say(`${invitee.userName} declined`)),
    coHostStore.events.on('cohost-request-timeout', ({ inviter, invitee }) =>
      say(isMe(inviter) ? `${invitee.userName} did not answer` : `You missed ${inviter.userName}’s invitation`),
    ),
    coHostStore.events.on('cohost-request-cancelled', ({ inviter, invitee }) =>
      say(
        isMe(inviter) ? `Invitation to ${invitee.userName} withdrawn` : `${inviter.userName} withdrew the invitation`,
      ),
    ),
    battleStore.events.on('battle-user-exited', ({ battleUser }) => say(`${battleUser.userName} gave up the PK`)),
    battleStore.events.on('battle-request-rejected', ({ invitee }) => say(`${invitee.userName} declined the PK`)),
    battleStore.events.on('battle-request-timeout', ({ inviter, invitee }) =>
      say(isMe(inviter) ? `${invitee.userName} did not answer the PK` : `You missed ${inviter.userName}’s PK`),
    ),
    battleStore.events.on('battle-request-cancelled', ({ inviter }) =>
      say(isMe(inviter) ? 'PK challenge withdrawn' : `${inviter.userName} withdrew the PK`),
    ),
    coGuestStore.events.on('guest-application-responded', ({ isAccept, hostUser }) => {
      if (!isAccept) return say(`${hostUser.userName} declined`);
      say('You are on stage');
      return void toasts.attempt(() => deviceStore.openLocalCamera());
    }),
    coGuestStore.events.on('guest-application-no-response', ({ reason }) => {
      if (reason === 'timeout') say('Nobody answered');
    }),
    coGuestStore.events.on('kicked-off-seat', ({ hostUser }) => say(`${hostUser.userName} took you off the stage`)),
    liveListStore.events.on('live-ended', () => say('The live is over')),
    liveListStore.events.on('kicked-out-of-live', ({ reason }) => {
      if (reason !== 'logged-on-other-device') say('You were put out of the live');
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
