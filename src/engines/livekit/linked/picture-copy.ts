import type { CopyQuality } from './copy-quality.js';
import type { LiveKitClient } from '../room/livekit-client.js';
import { PublishedClone, type PublishedCloneOptions } from '../publish/published-clone.js';

type Limits = Pick<RTCRtpEncodingParameters, 'maxBitrate' | 'maxFramerate'>;

export interface PictureCopyOptions extends Pick<PublishedCloneOptions, 'participant' | 'onGiveUp'> {
  livekit: LiveKitClient;
  quality: CopyQuality;
}

/** A host's picture in the room of another live: one layer without simulcast, in the size of the host's tile there. */
export class PictureCopy {
  readonly #published: PublishedClone;
  #quality: CopyQuality;
  /** The quality of the picture that is published. */
  #made: CopyQuality;

  constructor({ participant, livekit: { Track }, quality, onGiveUp }: PictureCopyOptions) {
    this.#quality = quality;
    this.#made = quality;
    const prepare: PublishedCloneOptions['prepare'] = async (clone) => {
      const made = this.#quality;
      this.#made = made;
      await fit(clone, made);
      return { source: Track.Source.Camera, simulcast: false, videoEncoding: limitsOf(made) };
    };
    this.#published = new PublishedClone({ participant, device: 'camera', prepare, onGiveUp });
  }

  async set(source: MediaStreamTrack | null): Promise<void> {
    await this.#published.set(source);
    // The tile may have changed while the picture was on its way.
    await this.resize(this.#quality);
  }

  /** Changes the published track. Publishing it anew would leave the tile black for a moment. */
  async resize(quality: CopyQuality): Promise<void> {
    this.#quality = quality;
    const { track } = this.#published;
    if (!track || this.#made === quality) return;
    this.#made = quality;
    await fit(track.mediaStreamTrack, quality);
    await limit(track.sender, limitsOf(quality));
  }

  close(): void {
    this.#published.close();
  }
}

function limitsOf({ maxBitrate, frameRate }: CopyQuality): { maxBitrate: number; maxFramerate: number } {
  return { maxBitrate, maxFramerate: frameRate };
}

/** Scales and crops the picture if the browser can. If it cannot, the limit of the bitrate still holds. */
async function fit(track: MediaStreamTrack, { width, height, frameRate }: CopyQuality): Promise<void> {
  await track.applyConstraints({ width, height, frameRate }).catch(() => undefined);
}

async function limit(sender: RTCRtpSender | undefined, limits: Limits): Promise<void> {
  const parameters = sender?.getParameters();
  if (!sender || !parameters) return;
  parameters.encodings = parameters.encodings.map((layer) => ({ ...layer, ...limits }));
  // Fails while LiveKit's client changes the parameters itself. The old limits then stay, which does no harm.
  await sender.setParameters(parameters).catch(() => undefined);
}
