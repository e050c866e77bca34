import type { User } from '../../core/index.js';
import type { BusMessage } from '../../referee/index.js';
import type { LocalDevices } from './local-devices.js';

/** The messages for the sessions in a live. */
export type LiveMessage = Exclude<BusMessage, { topic: 'kicked' }>;

/** A session in a live, as the other sessions of the world see it. */
export interface BusMember {
  readonly user: User;
  readonly liveId: string;
  readonly isOnline: boolean;
  readonly devices: LocalDevices;
  receive(message: LiveMessage): void;
  /** A session has come, gone or switched a device. */
  lookAround(): void;
  /** Volume 0–100 by user id. */
  hear(volumes: ReadonlyMap<string, number>): void;
}

/** The sessions in all lives. Sends each message to the sessions it concerns, a separate copy to each. */
export class LocalBus<A extends BusMember> {
  /** By live id, then by user id. */
  readonly #lives = new Map<string, Map<string, A>>();

  add(member: A): void {
    const { liveId, user } = member;
    const members = this.#lives.get(liveId) ?? new Map<string, A>();
    this.#lives.set(liveId, members.set(user.userId, member));
  }

  remove({ liveId, user }: A): void {
    const members = this.#lives.get(liveId);
    if (!members?.delete(user.userId)) return;
    if (members.size === 0) this.#lives.delete(liveId);
    this.noteChange();
  }

  /** The session of a user in a live, online or not. */
  find(liveId: string, userId: string): A | undefined {
    return this.#lives.get(liveId)?.get(userId);
  }

  /** The sessions in a live, in the order in which they entered. */
  ofLive(liveId: string): readonly A[] {
    return [...(this.#lives.get(liveId)?.values() ?? [])];
  }

  ofUser(userId: string): readonly A[] {
    return [...this.#lives.values()].flatMap((members) => members.get(userId) ?? []);
  }

  /** Ids of the users who are online with their microphone on. */
  speakers(): readonly string[] {
    const open = this.#all().filter(({ isOnline, devices }) => isOnline && devices.sources.microphone);
    return open.map(({ user }) => user.userId);
  }

  publish(message: LiveMessage): void {
    for (const member of this.ofLive(message.liveId)) {
      if (!member.isOnline) continue;
      if (message.topic === 'personal' && member.user.userId !== message.userId) continue;
      member.receive(structuredClone(message));
    }
  }

  noteChange(): void {
    for (const member of this.#all()) member.lookAround();
  }

  spread(volumes: ReadonlyMap<string, number>): void {
    for (const member of this.#all()) member.hear(volumes);
  }

  #all(): readonly A[] {
    return [...this.#lives.values()].flatMap((members) => [...members.values()]);
  }
}
