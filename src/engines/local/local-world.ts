import {
  LiveError,
  LiveErrorCode,
  type BattleConfig,
  type CoHostLayoutTemplate,
  type LiveConnection,
} from '../../core/index.js';
import {
  MemoryStore,
  Referee,
  systemClock,
  type AddScoresReply,
  type ApplyEffectReply,
  type BackendCommandOf,
  type BusMessage,
  type Clock,
  type Grace,
  type LinkLivesReply,
  type ScoreEntry,
  type ScoreTotal,
  type StartBattleReply,
} from '../../referee/index.js';
import { LocalBus } from './local-bus.js';
import { LocalConnection, type Visit } from './local-connection.js';
import type { LocalStay } from './local-stay.js';
import { onNextFrame } from './page-frame.js';
import { randomId } from './random-id.js';
import type { SharedWorld } from './shared-world.js';
import { SyntheticVolumes } from './synthetic-volumes.js';

export interface LocalWorldOptions {
  /** Default: the page's own clock. */
  clock?: Clock;
  /**
   * Milliseconds that the rules wait for a lost host or guest. Default: 5,000 until the loss is shown, 30,000 until
   * they lose seat, link and battle, 120,000 until a host's live ends.
   */
  grace?: Partial<Grace>;
  /** Longest battle, seconds, 1–86,400. Default 3,600. */
  battleDurationMax?: number;
  /**
   * Milliseconds that every command and every message takes. Default 0: it arrives in a later microtask. Of several
   * scores within a frame, all but the first are sent together at its end.
   */
  latency?: number;
}

/**
 * All lives, links and battles that the engines of one page share: a referee in memory. Nothing leaves the page.
 *
 * A page's stores cannot write scores, with any engine. `addScores`, `applyEffect`, `linkLives`, `startBattle`, `endBattle` and
 * `closeLive` stand in for the REST API of the battle server: only code that plays the app's backend calls them.
 */
export class LocalWorld {
  readonly referee: Referee;
  readonly #clock: Clock;
  readonly #latency: number;
  readonly #shared: SharedWorld;
  readonly #store = new MemoryStore();
  readonly #volumes: SyntheticVolumes;
  readonly #unreachable = new Set<string>();

