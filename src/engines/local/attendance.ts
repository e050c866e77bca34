import type { User } from '../../core/index.js';
import type { Bus, BusMessage } from '../../referee/index.js';
import type { HostMedia } from './host-media.js';

/** A session in a live, as the rest of the world knows it. */
export interface Attendee {
  readonly user: User;
  readonly liveId: string;
  readonly isHost: boolean;
  readonly isOnline: boolean;
  readonly media: HostMedia;
  receive(message: BusMessage): void;
  /** Somebody came, went, or switched a device. */
  lookAround(): void;
  /** Volume 0–100 by user id. */
  hear(volumes: ReadonlyMap<string, number>): void;
}

/** Who is in which live; brings each message to those whom it concerns, to each a copy of their own. */
export class Attendance<A extends Attendee> implements Bus {
  readonly #attendees = new Set<A>();

  add(attendee: A): void {
    this.#attendees.add(attendee);
  }

  remove(attendee: A): void {
    if (this.#attendees.delete(attendee)) this.noteChange();
  }

  ofUser(userId: string): readonly A[] {
    return [...this.#attendees].filter(({ user }) => user.userId === userId);
  }

  /** The host of a live, while they are online. */
  hostOf(liveId: string): A | undefined {
    return [...this.#attendees].find((attendee) => attendee.isHost && attendee.isOnline && attendee.liveId === liveId);
  }

  /** User ids of the hosts whose microphone is on. */
  speakers(): readonly string[] {
    const open = [...this.#attendees].filter(({ isOnline, media }) => isOnline && media.microphoneStatus === 'on');
    return open.map(({ user }) => user.userId);
  }

  publish(message: BusMessage): void {
    for (const attendee of [...this.#attendees]) {
      if (attendee.liveId !== message.liveId || !attendee.isOnline) continue;
      if (message.topic === 'personal' && attendee.user.userId !== message.userId) continue;
      attendee.receive(structuredClone(message));
    }
  }

  noteChange(): void {
    for (const attendee of [...this.#attendees]) attendee.lookAround();
  }

  spread(volumes: ReadonlyMap<string, number>): void {
    for (const attendee of [...this.#attendees]) attendee.hear(volumes);
  }
}
