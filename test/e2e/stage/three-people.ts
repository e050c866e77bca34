import { afterAll, beforeAll, expect, vi } from 'vitest';
import { SessionPage } from './session-page.js';
import { Stage, type StageOptions } from './stage.js';

/** Two hosts, and a viewer of the first host's live. */
export interface ThreePeople {
  ann: SessionPage;
  bob: SessionPage;
  viewer: SessionPage;
}

export async function openThreePages(stage: Stage): Promise<ThreePeople> {
  const [ann, bob, viewer] = await Promise.all([
    SessionPage.open(stage, 'ann'),
    SessionPage.open(stage, 'bob'),
    SessionPage.open(stage, 'viewer'),
  ]);
  return { ann, bob, viewer };
}

/** Opens a stage with three linked people before the tests of a file, and closes it after them. */
export function threeLinkedPeople(options?: StageOptions): () => { stage: Stage; people: ThreePeople } {
  let stage: Stage;
  let people: ThreePeople;
  beforeAll(async () => {
    stage = await Stage.open(options);
    people = await openThreePages(stage);
    await link(people);
  });
  afterAll(async () => {
    await stage.close();
  });
  return () => ({ stage, people });
}

/** Both hosts go live and link, the viewer watches the first. Waits until all videos play. */
async function link({ ann, bob, viewer }: ThreePeople): Promise<void> {
  await Promise.all([ann.goLive(), bob.goLive()]);
  await viewer.watch(ann.liveId);
  await ann.invite(bob);
  await eventually(async () => expect((await bob.see()).invitedBy).toBe(ann.liveId));
  await bob.acceptInvitation();
  await allPicturesRun({ ann, bob, viewer });
}

/** Starts a battle. Resolves with its id once all three see it running. @param duration Seconds. */
export async function startBattle({ ann, bob, viewer }: ThreePeople, duration: number): Promise<string> {
  const battleId = await ann.challenge([bob], { duration });
  await eventually(async () => expect((await bob.see()).challengedTo).toBe(battleId));
  await bob.acceptChallenge();
  for (const person of [ann, bob, viewer]) {
    await eventually(async () => expect((await person.see()).battle).toMatchObject({ battleId, phase: 'running' }));
  }
  return battleId;
}

/** Waits until each host decodes the other, and the viewer both. `timeout` is in milliseconds. */
export async function allPicturesRun({ ann, bob, viewer }: ThreePeople, timeout = 15_000): Promise<void> {
  await eventually(async () => expect(await ann.runningVideos()).toBe(1), timeout);
  await eventually(async () => expect(await bob.runningVideos()).toBe(1), timeout);
  await eventually(async () => expect(await viewer.runningVideos()).toBe(2), timeout);
}

/** As `expect.poll`, which does not work in hooks. */
async function eventually(check: () => Promise<void>, timeout = 5000): Promise<void> {
  await vi.waitFor(check, { timeout, interval: 50 });
}