  constructor({ clock = systemClock(globalThis), grace = {}, battleDurationMax, latency = 0 }: LocalWorldOptions = {}) {
    this.#clock = clock;
    this.#latency = latency;
    const wait: SharedWorld['wait'] = (ms, then) => clock.wakeAt(clock.now() + ms, then);
    const bus = new LocalBus<LocalStay>((then) => onNextFrame(wait, then));
    const publish = (message: BusMessage): void => this.#publish(message);
    this.referee = new Referee({
      store: this.#store,
      bus: { publish },
      clock,
      grace,
      newId: randomId,
      ...(battleDurationMax !== undefined && { battleDurationMax }),
    });
    this.#volumes = new SyntheticVolumes(
      () => bus.speakers(),
      (volumes) => bus.spread(volumes),
    );
    this.#shared = {
      referee: this.referee,
      bus,
      isKicked: async (liveId, userId) => (await this.#kicked(liveId)).includes(userId),
      later: (arrive) => this.#later(arrive),
      wait,
      onMediaChange: () => {
        this.#volumes.update();
        bus.noteChange();
      },
    };
  }

  /**
   * Adds points to hosts of a running battle, as an app's backend does when gifts were paid for. Negative points and
   * totals correct what was counted. The result of each entry says whether it counted, or why not.
   * @throws LiveError `battleNotFound`, and `invalidParameter` for a malformed entry. Then no entry counts.
   */
  async addScores(battleId: string, entries: readonly (ScoreEntry | ScoreTotal)[]): Promise<AddScoresReply> {
    return await this.referee.addScores(battleId, entries);
  }

  /**
   * Links the first of these lives with each of the others, as an app's backend may. Their hosts are not asked.
   * Resolves with a code per live.
   * @throws LiveError `liveNotFound` for the first live, `invalidParameter`.
   */
  async linkLives(liveIds: readonly string[], layoutTemplate?: CoHostLayoutTemplate): Promise<LinkLivesReply> {
    const template = layoutTemplate === undefined ? {} : { layoutTemplate };
    return await this.referee.executeForBackend<'link-lives'>({ type: 'link-lives', liveIds, ...template });
  }

  /**
   * Applies an effect to a running battle, as an app's backend may: each `eventId` once.
   * @throws LiveError `battleNotFound`, `battleNotRunning`, `battleNotStarted`, `battleEnded`, `effectNotAllowed`,
   * `effectConflict`, `effectNotPossible`, `notInBattle`, `invalidParameter`.
   */
  async applyEffect(
    battleId: string,
    effect: Omit<BackendCommandOf<'apply-effect'>, 'type' | 'battleId'>,
  ): Promise<ApplyEffectReply> {
    return await this.referee.executeForBackend<'apply-effect'>({ type: 'apply-effect', battleId, ...effect });
  }

  /**
   * Begins a battle between lives of one link, as an app's backend may. The hosts are not asked. Resolves with the
   * battle's id and a code per opponent.
   * @throws LiveError `liveNotFound`, `requestNotFound` outside a link, `alreadyInBattle`, `battleRequestPending`,
   * `noValidOpponent`, `invalidParameter`.
   */
  async startBattle(
    liveId: string,
    opponents: readonly string[],
    config: Partial<BattleConfig> = {},
  ): Promise<StartBattleReply> {
    return await this.referee.executeForBackend<'start-battle'>({ type: 'start-battle', liveId, opponents, config });
  }

  /**
   * Ends a battle early, as an app's backend may.
   * @throws LiveError `battleNotFound`, `battleNotRunning` before it has begun, `battleEnded`.
   */
  async endBattle(battleId: string): Promise<void> {
    await this.referee.executeForBackend({ type: 'end-battle', battleId });
  }

  /** Ends a live without asking its host, as an app's backend may. @throws LiveError `liveNotFound`. */
  async closeLive(liveId: string): Promise<void> {
    await this.referee.executeForBackend({ type: 'close-live', liveId });
  }

  /** Cuts a user's network until `restoreNetwork`: they neither send nor receive anything. */
  async cutNetwork(userId: string): Promise<void> {
    this.#unreachable.add(userId);
    await Promise.all(this.#shared.bus.ofUser(userId).map((connection) => connection.loseNetwork()));
  }

  async restoreNetwork(userId: string): Promise<void> {
    this.#unreachable.delete(userId);
    await Promise.all(this.#shared.bus.ofUser(userId).map((connection) => connection.connect()));
  }

  /** Closes all sessions of a user, as if their page had crashed. */
  async crash(userId: string): Promise<void> {
    await Promise.all(this.#shared.bus.ofUser(userId).map((connection) => connection.close()));
  }

  /** Waits for as long as a command takes to the referee. @throws LiveError `unreachable` while the network is cut. */
  async travel(userId: string): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#later(resolve);
    });
    if (!this.#unreachable.has(userId)) return;
    throw new LiveError(LiveErrorCode.unreachable, 'the network is gone');
  }

  /**
   * Lets a session in. An earlier session of the user in this live is put out.
   * @throws LiveError `liveNotFound`, `noPermission` for a kicked user, `unreachable`, `notInLive` when the user enters
   * on another device meanwhile.
   */
  async join(visit: Visit): Promise<LiveConnection> {
    const { user, liveId } = visit;
    await this.travel(user.userId);
    const live = (await this.referee.view(liveId))?.document.live;
    if (live?.endedAt !== null) throw new LiveError(LiveErrorCode.liveNotFound, `there is no live "${liveId}"`);
    this.#shared.bus.find(liveId, user.userId)?.kick('logged-on-other-device');
    const connection = new LocalConnection(this.#shared, visit);
    await connection.enter();
    return connection;
  }

  /** Stops all timers, so that a process can end. */
  dispose(): void {
    this.referee.stop();
    this.#volumes.stop();
    this.#shared.bus.stop();
  }

  #publish(message: BusMessage): void {
    if (message.topic === 'kicked') this.#putOut(message.liveId, message.kicked);
    else this.#shared.bus.publish(message);
  }

  #putOut(liveId: string, kicked: readonly string[]): void {
    for (const userId of kicked) {
      const member = this.#shared.bus.find(liveId, userId);
      // A user whose network is cut learns of it when they connect again.
      if (member?.isOnline) member.kick('by-admin');
    }
  }

  async #kicked(liveId: string): Promise<readonly string[]> {
    const { lives } = await this.#store.read({ liveIds: [liveId] });
    return lives[liveId]?.kicked ?? [];
  }

  #later(arrive: () => void): void {
    if (this.#latency === 0) queueMicrotask(arrive);
    else this.#clock.wakeAt(this.#clock.now() + this.#latency, arrive);
  }
}
