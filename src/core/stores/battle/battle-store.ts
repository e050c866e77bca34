import type {
  BattleConfig,
  BattleInfo,
  BattlePhase,
  BattleRequest,
  BattleResult,
  BattleUser,
  Contributor,
  Rematch,
} from '../../battle/battle.js';
import type { PersonalDocument } from '../../documents.js';
import { battleTeams, type BattleTeam } from '../../battle/teams.js';
import type { RequestBattleReply } from '../../command.js';
import { Emitter } from '../../reactivity/emitter.js';
import { steady } from '../../reactivity/same-parts.js';
import { computed, type ReadonlySignal } from '../../reactivity/signal.js';
import { named } from '../../session/named-arguments.js';
import { executeInLive, type SessionContext } from '../../session/session-context.js';
import { emitBattleBegins, emitBattleEnds, type BattleEvents } from './battle-events.js';
import { emitBattleRequestChanges } from './battle-request-events.js';
import { isAnsweredByBattle, withKnownAcceptances } from './known-challenges.js';
import { ToldBattles } from './told-battles.js';

export interface RequestBattleParams {
  /** Hosts of the link to challenge. */
  userIdList: readonly string[];
  config?: Partial<BattleConfig>;
  /** Seconds the challenged have to answer; 0 only with `needResponse: false`, where nobody is asked. Default 30. */
  timeout?: number;
}

const none: readonly never[] = [];
const noScores: ReadonlyMap<string, number> = new Map();
const noContributors: ReadonlyMap<string, readonly Contributor[]> = new Map();

/** Timed battles between the hosts of a link. There is no way to write a score from a page. */
export class BattleStore {
  readonly events = new Emitter<BattleEvents>();
  readonly #told = new ToldBattles();
  /** The personal document as its changes were last told. */
  #known: PersonalDocument | null = null;

  /** The battle that goes on: in its countdown, running, or in its penalty. */
  readonly currentBattleInfo: ReadonlySignal<BattleInfo | null>;
  /** The battle that goes on, or the last one after its end: what a page shows a winner from. */
  readonly latestBattleInfo: ReadonlySignal<BattleInfo | null>;
  /** Where the latest battle stands; null without one. */
  readonly battlePhase: ReadonlySignal<BattlePhase | null>;
  readonly battleUsers: ReadonlySignal<readonly BattleUser[]>;
  /** Points by user id, of the latest battle. */
  readonly battleScore: ReadonlySignal<ReadonlyMap<string, number>>;
  /** The teams of the latest battle with their totals; empty where each fights for themselves. */
  readonly battleTeams: ReadonlySignal<readonly BattleTeam[]>;
  /** Who gave most in the latest battle, by the host's user id; at most three each, the most generous first. */
  readonly battleContributors: ReadonlySignal<ReadonlyMap<string, readonly Contributor[]>>;
  /** While the hosts of the latest battle can agree on another one; null otherwise. */
  readonly rematch: ReadonlySignal<Rematch | null>;
  /** Who won the latest battle; null until it has stopped running. */
  readonly battleResult: ReadonlySignal<BattleResult | null>;
  /** The challenge that waits for this host's answer. */
  readonly receivedRequest: ReadonlySignal<BattleRequest | null>;
  /** Challenges of this host that wait for an answer. */
  readonly sentRequests: ReadonlySignal<readonly BattleRequest[]>;

