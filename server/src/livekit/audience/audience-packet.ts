import type { VersionedAudience } from 'live-battles/protocol';
import { packetBytes } from '../packet-bytes.js';

const encoder = new TextEncoder();

/** An audience as one data packet. Members that do not fit are left out of the list; `count` still counts all. */
export function audiencePacket(audience: VersionedAudience): Uint8Array<ArrayBuffer> {
  const whole = encode(audience);
  if (whole.length <= packetBytes) return whole;
  let room = packetBytes - encode({ ...audience, members: [] }).length;
  const tooMany = audience.members.findIndex((member) => {
    // One byte for the comma.
    room -= encode(member).length + 1;
    return room < 0;
  });
  return encode({ ...audience, members: audience.members.slice(0, tooMany) });
}

function encode(value: object): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(value));
}
