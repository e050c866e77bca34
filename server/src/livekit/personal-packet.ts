import type { CoHostRequest, PersonalDocument } from '../../../src/core/vocabulary.js';

/** Bytes a packet may have; LiveKit's own limit is 65,535 with its envelope. */
const packetBytes = 60_000;

const encoder = new TextEncoder();

/**
 * A personal document as one data packet. Anybody may invite a host, so there may be more invitations than fit: those
 * that wait for an answer go first, and the rest is there for whoever fetches the live.
 */
export function personalPacket(personal: PersonalDocument): Uint8Array<ArrayBuffer> {
  const whole = encoder.encode(JSON.stringify(personal));
  if (whole.length <= packetBytes) return whole;
  let room = packetBytes - encoder.encode(JSON.stringify({ ...personal, coHostRequests: [] })).length;
  const kept = new Set<CoHostRequest>();
  for (const request of byUrgency(personal.coHostRequests)) {
    // One for the comma.
    room -= encoder.encode(JSON.stringify(request)).length + 1;
    if (room < 0) break;
    kept.add(request);
  }
  const coHostRequests = personal.coHostRequests.filter((request) => kept.has(request));
  return encoder.encode(JSON.stringify({ ...personal, coHostRequests }));
}

/** Waiting before settled; among the waiting the oldest, among the settled the newest first. */
function byUrgency(requests: readonly CoHostRequest[]): CoHostRequest[] {
  const waiting = requests.filter(({ status }) => status === 'pending');
  const settled = requests.filter(({ status }) => status !== 'pending');
  return [
    ...waiting.sort((a, b) => a.expiresAt - b.expiresAt),
    ...settled.sort((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0)),
  ];
}
