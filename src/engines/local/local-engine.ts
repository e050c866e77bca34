import {
  isUserId,
  limits,
  LiveError,
  LiveErrorCode,
  toLiveError,
  type Engine,
  type LiveConnection,
  type LivePage,
  type LiveSink,
  type User,
} from '../../core/index.js';
import type { LiveDocument, UserCommandOf, UserCommandType, ReplyTo } from '../../protocol/index.js';
import { openCamera, type Camera } from './camera.js';
import type { LocalWorld } from './local-world.js';
import { pageWorld } from './page-world.js';

export interface LocalEngineOptions {
  /** Default: the one world of the page. */
  world?: LocalWorld;
  /** Who to be; a name that is missing is the user's id. */
  user: { userId: string; userName?: string; avatarUrl?: string };
  /** Default `synthetic`: a made-up picture, so that nobody is asked for a permission. */
  camera?: Camera;
}

/**
 * Lives, links and battles inside the page: no server, no network, no sound. Every engine of a world sees the others.
 * Works without a DOM as well, all but the camera.
 */
export class LocalEngine implements Engine {
  readonly #world: LocalWorld;
  readonly #identity: User;
  readonly #camera: Camera;
  readonly #connections = new Set<LiveConnection>();
  #user: User | null = null;

  constructor({ world = pageWorld(), user, camera = 'synthetic' }: LocalEngineOptions) {
    const { userId, userName = userId, avatarUrl = '' } = user;
    this.#world = world;
    this.#identity = { userId, userName, avatarUrl };
    this.#camera = camera;
  }

  async login(): Promise<User> {
    const { userId } = this.#identity;
    if (!isUserId(userId)) throw new LiveError(LiveErrorCode.unauthenticated, 'this cannot be a user id');
    await this.#world.travel(userId);
    this.#user = this.#identity;
    return { ...this.#user };
  }

  async serverTime(): Promise<number> {
    await this.#world.travel(this.#identity.userId);
    return this.#world.referee.now();
  }

  async fetchLiveList({ cursor, count }: { cursor: string; count: number }): Promise<LivePage> {
    await this.#world.travel(this.#loggedIn().userId);
    const page = { cursor, count: Math.max(1, Math.min(count, limits.livePageSize)) };
    return structuredClone(await this.#world.referee.listLives(page));
  }

  async fetchLive(liveId: string): Promise<LiveDocument> {
    const { userId } = this.#loggedIn();
    await this.#world.travel(userId);
    const view = await this.#world.referee.view(liveId, userId);
    if (view) return structuredClone(view.document);
    throw new LiveError(LiveErrorCode.liveNotFound, `there is no live "${liveId}"`);
  }

  async execute<T extends UserCommandType>(command: UserCommandOf<T>): Promise<ReplyTo<T>> {
    const user = this.#loggedIn();
    const sent = structuredClone(command);
    await this.#world.travel(user.userId);
    try {
      return structuredClone(await this.#world.referee.executeForUser<T>(user, sent));
    } catch (error) {
      throw toLiveError(error);
    }
  }

  async join(liveId: string, sink: LiveSink): Promise<LiveConnection> {
    const user = this.#loggedIn();
    const connection = await this.#world.join({
      user,
      liveId,
      sink,
      openCamera: () => openCamera(this.#camera, user),
      open: this.#connections,
    });
    if (this.#user === user) return connection;
    await connection.close();
    throw new LiveError(LiveErrorCode.notLoggedIn, 'logged out before the live was entered');
  }

  async logout(): Promise<void> {
    this.#user = null;
    await Promise.all([...this.#connections].map((connection) => connection.close()));
  }

  #loggedIn(): User {
    if (this.#user) return this.#user;
    throw new LiveError(LiveErrorCode.notLoggedIn, 'log in first');
  }
}
