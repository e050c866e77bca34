import {
  toLiveError,
  type UserCommandOf,
  type UserCommandType,
  type LiveDocument,
  type LiveError,
  type LivePage,
  type PersonalDocument,
  type ReplyTo,
  type User,
} from '../core/vocabulary.js';
import { Alarms } from './alarms.js';
import type { Bus, Clock, Deadline, LedgerEntry, Scope, Store } from './ports.js';
import { defaultGrace, type Grace } from './rules/deadlines.js';
import { decide } from './rules/decide.js';
import { concernedUsers, liveDocument, personalDocument, scoreBoard } from './rules/project.js';
import { recordOf, type BattleRecord, type LiveRecord, type Slice } from './rules/records.js';
import type {
  AddScoresReply,
  BackendCommand,
  RuleCommand,
  ScoreEntry,
  ScoreTotal,
  SystemCommand,
} from './rules/rule-command.js';
import { scopeOf } from './scope-of.js';
import { deadlinesOf } from './slice-deadlines.js';
import { touchedLives } from './touched-lives.js';

export interface RefereeOptions {
  store: Store;
  bus: Bus;
  clock: Clock;
  /** A unique, unguessable id for every command; what a command creates is named after it. */
  newId: () => string;
  grace?: Partial<Grace>;
  /** Told of failures while nobody waits for an answer. */
  onError?: (error: LiveError) => void;
}

/** A live as one caller may see it. */
export interface LiveView {
  document: LiveDocument;
  personal: PersonalDocument;
}

/** Runs the rules: load the slice, decide, make it durable, tell those concerned, and wake up when something is due. */
export class Referee {
  readonly #store: Store;
  readonly #bus: Bus;
  readonly #clock: Clock;
  readonly #newId: () => string;
  readonly #grace: Grace;
  readonly #onError: (error: LiveError) => void;
  readonly #alarms: Alarms;

  constructor({ store, bus, clock, newId, grace, onError }: RefereeOptions) {
    this.#store = store;
    this.#bus = bus;
    this.#clock = clock;
    this.#newId = newId;
    this.#grace = { ...defaultGrace, ...grace };
    this.#onError = onError ?? (() => undefined);
    this.#alarms = new Alarms(clock, (deadline) => void this.#wake(deadline));
  }

  /**
   * Takes up what an earlier referee left in the store: settles what fell due meanwhile and arms the alarms. Whoever was
   * missing has their time anew.
   */
  async start(): Promise<void> {
    const since = this.#clock.now();
    for (const scope of await this.#store.pendingScopes()) await this.#system({ type: 'resume', since }, scope);
  }

  /** No more alarms; records stay as they are. */
  stop(): void {
    this.#alarms.clear();
  }

  now(): number {
    return this.#clock.now();
  }

  /** @throws LiveError with the code of the refusal; nothing has changed then. */
  async executeForUser<T extends UserCommandType>(user: User, command: UserCommandOf<T>): Promise<ReplyTo<T>> {
    return (await this.#run({ by: 'user', commandId: this.#newId(), user, command })) as ReplyTo<T>;
  }

  /** @throws LiveError `battleNotFound`, `invalidParameter`; why one entry did not count says its result. */
  async addScores(battleId: string, entries: readonly (ScoreEntry | ScoreTotal)[]): Promise<AddScoresReply> {
    return (await this.executeForBackend({ type: 'add-scores', battleId, entries })) as AddScoresReply;
  }

  async executeForBackend(command: BackendCommand): Promise<object> {
    return await this.#run({ by: 'backend', commandId: this.#newId(), command });
  }

  /** Tells whether the owner of a live, or a guest on a seat, is connected; other users and lives are ignored. */
  async notePresence(liveId: string, userId: string, present: boolean): Promise<void> {
    await this.#system({ type: 'presence', liveId, userId, present });
  }

  /** A live as a user may see it, or as anybody may; null for an unknown live. */
  async view(liveId: string, userId = ''): Promise<LiveView | null> {
    const slice = await this.#store.read({ liveIds: [liveId] });
    const document = liveDocument(slice, liveId);
    const personal = personalDocument(slice, liveId, userId);
    return document && personal ? { document, personal } : null;
  }

  /** Null for an unknown battle. */
  async battle(battleId: string): Promise<BattleRecord | null> {
    const slice = await this.#store.read({ battleId, scoreEventIds: [], givers: [] });
    return recordOf(slice.battles, battleId) ?? null;
  }

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
    const done = await this.#store.transact(scope, (before) => {
      const { slice, events, outcome } = decide(before, command, this.#clock.now(), this.#grace);
      const touched = touchedLives(before, slice);
      const after = bumpRevisions(slice, touched);
      return { slice: after, events, value: { before, after, touched, outcome } };
    });
    if ('settleFirst' in done.outcome) {
      await this.#tick(done.outcome.settleFirst);
      return await this.#run(command, scope);
    }
    // All of it: a claim that stands already costs a look, and whoever was woken in vain has to claim again.
    for (const deadline of deadlinesOf(done.after, this.#grace)) this.#alarms.claim(deadline);
    this.#publishScores(done.before, done.after);
    await Promise.all(done.touched.map((liveId) => this.#publish(liveId, recordOf(done.before.lives, liveId))));
    if ('error' in done.outcome) throw done.outcome.error;
    return done.outcome.reply;
  }

  /** The documents are read again after the commit: a live's message must hold all of it, and newer is never wrong. */
  async #publish(liveId: string, before: LiveRecord | undefined): Promise<void> {
    const slice = await this.#store.read({ liveIds: [liveId] });
    const live = recordOf(slice.lives, liveId);
    const document = liveDocument(slice, liveId);
    if (!live || !document) return;
    this.#bus.publish({ topic: 'document', liveId, document });
    // Whoever was concerned before shall learn that they no longer are.
    for (const userId of new Set([...concernedUsers(live), ...(before ? concernedUsers(before) : [])])) {
      const personal = personalDocument(slice, liveId, userId);
      if (personal) this.#bus.publish({ topic: 'personal', liveId, userId, personal });
    }
  }

  #publishScores(before: Slice, after: Slice): void {
    for (const battle of Object.values(after.battles)) {
      const was = before.battles[battle.battleId];
      if (!was || was.scoreVersion === battle.scoreVersion || battle.phase !== 'running') continue;
      for (const liveId of battle.shownIn) this.#bus.publish({ topic: 'scores', liveId, board: scoreBoard(battle) });
    }
  }

  async #wake({ key, at, scope }: Deadline): Promise<void> {
    try {
      await this.#tick(scope);
    } catch (error) {
      this.#onError(toLiveError(error));
      // What could not be settled now must not be forgotten: a second later it is tried again.
      this.#alarms.claim({ key, at: Math.max(at, this.#clock.now()) + 1000, scope });
    }
  }
}

function bumpRevisions(slice: Slice, liveIds: readonly string[]): Slice {
  if (liveIds.length === 0) return slice;
  const lives = { ...slice.lives };
  for (const liveId of liveIds) {
    const live = lives[liveId];
    if (live) lives[liveId] = { ...live, revision: live.revision + 1 };
  }
  return { ...slice, lives };
}
