import type { User } from '../../core/index.js';
import type { BusMessage } from '../../referee/index.js';
import type { LocalDevices } from './local-devices.js';

/** What the people in a live are told. */
export type LiveMessage = Exclude<BusMessage, { topic: 'kicked' }>;

/** A session in a live, as the rest of the world knows it. */
export interface BusMember {
  readonly user: User;
  readonly liveId: string;
  readonly isOnline: boolean;
  readonly devices: LocalDevices;
  receive(message: LiveMessage): void;
  /** Somebody came, went, or switched a device. */
  lookAround(): void;
  /** Volume 0–100 by user id. */
  hear(volumes: ReadonlyMap<string, number>): void;
}

/** Who is in which live; brings each message to those whom it concerns, to each a copy of their own. */
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

  /** Whoever is in the live under that name, whether or not their network is there. */
  find(liveId: string, userId: string): A | undefined {
    return this.#lives.get(liveId)?.get(userId);
  }

  /** In the order in which they came. */
  ofLive(liveId: string): readonly A[] {
    return [...(this.#lives.get(liveId)?.values() ?? [])];
  }

  ofUser(userId: string): readonly A[] {
    return [...this.#lives.values()].flatMap((members) => members.get(userId) ?? []);
  }

  /** User ids of those whose microphone is on. */
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
