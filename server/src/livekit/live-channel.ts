import { DataPacket_Kind } from 'livekit-server-sdk';
import { largestHighlights, type ScoreBoard, type ScoreHighlight } from 'live-battles/core';
import { dataTopics, type LiveDocument, type PersonalDocument } from 'live-battles/protocol';
import type { ReadLiveSnapshot } from './live-snapshot.js';
import { LatestWins } from './latest-wins.js';
import type { LiveRooms } from './live-rooms.js';
import { personalPacket } from './personal-packet.js';
import type { Pushing } from './pushing.js';
import { isNotFound, isRefusal, type RoomService } from './room-service.js';
import { scorePacket } from './score-packet.js';

export interface LiveChannelOptions extends Pushing {
  service: RoomService;
  rooms: LiveRooms;
  readLive: ReadLiveSnapshot;
}

/** Sends documents, scores and personal documents into the room of one live, each kind at its own pace. */
export class LiveChannel {
  readonly #documents: LatestWins;
  readonly #scores: LatestWins;
  readonly #personals: LatestWins;
  /** The newest document that is known here. */
  #document: LiveDocument | null = null;
  #isReadDue = false;
  #board: ScoreBoard | null = null;
  /** Ids of battles whose last board has been replaced by that of another battle. */
  readonly #pastBattles = new Set<string>();
  /** The largest gifts since the last packet of scores, without those in a packet that is under way. */
  #highlights: readonly ScoreHighlight[] = [];
  /** Personal documents that wait to be sent, by user id. */
  readonly #unsent = new Map<string, PersonalDocument>();
  #isCheckpointDue = false;
  /** Creation time, epoch milliseconds, of the live that last used the room: a live id may be used again. */
  #createdAt: number | null = null;
  /** When the room of the ended live is closed, epoch milliseconds of the machine's clock; null while the live runs. */
  #closesAt: number | null = null;

  constructor(
    private readonly liveId: string,
    private readonly options: LiveChannelOptions,
  ) {
    const lane = (send: () => Promise<void>, pause = 0): LatestWins =>
      new LatestWins({ ...options, send, pause, retryAfter: options.timing.retry, isFinal: isRefusal });
    this.#documents = lane(() => this.#sendDocument());
    this.#scores = lane(() => this.#sendBoard(), options.timing.scores);
    this.#personals = lane(() => this.#sendPersonals());
  }

  /** Documents may come in any order. */
  documentChanged(document: LiveDocument): void {
    this.#keepNewest(document);
    this.#documents.mark();
  }

  /** Reads the document anew and sends it, changed or not. */
  refresh(): void {
    this.#isReadDue = true;
    this.#documents.mark();
  }

  /** Boards may come in any order. */
  boardChanged(board: ScoreBoard, highlights: readonly ScoreHighlight[]): void {
    const { battleId } = board;
    if (this.#pastBattles.has(battleId)) return;
    const isSameBattle = this.#board?.battleId === battleId;
    if (this.#board && !isSameBattle) this.#pastBattles.add(this.#board.battleId);
    this.#highlights = largestHighlights([...(isSameBattle ? this.#highlights : []), ...highlights]);
    if (this.#board && isSameBattle && this.#board.version >= board.version) return;
    this.#board = board;
    this.#scores.mark();
    if (this.#isCheckpointDue) return;
    this.#isCheckpointDue = true;
    this.#later(this.options.timing.checkpoint, () => {
      this.#isCheckpointDue = false;
      this.#documents.mark();
    });
  }

  personalChanged(userId: string, document: PersonalDocument): void {
    const unsent = this.#unsent.get(userId);
    if (unsent && unsent.revision > document.revision) return;
    this.#unsent.set(userId, document);
    this.#personals.mark();
  }

  async #sendDocument(): Promise<void> {
    const document = await this.#newestDocument();
    if (!document) return;
    if (document.live.endedAt === null) {
      this.#closesAt = null;
    } else if (this.#closesAt !== null && this.#closesAt <= Date.now()) {
      await this.options.rooms.close(this.liveId);
      return;
    }
    await this.#clearRoomFor(document.live.createdAt);
    await this.options.rooms.push(document);
    if (document.live.endedAt === null || this.#closesAt !== null) return;
    const { closing } = this.options.timing;
    this.#closesAt = Date.now() + closing;
    // A timer may fire a millisecond early.
    this.#later(closing + 2, () => {
      this.#documents.mark();
    });
  }

  /** The newest document with the newest scores in it: scores also come alone. Null for an unknown live. */
  async #newestDocument(): Promise<LiveDocument | null> {
    if (this.#isReadDue || !this.#document) await this.#read();
    const document = this.#document;
    const board = this.#board;
    const isNewer = board && document?.board?.battleId === board.battleId && document.board.version < board.version;
    return isNewer ? { ...document, board } : document;
  }

  async #read(): Promise<void> {
    this.#isReadDue = false;
    try {
      const live = await this.options.readLive(this.liveId);
      if (live) this.#keepNewest(live.document);
    } catch (error) {
      this.#isReadDue = true;
      throw error;
    }
  }

  #keepNewest(document: LiveDocument): void {
    if (!this.#document || this.#document.revision <= document.revision) this.#document = document;
  }

  /** Closes the room of an earlier live of this id: its participants and its host's rights must not stay. */
  async #clearRoomFor(createdAt: number): Promise<void> {
    if (this.#createdAt !== null && this.#createdAt !== createdAt) await this.options.rooms.close(this.liveId);
    this.#createdAt = createdAt;
  }

  async #sendBoard(): Promise<void> {
    const board = this.#board;
    if (!board) return;
    // Points may have been hidden since the gift: the board lacks the host then.
    const sent = this.#highlights.filter(({ hostUserId }) => Object.hasOwn(board.totals, hostUserId));
    this.#highlights = [];
    try {
      await this.#sendData(scorePacket(board, sent), { topic: dataTopics.scores });
    } catch (error) {
      if (this.#board?.battleId === board.battleId)
        this.#highlights = largestHighlights([...sent, ...this.#highlights]);
      throw error;
    }
  }

  async #sendPersonals(): Promise<void> {
    for (const [userId, document] of this.#unsent) {
      const to = { topic: dataTopics.personal, destinationIdentities: [userId] };
      try {
        await this.#sendData(personalPacket(document), to);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // A document that LiveKit refuses must not hold up those of the other users.
        this.options.onFailure(error);
      }
      // A newer document may have come meanwhile.
      if (this.#unsent.get(userId) === document) this.#unsent.delete(userId);
    }
  }

  /** Sends a data packet. Without a room no participant misses it: a user who joins later gets the whole state. */
  async #sendData(data: Uint8Array, to: { topic: string; destinationIdentities?: string[] }): Promise<void> {
    try {
      await this.options.service.sendData(this.liveId, data, DataPacket_Kind.RELIABLE, to);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      // Sending a document makes the room; one that is under way does so already.
      if (this.#documents.isIdle) this.#documents.mark();
    }
  }

  #later(ms: number, act: () => void): void {
    setTimeout(act, ms).unref();
  }
}
