import type { LiveSink, Participant } from '../engine.js';
import type { NetworkQuality } from '../seat/seat.js';
import type { Publisher } from './publishers.js';
import { stageViewOf, type Presence } from './stage-view.js';
import { isSameMap, isShallowSame, keepUnchanged } from './unchanged.js';

/** Tells a session who is on the stage, how loud and how well connected; only what has changed. */
export class ShownStage<P extends Publisher> {
  readonly #mutedLives = new Set<string>();
  #participants: readonly Participant[] = [];
  #qualities: ReadonlyMap<string, NetworkQuality> = new Map();
  #volumes: ReadonlyMap<string, number> = new Map();

  constructor(private readonly sink: LiveSink) {}

  /** To be called after any change. Returns those whose sound is to be played. */
  show(publishers: readonly P[], presenceOf: (publisher: P) => Presence | null): readonly P[] {
    const view = stageViewOf(publishers, presenceOf, this.#mutedLives);
    const participants = keepUnchanged(this.#participants, view.participants, isShallowSame);
    if (participants !== this.#participants) {
      this.#participants = participants;
      this.sink.receive({ type: 'participants', participants });
    }
    const { qualities, volumes, heard } = view;
    if (!isSameMap(qualities, this.#qualities)) {
      this.#qualities = qualities;
      this.sink.receive({ type: 'network-qualities', qualities });
    }
    if (!isSameMap(volumes, this.#volumes)) {
      this.#volumes = volumes;
      this.sink.receive({ type: 'speaking', volumes });
    }
    return heard;
  }

  /** From the next `show` on. */
  setLiveMuted(liveId: string, isMuted: boolean): void {
    if (isMuted) this.#mutedLives.add(liveId);
    else this.#mutedLives.delete(liveId);
  }
}
