import type { PersonalDocument } from 'live-battles/protocol';
import { packetBytes } from './packet-bytes.js';

const encoder = new TextEncoder();

/** What anybody may send, and so may be too much. */
type Request = PersonalDocument['coHostRequests'][number] | PersonalDocument['guestRequests'][number];

/**
 * A personal document as one data packet. There may be more requests than fit: those that wait for an answer go first, and
 * the rest is there for whoever fetches the live.
 */
export function personalPacket(personal: PersonalDocument): Uint8Array<ArrayBuffer> {
  const whole = encode(personal);
  if (whole.length <= packetBytes) return whole;
  let room = packetBytes - encode({ ...personal, coHostRequests: [], guestRequests: [] }).length;
  const kept = new Set<Request>();
  for (const request of byUrgency([...personal.coHostRequests, ...personal.guestRequests])) {
    // One for the comma.
    room -= encode(request).length + 1;
    if (room < 0) break;
    kept.add(request);
  }
  const coHostRequests = personal.coHostRequests.filter((request) => kept.has(request));
  const guestRequests = personal.guestRequests.filter((request) => kept.has(request));
  return encode({ ...personal, coHostRequests, guestRequests });
}

/** Waiting before settled; among the waiting the oldest, among the settled the newest first. */
function byUrgency(requests: readonly Request[]): Request[] {
  const waiting = requests.filter(({ status }) => status === 'pending');
  const settled = requests.filter(({ status }) => status !== 'pending');
  return [
    ...waiting.sort((a, b) => a.expiresAt - b.expiresAt),
    ...settled.sort((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0)),
  ];
}

function encode(value: object): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(value));
}
