import type { DisconnectReason, Participant, RemoteParticipant, Room, Track as LiveKitTrack } from 'livekit-client';
import { LiveError, LiveErrorCode, type DeviceType } from '../../../core/index.js';
import type { RoomAccess } from '../../../protocol/index.js';
import type { LiveKitClient } from './livekit-client.js';
import type { SourceTracks } from '../publish/capture.js';
import { PublishedClone } from '../publish/published-clone.js';
import { onPageLeave } from './page-leave.js';
import { listenToRoom } from './room-listeners.js';
import { roomOptions } from './room-options.js';

/** What a room tells whoever is in it. */
export interface LiveRoomListener {
  metadata(metadata: string | undefined): void;
  /** From the server; packets of participants do not count. */
  packet(topic: string | undefined, payload: Uint8Array): void;
  /** Somebody or one of their tracks came, went or changed. */
  people(): void;
  /** Somebody raised or lowered their voice. */
  speaking(): void;
  audioBlocked(blocked: boolean): void;
  /** Somebody's connection got better or worse. */
  quality(): void;
  /** What this user may publish has changed. */
  permission(): void;
  /** A device that is on could not be published, however often it was tried. */
  publishFailed(device: DeviceType): void;
  /** LiveKit's client tries to mend a broken connection. */
  mending(): void;
  /** It has; what was sent meanwhile is missing. */
  mended(): void;
  /** For good, as far as LiveKit's client is concerned. */
  lost(reason: DisconnectReason | undefined): void;
}

/** One connection to the room of a live. A new one takes its place when it is lost. */
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
    // Should the page come back after all, this is a loss like any other.
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

  /** As far as they are visible; this user included. */
  get everybody(): readonly Participant[] {
    return [this.#room.localParticipant, ...this.#room.remoteParticipants.values()];
  }

  get activeSpeakers(): readonly Participant[] {
    return this.#room.activeSpeakers;
  }

  /** @throws LiveError `unreachable`. */
  async connect({ url, token }: RoomAccess, rtcConfig: RTCConfiguration): Promise<void> {
    try {
      await this.#room.connect(url, token, { rtcConfig });
    } catch (cause) {
      throw new LiveError(LiveErrorCode.unreachable, 'LiveKit could not be reached', { cause });
    }
    // Metadata that came with the join is no change to LiveKit's client.
    this.listener.metadata(this.#room.metadata);
    this.listener.audioBlocked(!this.#room.canPlaybackAudio);
    this.listener.people();
  }

  /** Brings what is published in line with the devices; to be called again once connected. */
  publish({ camera, microphone }: SourceTracks): void {
    if (!this.#connected) return;
    void this.#published.camera.set(camera);
    void this.#published.microphone.set(microphone);
  }

  /** What keeps a device that is on from being published; null also while LiveKit's permission is awaited. */
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
        // A sender whom the client does not know yet has an identity, but no participant.
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
        // A connection that failed to come about is reported by `connect`.
        if (this.#connected) listener.lost(reason);
      },
    });
  }
}
