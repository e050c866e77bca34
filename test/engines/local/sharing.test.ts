import { describe, expect, it, vi } from 'vitest';
import { settled } from '../../fake-clock.js';
import { Neighbourhood, type Resident } from './neighbourhood.js';

/** Whether neither the value nor anything in it can be changed. */
function isFixed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFixed);
}

describe('what several sessions of a live receive', () => {
  const latest = ({ sink }: Resident) => ({
    document: sink.documents.at(-1),
    board: sink.boards.at(-1),
    participants: sink.people,
    audience: sink.audiences.at(-1),
    qualities: sink.qualities.at(-1),
  });

  it('is one object for all of them, which nobody can change', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const bob = await neighbourhood.host('bob');
    const vic = await neighbourhood.viewer('vic', 'ann');
    const wil = await neighbourhood.viewer('wil', 'ann');
    await neighbourhood.link(ann, 'ann', bob, 'bob');
    const battleId = await neighbourhood.battle(ann, 'ann', 'bob');
    await neighbourhood.world.addScores(battleId, [{ eventId: 'rose', userId: 'ann', points: 5 }]);
    await settled();
    const [seenByVic, seenByWil] = [latest(vic), latest(wil)];
    for (const [what, value] of Object.entries(seenByVic)) {
      expect(value, what).toBeDefined();
      expect(seenByWil[what as keyof typeof seenByWil], what).toBe(value);
      expect(isFixed(value), what).toBe(true);
    }
    expect(() => {
      (seenByVic.board!.totals as Record<string, number>).ann = 1_000;
    }).toThrow(TypeError);
    expect(isFixed(ann.sink.personals.at(-1))).toBe(true);
    for (const method of ['set', 'delete', 'clear'] as const) {
      expect(() => (seenByVic.qualities as Map<string, never>)[method]('ann', 'down' as never)).toThrow(TypeError);
    }
    expect(seenByVic.qualities).toEqual(
      new Map([
        ['ann', 'excellent'],
        ['bob', 'excellent'],
      ]),
    );
  });

  it('has volumes alike too, but for whoever has muted a live', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    try {
      const neighbourhood = new Neighbourhood();
      const ann = await neighbourhood.host('ann');
      const bob = await neighbourhood.host('bob');
      const vic = await neighbourhood.viewer('vic', 'ann');
      await neighbourhood.link(ann, 'ann', bob, 'bob');
      for (const { connection } of [ann, bob]) await connection.setMicrophoneEnabled(true);
      while (!vic.sink.volumes.at(-1)?.has('bob')) {
        vi.advanceTimersByTime(250);
        await settled();
      }
      expect(ann.sink.volumes.at(-1)).toBe(vic.sink.volumes.at(-1));
      expect(() => (ann.sink.volumes.at(-1) as Map<string, number>).clear()).toThrow(TypeError);
      vic.connection.setLiveMuted('bob_live', true);
      expect(vic.sink.volumes.at(-1)?.has('bob')).toBe(false);
      expect(ann.sink.volumes.at(-1)?.has('bob')).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps the parts that have not changed', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const vic = await neighbourhood.guest('vic', 'ann');
    const before = latest(vic);
    await ann.engine.execute({ type: 'update-live', liveId: 'ann_live', liveName: 'Another name' });
    await settled();
    const after = latest(vic);
    expect(after.document).not.toBe(before.document);
    expect(after.document?.seats).toBe(before.document?.seats);
    await vic.connection.setMicrophoneEnabled(true);
    await settled();
    expect(latest(vic).participants[0]).toBe(before.participants[0]);
    expect(latest(vic).participants[1]).not.toBe(before.participants[1]);
  });
});
