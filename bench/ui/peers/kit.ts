// The kit from its sources. Up to nine people: the whole stage with a running battle. More: a seat and a rank each.
import '../../../src/components/battle-rank/define.js';
import '../../../src/components/cohost-seat/define.js';
import '../../../src/components/live-core-view/define.js';
import { LiveSession } from '../../../src/core/index.js';
import type { Moment, Peer, PeerState, Person, Shown } from '../page/peer.js';
import { kitCell, tilesIn, type KitTile } from './kit/kit-tiles.js';
import { LeanEngine } from './kit/lean-engine.js';

class Kit implements PeerState {
  #stage: HTMLElement | null = null;
  #tiles: ReadonlyMap<string, KitTile> = new Map();

  constructor(
    private readonly people: readonly Person[],
    private readonly engine: LeanEngine,
    private readonly session: LiveSession,
  ) {}

  static async open(people: readonly Person[]): Promise<Kit> {
    const engine = new LeanEngine(people);
    const session = new LiveSession({ engine });
    await session.liveListStore.joinLive({ liveId: people[0]!.liveId });
    return new Kit(people, engine, session);
  }

  score(index: number, points: number): void {
    this.engine.score(index, points);
  }

  level(index: number, level: number): void {
    this.engine.level(index, level);
  }

  deliver(): void {
    this.engine.deliver();
  }

  mount(stage: HTMLElement): void {
    this.#stage = stage;
    if (this.people.length > 9) stage.append(...this.people.map((person) => kitCell(this.session, person)));
    else stage.append(Object.assign(document.createElement('live-core-view'), { session: this.session }));
  }

  unmount(): void {
    this.#stage?.replaceChildren();
    this.#stage = null;
    this.#tiles = new Map();
  }

  shown(index: number): Shown | null {
    const tile = this.#tileOf(this.people[index]!.userId);
    if (!tile) return null;
    const score = tile.rank?.shadowRoot?.querySelector('[part~="score"]')?.textContent ?? '';
    return { points: Number(score.replace(/\D/g, '')), isSpeaking: tile.seat.matches(':state(speaking)') };
  }

  play(moment: Moment): void {
    if (moment === 'result') return this.engine.end();
    if (moment === 'lead') this.score(1, 9000);
    else this.score(0, 5000);
    this.deliver();
  }

  #tileOf(userId: string): KitTile | undefined {
    if (this.#tiles.size < this.people.length && this.#stage) {
      const view = this.#stage.querySelector('live-core-view');
      this.#tiles = tilesIn(view?.shadowRoot ?? this.#stage);
    }
    return this.#tiles.get(userId);
  }
}

export const peer: Peer = { hasTimer: true, open: async (people) => await Kit.open(people) };
