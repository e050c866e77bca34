import { describe, expect, it } from 'vitest';
import { personalPacket } from '../../server/src/livekit/personal-packet.js';
import type { CoHostRequest, GuestRequest, RequestStatus } from '../../src/core/index.js';
import type { PersonalDocument } from '../../src/protocol/index.js';

const user = (name: string) => ({ userId: name, userName: name, avatarUrl: '', liveId: `${name}_live` });

function request(id: number, status: RequestStatus, extensionInfo = 'é'.repeat(1000)): CoHostRequest {
  const settledAt = status === 'pending' ? null : id;
  const people = { inviter: user('stranger'), invitee: user('ann') };
  const carried = { layoutTemplate: 600 as const, extensionInfo, battle: null };
  return { requestId: `${id}`, ...people, ...carried, expiresAt: id, status, settledAt };
}

function application(id: number): GuestRequest {
  const { requestId, extensionInfo, expiresAt } = request(id, 'pending');
  const asked = { kind: 'application' as const, guest: user('fan'), host: null, seatIndex: -1 };
  return { requestId, ...asked, extensionInfo, expiresAt, status: 'pending', settledAt: null };
}

const nothing: PersonalDocument = {
  revision: 3,
  coHostRequests: [],
  battleRequests: [],
  guestRequests: [],
  seatKicks: [],
};

const read = (packet: Uint8Array): PersonalDocument => JSON.parse(new TextDecoder().decode(packet)) as PersonalDocument;

describe('personalPacket', () => {
  it('is the whole document when that fits', () => {
    const coHostRequests = [request(1, 'accepted'), request(2, 'pending')];
    const personal = { ...nothing, coHostRequests, guestRequests: [application(3)] };
    expect(read(personalPacket(personal))).toEqual(personal);
  });

  it('fits into a packet whatever strangers send, and keeps what waits for an answer', () => {
    const settled = Array.from({ length: 100 }, (_, i) => request(i, 'rejected'));
    const waiting = Array.from({ length: 10 }, (_, i) => request(1000 + i, 'pending'));
    const packet = personalPacket({ ...nothing, coHostRequests: [...settled, ...waiting] });
    expect(packet.length).toBeLessThan(60_001);
    const ids = read(packet).coHostRequests.map(({ requestId }) => Number(requestId));
    expect(ids.filter((id) => id >= 1000)).toHaveLength(10);
    // The newest settled requests are kept, in the order of the document.
    expect(ids.slice(-11, -10)).toEqual([99]);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(ids.length).toBeGreaterThan(20);
  });

  it('has room for the audience’s requests and for those of hosts, the oldest first', () => {
    const coHostRequests = Array.from({ length: 30 }, (_, i) => request(2 * i, 'pending'));
    const guestRequests = Array.from({ length: 30 }, (_, i) => application(2 * i + 1));
    const packet = personalPacket({ ...nothing, coHostRequests, guestRequests });
    expect(packet.length).toBeLessThan(60_001);
    const kept = read(packet);
    const ids = [...kept.coHostRequests, ...kept.guestRequests].map(({ requestId }) => Number(requestId));
    expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: ids.length }, (_, i) => i));
    expect(ids.length).toBeGreaterThan(20);
  });
});
