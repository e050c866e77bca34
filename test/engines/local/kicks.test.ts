import { describe, expect, it } from 'vitest';
import { LiveErrorCode } from '../../../src/core/index.js';
import { settled } from '../../fake-clock.js';
import { Neighbourhood } from './neighbourhood.js';
import { RecordingSink } from '../recording-sink.js';

const liveId = 'ann_live';
const kickVic = { type: 'kick-user', liveId, userId: 'vic' } as const;
const noPermission = { name: 'LiveError', code: LiveErrorCode.noPermission };

describe('whoever is kicked', () => {
  it('is put out, heard no more, and not let in again', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const vic = await neighbourhood.guest('vic', 'ann');
    await vic.connection.setMicrophoneEnabled(true);
    await ann.engine.execute(kickVic);
    await settled();
    expect(vic.sink.kicks).toEqual(['by-admin']);
    expect(ann.sink.present).toEqual(['ann']);
    expect(ann.sink.onlookers).toEqual([]);
    await expect(neighbourhood.enter(vic.engine, liveId)).rejects.toMatchObject(noPermission);
    await expect(vic.engine.fetchLive(liveId)).rejects.toMatchObject(noPermission);
    await expect(vic.connection.setMicrophoneEnabled(true)).rejects.toMatchObject({ code: LiveErrorCode.notInLive });

    const calls = vic.sink.types.length;
    await ann.engine.execute({ type: 'update-live', liveId, liveName: 'Another name' });
    await settled();
    expect(vic.sink.types).toHaveLength(calls);
    expect(ann.sink.documents.at(-1)?.live.liveName).toBe('Another name');
  });

  it('while cut off, learns of it when the network is back', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const vic = await neighbourhood.guest('vic', 'ann');
    await neighbourhood.world.cutNetwork('vic');
    await ann.engine.execute(kickVic);
    await settled();
    expect(vic.sink.kicks).toEqual([]);
    await neighbourhood.world.restoreNetwork('vic');
    await settled();
    expect(vic.sink.kicks).toEqual(['by-admin']);
    expect(vic.sink.states).not.toContain('closed');
    expect(vic.sink.states.at(-1)).toBe('reconnecting');
  });

  it('while coming in, does not get in', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const engine = await neighbourhood.engine('vic');
    const sink = new RecordingSink();
    const joining = engine.join(liveId, sink);
    const kicking = ann.engine.execute(kickVic);
    await expect(joining).rejects.toMatchObject(noPermission);
    await kicking;
    await settled();
    expect(sink.types).not.toContain('kicked-out');
    expect(ann.sink.onlookers).toEqual([]);
  });
});

describe('a session that is over', () => {
  it('is let go of by the engine, which closes the others when it logs out', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    await neighbourhood.host('bob');
    const vic = await neighbourhood.viewer('vic', 'ann');
    const other = await neighbourhood.enter(vic.engine, 'bob_live');
    const closed: string[] = [];
    for (const [name, { connection }] of Object.entries({ vic, other })) {
      const close = connection.close.bind(connection);
      connection.close = async () => {
        closed.push(name);
        await close();
      };
    }
    await ann.engine.execute(kickVic);
    await settled();
    await vic.engine.logout();
    expect(closed).toEqual(['other']);
  });

  it('is none where the user logged out while coming in', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const engine = await neighbourhood.engine('vic');
    const joining = engine.join(liveId, new RecordingSink());
    await engine.logout();
    await expect(joining).rejects.toMatchObject({ name: 'LiveError' });
    await settled();
    expect(ann.sink.onlookers).toEqual([]);
  });

  it('is none where the network is cut while coming in', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const engine = await neighbourhood.engine('vic');
    const joining = engine.join(liveId, new RecordingSink());
    await neighbourhood.world.cutNetwork('vic');
    await expect(joining).rejects.toMatchObject({ code: LiveErrorCode.unreachable });
    await settled();
    expect(ann.sink.onlookers).toEqual([]);
  });
});
