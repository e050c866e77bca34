import {
  battleEffectTypes,
  CoHostLayoutTemplate,
  LiveSession,
  SeatLayoutTemplate,
  type BattleConfig,
} from '../../src/core/index.js';
import { LocalEngine, LocalWorld } from '../../src/engines/local/index.js';
import type { BackendCommandOf } from '../../src/referee/index.js';

export interface Performer {
  userId: string;
  userName: string;
  avatarUrl?: string;
  /** Default: true, as for the microphone. */
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

/** An effect, and after how many seconds of the battle it is applied. */
export type ShowEffect = BackendCommandOf<'apply-effect'>['effect'] & { after?: number };

/** Users who give gifts. */
const fans = [
  { userId: 'fan-ada', userName: 'Ada' },
  { userId: 'fan-bao', userName: 'Bảo Trân' },
  { userId: 'fan-cem', userName: 'Cem the Most Generous of Them All' },
  { userId: 'fan-dia', userName: 'Día' },
];

interface ShowOptions {
  hosts?: readonly Performer[];
  /** Users of the first host's audience who take seats. */
  guests?: readonly Performer[];
  /** Layout of the link. */
  template?: CoHostLayoutTemplate;
  /** Layout of the lives while they are not linked. */
  seatTemplate?: SeatLayoutTemplate;
  /** Seats of each live. Default: the usual number of its kind. */
  seats?: number;
  /** Default: a new world. */
  world?: LocalWorld;
}

/** Hosts who are live in a local world, each with a session, and a viewer of the first host's live. */
export class Show {
  readonly world: LocalWorld;
  readonly viewer: LiveSession;
  readonly hosts: readonly LiveSession[];
  readonly #guests: readonly LiveSession[];
  readonly #performers: readonly Performer[];
  readonly #guestPerformers: readonly Performer[];
  readonly #template: CoHostLayoutTemplate;
  readonly #seatTemplate: SeatLayoutTemplate;
  readonly #seats: number | undefined;
  #giftTimer: ReturnType<typeof setInterval> | undefined;
  readonly #effectTimers: ReturnType<typeof setTimeout>[] = [];
  #gifts = 0;

  constructor({
    hosts = cast.slice(0, 2),
    guests = [],
    template = CoHostLayoutTemplate.hostDynamicGrid,
    seatTemplate = SeatLayoutTemplate.videoDynamicGrid9Seats,
    seats,
    world = new LocalWorld(),
  }: ShowOptions = {}) {
    this.world = world;
    this.#performers = hosts;
    this.#guestPerformers = guests;
    this.#template = template;
    this.#seatTemplate = seatTemplate;
    this.#seats = seats;
    this.viewer = this.#sessionOf({ userId: 'viewer', userName: 'A viewer' });
    this.hosts = hosts.map((performer) => this.#sessionOf(performer));
    this.#guests = guests.map((performer) => this.#sessionOf(performer));
  }

  /** All hosts go live and link, or guests take seats. The viewer watches the first host. */
  async open(): Promise<this> {
    for (const [index, host] of this.hosts.entries()) {
      const performer = this.#performers[index]!;
      await openDevices(host, performer);
      await host.liveListStore.createLive({
        liveId: performer.userId,
        seatMode: 'free',
        seatLayoutTemplate: this.#seatTemplate,
        ...(this.#seats && { maxSeatCount: this.#seats }),
      });
    }
    await this.viewer.liveListStore.joinLive({ liveId: this.#performers[0]!.userId });
    for (let index = 1; index < this.hosts.length; index++) await this.link(index);
    for (const [index, guest] of this.#guests.entries()) {
      await guest.liveListStore.joinLive({ liveId: this.#performers[0]!.userId });
      await guest.liveSeatStore.takeSeat();
      await openDevices(guest, this.#guestPerformers[index]!);
    }
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

  /** Starts a battle of all hosts, `seconds` long. Returns its id. */
  async battle(seconds = 300, more: Partial<BattleConfig> = {}): Promise<string> {
    const userIdList = this.#performers.slice(1).map(({ userId }) => userId);
    const config = { duration: seconds, needResponse: false, effects: battleEffectTypes, ...more };
    const { battleId } = await this.hosts[0]!.battleStore.requestBattle({ userIdList, config });
    return battleId;
  }

  /** Runs a battle that the first host wins at once. */
  async shortBattle(): Promise<void> {
    const battleId = await this.battle(60, { rematchWindow: 0 });
    await this.gift(this.#performers[0]!.userId, 1);
    await this.world.endBattle(battleId);
  }

  /** Posts a gift's points, as an app's backend does once the gift is paid. */
  async gift(userId: string, points: number): Promise<void> {
    const battle = this.viewer.battleStore.currentBattleInfo.get();
    if (!battle) return;
    const eventId = `gift-${this.#gifts++}`;
    // Some users give to one host only, some to all.
    const contributor = fans[(this.#gifts + userId.length) % fans.length]!;
    await this.world.addScores(battle.battleId, [{ eventId, userId, points, contributor }]);
  }

  /** Applies an effect to the battle, as the app's backend does. */
  async effect({ after = 0, ...effect }: ShowEffect): Promise<void> {
    if (after > 0) await new Promise((resolve) => this.#effectTimers.push(setTimeout(resolve, after * 1000)));
    const battle = this.viewer.battleStore.currentBattleInfo.get();
    if (!battle) return;
    const eventId = `effect-${this.#gifts++}`;
    const { battleId } = battle;
    const contributor = fans[this.#gifts % fans.length]!;
    await this.world.referee.executeForBackend({ type: 'apply-effect', battleId, eventId, effect, contributor });
  }

  /** Gives a gift to a random host again and again. */
  rainGifts(everyMilliseconds = 600): this {
    this.#giftTimer = setInterval(() => {
      const { userId } = this.#performers[Math.floor(Math.random() * this.#performers.length)]!;
      void this.gift(userId, Math.ceil(Math.random() ** 3 * 400));
    }, everyMilliseconds);
    return this;
  }

  /** Ends the hosts' lives, and logs viewer and guests out. */
  close(): void {
    clearInterval(this.#giftTimer);
    for (const timer of this.#effectTimers) clearTimeout(timer);
    for (const host of this.hosts) host.liveListStore.endLive().catch(() => undefined);
    for (const session of [this.viewer, ...this.#guests]) void session.logout();
  }

  /** Locks a seat of the first host's live. */
  async lockSeat(seatIndex: number): Promise<void> {
    await this.hosts[0]!.liveSeatStore.lockSeat({ seatIndex });
  }

  #sessionOf(user: Performer): LiveSession {
    return new LiveSession({ engine: new LocalEngine({ world: this.world, user }) });
  }
}

async function openDevices(session: LiveSession, { camera = true, microphone = true }: Performer): Promise<void> {
  if (camera) await session.deviceStore.openLocalCamera();
  if (microphone) await session.deviceStore.openLocalMicrophone();
}
