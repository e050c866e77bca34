import type { LiveSink, Participant } from '../engine.js';
import type { NetworkQuality } from '../seat/seat.js';
import type { Publisher } from './publishers.js';
import { stageViewOf, type Presence, type StageView } from './stage-view.js';
import { isSameMap, isShallowSame, keepUnchanged } from './unchanged.js';

/** Tells a session the participants, volumes and network qualities; only what has changed. */
export class ShownStage<P extends Publisher> {
  readonly #mutedLives = new Set<string>();
  #participants: readonly Participant[] = [];
  #qualities: ReadonlyMap<string, NetworkQuality> = new Map();
  #volumes: ReadonlyMap<string, number> = new Map();

  constructor(private readonly sink: LiveSink) {}

  /** Ids of the lives whose people are seen, not heard. */
  get mutedLives(): ReadonlySet<string> {
    return this.#mutedLives;
  }

  /** Call it after any change. Returns the publishers whose sound is to be played. */
  show(publishers: readonly P[], presenceOf: (publisher: P) => Presence | null): readonly P[] {
    return this.showView(stageViewOf(publishers, presenceOf, this.#mutedLives));
  }

  /** Like `show`, of a view that was made already: the one of `mutedLives`. */
  showView(view: StageView<P>): readonly P[] {
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

  /** Mutes or unmutes a live, from the next `show` on. */
  setLiveMuted(liveId: string, isMuted: boolean): void {
    if (isMuted) this.#mutedLives.add(liveId);
    else this.#mutedLives.delete(liveId);
  }
}
