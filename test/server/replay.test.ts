import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteStore } from '../../server/src/store/sqlite-store.js';
import { Referee, replay, type BattleRecord } from '../../src/referee/index.js';
import { FakeClock } from '../fake-clock.js';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
const database = join(folder, 'battles.sqlite');
let battleId: string;
let stored: BattleRecord | null;
let store: SqliteStore;

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    const all = ['--conditions=@live-battles/source', '--import', 'tsx', 'server/src/replay.ts', ...args];
    return { code: 0, ...(await promisify(execFile)(process.execPath, all, { env: { PATH: process.env['PATH'] } })) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

beforeAll(async () => {
  store = new SqliteStore(database);
  const clock = new FakeClock();
  let ids = 0;
  const referee = new Referee({ store, bus: { publish: () => undefined }, clock, newId: () => `id-${ids++}` });
  const [ann, bob] = ['ann', 'bob'].map((userId) => ({ userId, userName: userId, avatarUrl: '' }));
  await referee.executeForUser(ann!, { type: 'create-live', liveId: 'ann_live' });
  await referee.executeForUser(bob!, { type: 'create-live', liveId: 'bob_live' });
  const invitation = {
    liveId: 'ann_live',
    targetLiveIds: ['bob_live'],
    battle: { duration: 60, countdown: 3, penalty: 30, multipliers: [{ from: 0, to: 2, factor: 3 }] },
  };
  await referee.executeForUser<'request-host-connection'>(ann!, { type: 'request-host-connection', ...invitation });
  const answer = { type: 'accept-host-connection' as const, liveId: 'bob_live', fromLiveId: 'ann_live' };
  await referee.executeForUser(bob!, answer);
  battleId = (await referee.view('ann_live'))!.document.battle!.battleId;
  await clock.advance(4000);
  const contributor = { userId: 'gus', userName: 'Gus\n' };
  await referee.addScores(battleId, [{ eventId: 'rose\n1', userId: 'ann', points: 10, contributor }]);
  await clock.advance(1500);
  await referee.addScores(battleId, [{ eventId: 'rose 2', userId: 'bob', points: 4, sentAt: clock.now() }]);
  await clock.advance(60_000);
  await referee.executeForUser(ann!, { type: 'end-penalty', liveId: 'ann_live', battleId });
  for (const type of ['request-rematch', 'cancel-rematch', 'request-rematch'] as const) {
    await referee.executeForUser(ann!, { type, liveId: 'ann_live', battleId });
  }
  await referee.executeForUser(bob!, { type: 'end-live', liveId: 'bob_live' });
  stored = await referee.battle(battleId);
  referee.stop();
});

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('a replay', () => {
  it('ends with what is stored', async () => {
    const last = replay(await store.ledger(battleId)).at(-1)?.battle;
    expect(stored?.contributors).toMatchObject({ ann: [{ userId: 'gus', points: 30 }] });
    expect(last).toEqual(stored);
  });

  it('is printed from the file while the server has it open', async () => {
    const { code, stdout } = await run('--database', database, battleId);
    const [title, ...lines] = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(title).toContain(`battle ${battleId}, asked for at `);
    expect(lines.map((line) => line.trim().replace(/ {2,}/g, ' | '))).toEqual([
      '+0.000 s | battle-requested | ann v bob',
      '+0.000 s | battle-answered | bob accepted',
      '+0.000 s | countdown-started | ann 0, bob 0',
      '+3.000 s | battle-started | ann 0, bob 0',
      '+4.000 s | score-added | ann +10 × 3 from gus for "rose\\n1" | ann 30, bob 0',
      expect.stringMatching(/^\+5\.500 s \| score-added \| bob \+4 for "rose 2", sent at \S+ \| ann 30, bob 4$/),
      '+63.000 s | battle-ended | time-over, 1. ann win 30, 2. bob lose 4, most from gus: 30 for ann | ann 30, bob 4',
      '+63.000 s | penalty-started | ann 30, bob 4',
      expect.stringMatching(/^\+63\.000 s \| rematch-opened \| until \S+ \| ann 30, bob 4$/),
      '+65.500 s | penalty-ended | cut-short | ann 30, bob 4',
      expect.stringMatching(/^\+65\.500 s \| rematch-opened \| until \S+ \| ann 30, bob 4$/),
      '+65.500 s | rematch-requested | ann | ann 30, bob 4',
      '+65.500 s | rematch-cancelled | ann | ann 30, bob 4',
      '+65.500 s | rematch-requested | ann | ann 30, bob 4',
      '+65.500 s | rematch-closed | ann 30, bob 4',
    ]);
  });

  it('fails with one line that says why', async () => {
    const cases: [string[], string][] = [
      [['--database', database, 'nothing'], 'the ledger knows no battle "nothing"'],
      [['--database', join(folder, 'none.sqlite'), battleId], `there is no file ${join(folder, 'none.sqlite')}`],
      [[battleId], 'Usage: '],
    ];
    for (const [args, why] of cases) {
      const { code, stderr } = await run(...args);
      expect(code).toBe(1);
      expect(stderr.trim()).toContain(why);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });
});
