import {
  LiveError,
  LiveErrorCode,
  toLiveError,
  type UserCommandOf,
  type UserCommandType,
  type LiveDocument,
  type LivePage,
  type PersonalDocument,
  type ReplyTo,
  type User,
} from '../core/vocabulary.js';
import { Alarms } from './alarms.js';
import type { Bus, Clock, Deadline, LedgerEntry, Scope, Store } from './ports.js';
import { publicationOf } from './publication.js';
import type { Grace } from './rules/deadlines.js';
import { decide } from './rules/decide.js';
import { liveDocument, personalDocument } from './rules/project.js';
import { recordOf, type BattleRecord } from './rules/records.js';
import type {
  AddScoresReply,
  BackendCommandOf,
  BackendCommandType,
  BackendReplyTo,
  RuleCommand,
  SentScore,
  SystemCommand,
} from './rules/rule-command.js';
import { defaultRuleSettings, type RuleSettings } from './rules/rule-settings.js';
import { scopeOf } from './scope-of.js';
import { deadlinesOf } from './slice-deadlines.js';

export interface RefereeOptions {
  store: Store;
  bus: Bus;
  clock: Clock;
  /** Makes a unique, unguessable id for each command. The ids of what a command creates derive from it. */
  newId: () => string;
  grace?: Partial<Grace>;
  /** Longest battle, seconds, 1–86,400. Default 3,600. */
  battleDurationMax?: number;
  /** Told of failures that no caller waits for, such as those of an alarm. */
  onError?: (error: LiveError) => void;
}

/** A live as one caller may see it. */
export interface LiveView {
  document: LiveDocument;
  personal: PersonalDocument;
}

/**
 * Runs the rules: loads the slice, decides, stores the outcome, publishes the changes and sets alarms for what is due.
 */
export class Referee {
  readonly #store: Store;
  readonly #bus: Bus;
  readonly #clock: Clock;
  readonly #newId: () => string;
  readonly #settings: RuleSettings;
  readonly #onError: (error: LiveError) => void;
  readonly #alarms: Alarms;

  constructor({ store, bus, clock, newId, grace, battleDurationMax, onError }: RefereeOptions) {
    this.#store = store;
    this.#bus = bus;
    this.#clock = clock;
    this.#newId = newId;
    this.#settings = {
      grace: { ...defaultRuleSettings.grace, ...grace },
      battleDurationMax: battleDurationMax ?? defaultRuleSettings.battleDurationMax,
    };
    this.#onError = onError ?? (() => undefined);
    this.#alarms = new Alarms(clock, (deadline) => void this.#wake(deadline));
  }

  /**
   * Continues after an earlier referee: settles what fell due meanwhile, restarts the absences of missing hosts and
   * guests, and sets the alarms.
   */
  async start(): Promise<void> {
    const since = this.#clock.now();
    for (const scope of await this.#store.pendingScopes()) await this.#system({ type: 'resume', since }, scope);
  }

  /** Cancels all alarms. Records stay as they are. */
  stop(): void {
    this.#alarms.clear();
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#clock.now();
  }

  /**
   * Executes a user's command.
   * @throws LiveError with the code of the refusal. The command has changed nothing then.
   */
  async executeForUser<T extends UserCommandType>(user: User, command: UserCommandOf<T>): Promise<ReplyTo<T>> {
    return (await this.#run({ by: 'user', commandId: this.#newId(), user, command })) as ReplyTo<T>;
  }

  /**
   * Adds score entries. The result of an entry says whether it counted, or why not.
   * @throws LiveError `battleNotFound`, `invalidParameter`.
   */
  async addScores(battleId: string, entries: readonly SentScore[]): Promise<AddScoresReply> {
    return await this.executeForBackend<'add-scores'>({ type: 'add-scores', battleId, entries });
  }

  /**
   * Executes a command of an app's backend.
   * @throws LiveError with the code of the refusal. The command has changed nothing then.
   */
  async executeForBackend<T extends BackendCommandType>(command: BackendCommandOf<T>): Promise<BackendReplyTo<T>> {
    return (await this.#run({ by: 'backend', commandId: this.#newId(), command })) as BackendReplyTo<T>;
  }

  /**
   * Notes whether the owner of a live, a guest, an applicant or an invited user is connected. Other users are ignored.
   */
  async notePresence(liveId: string, userId: string, present: boolean): Promise<void> {
    await this.#system({ type: 'presence', liveId, userId, present });
  }

  /**
   * A live as a user may see it, or as anybody may see it without a user id. Null for an unknown live.
   * @throws LiveError `noPermission` for a user kicked out of a live that still runs.
   */
  async view(liveId: string, userId = ''): Promise<LiveView | null> {
    const slice = await this.#store.read({ liveIds: [liveId] });
    const live = recordOf(slice.lives, liveId);
    if (live?.info.endedAt === null && live.kicked.includes(userId)) {
      throw new LiveError(LiveErrorCode.noPermission, `you were put out of live "${liveId}"`);
    }
    const document = liveDocument(slice, liveId);
    const personal = personalDocument(slice, liveId, userId);
    return document && personal ? { document, personal } : null;
  }

  /** The record of a battle; null for an unknown battle. */
  async battle(battleId: string): Promise<BattleRecord | null> {
    const slice = await this.#store.read({ battleId, scoreEventIds: [], givers: [] });
    return recordOf(slice.battles, battleId) ?? null;
  }

  /** Running public lives, newest first. An empty cursor gives the first page. @throws LiveError `invalidParameter`. */
  async listLives(page: { cursor: string; count: number }): Promise<LivePage> {
    return await this.#store.listLives(page);
  }

  async runningLiveIds(): Promise<readonly string[]> {
    return await this.#store.runningLiveIds();
  }

  async ledger(battleId: string): Promise<readonly LedgerEntry[]> {
    return await this.#store.ledger(battleId);
  }

  async #system(command: SystemCommand, scope?: Scope): Promise<void> {
    await this.#run({ by: 'system', commandId: this.#newId(), command }, scope);
  }

  async #tick(scope: Scope): Promise<void> {
    await this.#system({ type: 'tick' }, scope);
  }

  async #run(command: RuleCommand, scope: Scope = scopeOf(command)): Promise<object> {
    const { deadlines, messages, outcome } = await this.#store.transact(scope, (before) => {
      const { slice, events, outcome } = decide(before, command, this.#clock.now(), this.#settings);
      if ('settleFirst' in outcome) return { missing: outcome.settleFirst };
      const told = publicationOf(before, slice, events);
      if ('missing' in told) return { missing: { liveIds: told.missing } };
      // All deadlines of the slice: a second claim costs little, and a referee that was woken too early claims again.
      const deadlines = deadlinesOf(told.slice, this.#settings.grace);
      return { slice: told.slice, events, value: { deadlines, messages: told.messages, outcome } };
    });
    for (const deadline of deadlines) this.#alarms.claim(deadline);
    for (const message of messages) this.#bus.publish(message);
    if ('error' in outcome) throw outcome.error;
    return outcome.reply;
  }

  async #wake({ key, at, scope }: Deadline): Promise<void> {
    try {
      await this.#tick(scope);
    } catch (error) {
      this.#onError(toLiveError(error));
      // What could not be settled is tried again after 1,000 milliseconds.
      this.#alarms.claim({ key, at: Math.max(at, this.#clock.now()) + 1000, scope });
    }
  }
}
