import type { LiveDocument } from '../../documents.js';
import type { Audience } from '../../live/audience.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { Change } from '../../session/live-feed.js';
import type { User } from '../../user.js';
import { isComplete, type LiveAudienceEvents } from './audience-events.js';

/**
 * The administrators who are in the live, on a seat or in the audience. A move between the two changes the document and
 * the audience list one after the other. So a user who leaves a seat counts as present until the next audience list.
 */
export class PresentAdministrators {
  #present: ReadonlyMap<string, User> = new Map();

  constructor(private readonly events: Emitter<LiveAudienceEvents>) {}

  /** Takes in a changed document: seats and administrators. The first document is not news. */
  noteDocument({ before, after }: Change<LiveDocument>, audience: Audience): void {
    if (!after) return;
    const isMissed = ({ userId }: User): boolean =>
      after.seats.some(({ occupant }) => occupant?.userId === userId && occupant.lostAt !== null);
    const stayed = [...this.#present.values()].filter((user) => !isMissed(user));
    this.#show(administratorsOf(after, [...stayed, ...seated(after), ...audience.members]), before !== null);
  }

  /** Takes in a changed audience list; the first list is not news. Absence from a list that is cut means nothing. */
  noteAudience({ before, after }: Change<Audience>, document: LiveDocument): void {
    if (!after) return;
    const stayed = isComplete(after) ? [] : this.#present.values();
    const isNews = before !== null && isComplete(before);
    this.#show(administratorsOf(document, [...stayed, ...seated(document), ...after.members]), isNews);
  }

  /** Forgets all, when the live is left. */
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

/** Tells when the owner leaves and comes back, as the document shows it. The document does not show a short absence. */
export function emitOwnerPresence(events: Emitter<LiveAudienceEvents>, { before, after }: Change<LiveDocument>): void {
  // The end of a live is not an exit of its owner.
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

/** The administrators among `people`, by user id. */
function administratorsOf({ administrators }: LiveDocument, people: readonly User[]): ReadonlyMap<string, User> {
  const ours = people.filter(({ userId }) => administrators.includes(userId));
  return new Map(ours.map((user) => [user.userId, user]));
}
