import type { LocalParticipant, LocalTrack, TrackPublishOptions } from 'livekit-client';
import type { DeviceType, LiveError } from '../../../core/index.js';
import { RetryPause } from '../room/retry-pause.js';
import { toMediaError } from './capture.js';
import { mayPublish } from './publish-permission.js';

/** The pauses between the tries take about 10 to 19 seconds together. */
const triesBeforeGivingUp = 8;

export interface PublishedCloneOptions {
  participant: LocalParticipant;
  device: DeviceType;
  /** Called for every publishing: options and sizes may have changed since the last one. */
  prepare: (clone: MediaStreamTrack) => TrackPublishOptions | Promise<TrackPublishOptions>;
  /** The track could not be published, even after all tries. It is not tried again by itself. */
  onGiveUp: (error: LiveError) => void;
}

/**
 * Keeps a clone of one source track published in one room. It is a clone because a LiveKit track can be in one room
 * only, and because a room that closes stops its tracks.
 */
export class PublishedClone {
  readonly #pause = new RetryPause();
  #source: MediaStreamTrack | null = null;
  #current: { source: MediaStreamTrack; clone: MediaStreamTrack; track: LocalTrack | undefined } | null = null;
  #work: Promise<void> = Promise.resolve();
  #error: LiveError | null = null;
  /** Tries that failed since the last success. */
  #failures = 0;
  #retrying = false;
  #closed = false;

  constructor(private readonly options: PublishedCloneOptions) {}

  /** The track that is published now. */
  get track(): LocalTrack | null {
    return this.#current?.track ?? null;
  }

  /**
   * Publishes this track instead of the last one; null unpublishes it. Resolves after the first try, even if it failed.
   * Without LiveKit's permission the track waits. Call `set` again when the permission changes, and after a reconnect,
   * which may lose publications.
   */
  set(source: MediaStreamTrack | null): Promise<void> {
    if (source !== this.#source) this.#forgetFailures();
    this.#source = source;
    this.#pause.skip();
    this.#work = this.#work.then(() => this.#settle());
    return this.#work;
  }

  /** Waits for the last try and returns why it failed. Null also while the track waits for LiveKit's permission. */
  async failure(): Promise<LiveError | null> {
    await this.#work;
    return this.#error;
  }

  /** The room is closed, and its publications with it. */
  close(): void {
    this.#closed = true;
    this.#pause.skip();
    this.#current?.clone.stop();
    this.#current = null;
  }

  async #settle(): Promise<void> {
    if (this.#closed || this.#isSettled()) return;
    const { participant, device } = this.options;
    try {
      await this.#unpublish();
      if (this.#source && mayPublish(participant, device)) await this.#publish(this.#source);
      this.#forgetFailures();
    } catch (error) {
      // Without the permission, or without the room, the track waits.
      if (this.#isClosed() || !mayPublish(participant, device)) return;
      this.#noteFailure(toMediaError(error, device, 'could not be published'));
    }
  }

  #isSettled(): boolean {
    if (!this.#current) return this.#source === null;
    const { source, track } = this.#current;
    return this.#source === source && this.#isOut(track);
  }

  /** Whether the track is published. LiveKit unpublishes a track when its permission is withdrawn. */
  #isOut(track: LocalTrack | undefined): boolean {
    return [...this.options.participant.trackPublications.values()].some((publication) => publication.track === track);
  }

  async #publish(source: MediaStreamTrack): Promise<void> {
    const clone = source.clone();
    try {
      const options = await this.options.prepare(clone);
      const { track } = await this.options.participant.publishTrack(clone, options);
      if (this.#isClosed()) clone.stop();
      else this.#current = { source, clone, track };
    } catch (error) {
      clone.stop();
      throw error;
    }
  }

  async #unpublish(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    if (!current) return;
    try {
      if (current.track && this.#isOut(current.track)) await this.options.participant.unpublishTrack(current.track);
    } finally {
      current.clone.stop();
    }
  }

  #forgetFailures(): void {
    this.#pause.reset();
    this.#failures = 0;
    this.#error = null;
  }

  #noteFailure(error: LiveError): void {
    this.#error = error;
    if (++this.#failures >= triesBeforeGivingUp) this.options.onGiveUp(error);
    else if (!this.#retrying) this.#tryAgainLater(error);
  }

  #tryAgainLater(error: LiveError): void {
    this.#retrying = true;
    console.warn('live-battles: a track could not be published, trying again', error);
    void this.#pause.wait().then(() => {
      this.#retrying = false;
      this.#work = this.#work.then(() => this.#settle());
    });
  }

  /** A method, because TypeScript takes a field that was checked before an `await` for unchanged. */
  #isClosed(): boolean {
    return this.#closed;
  }
}
