import type { ReactiveController, ReactiveElement } from 'lit';
import type { VideoTrack } from '../../core/index.js';

/** Attaches a seat's video track to its video element, and knows whether a frame is there. */
export class SeatVideo implements ReactiveController {
  #attached: VideoTrack | null = null;
  #detach: (() => void) | null = null;
  #hasPicture = false;

  constructor(
    private readonly host: ReactiveElement,
    private readonly track: () => VideoTrack | null,
  ) {
    host.addController(this);
  }

  /** False until the first frame of the current track is there. */
  get hasPicture(): boolean {
    return this.#hasPicture && this.track() !== null && this.track() === this.#attached;
  }

  /** Handles the video element's `loadeddata` and `playing` events. */
  readonly onPicture = (): void => {
    if (this.#hasPicture) return;
    this.#hasPicture = true;
    this.host.requestUpdate();
  };

  hostConnected(): void {
    if (this.host.hasUpdated) this.hostUpdated();
  }

  hostUpdated(): void {
    const track = this.track();
    if (track === this.#attached) return;
    this.#release();
    const video = track && this.host.renderRoot.querySelector('video');
    if (!video || !this.host.isConnected) return;
    // The engine plays the sound. A `muted` attribute that was copied does not mute the video in every browser.
    video.muted = true;
    this.#attached = track;
    this.#detach = track.attach(video);
    // Some browsers pause a moved video and do not play it again. When they refuse to play, the background stays.
    video.play().catch(() => undefined);
  }

  hostDisconnected(): void {
    // Wait a microtask: an element that is only moved keeps its video.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#release();
    });
  }

  #release(): void {
    this.#detach?.();
    this.#detach = null;
    this.#attached = null;
    this.#hasPicture = false;
  }
}
