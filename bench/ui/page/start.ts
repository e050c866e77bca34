import { painted } from './frame-intervals.js';
import type { Order } from './packet.js';
import type { Moment, Peer, PeerState } from './peer.js';
import { people } from './people.js';
import { showTimer } from './timer.js';
import { Updates, type UpdatesReport } from './updates.js';

const battleSeconds = 3600;

/** What a measure can do with a page. */
export class BenchPage {
  #state: PeerState | null = null;
  #updates: Updates | null = null;
  #count = 0;

  constructor(
    private readonly peer: Peer,
    private readonly stage: HTMLElement,
  ) {}

  /** Makes the state of so many people. No tile yet. */
  async open(count: number): Promise<void> {
    this.#count = count;
    this.stage.className = count > 9 ? 'stage many' : 'stage';
    this.#state = await this.peer.open(people(count));
    this.#updates = new Updates(this.#state, count);
  }

  /** Mounts all tiles. Resolves once they are painted. */
  async mount(): Promise<void> {
    const state = this.#state!;
    state.mount(this.stage);
    while (!state.shown(0) || !state.shown(this.#count - 1)) await new Promise((done) => requestAnimationFrame(done));
    await painted();
  }

  async unmount(): Promise<void> {
    this.#state!.unmount();
    await painted();
  }

  showTimer(): void {
    if (!this.peer.hasTimer) showTimer(document.body, battleSeconds);
  }

  async run(order: Omit<Order, 'people'>, countsFrames: boolean): Promise<UpdatesReport> {
    return await this.#updates!.run({ ...order, people: this.#count }, countsFrames);
  }

  async wrongTiles(): Promise<number> {
    await painted();
    await painted();
    return this.#updates!.wrongTiles();
  }

  /** Plays a moment of a battle, with a mark of its name in the trace. */
  play(moment: Moment): void {
    performance.mark(moment);
    this.#state!.play!(moment);
  }
}

declare global {
  var bench: BenchPage;
}

export function start(peer: Peer): void {
  globalThis.bench = new BenchPage(peer, document.querySelector<HTMLElement>('.stage')!);
}
