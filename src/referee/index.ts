export { liveCursor, readLiveCursor, type LivePosition } from './live-cursor.js';
export { doWork } from './do-work.js';
export { loadSlice } from './load-slice.js';
export { MemoryStore } from './memory-store.js';
export type * from './ports.js';
export { changedContributions, changesOf, type RecordChange } from './record-changes.js';
export type * from './record-reader.js';
export { Referee, type LiveView, type RefereeOptions } from './referee.js';
export { replay, type ReplayStep } from './replay.js';
export { apply } from './rules/apply.js';
export { countedEventOf } from './rules/battle/counted-event.js';
export { defaultGrace, type Grace } from './rules/deadlines.js';
export { backendCommands } from './rules/commands.js';
export { scoreFields, sentScoreShape } from './rules/battle/score-entry-shape.js';
export { decide, type Decision } from './rules/decide.js';
export { liveDeadline } from './rules/live/live-deadlines.js';
export { battleInfo, boardFor, liveDocument, personalDocument, scoreBoard } from './rules/project.js';
export {
  awaitsTime,
  contributionKey,
  emptySlice,
  goesOn,
  isActive,
  recordOf,
  type BattleRecord,
  type ContributionRecord,
  type CountedEvent,
  type BattleMember,
  type LinkRecord,
  type LinkedLive,
  type LiveRecord,
  type Slice,
} from './rules/records.js';
export type {
  AddScoresReply,
  ApplyEffectReply,
  BackendCommand,
  BackendCommandOf,
  BackendCommandType,
  BackendReplyTo,
  LinkLivesReply,
  RuleCommand,
  ScoreEntry,
  ScoreResult,
  ScoreStatus,
  ScoreTotal,
  SentScore,
  StartBattleReply,
  SystemCommand,
} from './rules/rule-command.js';
export { defaultRuleSettings, type RuleSettings } from './rules/rule-settings.js';
export type { RuleEvent } from './rules/rule-event.js';
export { systemClock } from './system-clock.js';
