import type { BattleInfo, LiveSession } from 'live-battles/core';

/** One sentence on what a live host is doing, or what they could do next. */
export function hostHint(session: LiveSession): string {
  const { coHostStore, coGuestStore, battleStore, user } = session;
  const isMe = ({ userId }: { userId: string }): boolean => userId === user.get()?.userId;
  const challenged = battleStore.sentRequests.get().map(({ invitee }) => invitee.userName);
  const invited = coHostStore.invitees.get().map(({ invitee }) => invitee.userName);
  const partners = coHostStore.connected.get().filter((member) => !isMe(member));
  const guests = coGuestStore.connected.get().map(({ userName }) => userName);
  const names = partners.map(({ userName }) => userName).join(', ');
  const battle = battleStore.currentBattleInfo.get();
  const rematch = rematchHint(session);
  if (rematch) return rematch;
  if (battle) return battleHint(battle, user.get()?.userId);
  if (challenged.length > 0) return `Waiting for ${challenged.join(', ')} to take the PK…`;
  if (invited.length > 0) return `Waiting for ${invited.join(', ')}…`;
  if (partners.length > 0 && battleStore.battleResult.get()) return `PK over. Co-hosting with ${names} again.`;
  if (partners.length > 0) return `Co-hosting with ${names}. Start a PK?`;
  if (guests.length > 0) return `On stage with ${guests.join(', ')}.`;
  return 'You are live. Invite another host.';
}

function battleHint({ phase, result, extraTimeStartedAt }: BattleInfo, ownId: string | undefined): string {
  if (phase === 'countdown') return 'The PK is about to start';
  if (phase === 'penalty') {
    const outcome = result?.standings.find(({ userId }) => userId === ownId)?.outcome;
    return outcome === 'lose' ? 'You lost: serve your penalty' : 'The losers serve their penalty. Waive the rest?';
  }
  return extraTimeStartedAt === null ? 'PK is on: gifts are points' : 'Nobody was ahead: extra time';
}

/** Which hosts wait for a rematch; empty while no host has asked for one. */
function rematchHint({ battleStore, user }: LiveSession): string {
  const battle = battleStore.latestBattleInfo.get();
  const agreed = battleStore.rematch.get()?.userIds ?? [];
  const ownId = user.get()?.userId ?? '';
  const nameOf = (wanted: string): string => battle?.users.find(({ userId }) => userId === wanted)?.userName ?? wanted;
  if (agreed.includes(ownId)) return 'Waiting for the rematch…';
  return agreed.length > 0 ? `${agreed.map(nameOf).join(', ')} wants a rematch` : '';
}
