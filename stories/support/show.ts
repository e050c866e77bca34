import { CoHostLayoutTemplate, LiveSession } from '../../src/core/index.js';
import { LocalEngine, LocalWorld } from '../../src/engines/local/index.js';

export interface Performer {
  userId: string;
  userName: string;
  avatarUrl?: string;
  /** Default: on. */
  camera?: boolean;
  microphone?: boolean;
}

export const cast: readonly Performer[] = [
  { userId: 'mia', userName: 'Mia Torres' },
  { userId: 'kenji', userName: 'Kenji 健司' },
  { userId: 'layla', userName: 'ليلى الحسن' },
  { userId: 'noah', userName: 'Noah', microphone: false },
  { userId: 'priya', userName: 'Priya Raman', camera: false },
  { userId: 'olu', userName: 'Olúwaṣeun of the Very Long Name, Second of That Name' },
  { userId: 'zoe', userName: '✨ Zoë ✨' },
  { userId: 'ivan', userName: 'Иван', camera: false, microphone: false },
  { userId: 'sam', userName: 'Sam & <b>Max</b>' },
];

interface ShowOptions {
  hosts?: readonly Performer[];
  template?: CoHostLayoutTemplate;
  /** Default: one of its own. */
  world?: LocalWorld;
}

/** Hosts who are live in a world of their own, each with a session, and a viewer of the first one's live. */
export class Show {
  readonly world: LocalWorld;
  readonly viewer: LiveSession;
  readonly hosts: readonly LiveSession[];
  readonly #performers: readonly Performer[];
  readonly #template: CoHostLayoutTemplate;
  #giftTimer: ReturnType<typeof setInterval> | undefined;
  #gifts = 0;

  constructor({
    hosts = cast.slice(0, 2),
    template = CoHostLayoutTemplate.hostDynamicGrid,
    world = new LocalWorld(),
  }: ShowOptions = {}) {
    this.world = world;
    this.#performers = hosts;
    this.#template = template;
    this.viewer = this.#sessionOf({ userId: 'viewer', userName: 'A viewer' });
    this.hosts = hosts.map((performer) => this.#sessionOf(performer));
  }

  /** All hosts go live and link up; the viewer watches the first. */
  async open(): Promise<this> {
    for (const [index, host] of this.hosts.entries()) {
      const { userId, camera = true, microphone = true } = this.#performers[index]!;
      if (camera) await host.deviceStore.openLocalCamera();
      if (microphone) await host.deviceStore.openLocalMicrophone();
      await host.liveListStore.createLive({ liveId: userId });
    }
    await this.viewer.liveListStore.joinLive({ liveId: this.#performers[0]!.userId });
    for (let index = 1; index < this.hosts.length; index++) await this.link(index);
    return this;
  }

  /** The first host invites another, who accepts. */
  async link(index: number): Promise<void> {
    const [first] = this.#performers;
    await this.hosts[0]!.coHostStore.requestHostConnection({
      targetHostLiveIds: this.#performers[index]!.userId,
      layoutTemplate: this.#template,
    });
    await this.hosts[index]!.coHostStore.acceptHostConnection({ fromHostLiveId: first!.userId });
  }

  /** Everybody battles everybody. */
  async battle(seconds = 300, phases: { countdown?: number; penalty?: number } = {}): Promise<string> {
    const userIdList = this.#performers.slice(1).map(({ userId }) => userId);
    const config = { duration: seconds, needResponse: false, ...phases };
    const { battleId } = await this.hosts[0]!.battleStore.requestBattle({ userIdList, config });
    return battleId;
  }

  /** What the app's backend does when a gift was paid for. */
  async gift(userId: string, points: number): Promise<void> {
    const battle = this.viewer.battleStore.currentBattleInfo.get();
    if (!battle) return;
    await this.world.addScores(battle.battleId, [{ eventId: `gift-${this.#gifts++}`, userId, points }]);
  }

  /** Gifts for everybody, now and then. */
  rainGifts(everyMilliseconds = 600): this {
    this.#giftTimer = setInterval(() => {
      const { userId } = this.#performers[Math.floor(Math.random() * this.#performers.length)]!;
      void this.gift(userId, Math.ceil(Math.random() ** 3 * 400));
    }, everyMilliseconds);
    return this;
  }

  /** Everybody goes home. */
  close(): void {
    clearInterval(this.#giftTimer);
    for (const host of this.hosts) host.liveListStore.endLive().catch(() => undefined);
    void this.viewer.logout();
  }

  #sessionOf(user: Performer): LiveSession {
    return new LiveSession({ engine: new LocalEngine({ world: this.world, user }) });
  }
}
