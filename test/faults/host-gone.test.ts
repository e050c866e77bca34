import { expect, it } from 'vitest';
import type { SessionPage } from '../e2e/stage/session-page.js';
import { allPicturesRun, startBattle, threeLinkedPeople } from '../e2e/stage/three-people.js';

const seatGrace = 8000;
const opened = threeLinkedPeople({ shownGrace: 0, seatGrace });

/** Whether this user sees Bob's seat as reconnecting. */
const isBobReconnecting = async (person: SessionPage): Promise<boolean | undefined> =>
  (await person.see()).seats.find(({ userId }) => userId === 'bob')?.reconnecting;

it('a host reloads the page in mid-battle: back on air, back in the battle', async () => {
  const { stage, people } = opened();
  const { ann, bob, viewer } = people;
  const battleId = await startBattle(people, 600);
  await stage.backend.addScore(battleId, 'bob', 3);
  await bob.load();
  await expect.poll(() => isBobReconnecting(viewer), { timeout: 5000 }).toBe(true);
  await bob.goLive();
  await allPicturesRun(people);
  for (const person of [ann, bob, viewer]) {
    await expect.poll(() => isBobReconnecting(person), { timeout: 5000 }).toBe(false);
    const { battle, scores } = await person.see();
    expect(battle).toMatchObject({ battleId, phase: 'running' });
    expect(scores).toEqual({ ann: 0, bob: 3 });
  }
});

it("a host's browser crashes in mid-battle: shown as reconnecting, then the battle ends by the rules", async () => {
  const { stage, people } = opened();
  const { ann, bob, viewer } = people;
  await stage.backend.addScore((await ann.see()).battle!.battleId, 'bob', 30);
  await bob.crash();
  const crashedAt = Date.now();
  // LiveKit notices a silent loss after about 20 seconds.
  for (const person of [ann, viewer]) {
    await expect.poll(() => isBobReconnecting(person), { timeout: 30_000 }).toBe(true);
  }
  console.log(`shown as reconnecting ${Date.now() - crashedAt} ms after the crash`);
  for (const person of [ann, viewer]) {
    await expect.poll(async () => (await person.see()).battle?.phase, { timeout: seatGrace + 5000 }).toBe('over');
    const { battle, result, linked } = await person.see();
    expect(battle?.endedReason).toBe('all-member-exit');
    // A host who leaves the battle loses, whatever the score.
    expect(result?.standings.map(({ userId, outcome }) => [userId, outcome])).toEqual([
      ['ann', 'win'],
      ['bob', 'lose'],
    ]);
    expect(linked).toEqual([]);
  }
  console.log(`battle over ${Date.now() - crashedAt} ms after the crash`);
  await expect.poll(() => viewer.runningVideos(), { timeout: 10_000 }).toBe(1);
});
