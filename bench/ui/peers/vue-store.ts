// The pattern of Tencent's Vue kit: an atom of nanostores holds a Map of all seats, which is replaced whole for each
// event; one component draws all of them.
import { useStore } from '@nanostores/vue';
import { atom } from 'nanostores';
import { createApp, defineComponent, type App } from 'vue';
import { initialsOf } from '../page/people.js';
import { speakingFrom, type Peer, type PeerState, type Person, type Shown } from '../page/peer.js';
import { shownIn } from './plain-tile.js';
import { render } from './vue-tiles.html';

interface Seat {
  name: string;
  initials: string;
  score: number;
  level: number;
}

class VueStore implements PeerState {
  readonly #seats = atom<ReadonlyMap<string, Seat>>(new Map());
  #app: App | null = null;
  #stage: Element | null = null;

  constructor(private readonly people: readonly Person[]) {
    const seatOf = ({ name }: Person): Seat => ({ name, initials: initialsOf(name), score: 0, level: 0 });
    this.#seats.set(new Map(people.map((person) => [person.userId, seatOf(person)])));
  }

  score(index: number, score: number): void {
    this.#change(index, { score });
  }

  level(index: number, level: number): void {
    this.#change(index, { level });
  }

  deliver(): void {
    // Each change was stored at once.
  }

  mount(stage: HTMLElement): void {
    const setup = (): object => ({ seats: useStore(this.#seats), speakingFrom });
    this.#app = createApp(defineComponent({ setup, render }));
    this.#app.mount(stage);
    this.#stage = stage;
  }

  unmount(): void {
    this.#app?.unmount();
    this.#app = null;
    this.#stage = null;
  }

  shown(index: number): Shown | null {
    const tile = this.#stage?.querySelectorAll('.tile')[index];
    return shownIn(tile, tile?.classList.contains('speaking') ?? false);
  }

  #change(index: number, change: Partial<Seat>): void {
    const { userId } = this.people[index]!;
    const seats = new Map(this.#seats.get());
    seats.set(userId, { ...seats.get(userId)!, ...change });
    this.#seats.set(seats);
  }
}

export const peer: Peer = { hasTimer: false, open: async (people) => new VueStore(people) };
