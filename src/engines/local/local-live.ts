import type { LiveUpdate, ScoreBoard } from '../../core/index.js';
import { withSameParts } from '../../core/reactivity/same-parts.js';
import type { LiveDocument } from '../../protocol/index.js';
import { LiveSight, type Whereabouts } from './live-sight.js';
import type { BusMember, LiveMessage } from './local-bus.js';
import { mergedScores, type ScoresUpdate } from './merged-scores.js';
import { frozen } from './shared-value.js';

/**
 * The sessions in one live of the page. What is sent to them is made once and frozen, all of them get the same objects, and an
 * unchanged part stays the same object.
 */
export class LocalLive<A extends BusMember> {
  /** By user id, in the order in which they entered. */
  readonly members = new Map<string, A>();
  readonly sight: LiveSight;
  /** The newest of each that was sent. */
  #document: LiveDocument | null = null;
  #board: ScoreBoard | null = null;
  /** Scores that have not been sent yet; null without any. */
  #waiting: ScoresUpdate | null = null;

  constructor(bus: Whereabouts) {
    this.sight = new LiveSight(bus);
  }

  /** Sends a message. Scores wait for `sendScores`, or for the next other message, which never overtakes them. */
  publish(message: LiveMessage): void {
    if (message.topic === 'scores') return this.#keepScores(message);
    this.sendScores();
    if (message.topic === 'document') return this.#send({ type: 'document', document: this.shared(message.document) });
    this.members.get(message.userId)?.receive(frozen({ type: 'personal', personal: message.personal }));
  }

  /** Sends the scores that wait, as one packet. */
  sendScores(): void {
    const scores = this.#waiting;
    this.#waiting = null;
    if (!scores) return;
    this.#board = frozen(withSameParts(this.#board, scores.board));
    this.#send(frozen({ ...scores, board: this.#board }));
  }

  /** This document with the unchanged parts of the one before, frozen. */
  shared(document: LiveDocument): LiveDocument {
    const same = frozen(withSameParts(this.#document, document));
    this.#document = same;
    return same;
  }

  #keepScores({ board, highlights }: Extract<LiveMessage, { topic: 'scores' }>): void {
    if (this.#waiting?.board.battleId !== board.battleId) this.sendScores();
    this.#waiting = mergedScores(this.#waiting, { type: 'scores', board, highlights });
  }

  #send(update: LiveUpdate): void {
    for (const member of this.members.values()) member.receive(update);
  }
}
