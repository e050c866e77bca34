import type { ParticipantInfo } from 'livekit-server-sdk';
import type { Bus, BusMessage } from 'live-battles/referee';
import { RoomRights, type RoomRightsOptions } from './room-rights.js';

/**
 * Keeps LiveKit's rights in line with the lives. A user on a seat may publish what the seat allows. A host or guest of
 * a linked live may appear. A kicked user is put out. Changes go to LiveKit at once; sweeps correct what these missed.
 */
export class StageRights implements Bus {
  readonly #rooms = new Map<string, RoomRights>();

  constructor(private readonly options: RoomRightsOptions) {}

  publish(message: BusMessage): void {
    if (message.topic === 'document') this.#room(message.liveId).follow(message.document);
    if (message.topic === 'kicked') this.#room(message.liveId).keepOut(message);
  }

  async checkArrival(liveId: string, participant: ParticipantInfo): Promise<void> {
    await this.#room(liveId).checkArrival(participant);
  }

  /** Whether the room needs a sweep: a call has failed, or no sweep has run yet. */
  isUncertain(liveId: string): boolean {
    return this.#room(liveId).isUncertain;
  }

  /**
   * Corrects the rights of all participants in a room, and resolves with them. The cost grows with the audience.
   * @throws when LiveKit does not answer.
   */
  async sweep(liveId: string): Promise<readonly ParticipantInfo[]> {
    return await this.#room(liveId).sweep();
  }

  forgetAllBut(liveIds: ReadonlySet<string>): void {
    for (const liveId of this.#rooms.keys()) if (!liveIds.has(liveId)) this.#rooms.delete(liveId);
  }

  #room(liveId: string): RoomRights {
    const room = this.#rooms.get(liveId) ?? new RoomRights(liveId, this.options);
    this.#rooms.set(liveId, room);
    return room;
  }
}
