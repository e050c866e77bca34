import type { Referee } from 'live-battles/referee';
import type { LiveSnapshot } from './live-snapshot.js';
import { PerLive } from './per-live.js';
import { PersonPresence, type Connection, type KnownAs, type PersonPresenceOptions } from './person-presence.js';
import { isAnswer } from './room-service.js';

export interface StagePresenceOptions extends Pick<PersonPresenceOptions, 'service' | 'clock' | 'joinAllowance'> {
  referee: Pick<Referee, 'notePresence'>;
}

/** Tells the referee whether the owner, the guests, the applicants and the invited users of each live are connected. */
export class StagePresence {
  readonly #lives = new PerLive(() => new Map<string, PersonPresence>());

  constructor(private readonly options: StagePresenceOptions) {}

  /** The user has just received a token and may still be connecting. */
  expect(liveId: string, userId: string): void {
    this.#person(liveId, userId).expect();
  }

  /** LiveKit has lost the room: everybody gets time to connect again. */
  expectAll(live: LiveSnapshot): void {
    for (const userId of peopleOf(live).keys()) this.expect(live.document.live.liveId, userId);
  }

  /** A webhook says that a participant has connected. The audience is ignored. */
  async joined(live: LiveSnapshot, userId: string, connection: Connection): Promise<void> {
    const { liveId } = live.document.live;
    if (peopleOf(live).has(userId)) await this.#person(liveId, userId).joined(connection);
  }

  /** A webhook says that a participant's connection has ended. The audience is ignored. */
  async left(live: LiveSnapshot, userId: string, connection: Pick<Connection, 'sid'>): Promise<void> {
    const known = peopleOf(live).get(userId);
    if (known) await this.#person(live.document.live.liveId, userId).left(connection, known);
  }

  /** Looks up everybody whose presence matters. @throws when LiveKit does not answer, or refuses a look-up. */
  async check(live: LiveSnapshot): Promise<void> {
    const { liveId } = live.document.live;
    const people = peopleOf(live);
    const watched = this.#lives.of(liveId);
    // A user whose presence no longer matters is forgotten, and begins anew on their next seat.
    for (const userId of watched.keys()) if (!people.has(userId)) watched.delete(userId);
    const refusals: unknown[] = [];
    for (const [userId, known] of people) {
      await this.#person(liveId, userId)
        .check(known)
        .catch((error: unknown) => {
          if (!isAnswer(error)) throw error;
          refusals.push(error);
        });
    }
    if (refusals.length > 0) throw refusals[0];
  }

  forgetAllBut(liveIds: ReadonlySet<string>): void {
    this.#lives.forgetAllBut(liveIds);
  }

  #person(liveId: string, userId: string): PersonPresence {
    const people = this.#lives.of(liveId);
    const { referee, ...rest } = this.options;
    const tell = (present: boolean): Promise<void> => referee.notePresence(liveId, userId, present);
    const person = people.get(userId) ?? new PersonPresence({ ...rest, liveId, userId, tell });
    people.set(userId, person);
    return person;
  }
}

/** Users whose presence matters: the owner with or without a seat, the guests, the applicants and the invited users. */
function peopleOf({ document: { live, seats, hostLostAt }, requesters }: LiveSnapshot): ReadonlyMap<string, KnownAs> {
  const { liveOwner, createdAt } = live;
  const asked = requesters.map(({ userId, isLost }): [string, KnownAs] => [userId, { since: 0, isLost }]);
  const guests = seats.flatMap(({ occupant }): [string, KnownAs][] =>
    occupant ? [[occupant.userId, { since: 0, isLost: occupant.lostAt !== null }]] : [],
  );
  return new Map([...asked, ...guests, [liveOwner.userId, { since: createdAt, isLost: hostLostAt !== null }]]);
}
