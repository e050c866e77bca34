import type { LocalParticipant, LocalTrack, TrackPublishOptions } from 'livekit-client';
import type { Device } from './capture.js';
import { mayPublish } from './publish-permission.js';
import { RetryPause } from '../room/retry-pause.js';

/**
 * Keeps one source track published in one room, as a clone: a LiveKit track cannot be in two rooms, and a room that goes
 * down stops what it was given.
 */
export class PublishedClone {
  readonly #pause = new RetryPause();
  #source: MediaStreamTrack | null = null;
  #current: { source: MediaStreamTrack; clone: MediaStreamTrack; track: LocalTrack | undefined } | null = null;
  #work: Promise<void> = Promise.resolve();
  #retrying = false;
  #closed = false;

  constructor(
    private readonly participant: LocalParticipant,
    private readonly device: Device,
    /** Called for every publishing: options and sizes may have changed since the last one. */
    private readonly prepare: (clone: MediaStreamTrack) => TrackPublishOptions | Promise<TrackPublishOptions>,
  ) {}

  /** What is published now. */
  get track(): LocalTrack | null {
    return this.#current?.track ?? null;
  }

  /**
   * Publishes that track instead of the last one; null takes it away. Resolves after the first try. To be called again
   * after a reconnect, in which publications may get lost, and when LiveKit's permission changes: without it, the track
   * waits for it.
   */
  set(source: MediaStreamTrack | null): Promise<void> {
    this.#source = source;
    this.#pause.reset();
    this.#pause.skip();
    this.#work = this.#work.then(() => this.#settle());
    return this.#work;
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
    try {
      await this.#unpublish();
      if (this.#source && mayPublish(this.participant, this.device)) await this.#publish(this.#source);
      this.#pause.reset();
    } catch (error) {
      if (!this.#isClosed()) this.#tryAgain(error);
    }
  }

  #isSettled(): boolean {
    if (!this.#current) return this.#source === null;
    const { source, track } = this.#current;
    return this.#source === source && this.#isOut(track);
  }

  /** LiveKit takes a publication away when the permission for it goes. */
  #isOut(track: LocalTrack | undefined): boolean {
    return [...this.participant.trackPublications.values()].some((publication) => publication.track === track);
  }

  async #publish(source: MediaStreamTrack): Promise<void> {
    const clone = source.clone();
    try {
      const options = await this.prepare(clone);
      const { track } = await this.participant.publishTrack(clone, options);
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
      if (current.track && this.#isOut(current.track)) await this.participant.unpublishTrack(current.track);
    } finally {
      current.clone.stop();
    }
  }

  #tryAgain(error: unknown): void {
    if (this.#retrying) return;
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
