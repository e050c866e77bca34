import { LiveSession } from '../src/core/index.js';
import { LocalEngine, LocalWorld } from '../src/engines/local/index.js';
import { FrameClock } from './frame-clock.js';

const hosts = ['host_0', 'host_1'];

/** Two hosts in a battle of one hour and their audiences, each with a session, all on one page. */
export class CrowdedPage {
  readonly #clock = new FrameClock();
  readonly #world = new LocalWorld({ clock: this.#clock });
  readonly #sessions: LiveSession[] = [];
  #battleId = '';
  #scores = 0;

  /** @param sessions Number of sessions, the hosts' two among them. The audience is split between the hosts. */
  async open(sessions: number): Promise<this> {
    for (const liveId of hosts) await this.#session(liveId).liveListStore.createLive({ liveId });
    const [first, second] = this.#sessions;
    await first!.coHostStore.requestHostConnection({ targetHostLiveIds: hosts[1]! });
    await second!.coHostStore.acceptHostConnection({ fromHostLiveId: hosts[0]! });
    for (let index = 2; index < sessions; index++) {
      await this.#session(`fan_${index}`).liveListStore.joinLive({ liveId: hosts[index % 2]! });
    }
    const config = { duration: 3600, needResponse: false };
    this.#battleId = (await first!.battleStore.requestBattle({ userIdList: [hosts[1]!], config })).battleId;
    await this.#delivered();
    return this;
  }

  /** Posts gifts of one point, and ends the frame. Every session has the scores then. */
  async frame(gifts: number): Promise<void> {
    for (let gift = 0; gift < gifts; gift++) {
      const entry = {
        eventId: `gift_${this.#scores++}`,
        userId: hosts[0]!,
        points: 1,
        contributor: { userId: 'fan_2' },
      };
      await this.#world.addScores(this.#battleId, [entry]);
    }
    this.#clock.endFrame();
    await this.#delivered();
  }

  /** @throws Error unless every session shows all points. */
  check(): void {
    for (const { battleStore } of this.#sessions) {
      const shown = battleStore.battleScore.get().get(hosts[0]!);
      if (shown !== this.#scores) throw new Error(`a session shows ${shown} points instead of ${this.#scores}`);
    }
  }

  #session(userId: string): LiveSession {
    const session = new LiveSession({ engine: new LocalEngine({ world: this.#world, user: { userId } }) });
    this.#sessions.push(session);
    return session;
  }

  /** Messages arrive in microtasks, so all have arrived in the next task. */
  #delivered(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
}
