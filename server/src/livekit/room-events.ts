import type { WebhookEvent } from 'livekit-server-sdk';
import type { Referee } from 'live-battles/referee';
import type { Audiences } from './audience/audiences.js';
import type { ReadLiveSnapshot } from './live-snapshot.js';
import type { LiveKitBus } from './livekit-bus.js';
import type { StagePresence } from './stage-presence.js';
import type { StageRights } from './stage-rights.js';

export interface RoomEventsOptions {
  referee: Pick<Referee, 'view'>;
  readLive: ReadLiveSnapshot;
  bus: LiveKitBus;
  presence: StagePresence;
  rights: StageRights;
  audiences: Audiences;
}

/** Acts on LiveKit's webhooks. A webhook may get lost: the reconciler finds the change too, only later. */
export class RoomEvents {
  constructor(private readonly options: RoomEventsOptions) {}

  async handle({ event, room, participant }: WebhookEvent): Promise<void> {
    const { readLive, bus, presence, rights, audiences } = this.options;
    const live = room ? await readLive(room.name) : null;
    if (live?.document.live.endedAt !== null) return;
    const { document, kicked } = live;
    const { liveId } = document.live;
    // The live goes on, so its room is made again.
    if (event === 'room_finished') {
      audiences.roomLost(liveId);
      bus.refresh(liveId);
    }
    if (!participant) return;
    const { identity } = participant;
    if (event === 'participant_joined') {
      audiences.joined(document, participant);
      await rights.checkArrival(liveId, participant);
      await presence.joined(live, identity, participant);
      if (!kicked.includes(identity)) await this.#tellPersonal(liveId, identity);
    } else if (event === 'participant_left') {
      audiences.left(document, participant);
      await presence.left(live, identity, participant);
    }
  }

  /** Sends the personal document again: what was sent between the user's token and their connection did not arrive. */
  async #tellPersonal(liveId: string, userId: string): Promise<void> {
    const personal = (await this.options.referee.view(liveId, userId))?.personal;
    if (!personal) return;
    const { coHostRequests, battleRequests, guestRequests, seatKicks } = personal;
    const isEmpty = [coHostRequests, battleRequests, guestRequests, seatKicks].every(({ length }) => length === 0);
    if (!isEmpty) this.options.bus.publish({ topic: 'personal', liveId, userId, personal });
  }
}
