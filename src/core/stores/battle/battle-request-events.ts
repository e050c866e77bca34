import type { BattleRequest } from '../../battle/battle.js';
import type { PersonalDocument } from '../../documents.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { Change } from '../../session/live-feed.js';
import { emitBattleJoins, type BattleEvents, type BattleRequestEvent } from './battle-events.js';
import { isSameRequest } from './known-challenges.js';
import type { ToldBattles } from './told-battles.js';

/**
 * Tells what happened to the challenges that a host sees. Inviter and invitee hear of the request itself, all
 * challenged hosts of those who join.
 */
export function emitBattleRequestChanges(
  events: Emitter<BattleEvents>,
  { before, after }: Change<PersonalDocument>,
  ownLiveId: string,
  told: ToldBattles,
): void {
  const earlier = before?.battleRequests ?? [];
  const later = after?.battleRequests ?? [];
  const concerns = ({ inviter, invitee }: BattleRequest): boolean =>
    inviter.liveId === ownLiveId || invitee.liveId === ownLiveId;
  for (const request of later) {
    const known = earlier.find((other) => isSameRequest(other, request));
    if (known?.status === request.status) continue;
    // A rematch and a battle with `needResponse: false` begin as accepted; they are no challenges.
    if (request.status === 'accepted' && !known) continue;
    if (concerns(request))
      emitRequestChange(events, request, request.inviter.liveId === ownLiveId, before === null, told);
    if (known) emitAcceptance(events, request, told);
  }
  for (const request of earlier) {
    if (request.status !== 'pending' || !concerns(request)) continue;
    if (later.some((other) => isSameRequest(other, request))) continue;
    emitAnswer(events, { ...request, status: 'cancelled' }, told);
  }
}

/** A host who accepts joins the battle, and exits if the acceptance is withdrawn before the battle begins. */
function emitAcceptance(
  events: Emitter<BattleEvents>,
  { battleId, invitee, status }: BattleRequest,
  told: ToldBattles,
): void {
  const { joined, last } = told.of(battleId);
  if (status === 'accepted') emitBattleJoins(events, battleId, [{ ...invitee, exited: false }], joined);
  else if (!last && joined.delete(invitee.userId)) {
    events.emit('battle-user-exited', { battleId, battleUser: { ...invitee, exited: true } });
  }
}

function emitRequestChange(
  events: Emitter<BattleEvents>,
  request: BattleRequest,
  isInviter: boolean,
  isFirstLook: boolean,
  told: ToldBattles,
): void {
  const { status } = request;
  if (status === 'pending') {
    if (!isInviter) events.emit('battle-request-received', eventOf(request));
  } else if (!isFirstLook && (isInviter || status === 'cancelled' || status === 'timeout')) {
    emitAnswer(events, request, told);
  }
}

/** Tells how a challenge was settled, once: a host who comes back to the link sees the request again. */
function emitAnswer(events: Emitter<BattleEvents>, request: BattleRequest, told: ToldBattles): void {
  const { answers } = told.of(request.battleId);
  const key = `${request.status} ${request.invitee.userId}`;
  if (request.status === 'pending' || answers.has(key)) return;
  answers.add(key);
  events.emit(`battle-request-${request.status}`, eventOf(request));
}

function eventOf({ battleId, inviter, invitee }: BattleRequest): BattleRequestEvent {
  return { battleId, inviter, invitee };
}
