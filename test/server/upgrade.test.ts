import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqlite } from '../../server/src/store/open-sqlite.js';
import { replay } from '../../src/referee/index.js';
import { timelineOf } from '../../server/src/replay-timeline.js';
import { Arena, liveOf } from './support/arena.js';
import { backendToken, userToken } from './support/tokens.js';

const folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
const database = join(folder, 'live-battles.sqlite');
const hosts = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'];
let overId: string;
let runningId: string;
let arena: Arena;

/** Fields that the first version did not have. */
const laterFields = new Set(
  `notice backgroundUrl categoryList activityStatus isSeatEnabled keepOwnerOnSeat maxSeatCount seatMode
   seatLayoutTemplate isHostMissed metaData administrators kicked guestRequests seatKicks closedDevices tally extraTime multipliers
   teams rematchWindow extraTimeStartedAt rematchEndsAt rematchUserIds contributors winStreak mvp hasLost
   personalRevision challengedAt guestLostAt rematchDeclinedBy userSuspendStatus effects`.split(/\s+/),
);

/** Columns that the version before had not. */
const laterOfGivers = ['json', 'since'];

/** Restores the names that fields had in the first version. */
function withEarlierNames(table: string, json: string): string {
  if (table === 'links') return json.replace('"lives":', '"seats":');
  return table === 'battles' || table === 'ledger' ? json.replace('"members":', '"sides":') : json;
}

function withoutLaterFields(table: string, json: string): string {
  return JSON.stringify(
    JSON.parse(withEarlierNames(table, json)),
    function (this: { info?: object; type?: string }, key, value: unknown) {
      const isLater =
        laterFields.has(key) || (key === 'seats' && this.info) || (key === 'shownIn' && table === 'ledger');
      return isLater ? undefined : value;
    },
  );
}

/** Turns the database into what the first version would have written. */
function putBack(): void {
  const db = openSqlite(database);
  for (const table of ['lives', 'links', 'battles', 'requests', 'ledger']) {
    const update = db.prepare(`UPDATE ${table} SET json = ? WHERE rowid = ?`);
    const rows = db.prepare(`SELECT rowid AS id, json FROM ${table}`).all() as { id: number; json: string }[];
    for (const { id, json } of rows) update.run(withoutLaterFields(table, json), id);
  }
  for (const column of ['user_id', 'points', 'total']) db.exec(`ALTER TABLE counted_events DROP COLUMN ${column}`);
  db.exec('DROP TABLE contributions; ALTER TABLE lives RENAME COLUMN is_waited_for TO is_host_lost');
  db.exec('CREATE INDEX lives_host_lost ON lives (live_id) WHERE is_host_lost = 1; DROP INDEX lives_waited_for');
  db.exec('PRAGMA user_version = 1');
  db.close();
}

beforeAll(async () => {
  const before = await Arena.open({ database });
  overId = await before.battle();
  await before.score(overId, [{ eventId: 'gift-1', userId: 'ann', points: 5 }]);
  await before.clock.advance(200_000);
  await before.link('cat', 'dan');
  runningId = await before.challenge('cat', ['dan'], { duration: 3600, needResponse: false });
  await before.goLive('eve', 'fay');
  const invitation = { liveId: liveOf('eve'), targetLiveIds: [liveOf('fay')], timeout: 600, battle: { duration: 30 } };
  await before.command('eve', { type: 'request-host-connection', ...invitation });
  await before.close();
  putBack();
  arena = await Arena.open({ database });
  await arena.clock.advance(200_000);
}, 30_000);

afterAll(async () => {
  await arena.close();
  rmSync(folder, { recursive: true });
});

it('lives of an earlier version can be looked at and entered, with a battle that is over, one that runs, an invitation', async () => {
  for (const host of hosts) {
    const token = await userToken(host);
    expect((await arena.get(token, `/v1/lives/${liveOf(host)}`)).status).toBe(200);
    expect((await arena.post(token, `/v1/lives/${liveOf(host)}/join`)).status).toBe(200);
  }
});

it('battles of an earlier version can be looked at and replayed', async () => {
  for (const battleId of [overId, runningId]) {
    expect((await arena.get(await backendToken(), `/v1/battles/${battleId}`)).status).toBe(200);
    const steps = replay(await arena.server.referee.ledger(battleId));
    expect(timelineOf(steps).join('\n')).toContain('battle-started');
    expect(steps.at(-1)?.battle.scores).toEqual((await arena.server.referee.battle(battleId))?.scores);
  }
});

it('an invitation of an earlier version can be accepted, battle and all', async () => {
  const accept = { type: 'accept-host-connection', liveId: liveOf('fay'), fromLiveId: liveOf('eve') } as const;
  await arena.command('fay', accept);
  const reply = await arena.get(await userToken('fay'), `/v1/lives/${liveOf('fay')}`);
  expect(reply).toMatchObject({ status: 200, body: { document: { battle: { phase: 'running' } } } });
});

