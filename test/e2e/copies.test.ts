import { expect, it } from 'vitest';
import type { ReceivedVideo } from './stage/received-video.js';
import { SessionPage } from './stage/session-page.js';
import { threeLinkedPeople } from './stage/three-people.js';

const opened = threeLinkedPeople();

const isPortrait = ({ width, height }: ReceivedVideo): boolean => height > width;

it('a host is sent to other rooms in the shape of their tile, and smaller when the link grows, without a break', async () => {
  const { stage, people } = opened();
  const { ann, viewer } = people;
  // The fake camera is landscape. The host's own room gets it unchanged, so portrait videos are copies.
  const copies = async (): Promise<ReceivedVideo[]> => (await viewer.receivedVideos()).filter(isPortrait);
  const sizes = async (): Promise<string[]> => (await copies()).map(({ width, height }) => `${width}x${height}`);
  await expect.poll(sizes, { timeout: 10_000 }).toEqual(['360x640']);
  const [before] = await copies();

  const cyd = await SessionPage.open(stage, 'cyd');
  await cyd.goLive();
  await ann.invite(cyd);
  await expect.poll(async () => (await cyd.see()).invitedBy, { timeout: 5000 }).toBe(ann.liveId);
  await cyd.acceptInvitation();
  await expect.poll(() => viewer.runningVideos(), { timeout: 15_000 }).toBe(3);
  await expect
    .poll(async () => (await copies()).every(({ width, height }) => width * height <= 270 * 480), { timeout: 10_000 })
    .toBe(true);
  const same = (await copies()).find(({ trackId }) => trackId === before?.trackId);
  expect(same?.framesDecoded).toBeGreaterThan(before!.framesDecoded);
});
