import {
  ParticipantInfo,
  ParticipantInfo_State,
  ParticipantPermission,
  Room,
  type CreateOptions,
  type DataPacket_Kind,
  type SendDataOptions,
  type UpdateParticipantOptions,
} from 'livekit-server-sdk';
import type { LiveDocument } from '../../../src/protocol/index.js';
import type { RoomService } from '../../../server/src/livekit/room-service.js';

interface Sent {
  room: string;
  topic: string | undefined;
  to: readonly string[] | undefined;
  data: unknown;
}

interface FakeRoom {
  room: Room;
  participants: Map<string, ParticipantInfo>;
}

/** LiveKit's server API in memory. Rooms are empty until a test adds participants. */
export class FakeLiveKit implements RoomService {
  readonly rooms = new Map<string, FakeRoom>();
  readonly sent: Sent[] = [];
  /** Packets that have not arrived yet. */
  readonly underWay = new Set<Sent>();
  /** Names of all calls, including failed ones. */
  readonly calls: string[] = [];
  /** Every document that was written into a room, in order. */
  readonly documents: LiveDocument[] = [];
  isDown = false;
  /** Awaited by every call, so that a test can delay calls. */
  latency: () => Promise<void> = () => Promise.resolve();
  #sids = 0;

  /** The document in a room's metadata. */
  documentIn(name: string): LiveDocument | null {
    const room = this.rooms.get(name);
    return room ? (JSON.parse(room.room.metadata) as LiveDocument) : null;
  }

  /** Adds a participant to a room. Replaces the one with the same identity. */
  enter(name: string, identity: string, state = ParticipantInfo_State.ACTIVE): ParticipantInfo {
    const sid = `PA_${++this.#sids}`;
    const participant = new ParticipantInfo({ sid, identity, state, joinedAtMs: BigInt(this.#sids) });
    this.#room(name).participants.set(identity, participant);
    return participant;
  }

  leave(name: string, identity: string): void {
    this.rooms.get(name)?.participants.delete(identity);
  }

  /** The sources a participant may publish: 1 is the camera, 2 the microphone (LiveKit's `TrackSource`). */
  sourcesOf(name: string, identity: string): readonly number[] {
    const { canPublish = false, canPublishSources = [] } =
      this.#room(name).participants.get(identity)?.permission ?? {};
    return canPublish ? canPublishSources : [];
  }

  identitiesIn(name: string): string[] {
    return [...this.#room(name).participants.keys()];
  }

  /** Forgets all rooms and participants, as LiveKit does when it restarts. */
  restart(): void {
    this.rooms.clear();
    this.isDown = false;
  }

  async createRoom({ name, metadata = '' }: CreateOptions): Promise<Room> {
    await this.#call('createRoom');
    const existing = this.rooms.get(name);
    if (existing) return existing.room;
    const room = new Room({ name, metadata });
    this.rooms.set(name, { room, participants: new Map() });
    return room;
  }

  async deleteRoom(name: string): Promise<void> {
    await this.#call('deleteRoom');
    this.#room(name);
    this.rooms.delete(name);
  }

  async listRooms(): Promise<Room[]> {
    await this.#call('listRooms');
    return [...this.rooms.values()].map(({ room }) => room.clone());
  }

  async updateRoomMetadata(name: string, metadata: string): Promise<Room> {
    await this.#call('updateRoomMetadata');
    const { room } = this.#room(name);
    room.metadata = metadata;
    this.documents.push(JSON.parse(metadata) as LiveDocument);
    return room;
  }

  async listParticipants(name: string): Promise<ParticipantInfo[]> {
    await this.#call('listParticipants');
    return [...this.#room(name).participants.values()];
  }

  async getParticipant(name: string, identity: string): Promise<ParticipantInfo> {
    await this.#call('getParticipant');
    return this.#room(name).participants.get(identity) ?? notFound('participant');
  }

  async removeParticipant(name: string, identity: string): Promise<void> {
    await this.#call('removeParticipant');
    if (!this.#room(name).participants.delete(identity)) notFound('participant');
  }

  async updateParticipant(name: string, identity: string, options: UpdateParticipantOptions | string = {}) {
    await this.#call('updateParticipant');
    const participant = this.#room(name).participants.get(identity) ?? notFound('participant');
    if (typeof options === 'object' && options.permission) {
      participant.permission = new ParticipantPermission(options.permission);
    }
    return participant;
  }

  async sendData(name: string, data: Uint8Array, _kind: DataPacket_Kind, to: SendDataOptions | string[] = {}) {
    const { topic, destinationIdentities } = Array.isArray(to) ? {} : to;
    const read: unknown = JSON.parse(new TextDecoder().decode(data));
    const packet: Sent = { room: name, topic, to: destinationIdentities, data: read };
    this.underWay.add(packet);
    try {
      await this.#call('sendData');
      this.#room(name);
      this.sent.push(packet);
    } finally {
      this.underWay.delete(packet);
    }
  }

  async #call(name: string): Promise<void> {
    this.calls.push(name);
    await this.latency();
    if (this.isDown) throw new TypeError('fetch failed');
  }

  #room(name: string): FakeRoom {
    return this.rooms.get(name) ?? notFound('requested room');
  }
}

function notFound(what: string): never {
  throw Object.assign(new Error(`${what} does not exist`), { code: 'not_found', status: 404 });
}
