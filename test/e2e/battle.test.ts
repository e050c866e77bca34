import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionPage } from './stage/session-page.js';
import { Stage } from './stage/stage.js';
import { allPicturesRun, openThreePages, startBattle, type ThreePeople } from './stage/three-people.js';

let stage: Stage;
let people: ThreePeople;
let ann: SessionPage;
let bob: SessionPage;
let viewer: SessionPage;
let battleId: string;

const all = (): SessionPage[] => [ann, bob, viewer];

beforeAll(async () => {
  stage = await Stage.open();
  people = await openThreePages(stage);
  ({ ann, bob, viewer } = people);
});

afterAll(async () => {
  await stage.close();
});

/** The tests run in order: each goes on where the one before ended. */
describe('two hosts and a viewer, each in a browser of their own', () => {
  it('go live and watch', async () => {
    await Promise.all([ann.goLive(), bob.goLive()]);
    await viewer.watch(ann.liveId);
    await expect.poll(() => viewer.runningVideos(), { timeout: 10_000 }).toBe(1);
  });

  it('see all hosts side by side after an invitation', async () => {
    await ann.invite(bob);
    await expect.poll(async () => (await bob.see()).invitedBy, { timeout: 5000 }).toBe(ann.liveId);
    const acceptedAt = Date.now();
    await bob.acceptInvitation();
    for (const person of all()) {
      await expect.poll(async () => (await person.see()).linked, { timeout: 5000 }).toEqual([ann.liveId, bob.liveId]);
    }
    await allPicturesRun(people);
    const waits = [
      ['ann sees bob', await ann.firstFrameAt(bob.liveId)],
      ['bob sees ann', await bob.firstFrameAt(ann.liveId)],
      ['viewer sees bob', await viewer.firstFrameAt(bob.liveId)],
    ].map(([who, at]) => `${who} ${Number(at) - acceptedAt} ms`);
    console.log(`from accepting to the first picture: ${waits.join(', ')}`);
  });

  it('hear who speaks', async () => {
    for (const person of all()) {
      await expect.poll(async () => (await person.see()).speaking, { timeout: 5000 }).toEqual(['ann', 'bob']);
    }
  });

  it('show devices that are switched off and on', async () => {
    await bob.setCamera(false);
    const seatOfBob = async (person: SessionPage) => (await person.see()).seats.find(({ userId }) => userId === 'bob');
    for (const person of all()) {
      await expect.poll(() => seatOfBob(person), { timeout: 5000 }).toMatchObject({ camera: 'off', microphone: 'on' });
    }
    await bob.setCamera(true);
    await bob.setMicrophone(false);
    for (const person of all()) {
      await expect
        .poll(() => seatOfBob(person), { timeout: 5000 })
        .toMatchObject({ camera: 'on', microphone: 'off', hasVideo: true });
    }
    await expect.poll(() => viewer.runningVideos(), { timeout: 10_000 }).toBe(2);
  });

  it('fight a battle', async () => {
    battleId = await startBattle(people, 8);
  });

  it('see the same scores', async () => {
    await stage.backend.addScore(battleId, 'ann', 100);
    await stage.backend.addScore(battleId, 'bob', 250);
    const totals = await stage.backend.addScore(battleId, 'ann', 7);
    expect(totals).toEqual({ ann: 107, bob: 250 });
    for (const person of all()) {
      await expect.poll(async () => (await person.see()).scores, { timeout: 5000 }).toEqual(totals);
    }
  });

  it('see it end by the clock, and who won', async () => {
    for (const person of all()) {
      await expect.poll(async () => (await person.see()).battle?.phase, { timeout: 15_000 }).toBe('over');
      const { battle, result, scores, linked } = await person.see();
      expect(battle).toMatchObject({ battleId, endedReason: 'time-over' });
      expect(result?.standings).toMatchObject([
        { userId: 'bob', score: 250, rank: 1, outcome: 'win' },
        { userId: 'ann', score: 107, rank: 2, outcome: 'lose' },
      ]);
      expect(scores).toEqual({ ann: 107, bob: 250 });
      // After the battle the hosts are still linked.
      expect(linked).toHaveLength(2);
    }
  });

  it('part again, and each host is alone in their own room', async () => {
    await bob.exitConnection();
    for (const person of all()) {
      await expect.poll(async () => (await person.see()).linked, { timeout: 5000 }).toEqual([]);
    }
    await expect.poll(() => viewer.runningVideos(), { timeout: 10_000 }).toBe(1);
    await expect.poll(() => ann.runningVideos(), { timeout: 10_000 }).toBe(0);
    await expect.poll(() => bob.runningVideos(), { timeout: 10_000 }).toBe(0);
  });

  it('have heard of all of it', async () => {
    const wanted = ['cohost-user-joined', 'battle-started', 'battle-ended', 'cohost-user-left'];
    for (const person of all()) expect(await person.heard()).toEqual(expect.arrayContaining(wanted));
    await ann.endLive();
    await expect.poll(() => viewer.heard(), { timeout: 5000 }).toContain('live-ended');
    expect((await viewer.see()).connection).toBe('idle');
  });

  it('have asked nothing of anybody beyond this machine', async () => {
    expect(stage.strayRequests).toEqual([]);
    for (const { page } of all()) {
      const iceServers = await page.evaluate(() =>
        window.peerConnections.flatMap((connection) => connection.getConfiguration().iceServers ?? []),
      );
      expect(iceServers).toEqual([]);
    }
  });
});