  constructor(private readonly context: SessionContext) {
    const { feed } = context;
    const pending = computed(
      () =>
        feed.currentPersonal
          .get()
          ?.battleRequests.filter(
            (request) => request.status === 'pending' && !isAnsweredByBattle(request, this.latestBattleInfo.get()),
          ) ?? none,
    );
    const ownLiveId = (): string | undefined => feed.currentDocument.get()?.live.liveId;
    this.latestBattleInfo = computed(() => feed.currentDocument.get()?.battle ?? null);
    this.currentBattleInfo = computed(() => {
      const battle = this.latestBattleInfo.get();
      return battle && battle.phase !== 'over' ? battle : null;
    });
    this.battlePhase = computed(() => this.latestBattleInfo.get()?.phase ?? null);
    this.battleUsers = computed(() => this.latestBattleInfo.get()?.users ?? none);
    this.battleResult = computed(() => this.latestBattleInfo.get()?.result ?? null);
    const totals = computed(() => feed.currentBoard.get()?.totals);
    const contributors = computed(() => feed.currentBoard.get()?.contributors);
    this.battleScore = computed(() => {
      const points = totals.get();
      return points ? new Map(Object.entries(points)) : noScores;
    });
    this.battleTeams = steady(() => {
      const battle = this.latestBattleInfo.get();
      return battle ? battleTeams(battle, totals.get() ?? {}) : none;
    });
    this.battleContributors = computed(() => {
      const givers = contributors.get();
      return givers ? new Map(Object.entries(givers)) : noContributors;
    });
    this.rematch = computed(() => this.latestBattleInfo.get()?.rematch ?? null);
    this.receivedRequest = computed(() => pending.get().find(({ invitee }) => invitee.liveId === ownLiveId()) ?? null);
    this.sentRequests = steady(() => pending.get().filter(({ inviter }) => inviter.liveId === ownLiveId()));
    context.currentLive.onLeave(() => {
      this.#told.clear();
      this.#known = null;
    });
    feed.changes.on('battle-ends', (change) => {
      emitBattleEnds(this.events, change, this.#told);
    });
    feed.changes.on('battle-begins', (change) => {
      this.#tellRequests();
      emitBattleBegins(this.events, change, this.#told);
    });
    feed.changes.on('personal', () => {
      this.#tellRequests();
    });
  }

  /**
   * Challenges co-hosts. Resolves with the battle's id and a code per user when at least one was challenged.
   * @throws LiveError `noValidOpponent`, `battleRequestPending`, `alreadyInBattle`, `invalidParameter`.
   */
  async requestBattle(params: RequestBattleParams): Promise<RequestBattleReply> {
    const { userIdList, ...rest } = named(params);
    return await executeInLive(this.context, 'request-battle', { userIds: userIdList, ...rest });
  }

  /**
   * Takes the challenge back, from those named or from all.
   * @throws LiveError `notInBattle` when somebody named was not challenged, `battleNotCancellable` once it has begun.
   */
  async cancelBattleRequest(options: { battleId: string; userIdList?: readonly string[] }): Promise<void> {
    const { battleId, userIdList } = named(options);
    const whom = userIdList ? { userIds: userIdList } : {};
    await executeInLive(this.context, 'cancel-battle-request', { battleId, ...whom });
  }

  async acceptBattle(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'accept-battle', { battleId });
  }

  /** Also takes one's own acceptance back, while others have not answered. */
  async rejectBattle(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'reject-battle', { battleId });
  }

  /**
   * Gives up; the others go on while there are two. A penalty goes on while a loser is left to serve it. Before the
   * battle begins it takes one's own acceptance back. @throws LiveError `battleNotRunning` when there is none.
   */
  async exitBattle(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'exit-battle', { battleId });
  }

  /**
   * Waives the rest of the penalty; for those who did not lose.
   * @throws LiveError `noPermission` for a loser, `battleNotStarted` and `battleEnded` when there is no penalty now.
   */
  async endPenalty(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'end-penalty', { battleId });
  }

  /**
   * Agrees to another battle like this one; it begins, without asking anybody, once all who are still there have agreed.
   * @throws LiveError `battleNotStarted` before the result, `battleEnded` after the window, `notInBattle`,
   * `requestConflict` when another battle has been asked for.
   */
  async requestRematch(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'request-rematch', { battleId });
  }

  /** Takes the agreement back. @throws LiveError `requestNotFound` when there is none. */
  async cancelRematch(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'cancel-rematch', { battleId });
  }

  /**
   * Declines a rematch: nobody can agree to it any more, and all are told by whom it was declined.
   * @throws LiveError as `requestRematch`.
   */
  async declineRematch(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'decline-rematch', { battleId });
  }

  #tellRequests(): void {
    const personal = this.context.feed.currentPersonal.get();
    const document = this.context.feed.currentDocument.get();
    if (!personal || !document) return;
    const before = this.#known;
    const after = withKnownAcceptances(personal, document, before);
    this.#known = after;
    emitBattleRequestChanges(this.events, { before, after }, document.live.liveId, this.#told);
  }
}
