import { afterEach, describe, expect, it, vi } from 'vitest';
import { dataTopics } from '../../../src/protocol/index.js';
import { LiveState } from '../../../src/engines/livekit/server/live-state.js';
import { RecordingSink } from '../recording-sink.js';
import { documentOf } from './support/documents.js';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const own = { userId: 'ann', userName: 'Ann', avatarUrl: '' };

function setUp(): { state: LiveState; sink: RecordingSink; onNewer: unknown } {
  const sink = new RecordingSink();
  const onNewer = vi.fn();
  return { state: new LiveState('ann_live', sink, onNewer), sink, onNewer };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('LiveState', () => {
  it('keeps the newest document and hands on all of them', () => {
    const { state, sink, onNewer } = setUp();
    state.take(documentOf(['ann'], { revision: 5 }), null);
    state.takeMetadata(JSON.stringify(documentOf(['ann', 'bob'], { revision: 4 })));
    expect(state.document?.revision).toBe(5);
    expect(sink.documents).toHaveLength(2);
    expect(onNewer).toHaveBeenCalledTimes(1);
  });

  it('takes scores and personal news from their topics alone', () => {
    const { state, sink } = setUp();
    const board = { battleId: 'b', version: 3, totals: { ann: 5 }, contributors: {} };
    const personal = { revision: 2, coHostRequests: [], battleRequests: [], guestRequests: [], seatKicks: [] };
    state.takePacket(dataTopics.scores, bytes(board));
    state.takePacket(dataTopics.personal, bytes(personal));
    state.takePacket('chat', bytes(board));
    state.takePacket(undefined, bytes(board));
    expect(sink.boards).toEqual([board]);
    expect(sink.personals).toEqual([personal]);
  });

  it('takes the highlights of a packet of scores, those that can be read', () => {
    const { state, sink } = setUp();
    const board = { battleId: 'b', version: 3, totals: { ann: 5 }, contributors: {} };
    const highlight = { contributor: own, hostUserId: 'ann', points: 5, version: 3 };
    const broken = [null, 7, {}, { ...highlight, contributor: {} }, { ...highlight, points: 'many' }];
    state.takePacket(dataTopics.scores, bytes({ ...board, highlights: [highlight, ...broken] }));
    state.takePacket(dataTopics.scores, bytes({ ...board, highlights: 'none' }));
    expect(sink.updates).toEqual([
      { type: 'scores', board, highlights: [highlight] },
      { type: 'scores', board, highlights: [] },
    ]);
  });

  it('warns once of what it cannot read', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { state, sink } = setUp();
    state.takeMetadata('not JSON');
    state.takeMetadata(JSON.stringify(documentOf(['bob'])));
    state.takeMetadata('[]');
    state.takeMetadata(JSON.stringify({ ...documentOf(['ann']), seats: undefined }));
    state.takePacket(
      dataTopics.scores,
      bytes({ battleId: 'b', version: 1, totals: { ann: 'many' }, contributors: {} }),
    );
    state.takePacket(dataTopics.scores, bytes({ battleId: 'b', version: 1, totals: { ann: 1 } }));
    state.takePacket(dataTopics.personal, bytes({ revision: 1 }));
    state.takeAudience(null, own);
    state.takePacket(dataTopics.audience, bytes({ count: 1, members: [] }));
    state.takePacket(dataTopics.audience, bytes({ version: 1, count: 1, members: [{ userId: 'zoe' }] }));
    expect(sink.updates).toEqual([]);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('is silent about a room without metadata', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { state } = setUp();
    state.takeMetadata('');
    state.takeMetadata(undefined);
    expect(warn).not.toHaveBeenCalled();
  });
});
