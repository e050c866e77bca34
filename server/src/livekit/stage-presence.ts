import type { LiveDocument } from 'live-battles/protocol';
import type { Referee } from 'live-battles/referee';
import { PersonPresence, type Connection, type KnownAs, type PersonPresenceOptions } from './person-presence.js';
import { isAnswer } from './room-service.js';

export interface StagePresenceOptions extends Pick<PersonPresenceOptions, 'service' | 'clock' | 'joinAllowance'> {
  referee: Pick<Referee, 'notePresence'>;
}

/** Tells the referee whether the owner of each live, and whoever has a seat there, are connected. */
export class StagePresence {
  readonly #lives = new Map<string, Map<string, PersonPresence>>();

  constructor(private readonly options: StagePresenceOptions) {}

  /** They have just been given a way in. */
  expect(liveId: string, userId: string): void {
    this.#person(liveId, userId).expect();
  }

  /** All have lost the room through no fault of theirs. */
  expectAll(document: LiveDocument): void {
    for (const userId of peopleOf(document).keys()) this.expect(document.live.liveId, userId);
  }

  /** A webhook says that somebody has connected, whoever it is. */
  async joined(document: LiveDocument, userId: string, connection: Connection): Promise<void> {
    const { liveId } = document.live;
    if (peopleOf(document).has(userId)) await this.#person(liveId, userId).joined(connection);
  }

  /** A webhook says that a connection of somebody has ended. */
  async left(document: LiveDocument, userId: string, connection: Pick<Connection, 'sid'>): Promise<void> {
    const known = peopleOf(document).get(userId);
    if (known) await this.#person(document.live.liveId, userId).left(connection, known);
  }

  /** Asks LiveKit about everybody on the stage of a live. @throws when it does not answer, or refused to for somebody. */
  async check(document: LiveDocument): Promise<void> {
    const { liveId } = document.live;
    const people = peopleOf(document);
    const watched = this.#lives.get(liveId);
    // Whoever sits down again begins anew.
    for (const userId of watched?.keys() ?? []) if (!people.has(userId)) watched?.delete(userId);
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
    for (const liveId of this.#lives.keys()) if (!liveIds.has(liveId)) this.#lives.delete(liveId);
  }

  #person(liveId: string, userId: string): PersonPresence {
    const people = this.#lives.get(liveId) ?? new Map<string, PersonPresence>();
    this.#lives.set(liveId, people);
    const { referee, ...rest } = this.options;
    const tell = (present: boolean): Promise<void> => referee.notePresence(liveId, userId, present);
    const person = people.get(userId) ?? new PersonPresence({ ...rest, liveId, userId, tell });
    people.set(userId, person);
    return person;
  }
}

/** Whose presence matters: the owner, seated or not, and the guests on the seats. */
function peopleOf({ live, seats, hostLostAt }: LiveDocument): ReadonlyMap<string, KnownAs> {
  const { liveOwner, createdAt } = live;
  const guests = seats.flatMap(({ occupant }): [string, KnownAs][] =>
    occupant ? [[occupant.userId, { since: 0, isLost: occupant.lostAt !== null }]] : [],
  );
  return new Map([...guests, [liveOwner.userId, { since: createdAt, isLost: hostLostAt !== null }]]);
}
