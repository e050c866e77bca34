import type { WebhookEvent } from 'livekit-server-sdk';
import type { LiveDocument } from '../../../src/core/vocabulary.js';
import type { Referee } from '../../../src/referee/index.js';
import type { CurrentDocument } from './current-document.js';
import type { HostPresence } from './host-presence.js';
import type { LinkedGuests } from './linked-guests.js';
import type { LiveKitBus } from './livekit-bus.js';

export interface RoomEventsOptions {
  referee: Pick<Referee, 'view'>;
  currentDocument: CurrentDocument;
  bus: LiveKitBus;
  presence: HostPresence;
  guests: LinkedGuests;
}

/** Acts on what LiveKit's webhooks tell. Any of them may never come: the reconciler finds out too, only later. */
export class RoomEvents {
  constructor(private readonly options: RoomEventsOptions) {}

  async handle({ event, room, participant }: WebhookEvent): Promise<void> {
    const { currentDocument, bus, presence, guests } = this.options;
    const document = room ? await currentDocument(room.name) : null;
    if (document?.live.endedAt !== null) return;
    const { liveId, liveOwner } = document.live;
    // A room of a live that goes on is made again.
    if (event === 'room_finished') bus.refresh(liveId);
    if (!participant) return;
    const isHost = participant.identity === liveOwner.userId;
    if (event === 'participant_joined' && isHost) {
      await presence.joined(liveId, participant);
      await this.#tellHost(document);
    } else if (event === 'participant_joined') {
      await guests.checkArrival(liveId, participant);
    } else if (event === 'participant_left' && isHost) {
      await presence.left(document, participant);
    }
  }

  /** An invitation that came between the host's token and their connection has reached nobody. */
  async #tellHost({ live: { liveId, liveOwner } }: LiveDocument): Promise<void> {
    const view = await this.options.referee.view(liveId, liveOwner.userId);
    if (!view) return;
    this.options.bus.publish({ topic: 'personal', liveId, userId: liveOwner.userId, personal: view.personal });
  }
}
