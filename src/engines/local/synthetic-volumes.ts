import { numberFrom } from './number-from.js';

const intervalMs = 250;

/** Makes up a volume for every user whose microphone is on, four times a second. */
export class SyntheticVolumes {
  #timer: unknown = null;

  constructor(
    private readonly speakers: () => readonly string[],
    private readonly spread: (volumes: ReadonlyMap<string, number>) => void,
  ) {}

  /** Starts with the first microphone that is on, and stops after the last. */
  update(): void {
    if (this.speakers().length === 0) this.stop();
    else this.#timer ??= setInterval(() => this.#speak(), intervalMs);
  }

  stop(): void {
    if (this.#timer === null) return;
    clearInterval(this.#timer as number);
    this.#timer = null;
    this.spread(new Map());
  }

  #speak(): void {
    const seconds = Date.now() / 1000;
    const volumes = this.speakers().map((userId) => [userId, volumeAt(seconds, userId)] as const);
    this.spread(new Map(volumes.filter(([, volume]) => volume > 0)));
  }
}

/** Volume 0–100: sentences of a few seconds with pauses between them, in each user's own rhythm. */
function volumeAt(seconds: number, userId: string): number {
  const t = seconds + (numberFrom(userId) % 1000);
  const sentence = Math.sin(t * 0.9) + 0.4;
  const syllable = 0.6 + 0.4 * Math.sin(t * 11);
  return Math.max(0, Math.round(sentence * syllable * 70));
}
