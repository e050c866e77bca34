import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { allPicturesRun, startBattle, threeLinkedPeople } from '../e2e/stage/three-people.js';

const opened = threeLinkedPeople();

it('the battle server dies in mid-battle, under a rain of gifts: none is lost, none counts twice, the end is on time', async () => {
  const { stage, people } = opened();
  const { backend, battleServer } = stage;
  const { ann, bob, viewer } = people;
  const battleId = await startBattle(people, 30);
  const given = { ann: 0, bob: 0 };

  /** Posts the same gift again until it is acknowledged, as an app's backend must. */
  const give = async (userId: 'ann' | 'bob', gift: number): Promise<void> => {
    for (;;) {
      try {
        await backend.addScore(battleId, userId, gift, `${userId} ${gift}`);
        given[userId] += gift;
        return;
      } catch {
        await wait(50);
      }
    }
  };
  const rain = async (userId: 'ann' | 'bob'): Promise<void> => {
    for (let gift = 1; gift <= 200; gift++) await give(userId, gift);
  };
  const raining = Promise.all([rain('ann'), rain('bob')]);
  await wait(300);
  await battleServer.kill();
  // Media goes on without the battle server.
  await wait(1500);
  expect(await viewer.runningVideos()).toBe(2);
  await battleServer.restart();
  await raining;

  expect(given).toEqual({ ann: 20_100, bob: 20_100 });
  expect(await backend.totals(battleId)).toEqual(given);
  for (const person of [ann, bob, viewer]) {
    await expect.poll(async () => (await person.see()).scores, { timeout: 5000 }).toEqual(given);
  }
  for (const person of [ann, bob, viewer]) {
    await expect.poll(async () => (await person.see()).battle?.phase, { timeout: 40_000 }).toBe('over');
    const { battle, result } = await person.see();
    expect(battle).toMatchObject({ battleId, endedReason: 'time-over' });
    expect(battle!.endedAt! - battle!.endsAt).toBeLessThan(100);
    expect(result?.standings.map(({ outcome, score }) => [outcome, score])).toEqual([
      ['draw', 20_100],
      ['draw', 20_100],
    ]);
  }
  await allPicturesRun(people);
});

it('the battle server is down when a battle should end: it ends as soon as the server is back', async () => {
  const { stage, people } = opened();
  const { backend, battleServer } = stage;
  const { ann, bob, viewer } = people;
  const battleId = await startBattle(people, 4);
  await backend.addScore(battleId, 'bob', 5);
  await battleServer.kill();
  await wait(5000);
  await battleServer.restart();
  for (const person of [ann, bob, viewer]) {
    await expect.poll(async () => (await person.see()).battle?.phase, { timeout: 10_000 }).toBe('over');
    const { battle, result } = await person.see();
    expect(battle).toMatchObject({ battleId, endedReason: 'time-over' });
    expect(result?.standings[0]).toMatchObject({ userId: 'bob', score: 5, outcome: 'win' });
  }
});
