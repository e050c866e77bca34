import type { DisconnectReason, Participant, RemoteParticipant, Room } from 'livekit-client';
import { LiveError, LiveErrorCode } from '../../../core/index.js';
import type { RoomAccess } from '../../../protocol/index.js';
import type { LiveKitClient } from './livekit-client.js';
import type { OwnDevices } from '../publish/own-devices.js';
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
  readonly #camera: PublishedClone;
  readonly #microphone: PublishedClone;
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
    const { localParticipant } = this.#room;
    this.#camera = new PublishedClone(localParticipant, 'camera', () => ({ source: Track.Source.Camera }));
    this.#microphone = new PublishedClone(localParticipant, 'microphone', () => ({ source: Track.Source.Microphone }));
  }

  get remoteParticipants(): readonly RemoteParticipant[] {
    return [...this.#room.remoteParticipants.values()];
  }

  /** As far as they are visible; this user included. */
  get everybody(): readonly Participant[] {
    return [this.#room.localParticipant, ...this.remoteParticipants];
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
  async publish({ camera, microphone }: OwnDevices): Promise<void> {
    if (!this.#connected) return;
    await Promise.all([this.#camera.set(camera), this.#microphone.set(microphone)]);
  }

  async startAudio(): Promise<void> {
    await this.#room.startAudio();
  }

  async close(): Promise<void> {
    this.#unlisten();
    this.#forgetPage();
    this.#camera.close();
    this.#microphone.close();
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
