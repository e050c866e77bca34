import type { LiveDocument } from '../../documents.js';
import type { Audience } from '../../live/audience.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { Change } from '../../session/live-feed.js';
import type { User } from '../../user.js';
import { isComplete, type LiveAudienceEvents } from './audience-events.js';

/**
 * Which administrators are in the live, on a seat or in the audience. Both planes tell of a move between the two, one
 * after the other: whoever got up stays known until the audience is told again.
 */
export class PresentAdministrators {
  #present: ReadonlyMap<string, User> = new Map();

  constructor(private readonly events: Emitter<LiveAudienceEvents>) {}

  /** Seats and administration have changed; the first look is not news. */
  noteDocument({ before, after }: Change<LiveDocument>, audience: Audience): void {
    if (!after) return;
    const isMissed = ({ userId }: User): boolean =>
      after.seats.some(({ occupant }) => occupant?.userId === userId && occupant.lostAt !== null);
    const stayed = [...this.#present.values()].filter((user) => !isMissed(user));
    this.#show(administratorsOf(after, [...stayed, ...seated(after), ...audience.members]), before !== null);
  }

  /** Somebody came or went; the first look is not news. Where the list is cut, an absence from it means nothing. */
  noteAudience({ before, after }: Change<Audience>, document: LiveDocument): void {
    if (!after) return;
    const stayed = isComplete(after) ? [] : this.#present.values();
    const isNews = before !== null && isComplete(before);
    this.#show(administratorsOf(document, [...stayed, ...seated(document), ...after.members]), isNews);
  }

  /** The live has been left. */
  clear(): void {
    this.#present = new Map();
  }

  #show(present: ReadonlyMap<string, User>, isNews: boolean): void {
    const earlier = this.#present;
    this.#present = present;
    if (isNews) this.#emit('administrator-joined', present, earlier);
    this.#emit('administrator-left', earlier, present);
  }

  #emit(
    name: 'administrator-joined' | 'administrator-left',
    those: ReadonlyMap<string, User>,
    others: ReadonlyMap<string, User>,
  ): void {
    for (const [userId, administrator] of those) {
      if (!others.has(userId)) this.events.emit(name, { administrator });
    }
  }
}

/** Whether the owner is there, as far as everybody may know: a short absence is told to nobody. */
export function emitOwnerPresence(events: Emitter<LiveAudienceEvents>, { before, after }: Change<LiveDocument>): void {
  // Nobody comes or goes by the end of a live.
  if (!before || !after || after.live.endedAt !== null) return;
  const owner = after.live.liveOwner;
  if (before.hostLostAt === null && after.hostLostAt !== null) events.emit('owner-left', { owner });
  if (before.hostLostAt !== null && after.hostLostAt === null) events.emit('owner-joined', { owner });
}

function seated({ seats }: LiveDocument): readonly User[] {
  return seats.flatMap(({ occupant }) => {
    if (!occupant || occupant.lostAt !== null) return [];
    const { userId, userName, avatarUrl } = occupant;
    return [{ userId, userName, avatarUrl }];
  });
}

/** Those of `people` who are administrators, by user id. */
function administratorsOf({ administrators }: LiveDocument, people: readonly User[]): ReadonlyMap<string, User> {
  const ours = people.filter(({ userId }) => administrators.includes(userId));
  return new Map(ours.map((user) => [user.userId, user]));
}
