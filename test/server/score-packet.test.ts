import { describe, expect, it } from 'vitest';
import { scorePacket } from '../../server/src/livekit/score-packet.js';
import { limits, type Contributor, type ScoreBoard, type ScoreHighlight } from '../../src/core/index.js';
import type { ScorePacket } from '../../src/protocol/index.js';

const giver = (name: string, avatarUrl: string): Contributor => ({
  userId: name,
  userName: name,
  avatarUrl,
  points: 1,
});

/** A board of nine hosts, each with three contributors whose pictures have URLs of this length. */
function boardOf(avatarLength: number): ScoreBoard {
  const hosts = Array.from({ length: limits.linkedLives }, (_, index) => `host-${index}`);
  const givers = ['a', 'b', 'c'].map((name) => giver(name, 'x'.repeat(avatarLength)));
  return {
    battleId: 'battle',
    version: 7,
    totals: Object.fromEntries(hosts.map((host) => [host, 1])),
    contributors: Object.fromEntries(hosts.map((host) => [host, givers])),
  };
}

const highlights = [50, 40, 30, 20, 10].map((points): ScoreHighlight => {
  return { contributor: giver('vic', 'x'.repeat(200)), hostUserId: 'host-1', points, version: 7 };
});

const read = (packet: Uint8Array): ScorePacket => JSON.parse(new TextDecoder().decode(packet)) as ScorePacket;

describe('a packet of scores', () => {
  it('is the board with all highlights, if there is room', () => {
    expect(read(scorePacket(boardOf(10), highlights))).toEqual({ ...boardOf(10), highlights });
  });

  it('stays below 15 KiB: the smallest gifts are left out first, the board never', () => {
    const board = boardOf(450);
    const alone = scorePacket(board, []);
    expect(alone.length).toBeLessThan(15_360);
    const packet = scorePacket(board, highlights);
    expect(packet.length).toBeLessThan(15_360);
    const kept = read(packet).highlights;
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(5);
    expect(read(packet)).toEqual({ ...board, highlights: highlights.slice(0, kept.length) });
  });

  it('of a board that is too large alone has the board alone', () => {
    const board = boardOf(1000);
    expect(read(scorePacket(board, highlights))).toEqual({ ...board, highlights: [] });
  });
});
