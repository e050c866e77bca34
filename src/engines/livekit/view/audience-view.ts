import type { Participant as LiveKitParticipant } from 'livekit-client';
import { limits, type LiveSink, type User } from '../../../core/index.js';
import { avatarUrlAttribute, type LiveDocument } from '../../../protocol/index.js';

/** A crowd that comes at once is told once. */
const coalesceMs = 300;

/** Tells who is in a room without a seat, when that has changed. */
export class AudienceView {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #latest: () => readonly LiveKitParticipant[] = () => [];
  #document: LiveDocument | null = null;
  #last = '';

  constructor(private readonly sink: LiveSink) {}

  /** @param participants everybody in the room, this user included; asked when it is time to tell */
  show(document: LiveDocument, participants: () => readonly LiveKitParticipant[]): void {
    this.#document = document;
    this.#latest = participants;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#tell();
    }, coalesceMs);
  }

  /** Until the next `show`. */
  pause(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tell(): void {
    if (!this.#document) return;
    const seated = new Set(this.#document.seats.map(({ occupant }) => occupant?.userId));
    // Whoever has an `@` is on a seat of a linked live.
    const audience = this.#latest().filter(({ identity }) => !identity.includes('@') && !seated.has(identity));
    const members = audience.slice(0, limits.audienceList).map(userOf);
    const current = JSON.stringify([audience.length, members]);
    if (current === this.#last) return;
    this.#last = current;
    this.sink.receive({ type: 'audience', audience: { count: audience.length, members } });
  }
}

function userOf({ identity, name, attributes }: LiveKitParticipant): User {
  return { userId: identity, userName: name || identity, avatarUrl: attributes[avatarUrlAttribute] ?? '' };
}
