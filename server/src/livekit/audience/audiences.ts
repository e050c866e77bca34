import type { ParticipantInfo } from 'livekit-server-sdk';
import type { LiveDocument, VersionedAudience } from 'live-battles/protocol';
import type { Bus, BusMessage } from 'live-battles/referee';
import { PerLive } from '../per-live.js';
import { LiveAudience, type LiveAudienceOptions } from './live-audience.js';

/**
 * The audiences of all lives. Viewers are hidden in LiveKit's rooms: only the server hears of them, and it tells the
 * participants.
 */
export class Audiences implements Bus {
  readonly #lives: PerLive<LiveAudience>;

  constructor(options: LiveAudienceOptions) {
    this.#lives = new PerLive((liveId) => new LiveAudience(liveId, options));
  }

  /** A user who takes a seat leaves the audience. A live that no user has entered is not followed. */
  publish(message: BusMessage): void {
    if (message.topic === 'document') this.#lives.find(message.liveId)?.follow(message.document);
  }

  /** A webhook says that a participant has connected. */
  joined(document: LiveDocument, participant: ParticipantInfo): void {
    this.#live(document).joined(participant);
  }

  /** A webhook says that a participant's connection has ended. */
  left(document: LiveDocument, participant: ParticipantInfo): void {
    this.#live(document).left(participant);
  }

  /** LiveKit has lost the room and everybody in it. */
  roomLost(liveId: string): void {
    this.#lives.find(liveId)?.roomLost();
  }

  /** Takes over LiveKit's list. @param list Asks LiveKit for all participants. @throws what `list` throws. */
  async heal(document: LiveDocument, list: () => Promise<readonly ParticipantInfo[]>): Promise<void> {
    await this.#live(document).heal(list);
  }

  /** Asks LiveKit for the participants, unless they are known. @throws when LiveKit does not answer. */
  async open(document: LiveDocument): Promise<void> {
    await this.#live(document).open();
  }

  /** The audience as it is now; null until LiveKit has been asked. */
  of(document: LiveDocument): VersionedAudience | null {
    const live = this.#lives.find(document.live.liveId);
    live?.follow(document);
    return live?.read() ?? null;
  }

  forgetAllBut(liveIds: ReadonlySet<string>): void {
    this.#lives.forgetAllBut(liveIds);
  }

  #live(document: LiveDocument): LiveAudience {
    const live = this.#lives.of(document.live.liveId);
    live.follow(document);
    return live;
  }
}
