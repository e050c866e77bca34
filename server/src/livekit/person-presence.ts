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
  /** Milliseconds from a token to a connection before the person counts as absent. */
  joinAllowance: number;
  /** Called when it may have changed; saying the same again does no harm. */
  tell: (present: boolean) => Promise<void>;
}

/** What the referee says of somebody. */
export interface KnownAs {
  /** Epoch milliseconds since when they may be expected. */
  since: number;
  isLost: boolean;
}

/** Ended connections that are remembered: news of older ones has long arrived. */
const mostEnded = 8;

/**
 * Whether one person is connected. LiveKit's webhooks bring the news at once but may be late, lost or out of order;
 * look-ups are slow but true. Neither alone makes somebody look lost who is there.
 */
export class PersonPresence {
  /** The connection they are on, as far as heard. */
  #current: { sid: string; joinedAt: number } | null = null;
  /** Connections that have ended: whatever is heard of them later is old news. */
  #ended: readonly string[] = [];
  #expectedUntil = 0;
  /** Look-ups in a row that missed somebody of whom no departure was heard. */
  #misses = 0;
  #isToldPresent = false;

  constructor(private readonly options: PersonPresenceOptions) {}

  /** They have just been given a way in, or have lost the room through no fault of theirs. */
  expect(): void {
    this.#expectedUntil = this.options.clock.now() + this.options.joinAllowance;
  }

  /** A webhook says that they have connected. */
  async joined(connection: Connection): Promise<void> {
    const joinedAt = joinTimeOf(connection);
    if (this.#ended.includes(connection.sid) || (this.#current && this.#current.joinedAt > joinedAt)) return;
    this.#current = { sid: connection.sid, joinedAt };
    this.#misses = 0;
    await this.#tell(true);
  }

  /** A webhook says that one of their connections has ended: not the one they are on, perhaps. */
  async left({ sid }: Pick<Connection, 'sid'>, known: KnownAs): Promise<void> {
    this.#ended = [...this.#ended, sid].slice(-mostEnded);
    if (this.#current && this.#current.sid !== sid) return;
    this.#current = null;
    const found = await this.#lookUp();
    // They have come back meanwhile: the answer is older than that.
    if (this.#current) return;
    if (found && found.sid !== sid) await this.#found(found, known);
    else await this.#tell(false);
  }

  /** Asks LiveKit. @throws when it does not answer: nobody is lost because nobody can say. */
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
    // A look-up while somebody changes from one connection to the next may find neither.
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
    // A short absence is not shown, so what is shown does not say whether the referee knows better.
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

/** Epoch milliseconds. Older servers tell seconds only. */
export function joinTimeOf({ joinedAt, joinedAtMs }: Connection): number {
  return Number(joinedAtMs) || Number(joinedAt) * 1000;
}
