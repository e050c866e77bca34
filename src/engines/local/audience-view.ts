import { limits, type Audience, type LiveSink } from '../../core/index.js';
import type { LiveDocument } from '../../protocol/index.js';
import { isShallowSame, keepUnchanged } from '../../core/stage/unchanged.js';
import type { BusMember, LocalBus } from './local-bus.js';

/** Sends the audience of a live to the sink when it has changed. */
export class AudienceView {
  /** The audience last sent. Null before the first, which is sent even if it is empty. */
  #audience: Audience | null = null;

  constructor(
    private readonly bus: Pick<LocalBus<BusMember>, 'ofLive'>,
    private readonly sink: LiveSink,
  ) {}

  show({ live, seats }: LiveDocument): void {
    const seated = new Set(seats.map(({ occupant }) => occupant?.userId));
    const people = this.bus.ofLive(live.liveId).filter(({ isOnline, user }) => isOnline && !seated.has(user.userId));
    const before = this.#audience;
    const current = people.slice(0, limits.audienceList).map(({ user }) => ({ ...user }));
    const members = keepUnchanged(before?.members ?? [], current, isShallowSame);
    if (before?.count === people.length && members === before.members) return;
    this.#audience = { count: people.length, members };
    this.sink.receive({ type: 'audience', audience: this.#audience });
  }
}
