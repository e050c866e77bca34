// What the updates cost without a page: the worker's messages, and the boards and volumes that the kit's engine makes of
// them. Its tiles never change, so it shows nothing true and is not checked.
import type { Peer, PeerState, Person, Shown } from '../page/peer.js';
import { LeanEngine } from './kit/lean-engine.js';
import { plainTile } from './plain-tile.js';

class Feed implements PeerState {
  readonly #engine: LeanEngine;
  #tiles: readonly HTMLElement[] = [];

  constructor(private readonly people: readonly Person[]) {
    this.#engine = new LeanEngine(people);
    // What a session would receive goes nowhere.
    void this.#engine.join('', { receive: () => undefined });
  }

  score(index: number, points: number): void {
    this.#engine.score(index, points);
  }

  level(index: number, level: number): void {
    this.#engine.level(index, level);
  }

  deliver(): void {
    this.#engine.deliver();
  }

  mount(stage: HTMLElement): void {
    this.#tiles = this.people.map((person) => plainTile(person).element);
    stage.append(...this.#tiles);
  }

  unmount(): void {
    for (const tile of this.#tiles) tile.remove();
    this.#tiles = [];
  }

  shown(index: number): Shown | null {
    return this.#tiles[index] ? { points: 0, isSpeaking: false } : null;
  }
}

export const peer: Peer = { hasTimer: false, open: async (people) => new Feed(people) };
