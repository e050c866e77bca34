import type { BattleInfo, BattleRequest } from '../../battle/battle.js';
import type { LiveDocument, PersonalDocument } from '../../documents.js';

/**
 * The personal document, completed from the public one: a challenged host who is in the battle has accepted. The two
 * documents can arrive in either order.
 */
export function withKnownAcceptances(
  personal: PersonalDocument,
  { battle }: LiveDocument,
  earlier: PersonalDocument | null,
): PersonalDocument {
  const isKnown = (request: BattleRequest): boolean =>
    isAnsweredByBattle(request, battle) ||
    (request.status === 'pending' &&
      earlier?.battleRequests.some((other) => isSameRequest(other, request) && other.status === 'accepted') === true);
  const battleRequests = personal.battleRequests.map((request) =>
    isKnown(request) ? { ...request, status: 'accepted' as const } : request,
  );
  return { ...personal, battleRequests };
}

/** Whether a challenge is shown as pending although its battle has begun with the challenged host. */
export function isAnsweredByBattle({ status, battleId, invitee }: BattleRequest, battle: BattleInfo | null): boolean {
  if (status !== 'pending' || battle?.battleId !== battleId) return false;
  return battle.users.some(({ userId }) => userId === invitee.userId);
}

export function isSameRequest(a: BattleRequest, b: BattleRequest): boolean {
  return a.battleId === b.battleId && a.invitee.userId === b.invitee.userId;
}
