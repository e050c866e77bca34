import { beforeEach, expect, it } from 'vitest';
import { Outage } from '../../server/src/livekit/outage.js';
import { RoomRights } from '../../server/src/livekit/room-rights.js';
import type { LiveDocument } from '../../src/core/index.js';
import { documentOf, occupant } from '../engines/livekit/support/documents.js';
import { FakeLiveKit } from './support/fake-livekit.js';

const room = 'ann_live';

let livekit: FakeLiveKit;
let document: LiveDocument;
let rights: RoomRights;

beforeEach(async () => {
  livekit = new FakeLiveKit();
  await livekit.createRoom({ name: room });
  document = documentOf(['ann'], { guests: [occupant('eve')] });
  const outage = new Outage(() => undefined);
  rights = new RoomRights(room, { service: livekit, readLive: async () => ({ document, kicked: [] }), outage });
});

it('a large audience does not make every one of them cost a look at all seats', async () => {
  let looks = 0;
  const { seats } = document;
  Object.defineProperty(document, 'seats', { get: () => (looks++, seats) });
  for (let i = 0; i < 100; i++) livekit.enter(room, `fan${i}`);
  await rights.sweep();
  expect(looks).toBeLessThan(10);
});
