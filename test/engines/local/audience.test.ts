import { describe, expect, it } from 'vitest';
import { settled } from '../../fake-clock.js';
import { Neighbourhood } from './neighbourhood.js';

const liveId = 'ann_live';

describe('the audience', () => {
  it('is everybody who is in the live without a seat, and is told when it changes', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    expect(ann.sink.audiences).toEqual([{ count: 0, members: [] }]);
    const vic = await neighbourhood.viewer('vic', 'ann');
    const wil = await neighbourhood.viewer('wil', 'ann');
    await neighbourhood.host('bob');
    await settled();
    for (const { sink } of [ann, vic, wil]) expect(sink.onlookers).toEqual(['vic', 'wil']);
    expect(ann.sink.audiences.at(-1)?.members[0]).toEqual({ userId: 'vic', userName: 'vic', avatarUrl: '' });

    const calls = ann.sink.audiences.length;
    await ann.connection.setMicrophoneEnabled(true);
    await ann.engine.execute({ type: 'update-live', liveId, liveName: 'Another name' });
    await settled();
    expect(ann.sink.audiences).toHaveLength(calls);
    await vic.engine.execute({ type: 'take-seat', liveId });
    await settled();
    for (const { sink } of [ann, vic, wil]) expect(sink.onlookers).toEqual(['wil']);
    await wil.connection.close();
    await settled();
    expect(ann.sink.audiences.at(-1)).toEqual({ count: 0, members: [] });
  });

  it('leaves out whoever is cut off', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    await neighbourhood.viewer('vic', 'ann');
    await settled();
    await neighbourhood.world.cutNetwork('vic');
    await settled();
    expect(ann.sink.onlookers).toEqual([]);
    await neighbourhood.world.restoreNetwork('vic');
    await settled();
    expect(ann.sink.onlookers).toEqual(['vic']);
  });

  it('is counted whole, listed up to two hundred, and told together however many come at once', async () => {
    const neighbourhood = new Neighbourhood({ latency: 100 });
    const { clock } = neighbourhood;
    const hosting = neighbourhood.host('ann');
    await clock.advance(1_000);
    const ann = await hosting;
    const coming = Array.from({ length: 203 }, (_, index) => neighbourhood.viewer(`fan${index}`, 'ann'));
    await clock.advance(1_000);
    await Promise.all(coming);
    const { count, members } = ann.sink.audiences.at(-1)!;
    expect([count, members.length, members[0]?.userId]).toEqual([203, 200, 'fan0']);
    expect(ann.sink.audiences.length).toBeLessThan(10);
  });
});

describe('network qualities', () => {
  it('are those of the people on seats, here and in linked lives', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const bob = await neighbourhood.host('bob');
    await neighbourhood.viewer('vic', 'ann');
    await settled();
    expect(ann.sink.qualities.at(-1)).toEqual(new Map([['ann', 'excellent']]));
    await neighbourhood.link(ann, 'ann', bob, 'bob');
    await neighbourhood.world.cutNetwork('bob');
    await settled();
    const cut = new Map([
      ['ann', 'excellent'],
      ['bob', 'down'],
    ]);
    expect(ann.sink.qualities.at(-1)).toEqual(cut);
    const calls = ann.sink.qualities.length;
    await neighbourhood.viewer('wil', 'ann');
    await settled();
    expect(ann.sink.qualities).toHaveLength(calls);
    await neighbourhood.world.restoreNetwork('bob');
    await settled();
    expect(ann.sink.qualities.at(-1)?.get('bob')).toBe('excellent');
    await bob.connection.close();
    await settled();
    expect(ann.sink.qualities.at(-1)?.has('bob')).toBe(false);
  });
});
