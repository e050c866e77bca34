import { describe, expect, it } from 'vitest';
import { personalPacket } from '../../server/src/livekit/personal-packet.js';
import type { CoHostRequest, PersonalDocument, RequestStatus } from '../../src/core/index.js';

const user = (name: string) => ({ userId: name, userName: name, avatarUrl: '', liveId: `${name}_live` });

function request(id: number, status: RequestStatus, extensionInfo = 'é'.repeat(1000)): CoHostRequest {
  const settledAt = status === 'pending' ? null : id;
  const people = { inviter: user('stranger'), invitee: user('ann') };
  const carried = { layoutTemplate: 600 as const, extensionInfo, battle: null };
  return { requestId: `${id}`, ...people, ...carried, expiresAt: id, status, settledAt };
}

const read = (packet: Uint8Array): PersonalDocument => JSON.parse(new TextDecoder().decode(packet)) as PersonalDocument;

describe('personalPacket', () => {
  it('is the whole document when that fits', () => {
    const personal = {
      revision: 3,
      coHostRequests: [request(1, 'accepted'), request(2, 'pending')],
      battleRequests: [],
    };
    expect(read(personalPacket(personal))).toEqual(personal);
  });

  it('fits into a packet whatever strangers send, and keeps what waits for an answer', () => {
    const settled = Array.from({ length: 100 }, (_, i) => request(i, 'rejected'));
    const waiting = Array.from({ length: 10 }, (_, i) => request(1000 + i, 'pending'));
    const packet = personalPacket({ revision: 3, coHostRequests: [...settled, ...waiting], battleRequests: [] });
    expect(packet.length).toBeLessThan(60_001);
    const ids = read(packet).coHostRequests.map(({ requestId }) => Number(requestId));
    expect(ids.filter((id) => id >= 1000)).toHaveLength(10);
    // The newest answers are kept, in the order of the document.
    expect(ids.slice(-11, -10)).toEqual([99]);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(ids.length).toBeGreaterThan(20);
  });
});
