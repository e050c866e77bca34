import {
  layoutCapacity,
  limits,
  LiveError,
  LiveErrorCode,
  type CoHostLayoutTemplate,
} from '../../../core/vocabulary.js';
import { cancelBattle } from '../battle/battle-cancel-rules.js';
import { exitBattle } from '../battle/battle-run-rules.js';
import { reviewRematch } from '../battle/rematch-rules.js';
import { isBusyWithGuests, turnApplicantsDown } from '../guest/busy.js';
import { renewHostAbsence } from '../live/presence-rules.js';
import { contestants, goesOn, type LinkRecord, type LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { hostsAndGuests, hostsOf } from './people.js';

export function isFull(link: LinkRecord | null, template: CoHostLayoutTemplate): boolean {
  return (link?.lives.length ?? 1) >= Math.min(limits.linkedLives, layoutCapacity(template));
}

/** Whether linking two lives would show one host twice. A host may own several lives. */
export function shareHost(turn: Turn, a: LiveRecord, b: LiveRecord): boolean {
  return overlap(hostsOf(turn, a), hostsOf(turn, b));
}

/** Whether linking two lives would show one person twice, as host or guest. */
export function sharePeople(turn: Turn, a: LiveRecord, b: LiveRecord): boolean {
  return overlap(hostsAndGuests(turn, a), hostsAndGuests(turn, b));
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return others.some((userId) => some.includes(userId));
}

/**
 * Puts two lives side by side. At most one of them may be in a link already; the other joins it.
 * @throws LiveError `connectedElsewhere`, `alreadyConnected`, `userAlreadySeated`, `requestConflict`, `linkFull`.
 */
export function link(turn: Turn, inviter: LiveRecord, invitee: LiveRecord, requested: CoHostLayoutTemplate): void {
  const inviterLink = turn.linkOf(inviter);
  const inviteeLink = turn.linkOf(invitee);
  if (inviterLink && inviteeLink) {
    const same = inviterLink.linkId === inviteeLink.linkId;
    throw same
      ? new LiveError(LiveErrorCode.alreadyConnected, 'both lives are in the same connection already')
      : new LiveError(LiveErrorCode.connectedElsewhere, 'both lives are in connections of their own');
  }
  if (shareHost(turn, inviter, invitee)) {
    throw new LiveError(LiveErrorCode.alreadyConnected, 'the host is in the connection with another live already');
  }
  if (sharePeople(turn, inviter, invitee)) {
    throw new LiveError(LiveErrorCode.userAlreadySeated, 'somebody would have two seats in the connection');
  }
  if (isBusyWithGuests(inviter) || isBusyWithGuests(invitee)) {
    throw new LiveError(LiveErrorCode.requestConflict, 'a live with guests has no room for other hosts');
  }
  const existing = inviterLink ?? inviteeLink;
  // The inviter sets the template. An inviter who joins the invitee's link takes its template.
  const layoutTemplate = inviteeLink ? inviteeLink.layoutTemplate : requested;
  if (isFull(existing, layoutTemplate)) throw new LiveError(LiveErrorCode.linkFull, 'the connection is full');
  if (existing) {
    const newcomer = existing === inviterLink ? invitee : inviter;
    const joined = { liveId: newcomer.info.liveId, joinedAt: turn.now };
    turn.emit({ type: 'link-joined', linkId: existing.linkId, layoutTemplate, joined });
    showBattle(turn, existing, (shownIn) => [...shownIn, joined.liveId]);
  } else {
    const lives = [inviter, invitee].map(({ info }) => ({ liveId: info.liveId, joinedAt: turn.now }));
    turn.emit({ type: 'link-created', linkId: turn.commandId, layoutTemplate, lives });
  }
  renewAbsencesIn(turn, existing?.linkId ?? turn.commandId);
  turnApplicantsDown(turn, inviter);
  turnApplicantsDown(turn, invitee);
}

/** Restarts the absence of every missing host of the link, so that a newcomer does not lose them at once. */
function renewAbsencesIn(turn: Turn, linkId: string): void {
  for (const { liveId } of turn.slice.links[linkId]?.lives ?? []) renewHostAbsence(turn, turn.live(liveId));
}

/** Takes lives out of their links at one instant. They leave their battles together, so their order does not matter. */
export function leaveLinks(turn: Turn, liveIds: readonly string[]): void {
  const links = new Set(liveIds.map((liveId) => turn.linkOf(turn.live(liveId))));
  for (const left of links) leaveBattle(turn, left, liveIds);
  for (const liveId of liveIds) leaveLink(turn, liveId);
}

/** Takes a live out of its link and battle. A link of two lives is dissolved. Does nothing without a link. */
export function leaveLink(turn: Turn, liveId: string): void {
  const left = turn.linkOf(turn.live(liveId));
  if (!left) return;
  leaveBattle(turn, left, [liveId]);
  if (left.lives.length > 2) {
    turn.emit({ type: 'link-left', linkId: left.linkId, liveId });
    showBattle(turn, left, (shownIn) => shownIn.filter((shown) => shown !== liveId));
  } else {
    turn.emit({ type: 'link-dissolved', linkId: left.linkId });
  }
  reviewRematch(turn, left.battleId);
}

/** Changes in which lives an ongoing battle is shown. All lives of the link show it, also those that take no part. */
function showBattle(turn: Turn, link: LinkRecord, change: (shownIn: readonly string[]) => readonly string[]): void {
  const battle = turn.activeBattleOf(link);
  if (!battle || !goesOn(battle)) return;
  turn.emit({ type: 'battle-shown', battleId: battle.battleId, shownIn: change(battle.shownIn) });
}

function leaveBattle(turn: Turn, left: LinkRecord | null, liveIds: readonly string[]): void {
  const battle = turn.activeBattleOf(left);
  if (!battle) return;
  const isAskedFor = battle.phase === 'requested';
  const members = isAskedFor ? battle.members : contestants(battle);
  const leaving = members.filter(({ liveId, exited }) => liveIds.includes(liveId) && !exited);
  const userIds = leaving.map(({ userId }) => userId);
  if (isAskedFor) cancelBattle(turn, battle, userIds);
  else exitBattle(turn, battle, userIds);
}
