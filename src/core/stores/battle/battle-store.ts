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
import type { BattleEffect } from '../../battle/effects.js';
import type { PersonalDocument } from '../../documents.js';
import { hiddenUsers } from '../../battle/hidden-users.js';
import { battleTeams, type BattleTeam } from '../../battle/teams.js';
import type { RequestBattleReply } from '../../command.js';
import { Emitter } from '../../reactivity/emitter.js';
import { steady } from '../../reactivity/same-parts.js';
import { computed, type ReadonlySignal } from '../../reactivity/signal.js';
import { named } from '../../session/named-arguments.js';
import { executeInLive, type SessionContext } from '../../session/session-context.js';
import { emitBattleBegins, emitBattleEnds, type BattleEvents } from './battle-events.js';
import { emitBattleRequestChanges } from './battle-request-events.js';
import { emitHighlights } from './effect-events.js';
import { isAnsweredByBattle, withKnownAcceptances } from './known-challenges.js';
import { LiveStandings } from './live-standings.js';
import { ToldBattles } from './told-battles.js';

export interface RequestBattleParams {
  /** Hosts of the link to challenge. */
  userIdList: readonly string[];
  config?: Partial<BattleConfig>;
  /**
   * Seconds the challenged hosts have to answer, 1–600. 0 is for `needResponse: false`, where no host is asked. Default
   * 30.
   */
  timeout?: number;
}

const none: readonly never[] = [];
const noScores: ReadonlyMap<string, number> = new Map();
const noContributors: ReadonlyMap<string, readonly Contributor[]> = new Map();

/**
 * Timed battles between the hosts of a link. Pages can only read scores. The methods are for the owner of the current
 * live. They also throw LiveError `notInLive` outside a live and `noPermission` for anybody but the owner.
 */
export class BattleStore {
  readonly events = new Emitter<BattleEvents>();
  readonly #standings = new LiveStandings();
  readonly #told = new ToldBattles();
  /** The personal document whose changes were told last; the next one is compared with it. */
  #known: PersonalDocument | null = null;

