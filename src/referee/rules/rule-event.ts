import type {
  BattleEndedReason,
  BattleResult,
  CoHostLayoutTemplate,
  CoHostRequest,
  LiveEndedReason,
  LiveInfo,
  PenaltyEndedReason,
  RequestStatus,
} from '../../core/vocabulary.js';
import type { BattleRecord, LinkSeat } from './records.js';

/** What has happened: the ledger is made of these, and `apply` alone turns them into state. `at` is epoch milliseconds. */
export type RuleEvent = { at: number } & (
  | { type: 'live-created'; info: LiveInfo }
  | { type: 'live-ended'; liveId: string; reason: LiveEndedReason }
  | { type: 'host-lost'; liveId: string }
  | { type: 'host-returned'; liveId: string }
  | { type: 'connection-requested'; request: CoHostRequest }
  | { type: 'connection-request-settled'; requestId: string; status: RequestStatus }
  | { type: 'connection-request-forgotten'; requestId: string }
  | { type: 'link-created'; linkId: string; layoutTemplate: CoHostLayoutTemplate; seats: readonly LinkSeat[] }
  | { type: 'link-joined'; linkId: string; layoutTemplate: CoHostLayoutTemplate; seat: LinkSeat }
  | { type: 'link-left'; linkId: string; liveId: string }
  | { type: 'link-dissolved'; linkId: string }
  | { type: 'battle-requested'; battle: BattleRecord }
  | { type: 'battle-answered'; battleId: string; userId: string; answer: RequestStatus }
  | { type: 'countdown-started'; battleId: string; startsAt: number; endsAt: number }
  | { type: 'battle-started'; battleId: string; endsAt: number }
  | { type: 'battle-voided'; battleId: string }
  | { type: 'battle-exited'; battleId: string; userId: string }
  | { type: 'battle-ended'; battleId: string; reason: BattleEndedReason; result: BattleResult }
  | { type: 'penalty-started'; battleId: string; endsAt: number }
  | { type: 'penalty-ended'; battleId: string; reason: PenaltyEndedReason }
  | { type: 'score-added'; battleId: string; userId: string; eventId: string; points: number; sentAt?: number }
);

/** An event before the clock is put on it. */
export type NewEvent = RuleEvent extends infer E ? (E extends RuleEvent ? Omit<E, 'at'> : never) : never;
