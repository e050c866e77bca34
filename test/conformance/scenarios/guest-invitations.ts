import { LiveErrorCode } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { becomes, equal, refused } from '../assertions.js';
import { goLive, open, showSeats, watch, type Actor } from '../stage.js';

export const guestInvitations: readonly Scenario[] = [
  {
    name: 'the host invites a viewer to a seat, who accepts and is a guest on it',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      const byWil = wil.session.coGuestStore.inviteToSeat({ userId: vic.userId });
      await refused(byWil, LiveErrorCode.noPermission, 'an invitation by the audience');
      await ann.session.coGuestStore.inviteToSeat({ userId: vic.userId, seatIndex: 2, timeout: 20 });
      equal((await vic.heard.first('host-invitation-received')).hostUser.userId, ann.userId, 'who invites');
      await becomes(() => invitees(ann), [vic.userId], 'invitees that the host sees');

      await vic.session.coGuestStore.acceptInvitation();
      const { isAccept, guestUser } = await ann.heard.first('host-invitation-responded');
      equal([isAccept, guestUser.userId, guestUser.userName], [true, vic.userId, vic.userId], 'answer, and whose');
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [2, vic],
      ]);
      await becomes(() => invitees(ann), [], 'invitees that the host sees');
      wil.heard.never('host-invitation-received');
      const seated = ann.session.coGuestStore.inviteToSeat({ userId: vic.userId });
      await refused(seated, LiveErrorCode.alreadySeated, 'inviting somebody who has a seat');
    },
  },
  {
    name: 'an invitation to a seat is rejected, and another one is taken back',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const vic = await watch(arena, 'vic', ann);
      await ann.session.coGuestStore.inviteToSeat({ userId: vic.userId });
      await vic.heard.first('host-invitation-received');
      await vic.session.coGuestStore.rejectInvitation();
      equal((await ann.heard.first('host-invitation-responded')).isAccept, false, 'answer');

      vic.heard.clear();
      await ann.session.coGuestStore.inviteToSeat({ userId: vic.userId });
      await vic.heard.first('host-invitation-received');
      await ann.session.coGuestStore.cancelInvitation({ userId: vic.userId });
      equal((await vic.heard.first('host-invitation-cancelled')).hostUser.userId, ann.userId, 'who took it back');
      const late = vic.session.coGuestStore.acceptInvitation();
      await refused(late, LiveErrorCode.seatRequestNotFound, 'accepting what was taken back');
      await showSeats([ann, vic], ann, [[0, ann]]);
    },
  },
  {
    name: 'an invitation to a seat that nobody answers times out, or is settled by the guest sitting down',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      await ann.session.coGuestStore.inviteToSeat({ userId: vic.userId, timeout: 1 });
      const { guestUser, reason } = await ann.heard.first('host-invitation-no-response');
      equal([guestUser.userId, reason], [vic.userId, 'timeout'], 'who did not answer, and why');

      ann.heard.clear();
      await ann.session.coGuestStore.inviteToSeat({ userId: wil.userId });
      await wil.session.liveSeatStore.takeSeat();
      const settled = await ann.heard.first('host-invitation-no-response');
      equal([settled.guestUser.userId, settled.reason], [wil.userId, 'already-seated'], 'who sat down unasked');
      await becomes(() => invitees(ann), [], 'invitees that the host sees');
    },
  },
  {
    name: 'whoever enters while invited to a seat is told of it',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const vic = await open(arena, 'vic');
      await ann.session.coGuestStore.inviteToSeat({ userId: vic.userId });
      await vic.session.liveListStore.joinLive({ liveId: ann.liveId });
      await vic.heard.first('host-invitation-received');
      await vic.session.coGuestStore.acceptInvitation();
      await showSeats([ann, vic], ann, [
        [0, ann],
        [1, vic],
      ]);
    },
  },
];

function invitees({ session }: Actor): string[] {
  return session.coGuestStore.invitees.get().map(({ guest }) => guest.userId);
}
