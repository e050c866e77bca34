import type { LiveUpdate, User } from '../../core/index.js';
import type { LiveDocument } from '../../protocol/index.js';
import type { BusMessage } from '../../referee/index.js';
import type { LiveSight } from './live-sight.js';
import type { LocalDevices } from './local-devices.js';
import { LocalLive } from './local-live.js';
import { OncePerFrame, type NextFrame } from './once-per-frame.js';
import { fixed, frozen } from './shared-value.js';

/** The messages for the sessions in a live. */
export type LiveMessage = Exclude<BusMessage, { topic: 'kicked' }>;

/** A session in a live, as the other sessions of the world see it. */
export interface BusMember {
  readonly user: User;
  readonly liveId: string;
  readonly isOnline: boolean;
  readonly devices: LocalDevices;
  /** The update is frozen, and the same for all sessions that it concerns. Sessions that are offline ignore it. */
  receive(update: LiveUpdate): void;
  /** A session has come or gone, has switched a device, or is heard differently. */
  lookAround(): void;
}

/** The sessions in all lives. Sends each message to the sessions that it concerns; scores at most once a frame. */
export class LocalBus<A extends BusMember> {
  readonly #lives = new Map<string, LocalLive<A>>();
  readonly #scores: OncePerFrame;
  #volumes: ReadonlyMap<string, number> = new Map();

  constructor(nextFrame: NextFrame) {
    this.#scores = new OncePerFrame(nextFrame, () => {
      for (const live of this.#lives.values()) live.sendScores();
    });
  }

  /** Volume 0–100 by user id; absent users are silent. */
  get volumes(): ReadonlyMap<string, number> {
    return this.#volumes;
  }

  add(member: A): void {
    const { liveId, user } = member;
    const live = this.#lives.get(liveId) ?? new LocalLive<A>(this);
    this.#lives.set(liveId, live);
    live.members.set(user.userId, member);
  }

  remove({ liveId, user }: A): void {
    const members = this.#lives.get(liveId)?.members;
    if (!members?.delete(user.userId)) return;
    if (members.size === 0) this.#lives.delete(liveId);
    this.noteChange();
  }

  /** The session of a user in a live, online or not. */
  find(liveId: string, userId: string): A | undefined {
    return this.#lives.get(liveId)?.members.get(userId);
  }

  /** The sessions in a live, in the order in which they entered. */
  ofLive(liveId: string): readonly A[] {
    return [...(this.#lives.get(liveId)?.members.values() ?? [])];
  }

  ofUser(userId: string): readonly A[] {
    return [...this.#lives.values()].flatMap(({ members }) => members.get(userId) ?? []);
  }

  /** Ids of the users who are online with their microphone on. */
  speakers(): readonly string[] {
    const open = this.#all().filter(({ isOnline, devices }) => isOnline && devices.sources.microphone);
    return open.map(({ user }) => user.userId);
  }

  /** What is seen of the people in a live; undefined when no session is in it. */
  sight(liveId: string): LiveSight | undefined {
    return this.#lives.get(liveId)?.sight;
  }

  /** A document of a live as its sessions share it. */
  shared(document: LiveDocument): LiveDocument {
    return this.#lives.get(document.live.liveId)?.shared(document) ?? frozen(document);
  }

  publish(message: LiveMessage): void {
    const live = this.#lives.get(message.liveId);
    live?.publish(message);
    if (live && message.topic === 'scores') this.#scores.request();
  }

  noteChange(): void {
    for (const { sight } of this.#lives.values()) sight.renew();
    for (const member of this.#all()) member.lookAround();
  }

  /** Everybody hears these volumes from now on. */
  spread(volumes: ReadonlyMap<string, number>): void {
    this.#volumes = fixed(volumes);
    this.noteChange();
  }

  /** Stops the timer of the frame. Scores that wait are not sent. */
  stop(): void {
    this.#scores.stop();
  }

  #all(): readonly A[] {
    return [...this.#lives.values()].flatMap(({ members }) => [...members.values()]);
  }
}
