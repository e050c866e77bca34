// Hand-written DOM: text, class and style are written where they change.
import { speakingFrom, type Peer, type PeerState, type Person, type Shown } from '../page/peer.js';
import { plainTile, shownIn, type PlainTile } from './plain-tile.js';

class Vanilla implements PeerState {
  readonly #scores: number[];
  readonly #levels: number[];
  #tiles: PlainTile[] = [];

  constructor(private readonly people: readonly Person[]) {
    this.#scores = people.map(() => 0);
    this.#levels = people.map(() => 0);
  }

  score(index: number, points: number): void {
    this.#scores[index] = points;
    const tile = this.#tiles[index];
    if (tile) tile.score.data = String(points);
  }

  level(index: number, level: number): void {
    this.#levels[index] = level;
    const tile = this.#tiles[index];
    if (!tile) return;
    tile.ring.style.opacity = String(level);
    tile.element.classList.toggle('speaking', level >= speakingFrom);
  }

  deliver(): void {
    // Each change was written at once.
  }

  mount(stage: HTMLElement): void {
    this.#tiles = this.people.map(plainTile);
    stage.append(...this.#tiles.map(({ element }) => element));
    for (const index of this.people.keys()) {
      this.score(index, this.#scores[index]!);
      this.level(index, this.#levels[index]!);
    }
  }

  unmount(): void {
    for (const { element } of this.#tiles) element.remove();
    this.#tiles = [];
  }

  shown(index: number): Shown | null {
    const element = this.#tiles[index]?.element;
    return shownIn(element, element?.classList.contains('speaking') ?? false);
  }
}

export const peer: Peer = { hasTimer: false, open: async (people) => new Vanilla(people) };
