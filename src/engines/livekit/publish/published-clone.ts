import type { LocalParticipant, LocalTrack, TrackPublishOptions } from 'livekit-client';
import type { DeviceType, LiveError } from '../../../core/index.js';
import { RetryPause } from '../room/retry-pause.js';
import { toMediaError } from './capture.js';
import { mayPublish } from './publish-permission.js';

/** With the pauses between them, 9 to 25 seconds. */
const triesBeforeGivingUp = 8;

export interface PublishedCloneOptions {
  participant: LocalParticipant;
  device: DeviceType;
  /** Called for every publishing: options and sizes may have changed since the last one. */
  prepare: (clone: MediaStreamTrack) => TrackPublishOptions | Promise<TrackPublishOptions>;
  /** The track could not be published, however often it was tried; it is not tried again by itself. */
  onGiveUp: (error: LiveError) => void;
}

/**
 * Keeps one source track published in one room, as a clone: a LiveKit track cannot be in two rooms, and a room that goes
 * down stops what it was given.
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

  /** What is published now. */
  get track(): LocalTrack | null {
    return this.#current?.track ?? null;
  }

  /**
   * Publishes that track instead of the last one; null takes it away. Resolves after the first try, also when that failed.
   * To be called again after a reconnect, in which publications may get lost, and when LiveKit's permission changes:
   * without it, the track waits for it.
   */
  set(source: MediaStreamTrack | null): Promise<void> {
    if (source !== this.#source) this.#forgetFailures();
    this.#source = source;
    this.#pause.skip();
    this.#work = this.#work.then(() => this.#settle());
    return this.#work;
  }

  /** What kept the track from being published, once the last try is over; waiting for LiveKit's permission is no failure. */
  async failure(): Promise<LiveError | null> {
    await this.#work;
    return this.#error;
  }

  /** The room is gone, and with it the publication. */
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

  /** LiveKit takes a publication away when the permission for it goes. */
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

  /** A method, for what changes while something is awaited. */
  #isClosed(): boolean {
    return this.#closed;
  }
}
