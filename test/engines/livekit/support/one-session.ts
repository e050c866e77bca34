import { vi } from 'vitest';
import type { LiveDocument } from '../../../../src/protocol/index.js';
import { LiveKitConnection } from '../../../../src/engines/livekit/livekit-connection.js';
import type { LiveKitClient } from '../../../../src/engines/livekit/room/livekit-client.js';
import { ServerApi } from '../../../../src/engines/livekit/server/server-api.js';
import { pageVisibility } from '../../../../src/engines/page/page-visibility.js';
import { UserToken } from '../../../../src/engines/livekit/server/user-token.js';
import { documentOf } from './documents.js';
import { FakeLiveKit } from './fake-livekit.js';
import { FakeServer } from './fake-server.js';
import { FakeMediaTrack } from './fake-track.js';
import { RecordingSink } from '../../recording-sink.js';

export const minute = 60_000;

/** One connection to Ann's live, with a fake server, LiveKit and camera. Uses vitest's fake timers. */
export class OneSession {
  readonly server = new FakeServer();
  readonly livekit = new FakeLiveKit();
  readonly sink = new RecordingSink();
  readonly camera = FakeMediaTrack.create();
  /** Loads LiveKit's client, at once unless a test says otherwise. */
  loadClient = async (): Promise<LiveKitClient> => this.livekit.client;
  captureCamera = async (): Promise<MediaStreamTrack> => this.camera;
  readonly window = new EventTarget();
  readonly document = Object.assign(new EventTarget(), { visibilityState: 'visible' });

  constructor() {
    vi.useFakeTimers();
    vi.stubGlobal('window', this.window);
    vi.stubGlobal('document', this.document);
  }

  newConnection(): LiveKitConnection {
    const liveId = 'ann_live';
    const api = new ServerApi('', new UserToken('token'));
    return new LiveKitConnection({
      liveId,
      sink: this.sink,
      api,
      requestJoin: () => api.join(liveId),
      loadClient: () => this.loadClient(),
      rtcConfig: { iceServers: [] },
      capture: { camera: () => this.captureCamera(), microphone: async () => FakeMediaTrack.create() },
      visibility: pageVisibility,
      onClose: () => undefined,
    });
  }

  /** Ann enters her live, which is linked with those of the others. */
  async enter(...others: string[]): Promise<LiveKitConnection> {
    return await this.#enter(documentOf(['ann', ...others]));
  }

  /** Another user enters Ann's live, with or without a seat. */
  async enterAs(userId: string, document: LiveDocument): Promise<LiveKitConnection> {
    this.server.userId = userId;
    this.livekit.userId = userId;
    const isGuest = document.seats.some(({ occupant }) => occupant?.userId === userId);
    this.server.role = isGuest ? 'guest' : 'audience';
    return await this.#enter(document);
  }

  /** Lets everything happen that needs no waiting. */
  async settle(): Promise<void> {
    await vi.advanceTimersByTimeAsync(10);
  }

  leave(): void {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  }

  async #enter(document: LiveDocument): Promise<LiveKitConnection> {
    this.server.document = document;
    const connection = this.newConnection();
    await connection.enter();
    await this.settle();
    return connection;
  }
}