  /** The battle that goes on: in its countdown, running, or in its penalty. */
  readonly currentBattleInfo: ReadonlySignal<BattleInfo | null>;
  /** The current battle, or after its end the last one: a page shows the winner from it. */
  readonly latestBattleInfo: ReadonlySignal<BattleInfo | null>;
  /** Phase of the latest battle; null without one. */
  readonly battlePhase: ReadonlySignal<BattlePhase | null>;
  readonly battleUsers: ReadonlySignal<readonly BattleUser[]>;
  /** Points by user id, of the latest battle. */
  readonly battleScore: ReadonlySignal<ReadonlyMap<string, number>>;
  /** The teams of the latest battle with their totals; empty where each fights for themselves. */
  readonly battleTeams: ReadonlySignal<readonly BattleTeam[]>;
  /** Top contributors of the latest battle, by the host's user id; at most three each, most points first. */
  readonly battleContributors: ReadonlySignal<ReadonlyMap<string, readonly Contributor[]>>;
  /** The effects of the latest battle that last or are to come, and all its extensions. */
  readonly battleEffects: ReadonlySignal<readonly BattleEffect[]>;
  /** User ids of the hosts whose points are hidden from this live. `battleScore` lacks them. */
  readonly hiddenUsers: ReadonlySignal<readonly string[]>;
  /** The open rematch window of the latest battle; null while none is open. */
  readonly rematch: ReadonlySignal<Rematch | null>;
  /** Result of the latest battle; null until it stops running. */
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
    // A new board mostly has other points: they are compared for those who ask for all points.
    const totals = steady(() => feed.currentBoard.get()?.totals);
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
    this.battleEffects = computed(() => this.latestBattleInfo.get()?.effects ?? none);
    this.hiddenUsers = steady(() => {
      const effects = this.battleEffects.get();
      // Without such an effect it does not follow the points, which change many times a second.
      return effects.some(({ type }) => type === 'hide') ? hiddenUsers(effects, totals.get()) : none;
    });
    this.rematch = computed(() => this.latestBattleInfo.get()?.rematch ?? null);
    this.receivedRequest = computed(() => pending.get().find(({ invitee }) => invitee.liveId === ownLiveId()) ?? null);
    this.sentRequests = steady(() => pending.get().filter(({ inviter }) => inviter.liveId === ownLiveId()));
    context.currentLive.onLeave(() => {
      this.#told.clear();
      this.#known = null;
    });
    feed.changes.on('scores', ({ document, board }) => {
      this.#standings.take(document?.battle ?? null, board, this.hiddenUsers.get());
    });
    feed.changes.on('battle-ends', (change) => {
      emitBattleEnds(this.events, change, this.#told);
    });
    feed.changes.on('battle-begins', (change) => {
      this.#tellRequests();
      emitBattleBegins(this.events, change, this.#told);
    });
    feed.changes.on('highlights', ({ highlights }) => {
      emitHighlights(this.events, this.latestBattleInfo.get(), highlights);
    });
    feed.changes.on('personal', () => {
      this.#tellRequests();
    });
  }

  /**
   * The points of one user in the latest battle: the final ones once there is a result. 0 for users without points, null
   * while they are hidden from this live. It wakes for this user alone; the same signal for the same user.
   */
  pointsOf(userId: string): ReadonlySignal<number | null> {
    return this.#standings.points.of(userId);
  }

  /**
   * The rank of one user, or of their team, in the latest battle; 1 is first, equal points share a rank. Users who left
   * rank behind those who stayed. Null while the points are hidden, and for users who are not in the battle. It wakes for
   * this user alone; the same signal for the same user.
   */
  rankOf(userId: string): ReadonlySignal<number | null> {
    return this.#standings.ranks.of(userId);
  }

  /**
   * Challenges co-hosts. Resolves with the battle's id and a code per user if at least one host was challenged.
   * @throws LiveError `requestNotFound` outside a link, `noValidOpponent`, `battleRequestPending`, `alreadyInBattle`,
   * `battleTooFrequent` beyond ten challenges a minute, `invalidParameter`.
   */
  async requestBattle(params: RequestBattleParams): Promise<RequestBattleReply> {
    const { userIdList, ...rest } = named(params);
    return await executeInLive(this.context, 'request-battle', { userIds: userIdList, ...rest });
  }

  /**
   * Takes the challenge back from the named users, or from all.
   * @throws LiveError `notInBattle` when a named user was not challenged, `battleNotCancellable` once the battle has
   * begun, `noPermission` for a host who is not the inviter, `requestNotFound` once settled, `battleNotFound`.
   */
  async cancelBattleRequest(options: { battleId: string; userIdList?: readonly string[] }): Promise<void> {
    const { battleId, userIdList } = named(options);
    const whom = userIdList ? { userIds: userIdList } : {};
    await executeInLive(this.context, 'cancel-battle-request', { battleId, ...whom });
  }

  /** Accepts the challenge. @throws LiveError `requestNotFound` once settled, `notInBattle`, `battleNotFound`. */
  async acceptBattle(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'accept-battle', { battleId });
  }

  /**
   * Declines the challenge, or withdraws the own acceptance while other hosts have not answered.
   * @throws LiveError `requestNotFound` once settled, `notInBattle`, `battleNotFound`.
   */
  async rejectBattle(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'reject-battle', { battleId });
  }

  /**
   * Leaves the battle, and loses it unless the result is known already. The other hosts go on while two sides are left;
   * a penalty goes on while a loser and another host are left. Before the battle begins this withdraws the own
   * acceptance.
   * @throws LiveError `battleNotRunning` before the battle begins, `battleEnded`, `notInBattle`, `battleNotFound`.
   */
  async exitBattle(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'exit-battle', { battleId });
  }

  /**
   * Waives the rest of the penalty; for hosts who did not lose.
   * @throws LiveError `noPermission` for a loser, `battleNotRunning` and `battleNotStarted` before the penalty,
   * `battleEnded` after it, `notInBattle`, `battleNotFound`.
   */
  async endPenalty(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'end-penalty', { battleId });
  }

  /**
   * Agrees to another battle like this one. It begins once all hosts who are still there have agreed; nobody is asked
   * again.
   * @throws LiveError `battleNotStarted` before the result, `battleEnded` after the window, `notInBattle`,
   * `requestConflict` when another battle was requested, `battleNotFound`.
   */
  async requestRematch(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'request-rematch', { battleId });
  }

  /** Takes the agreement back. @throws LiveError `requestNotFound` without one; otherwise as `requestRematch`. */
  async cancelRematch(options: { battleId: string }): Promise<void> {
    const { battleId } = named(options);
    await executeInLive(this.context, 'cancel-rematch', { battleId });
  }

  /**
   * Declines a rematch and closes its window for all hosts. They are told who declined.
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
