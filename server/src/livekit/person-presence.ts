import { ParticipantInfo_State, type ParticipantInfo } from 'livekit-server-sdk';
import type { Clock } from 'live-battles/referee';
import { isNotFound, type RoomService } from './room-service.js';

/** One connection of a person, as LiveKit describes it. */
export type Connection = Pick<ParticipantInfo, 'sid' | 'joinedAt' | 'joinedAtMs'>;

export interface PersonPresenceOptions {
  liveId: string;
  userId: string;
  service: Pick<RoomService, 'getParticipant'>;
  clock: Pick<Clock, 'now'>;
  /** Milliseconds that a person has from their token to their connection. After that they count as absent. */
  joinAllowance: number;
  /** Called when the presence may have changed; may repeat the last value. */
  tell: (present: boolean) => Promise<void>;
}

/** What the referee's records say of a person. */
export interface KnownAs {
  /** Epoch milliseconds from which the person may connect: for an owner the live's creation, otherwise 0. */
  since: number;
  /** Whether the referee has noted that the person is away. */
  isLost: boolean;
}

/** Ended connections that are remembered. News of older ones has long arrived. */
const mostEnded = 8;

/**
 * Whether one person is connected. LiveKit's webhooks tell at once, but may be late, lost or out of order. Look-ups are
 * slow but true. Each checks the other, so that a person who is present is not taken for lost.
 */
export class PersonPresence {
  /** The person's present connection, as far as is known. */
  #current: { sid: string; joinedAt: number } | null = null;
  /** Ids of connections that have ended. Later news of them is out of date. */
  #ended: readonly string[] = [];
  /** Epoch milliseconds until which the person may still be connecting. */
  #expectedUntil = 0;
  /** Checks in a row that found no open connection. */
  #misses = 0;
  #isToldPresent = false;

  constructor(private readonly options: PersonPresenceOptions) {}

  /** Gives the person time to connect: they have just received a token, or LiveKit has lost their room. */
  expect(): void {
    this.#expectedUntil = this.options.clock.now() + this.options.joinAllowance;
  }

  /** A webhook says that the person has connected. */
  async joined(connection: Connection): Promise<void> {
    const joinedAt = joinTimeOf(connection);
    if (this.#ended.includes(connection.sid) || (this.#current && this.#current.joinedAt > joinedAt)) return;
    this.#current = { sid: connection.sid, joinedAt };
    this.#misses = 0;
    await this.#tell(true);
  }

  /** A webhook says that one of the person's connections has ended, perhaps an earlier one. */
  async left({ sid }: Pick<Connection, 'sid'>, known: KnownAs): Promise<void> {
    this.#ended = [...this.#ended, sid].slice(-mostEnded);
    if (this.#current && this.#current.sid !== sid) return;
    this.#current = null;
    const found = await this.#lookUp();
    // The person has connected again during the look-up, whose answer is older.
    if (this.#current) return;
    if (found && found.sid !== sid) await this.#found(found, known);
    else await this.#tell(false);
  }

  /** Looks the person up in LiveKit. @throws when LiveKit does not answer; the person's state then stays as it is. */
  async check(known: KnownAs): Promise<void> {
    const found = await this.#lookUp();
    if (found && !this.#ended.includes(found.sid)) {
      await this.#found(found, known);
      return;
    }
    const { clock, joinAllowance } = this.options;
    const onTheWayUntil = Math.max(this.#expectedUntil, known.since + joinAllowance);
    if (known.isLost || clock.now() < onTheWayUntil) return;
    this.#misses++;
    // A look-up while the person changes from one connection to the next may find neither.
    if (this.#current && this.#misses < 2) return;
    this.#current = null;
    await this.#tell(false);
  }

  async #found(participant: ParticipantInfo, { isLost }: KnownAs): Promise<void> {
    if (participant.state !== ParticipantInfo_State.ACTIVE) {
      this.expect();
      return;
    }
    this.#current = { sid: participant.sid, joinedAt: joinTimeOf(participant) };
    this.#misses = 0;
    // The document does not show a short absence, so what the referee was last told counts too.
    if (isLost || !this.#isToldPresent) await this.#tell(true);
  }

  async #tell(present: boolean): Promise<void> {
    this.#isToldPresent = present;
    await this.options.tell(present);
  }

  async #lookUp(): Promise<ParticipantInfo | null> {
    const { service, liveId, userId } = this.options;
    try {
      const found = await service.getParticipant(liveId, userId);
      return found.state === ParticipantInfo_State.DISCONNECTED ? null : found;
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }
}

/** When a connection began, epoch milliseconds. Older LiveKit servers send seconds only (`joinedAt`). */
export function joinTimeOf({ joinedAt, joinedAtMs }: Connection): number {
  return Number(joinedAtMs) || Number(joinedAt) * 1000;
}
