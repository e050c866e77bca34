import type { ConnectionState, Engine } from '../engine.js';
import { LiveError, LiveErrorCode, toLiveError } from '../live-error.js';
import { Emitter } from '../reactivity/emitter.js';
import { signal, type ReadonlySignal } from '../reactivity/signal.js';
import { ServerClock } from '../server-clock.js';
import { BattleStore } from '../stores/battle/battle-store.js';
import { CoGuestStore } from '../stores/guest/coguest-store.js';
import { CoHostStore } from '../stores/cohost/cohost-store.js';
import { DeviceStore } from '../stores/device/device-store.js';
import { LiveAudienceStore } from '../stores/live/live-audience-store.js';
import { LiveListStore } from '../stores/live/live-list-store.js';
import { LiveSeatStore } from '../stores/seat/live-seat-store.js';
import type { User } from '../user.js';
import { CurrentLive } from './current-live.js';
import { LiveFeed } from './live-feed.js';
import type { SessionContext } from './session-context.js';

export interface LiveSessionOptions {
  engine: Engine;
}

export interface LiveSessionEvents {
  /**
   * The user must log in again. The session has left its live and nobody is logged in. AtomicXCore's `loginExpired`.
   */
  'login-expired': { liveId: string };
}

/**
 * One user and their current live. The stores hold all state as signals and all actions as methods. A page can have
 * several sessions.
 */
export class LiveSession {
  readonly events = new Emitter<LiveSessionEvents>();
  readonly clock = new ServerClock();
  readonly liveListStore: LiveListStore;
  readonly coHostStore: CoHostStore;
  readonly battleStore: BattleStore;
  readonly liveSeatStore: LiveSeatStore;
  readonly coGuestStore: CoGuestStore;
  readonly liveAudienceStore: LiveAudienceStore;
  readonly deviceStore: DeviceStore;

  readonly #engine: Engine;
  readonly #feed = new LiveFeed();
  readonly #currentLive: CurrentLive;
  readonly #user = signal<User | null>(null);
  #login: Promise<User> | null = null;
  /** Number of logouts so far: a login that a logout overtook is discarded. */
  #logouts = 0;
  /** The last logout, perhaps still running. */
  #logout: Promise<void> = Promise.resolve();
  readonly #onLogout: (() => void)[] = [];

  /** The user who is logged in; null without a login. */
  readonly user: ReadonlySignal<User | null> = this.#user;
  /** State of the connection to the current live. */
  readonly connectionState: ReadonlySignal<ConnectionState> = this.#feed.connectionState;
  /** True while the browser blocks sound until the user acts; then call `startAudio`. */
  readonly isAudioBlocked: ReadonlySignal<boolean> = this.#feed.isAudioBlocked;

  constructor({ engine }: LiveSessionOptions) {
    this.#engine = engine;
    this.#currentLive = new CurrentLive(engine, this.#feed);
    this.#feed.changes.on('connection', ({ before, after }) => {
      // The device may have slept, or its clock may have been changed: a new measurement keeps countdowns right.
      if (before === 'reconnecting' && after === 'connected') void this.clock.synchronize(() => engine.serverTime());
    });
    this.#feed.changes.on('login-expired', (live) => {
      // An error while leaving does not keep the user from logging in again.
      this.logout().catch(() => undefined);
      this.events.emit('login-expired', live);
    });
    const context: SessionContext = {
      engine,
      currentLive: this.#currentLive,
      feed: this.#feed,
      user: this.#user,
      login: () => this.login(),
      onLogout: (listener) => this.#onLogout.push(listener),
    };
    this.liveListStore = new LiveListStore(context);
    this.coHostStore = new CoHostStore(context);
    this.battleStore = new BattleStore(context);
    this.deviceStore = new DeviceStore(context);
    this.liveSeatStore = new LiveSeatStore(context, this.deviceStore);
    this.liveAudienceStore = new LiveAudienceStore(context);
    this.coGuestStore = new CoGuestStore(context, this.liveAudienceStore);
  }

  /**
   * Logs in once; the stores call it when they first need a user.
   * @throws LiveError `unauthenticated`, `unreachable`; `notLoggedIn` when a logout came first.
   */
  login(): Promise<User> {
    this.#login ??= this.#logIn();
    return this.#login;
  }

  /**
   * Loads the engine's code for entering a live, so that the next `joinLive` or `createLive` need not wait for it. Needs
   * no login. Call it when the user is likely to enter a live soon.
   * @throws LiveError `unreachable`; a live can be entered all the same, which then loads the code.
   */
  async preload(): Promise<void> {
    await this.#engine.preload?.();
  }

  /** Starts sound that the browser blocked. Call it from a user's gesture while `isAudioBlocked` is true. */
  async startAudio(): Promise<void> {
    await this.#currentLive.connection?.startAudio();
  }

  /**
   * Leaves the live and forgets the user, the fetched lives and the devices that were on.
   * @throws LiveError, whatever the engine throws.
   */
  logout(): Promise<void> {
    this.#logouts++;
    this.#login = null;
    const leaving = this.#currentLive.leave();
    this.#user.set(null);
    for (const forget of this.#onLogout) forget();
    const loggedOut = this.#logOut(leaving);
    this.#logout = loggedOut.catch(() => undefined);
    return loggedOut;
  }

  async #logOut(leaving: Promise<void>): Promise<void> {
    try {
      await leaving.finally(() => this.#engine.logout());
    } catch (error) {
      throw toLiveError(error);
    }
  }

  async #logIn(): Promise<User> {
    const logouts = this.#logouts;
    try {
      await this.#logout;
      // The clock is measured meanwhile, so that countdowns are right from the start.
      const measuring = this.clock.synchronize(() => this.#engine.serverTime(), 1);
      const user = await this.#engine.login();
      await measuring;
      if (logouts !== this.#logouts) throw new LiveError(LiveErrorCode.notLoggedIn, 'logged out while logging in');
      this.#user.set(user);
      // Measured again in the background: a page that is still loading slows its requests down.
      void this.clock.synchronize(() => this.#engine.serverTime());
      return user;
    } catch (error) {
      if (logouts === this.#logouts) this.#login = null;
      throw toLiveError(error);
    }
  }
}
