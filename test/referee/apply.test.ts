import { expect, it } from 'vitest';
import { apply, emptySlice, recordOf, type RuleEvent, type Slice } from '../../src/referee/index.js';
import { TestWorld, liveOf } from './test-world.js';

const at = 1;
const joined = { liveId: 'b', joinedAt: at };
const elsewhere: RuleEvent[] = [
  { type: 'live-updated', at, liveId: 'a', change: { notice: 'hi' } },
  { type: 'seat-left', at, liveId: 'a', seatIndex: 0 },
  { type: 'cohost-request-settled', at, requestId: 'r', status: 'rejected' },
  { type: 'cohost-request-forgotten', at, requestId: 'r' },
  { type: 'link-joined', at, linkId: 'l', layoutTemplate: 600, joined },
  { type: 'link-layout-changed', at, linkId: 'l', layoutTemplate: 600 },
  { type: 'link-left', at, linkId: 'l', liveId: 'b' },
  { type: 'link-dissolved', at, linkId: 'l' },
  { type: 'battle-voided', at, battleId: 'b' },
  { type: 'battle-exited', at, battleId: 'b', userId: 'ann', hasLost: true },
  { type: 'battle-ended', at, battleId: 'b', reason: 'time-over', result: { standings: [], teams: [], mvp: null } },
  { type: 'effect-ended', at, battleId: 'b', effectId: 1 },
];

it.each(elsewhere)('an event about a record outside the slice does nothing: $type', (event) => {
  expect(apply(emptySlice, event)).toEqual(emptySlice);
});

/** The records of these hosts, the first of whom is linked with all others. */
async function linkOf(...hosts: string[]): Promise<{ slice: Slice; linkId: string }> {
  const world = await TestWorld.withLink(...hosts);
  const slice = await world.store.read({ liveIds: hosts.map(liveOf) });
  return { slice, linkId: world.document(hosts[0]!).link!.linkId };
}

it('a live that leaves its link shows no battle that the slice does not hold', async () => {
  const { slice, linkId } = await linkOf('ann', 'bob', 'cid');
  const liveId = liveOf('cid');
  const showing = { ...slice, lives: { ...slice.lives, [liveId]: { ...slice.lives[liveId]!, battleId: 'gone' } } };
  expect(apply(showing, { type: 'link-left', at, linkId, liveId }).lives[liveId]).toMatchObject({
    linkId: null,
    battleId: null,
  });
});

it('a device of an empty seat is nobody’s', async () => {
  const { slice } = await linkOf('ann', 'bob');
  const event = { type: 'seat-device-allowed', at, liveId: liveOf('ann'), device: 'camera', isAllowed: false } as const;
  for (const seatIndex of [1, 99]) expect(apply(slice, { ...event, seatIndex })).toEqual(slice);
});

it('points for a battle outside the slice are no battle’s', () => {
  const gift = { type: 'score-added', at, battleId: 'b', userId: 'ann', eventId: 'e', points: 5 } as const;
  const contributor = { userId: 'gus', userName: 'Gus', avatarUrl: '' };
  const given = apply(emptySlice, { ...gift, contributor });
  const refund = { type: 'score-corrected', at, battleId: 'b', userId: 'ann', eventId: 'f', points: -5 } as const;
  expect(apply(given, { ...refund, giverId: 'gus' }).battles).toEqual({});
});

it('no id names no record, though one may be called "null"', () => {
  expect(recordOf({ null: 1 }, null)).toBeUndefined();
  expect(recordOf({ null: 1 }, 'null')).toBe(1);
});
