import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SqliteStore } from '../../server/src/store/sqlite-store.js';
import type { User } from '../../src/core/index.js';
import type { UserCommand } from '../../src/protocol/index.js';
import { MemoryStore, Referee, type BackendCommand, type Store } from '../../src/referee/index.js';
import { FakeClock } from '../fake-clock.js';

const names = ['ann', 'bob', 'cat', 'dan'];
const liveOf = (name: string): string => `${name}_live`;

type Step =
  | { kind: 'host'; userId: string; command: (battleId: string) => UserCommand; text: string }
  | { kind: 'backend'; command: (battleId: string) => BackendCommand; text: string }
  | { kind: 'presence'; liveId: string; userId: string; present: boolean }
  | { kind: 'time'; ms: number }
  | { kind: 'restart' };

const name = fc.constantFrom(...names);

type CommandType = UserCommand['type'];

const hostStepOf = (userId: string, type: CommandType, other: string, flag = false): Step => {
  const rest = {
    targetLiveIds: [liveOf(other)],
    fromLiveId: liveOf(other),
    userIds: names.filter((candidate) => candidate !== userId),
    config: {
      duration: 5,
      needResponse: flag,
      countdown: flag ? 2 : 0,
      penalty: 4,
      extraTime: flag ? 3 : 0,
      multipliers: [{ from: 0, to: 2, factor: 3 }],
      rematchWindow: 20,
    },
  };
  const command = (battleId: string) => ({ type, liveId: liveOf(userId), battleId, ...rest }) as unknown as UserCommand;
  return { kind: 'host', userId, command, text: `${userId}: ${type} ${other}` };
};

/** Random steps seldom reach a battle. These are states to start from: no live, all hosts live, a link, a battle. */
const openings: Step[][] = [[], names.map((who) => hostStepOf(who, 'create-live', who))];
openings.push([
  ...(openings[1] ?? []),
  hostStepOf('ann', 'request-host-connection', 'bob'),
  hostStepOf('bob', 'accept-host-connection', 'ann'),
]);
openings.push([
  ...(openings[2] ?? []),
  hostStepOf('ann', 'request-host-connection', 'cat'),
  hostStepOf('cat', 'accept-host-connection', 'ann'),
  hostStepOf('ann', 'request-battle', 'bob', false),
]);

const hostStep = fc
  .tuple(
    name,
    fc.constantFrom<CommandType>(
      'create-live',
      'create-live',
      'end-live',
      'request-host-connection',
      'request-host-connection',
      'accept-host-connection',
      'accept-host-connection',
      'reject-host-connection',
      'exit-host-connection',
      'request-battle',
      'request-battle',
      'accept-battle',
      'accept-battle',
      'exit-battle',
      'end-penalty',
      'request-rematch',
      'request-rematch',
      'cancel-rematch',
      'decline-rematch',
    ),
    name,
    fc.boolean(),
  )
  .map((args): Step => hostStepOf(...args));

const scoreStep = fc.tuple(name, fc.integer({ min: 0, max: 20 }), fc.nat(5)).map(([userId, event, giver]): Step => {
  const contributor = { userId: `giver-${giver}` };
  // Every fourth takes points back.
  const points = event % 4 === 3 ? -event : event + 1;
  const entries = [{ eventId: `gift-${event}`, userId, points, ...(giver > 0 && { contributor }) }];
  return {
    kind: 'backend',
    command: (battleId) => ({ type: 'add-scores', battleId, entries }),
    text: `score ${userId} gift-${event}`,
  };
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: hostStep },
  { weight: 4, arbitrary: scoreStep },
  {
    weight: 1,
    arbitrary: fc
      .tuple(name, fc.boolean())
      .map(([who, present]): Step => ({ kind: 'presence', liveId: liveOf(who), userId: who, present })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 40_000 }).map((ms): Step => ({ kind: 'time', ms })) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'restart' }) },
);

/** A referee over one store. Two sides with different stores that take the same steps must show the same. */
class Side {
  readonly clock = new FakeClock();
  #referee!: Referee;
  #steps = 0;
  #lastBattle = 'none';

  constructor(private readonly store: Store) {
    this.#open();
  }

  async take(next: Step): Promise<unknown> {
    this.#steps++;
    try {
      switch (next.kind) {
        case 'host': {
          const user: User = { userId: next.userId, userName: next.userId, avatarUrl: '' };
          const reply = await this.#referee.executeForUser(user, next.command(this.#lastBattle));
          if ('battleId' in reply && typeof reply.battleId === 'string') this.#lastBattle = reply.battleId;
          return reply;
        }
        case 'backend':
          return await this.#referee.executeForBackend(next.command(this.#lastBattle));
        case 'presence':
          await this.#referee.notePresence(next.liveId, next.userId, next.present);
          return null;
        case 'time':
          await this.clock.advance(next.ms);
          return null;
        case 'restart':
          this.#referee.stop();
          this.#open();
          await this.#referee.start();
          return null;
      }
    } catch (error) {
      return String(error);
    }
  }

  async look(): Promise<unknown> {
    return {
      views: await Promise.all(names.map((who) => this.#referee.view(liveOf(who)))),
      battle: await this.#referee.battle(this.#lastBattle),
      ledger: (await this.#referee.ledger(this.#lastBattle)).map(({ event }) => event),
      page: await this.#referee.listLives({ cursor: '', count: 2 }),
      running: [...(await this.#referee.runningLiveIds())].sort(),
    };
  }

  #open(): void {
    // Only a host's command creates records, so ticks in the same step may use the same id.
    const newId = (): string => `step-${this.#steps}`;
    this.#referee = new Referee({ store: this.store, bus: { publish: () => {} }, clock: this.clock, newId });
  }
}

describe('SqliteStore against MemoryStore', () => {
  it('cannot be told apart by any sequence of commands, restarts and time', async () => {
    const tail = fc.array(step, { minLength: 10, maxLength: 60 });
    const run = fc.asyncProperty(fc.constantFrom(...openings), tail, async (opening, rest) => {
      const sqlite = new SqliteStore(':memory:');
      const sides = [new Side(new MemoryStore()), new Side(sqlite)];
      try {
        for (const next of [...opening, ...rest]) {
          const [expected, actual] = await Promise.all(sides.map((side) => side.take(next)));
          expect(actual).toEqual(expected);
          const [model, seen] = await Promise.all(sides.map((side) => side.look()));
          expect(seen).toEqual(model);
        }
      } finally {
        sqlite.close();
      }
    });
    await fc.assert(run, { numRuns: 150 });
  }, 60_000);
});
