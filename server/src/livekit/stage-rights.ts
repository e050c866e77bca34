import type { ParticipantInfo } from 'livekit-server-sdk';
import type { Bus, BusMessage } from 'live-battles/referee';
import { RoomRights, type RoomRightsOptions } from './room-rights.js';

/**
 * Who has a seat may publish, and only what the seat allows; who is in a linked live may appear; who was kicked may not be
 * there. Changes are brought to LiveKit at once, and sweeps find whatever they missed.
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

  /** Whether only a sweep can tell that all is well. */
  isUncertain(liveId: string): boolean {
    return this.#room(liveId).isUncertain;
  }

  /**
   * Looks at everybody in a room, which costs more, the larger the audience, and resolves with who was there.
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
