import { ParticipantInfo_State, type ParticipantInfo } from 'livekit-server-sdk';
import type { LiveDocument } from '../../../src/core/vocabulary.js';
import type { Clock, Referee } from '../../../src/referee/index.js';
import { isNotFound, type RoomService } from './room-service.js';

/** One connection of a host, as LiveKit describes it. */
type Connection = Pick<ParticipantInfo, 'identity' | 'sid' | 'joinedAt' | 'joinedAtMs'>;

interface Watch {
  /** The connection that the host is on, as far as heard. */
  current: { sid: string; joinedAt: number } | null;
  /** Connections that have ended: whatever is heard of them later is old news. */
  readonly ended: Set<string>;
  /** Until when an absent host is on the way, epoch milliseconds. */
  expectedUntil: number;
  /** Look-ups in a row that missed a host of whom no departure was heard. */
  misses: number;
}

export interface HostPresenceOptions {
  referee: Pick<Referee, 'notePresence'>;
  service: Pick<RoomService, 'getParticipant'>;
  clock: Pick<Clock, 'now'>;
  /** Milliseconds a host has to get from a token to a connection before they count as absent. */
  joinAllowance: number;
}

/**
 * Tells the referee which hosts are connected. LiveKit's webhooks bring the news at once but may be late, lost or out of
 * order; look-ups are slow but true. Neither alone makes a connected host look lost.
 */
export class HostPresence {
  readonly #watches = new Map<string, Watch>();

  constructor(private readonly options: HostPresenceOptions) {}

  /** The host has just been given a way in, or has lost the room through no fault of theirs. */
  expect(liveId: string): void {
    const watch = this.#watch(liveId);
    watch.expectedUntil = this.options.clock.now() + this.options.joinAllowance;
  }

  /** A webhook says that the host has connected. */
  async joined(liveId: string, connection: Connection): Promise<void> {
    const watch = this.#watch(liveId);
    const joinedAt = joinTimeOf(connection);
    if (watch.ended.has(connection.sid) || (watch.current && watch.current.joinedAt > joinedAt)) return;
    watch.current = { sid: connection.sid, joinedAt };
    watch.misses = 0;
    await this.options.referee.notePresence(liveId, connection.identity, true);
  }

  /** A webhook says that one of the host's connections has ended: not the one they are on, perhaps. */
  async left(document: LiveDocument, { sid }: Pick<Connection, 'sid'>): Promise<void> {
    const { liveId } = document.live;
    const watch = this.#watch(liveId);
    watch.ended.add(sid);
    if (watch.current && watch.current.sid !== sid) return;
    watch.current = null;
    const found = await this.#lookUp(document);
    // They have come back meanwhile: the answer is older than that.
    if (watch.current) return;
    if (found && found.sid !== sid) await this.#found(document, found);
    else await this.options.referee.notePresence(liveId, document.live.liveOwner.userId, false);
  }

  /** Asks LiveKit. @throws when it does not answer: no host is lost because nobody can say. */
  async check(document: LiveDocument): Promise<void> {
    const { liveId, createdAt } = document.live;
    const found = await this.#lookUp(document);
    const watch = this.#watch(liveId);
    if (found && !watch.ended.has(found.sid)) {
      await this.#found(document, found);
      return;
    }
    const onTheWayUntil = Math.max(watch.expectedUntil, createdAt + this.options.joinAllowance);
    if (document.hostLostAt !== null || this.options.clock.now() < onTheWayUntil) return;
    watch.misses++;
    // A look-up while the host changes from one connection to the next may find neither.
    if (watch.current && watch.misses < 2) return;
    watch.current = null;
    await this.options.referee.notePresence(liveId, document.live.liveOwner.userId, false);
  }

  forgetAllBut(liveIds: ReadonlySet<string>): void {
    for (const liveId of this.#watches.keys()) if (!liveIds.has(liveId)) this.#watches.delete(liveId);
  }

  async #found(document: LiveDocument, participant: ParticipantInfo): Promise<void> {
    const { liveId } = document.live;
    if (participant.state !== ParticipantInfo_State.ACTIVE) {
      this.expect(liveId);
      return;
    }
    const watch = this.#watch(liveId);
    watch.current = { sid: participant.sid, joinedAt: joinTimeOf(participant) };
    watch.misses = 0;
    // A short absence is not in the document, and yet must end: the referee ignores what it knows.
    await this.options.referee.notePresence(liveId, document.live.liveOwner.userId, true);
  }

  async #lookUp({ live }: LiveDocument): Promise<ParticipantInfo | null> {
    try {
      const found = await this.options.service.getParticipant(live.liveId, live.liveOwner.userId);
      return found.state === ParticipantInfo_State.DISCONNECTED ? null : found;
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  #watch(liveId: string): Watch {
    const watch = this.#watches.get(liveId) ?? { current: null, ended: new Set(), expectedUntil: 0, misses: 0 };
    this.#watches.set(liveId, watch);
    return watch;
  }
}

/** Older servers tell seconds only. */
function joinTimeOf({ joinedAt, joinedAtMs }: Connection): number {
  return Number(joinedAtMs) || Number(joinedAt) * 1000;
}
