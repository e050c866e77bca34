import type { ParticipantInfo } from 'livekit-server-sdk';
import type { Bus, BusMessage } from 'live-battles/referee';
import { PerLive } from './per-live.js';
import { RoomRights, type RoomRightsOptions } from './room-rights.js';

/**
 * Keeps LiveKit's rights in line with the lives. A user on a seat may publish what the seat allows. A host or guest of
 * a linked live may appear. A kicked user is put out. Changes go to LiveKit at once; sweeps correct what these missed.
 */
export class StageRights implements Bus {
  readonly #rooms: PerLive<RoomRights>;

  constructor(options: RoomRightsOptions) {
    this.#rooms = new PerLive((liveId) => new RoomRights(liveId, options));
  }

  publish(message: BusMessage): void {
    if (message.topic === 'document') this.#rooms.of(message.liveId).follow(message.document);
    if (message.topic === 'kicked') this.#rooms.of(message.liveId).keepOut(message);
  }

  async checkArrival(liveId: string, participant: ParticipantInfo): Promise<void> {
    await this.#rooms.of(liveId).checkArrival(participant);
  }

  /** Whether the room needs a sweep: a call has failed, or no sweep has run yet. */
  isUncertain(liveId: string): boolean {
    return this.#rooms.of(liveId).isUncertain;
  }

  /**
   * Corrects the rights of all participants in a room, and resolves with them. The cost grows with the audience.
   * @throws when LiveKit does not answer.
   */
  async sweep(liveId: string): Promise<readonly ParticipantInfo[]> {
    return await this.#rooms.of(liveId).sweep();
  }

  forgetAllBut(liveIds: ReadonlySet<string>): void {
    this.#rooms.forgetAllBut(liveIds);
  }
}
