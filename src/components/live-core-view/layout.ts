import {
  isVoiceTemplate,
  layoutRegions,
  type LiveCanvas,
  type LiveSession,
  type RegionInfo,
  type SeatInfo,
} from '../../core/index.js';
import { place, type BattleRegion } from '../battle-container/battle-region.js';

/** A seat and its place, in shares (0–1) of the stage's width and height. */
export interface PlacedSeat {
  seat: SeatInfo;
  at: Omit<BattleRegion, 'userId'> & { zOrder: number };
}

/** The session's seats, laid out on a canvas of this size in pixels. */
export function placedSeats({ liveSeatStore }: LiveSession, canvas: LiveCanvas): readonly PlacedSeat[] {
  const { template, placeCount, placeOf } = liveSeatStore.layout.get();
  const regions = layoutRegions(template, placeCount, canvas);
  return liveSeatStore.seatList.get().flatMap((seat) => {
    const region = regions[placeOf(seat)];
    return region ? [{ seat, at: shareOf(region, canvas) }] : [];
  });
}

/** Whether the stage has a voice layout: round seats that stand apart. */
export function isVoiceStage({ liveSeatStore }: LiveSession): boolean {
  return isVoiceTemplate(liveSeatStore.layout.get().template);
}

/**
 * Places each cell at the region of its seat, and tells the seat its size as a share of the stage, so that it measures
 * nothing. Cells and seats have the same order.
 */
export function placeCells(cells: Iterable<HTMLElement>, seats: readonly PlacedSeat[]): void {
  for (const [index, cell] of [...cells].entries()) {
    const at = seats[index]?.at;
    if (!at) continue;
    place(cell, at);
    cell.style.setProperty('--live-seat-inline-size', `${100 * at.w}cqi`);
    cell.style.setProperty('--live-seat-block-size', `${100 * at.h}cqb`);
    cell.style.setProperty('z-index', String(at.zOrder));
    cell.classList.toggle('floating', at.zOrder > 0);
  }
}

function shareOf({ x, y, w, h, zOrder }: RegionInfo, canvas: LiveCanvas): PlacedSeat['at'] {
  return { x: x / canvas.w, y: y / canvas.h, w: w / canvas.w, h: h / canvas.h, zOrder };
}
