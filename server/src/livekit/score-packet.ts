import type { ScoreBoard, ScoreHighlight } from 'live-battles/core';
import type { ScorePacket } from 'live-battles/protocol';

/** Most bytes of a packet of scores: 15 KiB, what LiveKit recommends for reliable packets. */
const packetBytes = 15 * 1024;

const encoder = new TextEncoder();

/** A packet of scores. Highlights that do not fit are left out, the smallest gift first; the board is always whole. */
export function scorePacket(board: ScoreBoard, highlights: readonly ScoreHighlight[]): Uint8Array<ArrayBuffer> {
  const packet: ScorePacket = { ...board, highlights };
  const bytes = encoder.encode(JSON.stringify(packet));
  if (bytes.length < packetBytes || highlights.length === 0) return bytes;
  return scorePacket(board, highlights.slice(0, -1));
}
