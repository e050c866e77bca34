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
  type BusMessage,
  type Clock,
  type Grace,
  type LinkLivesReply,
  type ScoreEntry,
  type ScoreTotal,
  type StartBattleReply,
} from '../../referee/index.js';
import { LocalBus } from './local-bus.js';
import { LocalConnection, type SharedWorld, type Visit } from './local-connection.js';
import { SyntheticVolumes } from './synthetic-volumes.js';
import { randomId } from './random-id.js';

export interface LocalWorldOptions {
  /** Default: the page's own clock. */
  clock?: Clock;
  /** How long people who vanished are waited for. Default: 5 s unseen, 30 s on seat, in link and battle, 120 s in the live. */
  grace?: Partial<Grace>;
  /** Longest battle, seconds, 1–86,400. Default 3,600. */
  battleDurationMax?: number;
  /** Milliseconds that every command and every message is on its way. Default 0: it arrives in a later microtask. */
  latency?: number;
}

/**
 * All lives, links and battles that the engines of one page share: a referee in memory, and nothing that leaves the page.
 *
 * A page's stores have no way to write a score, here or anywhere. `addScores`, `linkLives`, `startBattle`, `endBattle` and `closeLive` stand in for
 * the REST API of the battle server: only what plays the app's backend calls them.
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
    const bus = new LocalBus<LocalConnection>();
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
      onMediaChange: () => {
        this.#volumes.update();
        bus.noteChange();
      },
    };
  }

  /**
   * Adds points to hosts of a running battle, as an app's backend does when gifts were paid for; negative points
   * and totals correct what was counted. Each entry has
   * a result of its own, which says whether it counted and why not.
   * @throws LiveError `battleNotFound`, and `invalidParameter` for a malformed entry: nothing of the call counts then.
   */
  async addScores(battleId: string, entries: readonly (ScoreEntry | ScoreTotal)[]): Promise<AddScoresReply> {
    return await this.referee.addScores(battleId, entries);
  }

  /**
   * Links the first of these lives with each of the others, as an app's backend may: nobody is asked. Resolves with a code
   * per live. @throws LiveError `liveNotFound` for the first live, `invalidParameter`.
   */
  async linkLives(liveIds: readonly string[], layoutTemplate?: CoHostLayoutTemplate): Promise<LinkLivesReply> {
    const template = layoutTemplate === undefined ? {} : { layoutTemplate };
    return await this.referee.executeForBackend<'link-lives'>({ type: 'link-lives', liveIds, ...template });
  }

  /**
   * Begins a battle between lives of one link, as an app's backend may: nobody is asked. Resolves with the battle's id
   * and a code per opponent. @throws LiveError `liveNotFound`, `requestNotFound` outside a link, `alreadyInBattle`,
   * `battleRequestPending`, `noValidOpponent`, `invalidParameter`.
   */
  async startBattle(
    liveId: string,
    opponents: readonly string[],
    config: Partial<BattleConfig> = {},
  ): Promise<StartBattleReply> {
    return await this.referee.executeForBackend<'start-battle'>({ type: 'start-battle', liveId, opponents, config });
  }

  /** Ends a running battle early, as an app's backend may. @throws LiveError `battleNotFound`, `battleEnded`. */
  async endBattle(battleId: string): Promise<void> {
    await this.referee.executeForBackend({ type: 'end-battle', battleId });
  }

  /** Ends a live whatever its host thinks, as an app's backend may. @throws LiveError `liveNotFound`. */
  async closeLive(liveId: string): Promise<void> {
    await this.referee.executeForBackend({ type: 'close-live', liveId });
  }

  /** Takes a user's network away until `restoreNetwork`: nothing arrives, nothing they send gets through. */
  async cutNetwork(userId: string): Promise<void> {
    this.#unreachable.add(userId);
    await Promise.all(this.#shared.bus.ofUser(userId).map((connection) => connection.loseNetwork()));
  }

  async restoreNetwork(userId: string): Promise<void> {
    this.#unreachable.delete(userId);
    await Promise.all(this.#shared.bus.ofUser(userId).map((connection) => connection.connect()));
  }

  /** The user's page is gone from one moment to the next: their sessions hear nothing any more. */
  async crash(userId: string): Promise<void> {
    await Promise.all(this.#shared.bus.ofUser(userId).map((connection) => connection.close()));
  }

  /** A command's way to the referee. @throws LiveError `unreachable` while the user's network is cut. */
  async travel(userId: string): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#later(resolve);
    });
    if (!this.#unreachable.has(userId)) return;
    throw new LiveError(LiveErrorCode.unreachable, 'the network is gone');
  }

  /**
   * Lets a session in; one that the user has in this live already is put out.
   * @throws LiveError `liveNotFound`, `noPermission` for whoever was kicked out of it.
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

  /** Stops all clockwork, so that a process can end. */
  dispose(): void {
    this.referee.stop();
    this.#volumes.stop();
  }

  #publish(message: BusMessage): void {
    if (message.topic === 'kicked') this.#putOut(message.liveId, message.kicked);
    else this.#shared.bus.publish(message);
  }

  #putOut(liveId: string, kicked: readonly string[]): void {
    for (const userId of kicked) {
      const member = this.#shared.bus.find(liveId, userId);
      // Whoever is cut off learns of it when the network is back.
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
