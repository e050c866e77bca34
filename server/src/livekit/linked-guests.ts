import { linkedIdentity, type LiveDocument } from '../../../src/core/vocabulary.js';
import type { Bus, BusMessage } from '../../../src/referee/index.js';
import type { CurrentDocument } from './current-document.js';
import type { Outage } from './outage.js';
import { unlessGone, type RoomService } from './room-service.js';

interface Known {
  revision: number;
  guests: ReadonlySet<string>;
}

/** Hosts of linked lives publish into a live's room; once they are linked no more, they have to go. */
export class LinkedGuests implements Bus {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly service: RoomService,
    private readonly currentDocument: CurrentDocument,
    private readonly outage: Outage,
  ) {}

  /** Puts out at once whoever has just left the link. */
  publish(message: BusMessage): void {
    if (message.topic !== 'document') return;
    const { liveId, document } = message;
    const { revision } = document;
    const known = this.#known.get(liveId);
    if (known && known.revision >= revision) return;
    const guests = guestsOf(document);
    if (document.live.endedAt === null) this.#known.set(liveId, { revision, guests });
    else this.#known.delete(liveId);
    for (const identity of known?.guests ?? []) {
      if (!guests.has(identity)) void this.#remove(liveId, identity);
    }
  }

  /** A linked host's token outlives the link by a moment. */
  async checkArrival(liveId: string, identity: string): Promise<void> {
    if (!isLinkedIdentity(identity)) return;
    const document = await this.currentDocument(liveId);
    if (document && !guestsOf(document).has(identity)) await this.#remove(liveId, identity);
  }

  /** Puts out everybody whose link ended while nobody was looking. */
  async sweep(liveId: string): Promise<void> {
    const participants = await this.service.listParticipants(liveId);
    // Read after the list: whoever entered has been in the link before, so only a departure can be missed.
    const document = await this.currentDocument(liveId);
    if (!document) return;
    const guests = guestsOf(document);
    for (const { identity } of participants) {
      if (isLinkedIdentity(identity) && !guests.has(identity)) await this.#remove(liveId, identity);
    }
  }

  async #remove(liveId: string, identity: string): Promise<void> {
    try {
      await unlessGone(this.service.removeParticipant(liveId, identity));
    } catch (error) {
      // The next sweep finds them again.
      this.outage.failed(error);
    }
  }
}

function isLinkedIdentity(identity: string): boolean {
  return identity.includes('@');
}

function guestsOf({ live, link }: LiveDocument): ReadonlySet<string> {
  const others = link?.members.filter(({ liveId }) => liveId !== live.liveId) ?? [];
  return new Set(others.map(({ userId, liveId }) => linkedIdentity(userId, liveId)));
}
