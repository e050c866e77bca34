import type { Engine, LiveConnection, LivePage, LiveSink, PageVisibility, User } from '../../core/index.js';
import type { LiveDocument, UserCommandOf, UserCommandType, ReplyTo } from '../../protocol/index.js';
import { pageVisibility } from '../page/page-visibility.js';
import { deviceCapture } from './publish/capture.js';
import { loadLiveKitClient, preloadLiveKit } from './room/livekit-client.js';
import { LiveKitConnection } from './livekit-connection.js';
import { JoinAhead } from './server/join-ahead.js';
import { ServerApi } from './server/server-api.js';
import { UserToken, type TokenSource } from './server/user-token.js';

export interface LiveKitEngineOptions {
  /** Address of the battle server. Default: the page's own origin. */
  serverUrl?: string;
  /** A user token from the app's backend, or a function that fetches one; called again before the token expires. */
  token: TokenSource;
  /**
   * WebRTC configuration of the connections to LiveKit. The default uses no STUN or TURN server. `{}` uses those that
   * LiveKit names, which viewers behind strict firewalls need.
   */
  rtcConfig?: RTCConfiguration;
  /** Replaces the user's camera, for instance with a drawn picture. Called whenever the camera is switched on. */
  captureCamera?: () => Promise<MediaStreamTrack>;
  /** Replaces the user's microphone. Called whenever the microphone is switched on. */
  captureMicrophone?: () => Promise<MediaStreamTrack>;
  /** Default: what the browser says. Others are told while the page of somebody on a seat is hidden. */
  visibility?: PageVisibility;
}

/** The engine for production: LiveKit carries the media, a battle server applies the rules. */
export class LiveKitEngine implements Engine {
  readonly #options: LiveKitEngineOptions;
  readonly #token: UserToken;
  readonly #api: ServerApi;
  readonly #joinAhead: JoinAhead;
  readonly #open = new Set<LiveKitConnection>();

  constructor(options: LiveKitEngineOptions) {
    this.#options = options;
    this.#token = new UserToken(options.token);
    this.#api = new ServerApi(options.serverUrl ?? '', this.#token);
    this.#joinAhead = new JoinAhead(this.#api);
  }

  login(): Promise<User> {
    return this.#api.me();
  }

  serverTime(): Promise<number> {
    return this.#api.time();
  }

  fetchLiveList(page: { cursor: string; count: number }): Promise<LivePage> {
    return this.#api.lives(page);
  }

  async fetchLive(liveId: string): Promise<LiveDocument> {
    return (await this.#api.live(liveId)).document;
  }

  execute<T extends UserCommandType>(command: UserCommandOf<T>): Promise<ReplyTo<T>> {
    return this.#api.execute(command);
  }

  preload(): Promise<void> {
    return preloadLiveKit();
  }

  expectJoin(liveId: string): void {
    this.#joinAhead.ask(liveId);
  }

  /** @throws LiveError `liveNotFound`, `noPermission`, `unauthenticated`, `unreachable`, `notInLive` after a logout. */
  async join(liveId: string, sink: LiveSink): Promise<LiveConnection> {
    const { rtcConfig = { iceServers: [] }, captureCamera, captureMicrophone, visibility } = this.#options;
    const connection: LiveKitConnection = new LiveKitConnection({
      liveId,
      sink,
      api: this.#api,
      requestJoin: () => this.#joinAhead.take(liveId),
      loadClient: loadLiveKitClient,
      rtcConfig,
      capture: {
        camera: captureCamera ?? deviceCapture.camera,
        microphone: captureMicrophone ?? deviceCapture.microphone,
      },
      visibility: visibility ?? pageVisibility,
      onClose: () => this.#open.delete(connection),
    });
    this.#open.add(connection);
    await connection.enter();
    return connection;
  }

  async logout(): Promise<void> {
    await Promise.all([...this.#open].map((connection) => connection.close()));
    this.#joinAhead.forget();
    this.#token.forget();
  }
}
