import { EventEmitter } from 'node:events';
import type { LiveKitClient } from '../../../../src/engines/livekit/room/livekit-client.js';

const RoomEvent = {
  Connected: 'connected',
  Disconnected: 'disconnected',
  RoomMetadataChanged: 'roomMetadataChanged',
  DataReceived: 'dataReceived',
  ParticipantConnected: 'participantConnected',
  ParticipantDisconnected: 'participantDisconnected',
  ParticipantAttributesChanged: 'participantAttributesChanged',
  TrackPublished: 'trackPublished',
  TrackUnpublished: 'trackUnpublished',
  TrackSubscribed: 'trackSubscribed',
  TrackUnsubscribed: 'trackUnsubscribed',
  TrackMuted: 'trackMuted',
  TrackUnmuted: 'trackUnmuted',
  ActiveSpeakersChanged: 'activeSpeakersChanged',
  ConnectionQualityChanged: 'connectionQualityChanged',
  ParticipantPermissionsChanged: 'participantPermissionsChanged',
  AudioPlaybackStatusChanged: 'audioPlaybackStatusChanged',
  SignalReconnecting: 'signalReconnecting',
  Reconnecting: 'reconnecting',
  Reconnected: 'reconnected',
} as const;

export const DisconnectReason = { DUPLICATE_IDENTITY: 2, SERVER_SHUTDOWN: 3, PARTICIPANT_REMOVED: 4, ROOM_DELETED: 5 };

const protocolSources: Readonly<Record<string, number>> = { camera: 1, microphone: 2 };

/** A participant with publications by source. */
export class FakeParticipant {
  readonly publications = new Map<string, { isMuted: boolean; track?: FakeTrack }>();
  readonly name = '';
  connectionQuality = 'unknown';

  constructor(
    readonly identity: string,
    readonly attributes: Readonly<Record<string, string>> = {},
    readonly audioLevel = 0,
  ) {}

  getTrackPublication(source: string): { isMuted: boolean; track?: FakeTrack } | undefined {
    return this.publications.get(source);
  }
}

export class FakeTrack {
  attached = 0;

  attach(): void {
    this.attached++;
  }

  detach(): { remove: () => void }[] {
    this.attached = 0;
    return [];
  }
}

/** The part of LiveKit's client that the engine uses. Rooms connect when the test says so. */
export class FakeLiveKit {
  readonly rooms: FakeRoom[] = [];
  /** While set, connections are rejected. */
  down = false;
  /** While set, publishing fails, though it is permitted. */
  takesNothing = false;
  /** Awaited by every connection, so that a test can delay connections. */
  entering: () => Promise<void> = () => Promise.resolve();
  /** User id of the local participant. */
  userId = 'ann';
  /** Metadata of the next room. */
  metadata: string | undefined;
  readonly client: LiveKitClient;

  constructor() {
    const add = async (room: FakeRoom): Promise<boolean> => {
      this.rooms.push(room);
      await this.entering();
      room.metadata = this.metadata;
      room.localParticipant.identity = this.userId;
      return this.down;
    };
    const takesNothing = (): boolean => this.takesNothing;
    class Room extends FakeRoom {
      constructor() {
        super(
          () => add(this),
          () => takesNothing(),
        );
      }
    }
    const Track = { Source: { Camera: 'camera', Microphone: 'microphone' } };
    this.client = { Room, RoomEvent, DisconnectReason, Track } as unknown as LiveKitClient;
  }

  /** The room entered first: that of the own live. */
  get home(): FakeRoom {
    const [room] = this.rooms;
    if (!room) throw new Error('no room was entered');
    return room;
  }

  /** The room entered last. */
  get room(): FakeRoom {
    const room = this.rooms.at(-1);
    if (!room) throw new Error('no room was entered');
    return room;
  }
}

export class FakeRoom extends EventEmitter {
  readonly remoteParticipants = new Map<string, FakeParticipant>();
  readonly published: { clone: MediaStreamTrack; options: { source?: string } }[] = [];
  readonly canPlaybackAudio = true;
  activeSpeakers: readonly FakeParticipant[] = [];
  metadata: string | undefined;
  access: { url: string; token: string; autoSubscribe: boolean } | null = null;
  connected = false;

  readonly localParticipant = {
    identity: '',
    name: '',
    attributes: {},
    connectionQuality: 'unknown',
    audioLevel: 0,
    permissions: { canPublish: true, canPublishSources: [] as number[] },
    trackPublications: new Map<string, { track: { mediaStreamTrack: MediaStreamTrack } }>(),
    publishTrack: async (clone: MediaStreamTrack, options: { source?: string }) => {
      if (!this.#takes(options.source)) throw new Error('insufficient permissions');
      if (this.takesNothing()) throw new Error('publication timed out');
      const track = { mediaStreamTrack: clone };
      this.published.push({ clone, options });
      this.localParticipant.trackPublications.set(clone.id, { track });
      return { track };
    },
    unpublishTrack: async (track: { mediaStreamTrack: MediaStreamTrack }) => {
      const index = this.published.findIndex(({ clone }) => clone === track.mediaStreamTrack);
      this.published.splice(index, 1);
      this.localParticipant.trackPublications.delete(track.mediaStreamTrack.id);
    },
  };

  /** Changes the permission. As LiveKit does, it removes at once what may not be published any more. */
  permit(canPublish: boolean, canPublishSources: number[] = []): void {
    this.localParticipant.permissions = { canPublish, canPublishSources };
    for (const publication of [...this.published]) {
      if (this.#takes(publication.options.source)) continue;
      this.published.splice(this.published.indexOf(publication), 1);
      this.localParticipant.trackPublications.delete(publication.clone.id);
    }
    this.emit(RoomEvent.ParticipantPermissionsChanged, undefined, this.localParticipant);
  }

  /** @param enter Resolves with whether LiveKit is down. */
  constructor(
    private readonly enter: () => Promise<boolean>,
    private readonly takesNothing: () => boolean,
  ) {
    super();
  }

  async connect(url: string, token: string, { autoSubscribe = true } = {}): Promise<void> {
    this.access = { url, token, autoSubscribe };
    if (await this.enter()) {
      this.emit(RoomEvent.Disconnected);
      throw new Error('LiveKit is down');
    }
    this.connected = true;
    this.emit(RoomEvent.Connected);
  }

  async disconnect(): Promise<void> {
    if (this.connected) this.lose();
  }

  async startAudio(): Promise<void> {}

  lose(reason?: number): void {
    this.connected = false;
    this.emit(RoomEvent.Disconnected, reason);
  }

  join(participant: FakeParticipant): void {
    this.remoteParticipants.set(participant.identity, participant);
    this.emit(RoomEvent.ParticipantConnected, participant);
  }

  /** Delivers a packet from the server, or from a participant if an identity is given. */
  packet(topic: string, value: unknown, identity = ''): void {
    const payload = new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
    const sender = this.remoteParticipants.get(identity);
    this.emit(RoomEvent.DataReceived, payload, sender, 0, topic, 0, identity);
  }

  setMetadata(metadata: string): void {
    this.metadata = metadata;
    this.emit(RoomEvent.RoomMetadataChanged, metadata);
  }

  #takes(source = ''): boolean {
    const { canPublish, canPublishSources } = this.localParticipant.permissions;
    return canPublish && (canPublishSources.length === 0 || canPublishSources.includes(protocolSources[source] ?? 0));
  }
}
