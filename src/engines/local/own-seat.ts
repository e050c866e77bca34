import { LiveError, LiveErrorCode, type DeviceType } from '../../core/index.js';
import { publishersIn, type LiveDocument } from '../../protocol/index.js';
import { SeatMedia, type SeatMediaOptions } from './seat-media.js';

export interface OwnSeatOptions extends Pick<SeatMediaOptions, 'openCamera' | 'onChange' | 'onStopped'> {
  userId: string;
  /** The live as it is now; null where nobody can be asked. @throws LiveError `notInLive`. */
  askLive: () => Promise<LiveDocument | null>;
}

/** The seat of one user in one live, if they have one, and the devices that are on there. */
export class OwnSeat {
  readonly media: SeatMedia;
  /** Of the newest document: an older one has nothing to say about the seat. */
  #revision = -1;
  #allowed: readonly DeviceType[] = [];

  constructor(private readonly options: OwnSeatOptions) {
    this.media = new SeatMedia({ ...options, checkSeat: (device) => this.#check(device) });
  }

  /** Stops whatever is allowed no more. */
  note(document: LiveDocument): void {
    const { revision, live } = document;
    // Nobody loses a seat by the end of a live: it is the whole session that goes.
    if (revision < this.#revision || live.endedAt !== null) return;
    this.#revision = revision;
    const { userId } = this.options;
    const own = publishersIn(document).find((one) => one.userId === userId && one.liveId === live.liveId);
    this.#allowed = own?.devices ?? [];
    for (const device of ['camera', 'microphone'] as const) {
      if (!this.#allowed.includes(device)) this.media.revoke(device, own ? 'closed-by-admin' : 'seat-lost');
    }
  }

  /** The live is asked: the answer to taking a seat comes before the document that shows it. */
  async #check(device: DeviceType): Promise<void> {
    const document = await this.options.askLive();
    if (document) this.note(document);
    if (this.#allowed.includes(device)) return;
    throw new LiveError(LiveErrorCode.noPermission, `no seat here allows a ${device}`);
  }
}
