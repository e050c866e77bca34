import type { User } from '../../core/index.js';
import type { Bus, BusMessage } from '../../referee/index.js';
import type { SeatMedia } from './seat-media.js';

/** A session in a live, as the rest of the world knows it. */
export interface Attendee {
  readonly user: User;
  readonly liveId: string;
  readonly isOnline: boolean;
  readonly media: SeatMedia;
  receive(message: BusMessage): void;
  /** Somebody came, went, or switched a device. */
  lookAround(): void;
  /** Volume 0–100 by user id. */
  hear(volumes: ReadonlyMap<string, number>): void;
}

/** Who is in which live; brings each message to those whom it concerns, to each a copy of their own. */
export class Attendance<A extends Attendee> implements Bus {
  /** By live id, then by user id. */
  readonly #lives = new Map<string, Map<string, A>>();

  add(attendee: A): void {
    const { liveId, user } = attendee;
    const attendees = this.#lives.get(liveId) ?? new Map<string, A>();
    this.#lives.set(liveId, attendees.set(user.userId, attendee));
  }

  remove({ liveId, user }: A): void {
    const attendees = this.#lives.get(liveId);
    if (!attendees?.delete(user.userId)) return;
    if (attendees.size === 0) this.#lives.delete(liveId);
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
    return [...this.#lives.values()].flatMap((attendees) => attendees.get(userId) ?? []);
  }

  /** User ids of those whose microphone is on. */
  speakers(): readonly string[] {
    const open = this.#all().filter(({ isOnline, media }) => isOnline && media.microphoneStatus === 'on');
    return open.map(({ user }) => user.userId);
  }

  publish(message: BusMessage): void {
    for (const attendee of this.ofLive(message.liveId)) {
      if (!attendee.isOnline) continue;
      if (message.topic === 'personal' && attendee.user.userId !== message.userId) continue;
      attendee.receive(structuredClone(message));
    }
  }

  noteChange(): void {
    for (const attendee of this.#all()) attendee.lookAround();
  }

  spread(volumes: ReadonlyMap<string, number>): void {
    for (const attendee of this.#all()) attendee.hear(volumes);
  }

  #all(): readonly A[] {
    return [...this.#lives.values()].flatMap((attendees) => [...attendees.values()]);
  }
}
