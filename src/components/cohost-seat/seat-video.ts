import type { ReactiveController, ReactiveElement } from 'lit';
import type { VideoTrack } from '../../core/index.js';

/** Keeps a seat's picture on its video element, and knows whether there is something to see yet. */
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

  /** False until the first frame is there. */
  get hasPicture(): boolean {
    return this.#hasPicture && this.track() !== null && this.track() === this.#attached;
  }

  /** For the video element's events. */
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
    const video = this.host.renderRoot.querySelector('video');
    if (!video || track === this.#attached) return;
    this.#release();
    if (!track || !this.host.isConnected) return;
    // Sound is the engine's; a copied `muted` attribute alone does not silence every browser's video.
    video.muted = true;
    this.#attached = track;
    this.#detach = track.attach(video);
    // Some engines do not autoplay what was paused by being moved; when play is refused, the background stays.
    video.play().catch(() => undefined);
  }

  hostDisconnected(): void {
    // A microtask later: an element that is only moved goes on showing its picture.
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
