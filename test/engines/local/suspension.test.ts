import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Neighbourhood, type Resident } from './neighbourhood.js';

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });

beforeEach(() => {
  page.visibilityState = 'visible';
  vi.stubGlobal('document', page);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function turnPage(visibilityState: 'visible' | 'hidden'): void {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
}

const shown = ({ sink }: Resident): unknown =>
  sink.documents.at(-1)?.seats.flatMap(({ occupant }) => (occupant ? [occupant.userSuspendStatus] : []));

it('a page in the background is shown of everybody on a seat, until it returns', async () => {
  const neighbourhood = new Neighbourhood();
  const ann = await neighbourhood.host('ann');
  await neighbourhood.guest('vic', 'ann');
  const wil = await neighbourhood.viewer('wil', 'ann');
  turnPage('hidden');
  await neighbourhood.clock.advance(900);
  expect(shown(ann)).toEqual(['none', 'none']);
  await neighbourhood.clock.advance(100);
  for (const resident of [ann, wil]) expect(shown(resident)).toEqual(['in-background', 'in-background']);
  turnPage('visible');
  await neighbourhood.clock.advance(1_000);
  expect(shown(wil)).toEqual(['none', 'none']);
});

it('a page that loses its network in the background is shown so again when it is back', async () => {
  const neighbourhood = new Neighbourhood();
  const ann = await neighbourhood.host('ann');
  turnPage('hidden');
  await neighbourhood.clock.advance(1_000);
  await neighbourhood.world.cutNetwork('ann');
  await neighbourhood.clock.advance(10_000);
  await neighbourhood.world.restoreNetwork('ann');
  expect(shown(ann)).toEqual(['none']);
  await neighbourhood.clock.advance(1_000);
  expect(shown(ann)).toEqual(['in-background']);
});

it('a change while the network is cut is told when it is back', async () => {
  const neighbourhood = new Neighbourhood();
  const ann = await neighbourhood.host('ann');
  const vic = await neighbourhood.viewer('vic', 'ann');
  await neighbourhood.world.cutNetwork('ann');
  turnPage('hidden');
  await neighbourhood.clock.advance(3_000);
  await neighbourhood.world.restoreNetwork('ann');
  await neighbourhood.clock.advance(10_000);
  for (const resident of [ann, vic]) expect(shown(resident)).toEqual(['in-background']);
});

it('nothing is listened to once the live is left', async () => {
  const neighbourhood = new Neighbourhood();
  const ann = await neighbourhood.host('ann');
  const remove = vi.spyOn(page, 'removeEventListener');
  await ann.connection.close();
  expect(remove).toHaveBeenCalledOnce();
  expect(neighbourhood.clock.pending).toBe(1);
});
