import type { ScoreBoard } from '../../../src/core/index.js';
import type { LiveDocument, PersonalDocument } from '../../../src/protocol/index.js';
import type { BusMessage } from '../../../src/referee/index.js';

/** What the newest messages say; older ones that arrive later are left out, as every listener does. */
export class Told {
  readonly documents = new Map<string, LiveDocument>();
  /** By live and user. */
  readonly personals = new Map<string, PersonalDocument>();
  readonly boards = new Map<string, ScoreBoard>();
  /** In the order of sending. */
  readonly messages: BusMessage[] = [];

  /** Whether what was sent may have been lost. */
  hasGaps = false;

  hear(message: BusMessage): void {
    this.messages.push(message);
    this.#keep(message);
  }

  /** What somebody has asked for, because they may have missed something. */
  catchUp(message: BusMessage): void {
    this.hasGaps = true;
    this.#keep(message);
  }

  #keep(message: BusMessage): void {
    switch (message.topic) {
      case 'document':
        keepNewest(this.documents, message.liveId, message.document, ({ revision }) => revision);
        break;
      case 'personal':
        keepNewest(this.personals, personKey(message.liveId, message.userId), message.personal, (p) => p.revision);
        break;
      case 'scores':
        keepNewest(this.boards, `${message.liveId}/${message.board.battleId}`, message.board, ({ version }) => version);
    }
  }
}

export function personKey(liveId: string, userId: string): string {
  return `${liveId}/${userId}`;
}

function keepNewest<T>(all: Map<string, T>, key: string, one: T, age: (one: T) => number): void {
  const known = all.get(key);
  if (!known || age(known) <= age(one)) all.set(key, one);
}
