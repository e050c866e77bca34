import { expect, it } from 'vitest';
import { limits, type User } from '../../src/core/index.js';
import { audiencePacket } from '../../server/src/livekit/audience/audience-packet.js';
import type { VersionedAudience } from '../../src/protocol/index.js';

const listOf = (length: number, userName: string, avatarUrl: string): User[] =>
  Array.from({ length }, (_, index) => ({ userId: `fan${index}`, userName, avatarUrl }));
const read = (packet: Uint8Array): VersionedAudience =>
  JSON.parse(new TextDecoder().decode(packet)) as VersionedAudience;

it('carries a full list of ordinary names and pictures', () => {
  const members = listOf(limits.audienceList, 'An Ordinary Name', `https://cdn.example/${'a'.repeat(80)}.png`);
  const audience = { version: 1, count: 5000, members };
  expect(read(audiencePacket(audience))).toEqual(audience);
});

it('lists as many as fit when names and pictures are as long as they may be, and counts all', () => {
  const members = listOf(limits.audienceList, '字'.repeat(limits.userNameLength), '字'.repeat(limits.avatarUrlLength));
  const packet = audiencePacket({ version: 7, count: 200, members });
  // Bytes that LiveKit takes, less its envelope.
  expect(packet.length).toBeLessThanOrEqual(60_000);
  const audience = read(packet);
  expect([audience.version, audience.count]).toEqual([7, 200]);
  expect(audience.members).toEqual(members.slice(0, audience.members.length));
  const bytesOfOne = new TextEncoder().encode(JSON.stringify(members[0])).length;
  expect(packet.length).toBeGreaterThan(60_000 - bytesOfOne - 10);
});
