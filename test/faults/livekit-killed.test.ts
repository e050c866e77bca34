import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { allPicturesRun, startBattle, threeLinkedPeople } from '../e2e/stage/three-people.js';

const opened = threeLinkedPeople();

it('LiveKit dies in mid-battle and forgets all rooms: everybody is back by themselves, with the right score', async () => {
  const { stage, people } = opened();
  const { backend, livekit } = stage;
  const { ann, bob, viewer } = people;
  const battleId = await startBattle(people, 30);
  await backend.addScore(battleId, 'ann', 10);

  await livekit.kill();
  for (const person of [ann, bob, viewer]) {
    await expect.poll(async () => (await person.see()).connection, { timeout: 10_000 }).toBe('reconnecting');
  }
  await wait(3000);
  // Gifts still count, although no page can be told.
  const totals = await backend.addScore(battleId, 'bob', 25);
  await livekit.restart();
  const restartedAt = Date.now();

  for (const person of [ann, bob, viewer]) {
    await expect.poll(async () => (await person.see()).connection, { timeout: 15_000 }).toBe('connected');
  }
  console.log(`all connected ${Date.now() - restartedAt} ms after LiveKit was back`);
  await allPicturesRun(people);
  console.log(`all pictures run ${Date.now() - restartedAt} ms after LiveKit was back`);
  for (const person of [ann, bob, viewer]) {
    const { battle, scores, linked, seats } = await person.see();
    expect(battle).toMatchObject({ battleId, phase: 'running' });
    expect(scores).toEqual(totals);
    expect(linked).toHaveLength(2);
    expect(seats.map(({ reconnecting }) => reconnecting)).toEqual([false, false]);
  }

  await backend.addScore(battleId, 'ann', 1);
  for (const person of [ann, bob, viewer]) {
    await expect.poll(async () => (await person.see()).battle?.phase, { timeout: 40_000 }).toBe('over');
    expect((await person.see()).scores).toEqual({ ann: 11, bob: 25 });
    expect((await person.see()).result?.standings[0]).toMatchObject({ userId: 'bob', outcome: 'win' });
  }
});
