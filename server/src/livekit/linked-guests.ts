import type { ParticipantInfo } from 'livekit-server-sdk';
import { linkedIdentity, liveIdAttribute, type LiveDocument } from '../../../src/core/vocabulary.js';
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

  /** A host's token outlives the link, and the live, by a moment. */
  async checkArrival(liveId: string, participant: ParticipantInfo): Promise<void> {
    if (!isSeated(participant)) return;
    const document = await this.currentDocument(liveId);
    if (document && !hasSeat(document, participant)) await this.#remove(liveId, participant.identity);
  }

  /** Puts out everybody whose link ended while nobody was looking. */
  async sweep(liveId: string): Promise<void> {
    const participants = await this.service.listParticipants(liveId);
    // Read after the list: whoever entered has been in the link before, so only a departure can be missed.
    const document = await this.currentDocument(liveId);
    if (!document) return;
    for (const participant of participants) {
      if (isSeated(participant) && !hasSeat(document, participant)) await this.#remove(liveId, participant.identity);
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

/** Whether somebody came with the token of a host: the owner of this live, an earlier or a linked one. */
function isSeated({ identity, attributes }: ParticipantInfo): boolean {
  return identity.includes('@') || liveIdAttribute in attributes;
}

function hasSeat(document: LiveDocument, { identity }: ParticipantInfo): boolean {
  return identity === document.live.liveOwner.userId || guestsOf(document).has(identity);
}

function guestsOf({ live, link }: LiveDocument): ReadonlySet<string> {
  const others = link?.members.filter(({ liveId }) => liveId !== live.liveId) ?? [];
  return new Set(others.map(({ userId, liveId }) => linkedIdentity(userId, liveId)));
}
