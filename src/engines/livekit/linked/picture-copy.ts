import type { CopyQuality } from './copy-quality.js';
import type { LiveKitClient } from '../room/livekit-client.js';
import { PublishedClone, type PublishedCloneOptions } from '../publish/published-clone.js';

type Limits = Pick<RTCRtpEncodingParameters, 'maxBitrate' | 'maxFramerate'>;

export interface PictureCopyOptions extends Pick<PublishedCloneOptions, 'participant' | 'onGiveUp'> {
  livekit: LiveKitClient;
  quality: CopyQuality;
}

/** A host's picture in the room of another live: one layer, in the size of their tile there. */
export class PictureCopy {
  readonly #published: PublishedClone;
  #quality: CopyQuality;
  /** What the picture that is published was made for. */
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

  /** Without publishing anew, which would leave the tile black for a moment. */
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

/** Scales and crops where the browser can; where it cannot, the bitrate cap holds all the same. */
async function fit(track: MediaStreamTrack, { width, height, frameRate }: CopyQuality): Promise<void> {
  await track.applyConstraints({ width, height, frameRate }).catch(() => undefined);
}

async function limit(sender: RTCRtpSender | undefined, limits: Limits): Promise<void> {
  const parameters = sender?.getParameters();
  if (!sender || !parameters) return;
  parameters.encodings = parameters.encodings.map((layer) => ({ ...layer, ...limits }));
  // Refused while LiveKit's client changes them itself: then the old limits hold, which is no harm.
  await sender.setParameters(parameters).catch(() => undefined);
}
