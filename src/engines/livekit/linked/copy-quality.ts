import type { RegionInfo } from '../../../core/index.js';

/** How a host's picture is encoded for the room of another live; width and height in pixels, frames per second. */
export interface CopyQuality {
  width: number;
  height: number;
  frameRate: number;
  /** Bits per second. */
  maxBitrate: number;
}

interface Budget {
  /** Lives in the link, at most. */
  lives: number;
  /** Pixels of a frame. */
  pixels: number;
  frameRate: number;
  maxBitrate: number;
}

/** Measured with a LiveKit server: with these budgets, nine rooms cost 1.6 times the uplink of one. */
const budgets: readonly Budget[] = [
  { lives: 2, pixels: 640 * 360, frameRate: 24, maxBitrate: 450_000 },
  { lives: 4, pixels: 480 * 270, frameRate: 20, maxBitrate: 250_000 },
  { lives: 9, pixels: 320 * 180, frameRate: 15, maxBitrate: 120_000 },
];

/** The quality of a copy: it has the tile's shape and at most its size, and stays within the budget of the link. */
export function copyQuality(lives: number, { w, h }: Pick<RegionInfo, 'w' | 'h'>): CopyQuality {
  const budget = budgets.find((candidate) => lives <= candidate.lives) ?? budgets.at(-1)!;
  const share = Math.min(1, (w * h) / budget.pixels);
  const scale = Math.min(1, Math.sqrt(budget.pixels / (w * h)));
  return {
    width: even(w * scale),
    height: even(h * scale),
    frameRate: budget.frameRate,
    maxBitrate: Math.round(budget.maxBitrate * share),
  };
}

/** Rounds to an even number of pixels: video encoders halve the size of the colour planes. */
function even(length: number): number {
  return Math.max(2, Math.round(length / 2) * 2);
}
