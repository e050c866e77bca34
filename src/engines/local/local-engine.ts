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
  type PageVisibility,
  type User,
} from '../../core/index.js';
import type { LiveDocument, UserCommandOf, UserCommandType, ReplyTo } from '../../protocol/index.js';
import { openCamera, type Camera } from './camera.js';
import type { LocalWorld } from './local-world.js';
import { pageVisibility } from '../page/page-visibility.js';
import { pageWorld } from './page-world.js';

export interface LocalEngineOptions {
  /** Default: the world that all local engines of the page share. */
  world?: LocalWorld;
  /** The user of this engine. Default name: the user's id. */
  user: { userId: string; userName?: string; avatarUrl?: string };
  /** Default `synthetic`: a drawn picture, which needs no permission from the user. */
  camera?: Camera;
  /** Default: what the browser says. Others are told while the page of somebody on a seat is hidden. */
  visibility?: PageVisibility;
}

/**
 * Lives, links and battles inside the page: no server, no network, no sound. The engines of a world see each other.
 * Without a DOM everything works except the camera.
 */
export class LocalEngine implements Engine {
  readonly #world: LocalWorld;
  readonly #identity: User;
  readonly #camera: Camera;
  readonly #visibility: PageVisibility;
  readonly #connections = new Set<LiveConnection>();
  #user: User | null = null;

  constructor({ world = pageWorld(), user, camera = 'synthetic', visibility = pageVisibility }: LocalEngineOptions) {
    const { userId, userName = userId, avatarUrl = '' } = user;
    this.#world = world;
    this.#identity = { userId, userName, avatarUrl };
    this.#camera = camera;
    this.#visibility = visibility;
  }

  /** @throws LiveError `unauthenticated` for an invalid user id, `unreachable`. */
  async login(): Promise<User> {
    const { userId } = this.#identity;
    if (!isUserId(userId)) throw new LiveError(LiveErrorCode.unauthenticated, 'this cannot be a user id');
    await this.#world.travel(userId);
    this.#user = this.#identity;
    return { ...this.#user };
  }

  /** The referee's clock, epoch milliseconds. @throws LiveError `unreachable`. */
  async serverTime(): Promise<number> {
    await this.#world.travel(this.#identity.userId);
    return this.#world.referee.now();
  }

  /** @throws LiveError `notLoggedIn`, `unreachable`. */
  async fetchLiveList({ cursor, count }: { cursor: string; count: number }): Promise<LivePage> {
    await this.#world.travel(this.#loggedIn().userId);
    const page = { cursor, count: Math.max(1, Math.min(count, limits.livePageSize)) };
    return structuredClone(await this.#world.referee.listLives(page));
  }

  /** @throws LiveError `liveNotFound`, `noPermission` for a kicked user, `notLoggedIn`, `unreachable`. */
  async fetchLive(liveId: string): Promise<LiveDocument> {
    const { userId } = this.#loggedIn();
    await this.#world.travel(userId);
    const view = await this.#world.referee.view(liveId, userId);
    if (view) return structuredClone(view.document);
    throw new LiveError(LiveErrorCode.liveNotFound, `there is no live "${liveId}"`);
  }

  /** @throws LiveError with the referee's code, `notLoggedIn`, `unreachable`. */
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

  /**
   * Enters a live.
   * @throws LiveError `liveNotFound`, `noPermission` for a kicked user, `notLoggedIn`, `unreachable`, `notInLive` when
   * the user enters on another device meanwhile.
   */
  async join(liveId: string, sink: LiveSink): Promise<LiveConnection> {
    const user = this.#loggedIn();
    const connection = await this.#world.join({
      user,
      liveId,
      sink,
      openCamera: () => openCamera(this.#camera, user),
      execute: (command) => this.execute(command),
      visibility: this.#visibility,
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
