import type { PersonalDocument } from 'live-battles/protocol';
import { packetBytes } from './packet-bytes.js';

const encoder = new TextEncoder();

/** Requests come from other users: there may be more of them than a packet holds. */
type Request = PersonalDocument['coHostRequests'][number] | PersonalDocument['guestRequests'][number];

/**
 * A personal document as one data packet. If not all requests fit, those that wait for an answer go first. The reply to
 * `GET /lives/:liveId` always holds all of them.
 */
export function personalPacket(personal: PersonalDocument): Uint8Array<ArrayBuffer> {
  const whole = encode(personal);
  if (whole.length <= packetBytes) return whole;
  let room = packetBytes - encode({ ...personal, coHostRequests: [], guestRequests: [] }).length;
  const kept = new Set<Request>();
  for (const request of byUrgency([...personal.coHostRequests, ...personal.guestRequests])) {
    // One byte for the comma.
    room -= encode(request).length + 1;
    if (room < 0) break;
    kept.add(request);
  }
  const coHostRequests = personal.coHostRequests.filter((request) => kept.has(request));
  const guestRequests = personal.guestRequests.filter((request) => kept.has(request));
  return encode({ ...personal, coHostRequests, guestRequests });
}

/** Pending requests first, the earliest to expire in front; then settled ones, the newest in front. */
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
