import { LiveError, type ScoreBoard, type User } from '../../src/core/index.js';
import type {
  UserCommand,
  UserCommandOf,
  UserCommandType,
  LiveDocument,
  PersonalDocument,
  ReplyTo,
} from '../../src/protocol/index.js';
import {
  MemoryStore,
  Referee,
  type BusMessage,
  type Grace,
  type RuleEvent,
  type Store,
  type ScoreEntry,
  type ScoreStatus,
} from '../../src/referee/index.js';
import { FakeClock } from '../fake-clock.js';

export const userOf = (userId: string): User => ({ userId, userName: userId.toUpperCase(), avatarUrl: '' });
export const liveOf = (userId: string): string => `${userId}_live`;

type WithoutLive<C> = C extends UserCommand ? Omit<C, 'liveId'> : never;

/**
 * A referee over a memory store and a fake clock, with everything it has published. Host `ann` owns live `ann_live`.
 */
export class TestWorld {
  readonly clock = new FakeClock();
  readonly published: BusMessage[] = [];
  readonly errors: LiveError[] = [];
  referee: Referee;
  #ids = 0;

  constructor(
    private readonly grace: Partial<Grace> = {},
    readonly store: Store = new MemoryStore(),
    private readonly battleDurationMax?: number,
  ) {
    this.referee = this.#newReferee();
  }

  /** A world in which these hosts are live and not linked. */
  static async withLives(...userIds: string[]): Promise<TestWorld> {
    const world = new TestWorld();
    for (const userId of userIds) await world.live(userId);
    return world;
  }

  /** A world in which the first of these hosts is linked with all others. */
  static async withLink(...userIds: string[]): Promise<TestWorld> {
    const world = await TestWorld.withLives(...userIds);
    const [first = '', ...rest] = userIds;
    for (const userId of rest) await world.link(first, userId);
    return world;
  }

  /** Replaces the referee by a new one over the same store, as after a restart. The new one has not been started. */
  restart(): Referee {
    this.referee.stop();
    this.referee = this.#newReferee();
    return this.referee;
  }

  async live(userId: string): Promise<void> {
    await this.execute(userId, { type: 'create-live', liveId: liveOf(userId) });
  }

  /** Runs a host's command on their own live. */
  async host<T extends Exclude<UserCommandType, 'create-live'>>(
    userId: string,
    command: WithoutLive<UserCommandOf<T>> & { type: T },
  ): Promise<ReplyTo<T>> {
    return await this.execute(userId, { liveId: liveOf(userId), ...command } as unknown as UserCommandOf<T>);
  }

  async execute<T extends UserCommandType>(
    userId: string,
    command: UserCommandOf<T> & { type: T },
  ): Promise<ReplyTo<T>> {
    return await this.referee.executeForUser<T>(userOf(userId), command);
  }

  async invite(from: string, ...to: string[]): Promise<Readonly<Record<string, number>>> {
    const targetLiveIds = to.map(liveOf);
    return (await this.host(from, { type: 'request-host-connection', targetLiveIds })).results;
  }

  async link(from: string, to: string): Promise<void> {
    await this.invite(from, to);
    await this.host(to, { type: 'accept-host-connection', fromLiveId: liveOf(from) });
  }

  async challenge(from: string, ...to: string[]): Promise<string> {
    return (await this.host(from, { type: 'request-battle', userIds: to })).battleId;
  }

  /** Starts a battle of these hosts without asking them; `duration` in seconds. Returns its id. */
  async battle(duration: number, from: string, ...to: string[]): Promise<string> {
    const config = { duration, needResponse: false };
    return (await this.host(from, { type: 'request-battle', userIds: to, config })).battleId;
  }

  /** Posts points and returns their status. By default one point under a new event id. */
  async post(battleId: string, entry: Partial<ScoreEntry> & { userId: string }): Promise<ScoreStatus | undefined> {
    const { results } = await this.referee.addScores(battleId, [
      { eventId: `event-${this.#ids++}`, points: 1, ...entry },
    ]);
    return results[0]?.status;
  }

  /** Posts points that must count. Throws if they do not. */
  async score(battleId: string, userId: string, points: number, eventId = `event-${this.#ids++}`): Promise<void> {
    const status = await this.post(battleId, { eventId, userId, points });
    if (status !== 'counted') throw new Error(`${points} points for ${userId}: ${status}`);
  }

  /** The newest document that was published to a live. */
  document(userId: string): LiveDocument {
    const documents = this.published.flatMap((message) =>
      message.topic === 'document' && message.liveId === liveOf(userId) ? [message.document] : [],
    );
    return newest(documents, `document of ${userId}`);
  }

  /** The newest personal document that was published to a host. */
  personal(userId: string): PersonalDocument {
    const personals = this.published.flatMap((message) =>
      message.topic === 'personal' && message.userId === userId ? [message.personal] : [],
    );
    return newest(personals, `personal document of ${userId}`);
  }

  /** The score boards that were published to a live. */
  boards(userId: string): readonly ScoreBoard[] {
    return this.published.flatMap((message) =>
      message.topic === 'scores' && message.liveId === liveOf(userId) ? [message.board] : [],
    );
  }

  /** User ids of the linked hosts, the own one included; empty without a link. */
  linked(userId: string): readonly string[] {
    return this.document(userId).link?.members.map((member) => member.userId) ?? [];
  }

  /** The status of the latest invitation. Both hosts must be told the same. */
  invitation(from: string, to: string): string | undefined {
    const told = [from, to].map((userId) =>
      this.personal(userId).coHostRequests.findLast(
        ({ inviter, invitee }) => inviter.userId === from && invitee.userId === to,
      ),
    );
    if (told[0]?.status !== told[1]?.status) throw new Error(`told ${told[0]?.status} and ${told[1]?.status}`);
    return told[0]?.status;
  }

  async events(battleId: string): Promise<readonly RuleEvent[]> {
    return (await this.referee.ledger(battleId)).map(({ event }) => event);
  }

  #newReferee(): Referee {
    return new Referee({
      store: this.store,
      bus: { publish: (message) => this.published.push(structuredClone(message)) },
      clock: this.clock,
      newId: () => `id-${this.#ids++}`,
      grace: this.grace,
      ...(this.battleDurationMax !== undefined && { battleDurationMax: this.battleDurationMax }),
      onError: (error) => this.errors.push(error),
    });
  }
}

/** The code of the refusal; undefined if the command succeeds. */
export async function codeOf(attempt: Promise<unknown>): Promise<number | undefined> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    if (error instanceof LiveError) return error.code;
    throw error;
  }
}

function newest<T extends { revision: number }>(list: readonly T[], what: string): T {
  const found = list.reduce<T | undefined>(
    (best, one) => (best && best.revision >= one.revision ? best : one),
    undefined,
  );
  if (!found) throw new Error(`no ${what} was published`);
  return found;
}
