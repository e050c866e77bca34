// A Lit element with a shadow root for each tile. Its changing parts watch signals; it never renders twice.
import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { css, html, LitElement, noChange, unsafeCSS, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import { initialsOf } from '../page/people.js';
import { speakingFrom, type Peer, type PeerState, type Person, type Shown } from '../page/peer.js';
import tileStyles from '../page/tile.css';
import { shownIn } from './plain-tile.js';

class Watch extends AsyncDirective {
  #signal: ReadonlySignal<unknown> | null = null;
  #stop: (() => void) | null = null;

  render(watched: ReadonlySignal<unknown>): unknown {
    if (watched !== this.#signal) {
      this.#signal = watched;
      this.reconnected();
    }
    return noChange;
  }

  override disconnected(): void {
    this.#stop?.();
  }

  override reconnected(): void {
    this.#stop?.();
    this.#stop = effect(() => {
      this.setValue(this.#signal!.value);
    });
  }
}
const watch = directive(Watch);

class Seat {
  readonly score: Signal<number> = signal(0);
  readonly level: Signal<number> = signal(0);
  readonly ring = computed(() => `opacity:${this.level.value}`);
  readonly className = computed(() => (this.level.value >= speakingFrom ? 'tile speaking' : 'tile'));

  constructor(readonly person: Person) {}
}

class LitTile extends LitElement {
  static override styles = [
    unsafeCSS(tileStyles),
    css`
      :host {
        display: grid;
      }
    `,
  ];

  seat!: Seat;

  override render(): TemplateResult {
    const { person, ring, className, score } = this.seat;
    return html`<div class=${watch(className)}>
      <div class="ring" style=${watch(ring)}></div>
      <div class="avatar">${initialsOf(person.name)}</div>
      <div class="name"><span class="mic"></span>${person.name}</div>
      <div class="score">${watch(score)}</div>
    </div>`;
  }
}
customElements.define('lit-tile', LitTile);

class LitPreact implements PeerState {
  readonly #seats: readonly Seat[];
  #tiles: LitTile[] = [];

  constructor(people: readonly Person[]) {
    this.#seats = people.map((person) => new Seat(person));
  }

  score(index: number, points: number): void {
    this.#seats[index]!.score.value = points;
  }

  level(index: number, level: number): void {
    this.#seats[index]!.level.value = level;
  }

  deliver(): void {
    // Each change was written at once.
  }

  mount(stage: HTMLElement): void {
    this.#tiles = this.#seats.map((seat) => Object.assign(document.createElement('lit-tile') as LitTile, { seat }));
    stage.append(...this.#tiles);
  }

  unmount(): void {
    for (const tile of this.#tiles) tile.remove();
    this.#tiles = [];
  }

  shown(index: number): Shown | null {
    const root = this.#tiles[index]?.shadowRoot;
    return shownIn(root, Boolean(root?.querySelector('.tile.speaking')));
  }
}

export const peer: Peer = { hasTimer: false, open: async (people) => new LitPreact(people) };
