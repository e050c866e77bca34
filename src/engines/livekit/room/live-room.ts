import type {
  DisconnectReason,
  Participant,
  RemoteParticipant,
  RemoteTrackPublication,
  Room,
  Track as LiveKitTrack,
} from 'livekit-client';
import { LiveError, LiveErrorCode, type DeviceType } from '../../../core/index.js';
import type { RoomAccess } from '../../../protocol/index.js';
import type { LiveKitClient } from './livekit-client.js';
import type { SourceTracks } from '../publish/capture.js';
import { PublishedClone } from '../publish/published-clone.js';
import { onPageLeave } from './page-leave.js';
import { listenToRoom } from './room-listeners.js';
import { roomOptions } from './room-options.js';

/** What a room tells the connection that uses it. */
export interface LiveRoomListener {
  metadata(metadata: string | undefined): void;
  /** A data packet from the server. Packets of participants are ignored. */
  packet(topic: string | undefined, payload: Uint8Array): void;
  /** A participant or one of their tracks came, went or changed. */
  people(): void;
  /** The active speakers have changed. */
  speaking(): void;
  audioBlocked(blocked: boolean): void;
  /** A participant's connection got better or worse. */
  quality(): void;
  /** What this user may publish has changed. */
  permission(): void;
  /** A device that is on could not be published, even after all tries. */
  publishFailed(device: DeviceType): void;
  /** The connection is broken, and LiveKit's client reconnects by itself. */
  mending(): void;
  /** LiveKit's client has reconnected. What was sent meanwhile is missing. */
  mended(): void;
  /** The connection is lost, and LiveKit's client does not reconnect. */
  lost(reason: DisconnectReason | undefined): void;
}

/** One connection to the room of a live. When it is lost, a new one takes its place. */
export class LiveRoom {
  readonly #room: Room;
  readonly #unlisten: () => void;
  readonly #forgetPage: () => void;
  readonly #published: Readonly<Record<DeviceType, PublishedClone>>;
  #connected = false;

  constructor(
    private readonly livekit: LiveKitClient,
    private readonly listener: LiveRoomListener,
  ) {
    const { Room, Track } = livekit;
    this.#room = new Room({ ...roomOptions, adaptiveStream: true });
    this.#unlisten = this.#listen();
    // If the browser brings the page back, this counts as a lost connection.
    this.#forgetPage = onPageLeave(() => void this.#room.disconnect());
    const published = (device: DeviceType, source: LiveKitTrack.Source): PublishedClone =>
      new PublishedClone({
        participant: this.#room.localParticipant,
        device,
        prepare: () => ({ source }),
        onGiveUp: () => this.listener.publishFailed(device),
      });
    this.#published = {
      camera: published('camera', Track.Source.Camera),
      microphone: published('microphone', Track.Source.Microphone),
    };
  }

  /** This user, as LiveKit knows them. */
  get localParticipant(): Participant {
    return this.#room.localParticipant;
  }

  remoteParticipant(identity: string): RemoteParticipant | undefined {
    return this.#room.remoteParticipants.get(identity);
  }

  /** This user and all participants visible to them. */
  get everybody(): readonly Participant[] {
    return [this.#room.localParticipant, ...this.#room.remoteParticipants.values()];
  }

  /** What a participant publishes from that device; undefined if nothing. */
  publicationOf(participant: RemoteParticipant, device: DeviceType): RemoteTrackPublication | undefined {
    const { Camera, Microphone } = this.livekit.Track.Source;
    return participant.getTrackPublication(device === 'camera' ? Camera : Microphone);
  }

  get activeSpeakers(): readonly Participant[] {
    return this.#room.activeSpeakers;
  }

  /** Enters the room. @throws LiveError `unreachable`. */
  async connect({ url, token }: RoomAccess, rtcConfig: RTCConfiguration): Promise<void> {
    try {
      await this.#room.connect(url, token, { rtcConfig });
    } catch (cause) {
      throw new LiveError(LiveErrorCode.unreachable, 'LiveKit could not be reached', { cause });
    }
    // LiveKit's client raises no event for the metadata that comes with the join.
    this.listener.metadata(this.#room.metadata);
    this.listener.audioBlocked(!this.#room.canPlaybackAudio);
    this.listener.people();
  }

  /** Publishes the tracks that are on, and unpublishes the others. Does nothing until connected: call it again then. */
  publish({ camera, microphone }: SourceTracks): void {
    if (!this.#connected) return;
    void this.#published.camera.set(camera);
    void this.#published.microphone.set(microphone);
  }

  /** Why a device that is on is not published. Null if it is published, or waits for LiveKit's permission. */
  publishFailure(device: DeviceType): Promise<LiveError | null> {
    return this.#published[device].failure();
  }

  async startAudio(): Promise<void> {
    await this.#room.startAudio();
  }

  async close(): Promise<void> {
    this.#unlisten();
    this.#forgetPage();
    this.#published.camera.close();
    this.#published.microphone.close();
    await this.#room.disconnect().catch(() => undefined);
  }

  #listen(): () => void {
    const { RoomEvent } = this.livekit;
    const { listener } = this;
    const people = (): void => listener.people();
    const mending = (): void => listener.mending();
    return listenToRoom(this.#room, {
      [RoomEvent.Connected]: () => (this.#connected = true),
      [RoomEvent.RoomMetadataChanged]: (metadata) => listener.metadata(metadata),
      [RoomEvent.DataReceived]: (payload, participant, _kind, topic, _encryption, identity) => {
        // A packet of the server has neither. One of a participant not known here yet has an identity only.
        if (!participant && !identity) listener.packet(topic, payload);
      },
      [RoomEvent.ParticipantConnected]: people,
      [RoomEvent.ParticipantDisconnected]: people,
      [RoomEvent.ParticipantAttributesChanged]: people,
      [RoomEvent.TrackPublished]: people,
      [RoomEvent.TrackUnpublished]: people,
      [RoomEvent.TrackSubscribed]: people,
      [RoomEvent.TrackUnsubscribed]: people,
      [RoomEvent.TrackMuted]: people,
      [RoomEvent.TrackUnmuted]: people,
      [RoomEvent.ActiveSpeakersChanged]: () => listener.speaking(),
      [RoomEvent.AudioPlaybackStatusChanged]: () => listener.audioBlocked(!this.#room.canPlaybackAudio),
      [RoomEvent.ConnectionQualityChanged]: () => listener.quality(),
      [RoomEvent.ParticipantPermissionsChanged]: (_, participant) => {
        if (participant === this.#room.localParticipant) listener.permission();
      },
      [RoomEvent.SignalReconnecting]: mending,
      [RoomEvent.Reconnecting]: mending,
      [RoomEvent.Reconnected]: () => listener.mended(),
      [RoomEvent.Disconnected]: (reason) => {
        // `connect` itself reports a connection that fails from the start.
        if (this.#connected) listener.lost(reason);
      },
    });
  }
}