it('a live of the version before knows who applies, whether they are there, and counts challenges', async () => {
  const file = join(folder, 'version-4.sqlite');
  const before = await Arena.open({ database: file });
  await before.goLive('ann');
  await before.command('vic', { type: 'apply-for-seat', liveId: liveOf('ann'), timeout: 600 });
  await before.close();
  const db = openSqlite(file);
  const [row] = db.prepare('SELECT json FROM lives').all() as { json: string }[];
  const update = db.prepare('UPDATE lives SET json = ?');
  update.run(
    JSON.stringify(JSON.parse(row!.json), (key, value: unknown) =>
      ['guestLostAt', 'challengedAt', 'userSuspendStatus'].includes(key) ? undefined : value,
    ),
  );
  for (const column of ['user_id', 'points', 'total']) db.exec(`ALTER TABLE counted_events DROP COLUMN ${column}`);
  for (const column of laterOfGivers) db.exec(`ALTER TABLE contributions DROP COLUMN ${column}`);
  db.exec('PRAGMA user_version = 4');
  db.close();
  const after = await Arena.open({ database: file });
  const view = await after.server.referee.view(liveOf('ann'));
  expect(view?.document.seats[0]?.occupant).toMatchObject({ userId: 'ann', userSuspendStatus: 'none' });
  const shown = async (): Promise<unknown> => {
    const { body } = await after.get<{ personal: object }>(await userToken('ann'), `/v1/lives/${liveOf('ann')}`);
    return body.personal;
  };
  await after.server.referee.notePresence(liveOf('ann'), 'vic', true);
  expect(await shown()).toMatchObject({ guestRequests: [{ status: 'pending' }] });
  await after.server.referee.notePresence(liveOf('ann'), 'vic', false);
  expect(await shown()).toMatchObject({ guestRequests: [{ status: 'cancelled' }] });
  await after.goLive('bob');
  await after.link('ann', 'bob');
  expect(await after.challenge('ann', ['bob'])).toBeTruthy();
  await after.close();
});

it('a battle of the version before runs on through the upgrade; its contributors keep their names, and move up as they gave', async () => {
  const file = join(folder, 'contributors.sqlite');
  const before = await Arena.open({ database: file });
  await before.goLive('ann', 'bob');
  await before.link('ann', 'bob');
  const battleId = await before.challenge('ann', ['bob'], { duration: 3600, needResponse: false });
  const gift = (eventId: string, userId: string, points: number) => {
    const avatarUrl = `https://a.example/${eventId}.png`;
    return { eventId, userId: 'ann', points, contributor: { userId, userName: userId.toUpperCase(), avatarUrl } };
  };
  const gifts = [
    gift('a', 'gus', 9),
    gift('b', 'hal', 8),
    gift('c', 'ida', 7),
    gift('d', 'kim', 3),
    gift('e', 'jon', 3),
  ];
  await before.score(battleId, [...gifts, gift('f', 'jon', 3), gift('g', 'kim', 3)]);
  await before.close();
  const db = openSqlite(file);
  for (const table of ['links', 'battles', 'ledger']) {
    const update = db.prepare(`UPDATE ${table} SET json = ? WHERE rowid = ?`);
    const rows = db.prepare(`SELECT rowid AS id, json FROM ${table}`).all() as { id: number; json: string }[];
    for (const { id, json } of rows) {
      const fields = JSON.parse(withEarlierNames(table, json), (key, value: unknown) =>
        ['effects', 'rematchDeclinedBy'].includes(key) ? undefined : value,
      ) as object;
      update.run(JSON.stringify(fields), id);
    }
  }
  for (const column of ['user_id', 'points', 'total']) db.exec(`ALTER TABLE counted_events DROP COLUMN ${column}`);
  for (const column of laterOfGivers) db.exec(`ALTER TABLE contributions DROP COLUMN ${column}`);
  db.exec('PRAGMA user_version = 4');
  db.close();
  const after = await Arena.open({ database: file });
  expect((await after.get(await backendToken(), `/v1/battles/${battleId}`)).status).toBe(200);
  await after.score(battleId, [{ eventId: 'refund', userId: 'ann', points: -9, contributor: { userId: 'gus' } }]);
  const battle = await after.server.referee.battle(battleId);
  const shown = battle?.contributors.ann?.map(
    ({ userName, points, avatarUrl }) => `${userName} ${points} ${avatarUrl}`,
  );
  const picture = (eventId: string): string => `https://a.example/${eventId}.png`;
  expect(shown).toEqual([`HAL 8 ${picture('b')}`, `IDA 7 ${picture('c')}`, `JON 6 ${picture('f')}`]);
  const steps = replay(await after.server.referee.ledger(battleId));
  expect(steps.at(-1)?.battle).toStrictEqual(battle);
  await after.close();
});
