import type { User } from '../src/core/index.js';
import type { UserCommandOf, UserCommandType } from '../src/protocol/index.js';
import { MemoryStore, Referee } from '../src/referee/index.js';

/** A referee in memory with a clock that stands still. Its messages go nowhere. */
export class World {
  readonly referee: Referee;
  #ids = 0;

  constructor() {
    this.referee = new Referee({
      store: new MemoryStore(),
      bus: { publish: () => undefined },
      clock: { now: () => 1_800_000_000_000, wakeAt: () => () => undefined },
      newId: () => this.newId(),
    });
  }

  newId(): string {
    return `id-${this.#ids++}`;
  }

  async ask<T extends UserCommandType>(userId: string, command: UserCommandOf<T> & { type: T }): Promise<void> {
    await this.referee.executeForUser<T>(personOf(userId), command);
  }

  /** Starts a live of this host. Its id is the user id. */
  async live(userId: string): Promise<void> {
    await this.ask(userId, { type: 'create-live', liveId: userId });
  }

  async link(from: string, to: string): Promise<void> {
    await this.ask(from, { type: 'request-host-connection', liveId: from, targetLiveIds: [to] });
    await this.ask(to, { type: 'accept-host-connection', liveId: to, fromLiveId: from });
  }

  /** Starts a battle of one hour. Returns its id. */
  async battle(from: string, to: string): Promise<string> {
    const command = { type: 'request-battle', liveId: from, userIds: [to] } as const;
    const config = { duration: 3600, needResponse: false };
    return (await this.referee.executeForUser<'request-battle'>(personOf(from), { ...command, config })).battleId;
  }

  /** Posts a gift of one point. */
  async score(battleId: string, userId: string, giverId: string): Promise<void> {
    const contributor = { userId: giverId };
    await this.referee.addScores(battleId, [{ eventId: this.newId(), userId, points: 1, contributor }]);
  }
}

function personOf(userId: string): User {
  return { userId, userName: userId, avatarUrl: '' };
}
