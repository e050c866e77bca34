import type { LiveSession } from 'live-battles/core';

/** Where a live host stands, and what they could do next. */
export function hostHint({ coHostStore, battleStore, user }: LiveSession): string {
  const isMe = ({ userId }: { userId: string }): boolean => userId === user.get()?.userId;
  const challenged = battleStore.sentRequests.get().map(({ invitee }) => invitee.userName);
  const invited = coHostStore.invitees.get().map(({ invitee }) => invitee.userName);
  const partners = coHostStore.connected.get().filter((member) => !isMe(member));
  const names = partners.map(({ userName }) => userName).join(', ');
  if (battleStore.currentBattleInfo.get()) return 'PK is on: gifts are points';
  if (challenged.length > 0) return `Waiting for ${challenged.join(', ')} to take the PK…`;
  if (invited.length > 0) return `Waiting for ${invited.join(', ')}…`;
  if (partners.length > 0 && battleStore.battleResult.get()) return `PK over. Co-hosting with ${names} again.`;
  if (partners.length > 0) return `Co-hosting with ${names}. Start a PK?`;
  return 'You are live. Invite another host.';
}
