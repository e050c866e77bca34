import type { LayoutTemplate } from '../layout/regions.js';
import type { LiveDocument } from '../documents.js';
import { CoHostLayoutTemplate } from '../cohost.js';
import type { SeatInfo } from '../seat.js';
import { seatPlanOf } from './seat-places.js';

/** How seats are laid out on a canvas of any size: `layoutRegions(template, placeCount, canvas)[placeOf(seat)]`. */
export interface SeatLayout {
  template: LayoutTemplate;
  /** How many places the template is to be asked for; some may stay empty. */
  placeCount: number;
  /** The place of a seat of the list; -1 for any other. */
  placeOf: (seat: Pick<SeatInfo, 'liveId' | 'index'>) => number;
}

/** The layout of the very seats that the seat list shows. */
export function seatLayoutOf(document: LiveDocument | null): SeatLayout {
  if (!document) return { template: CoHostLayoutTemplate.hostDynamicGrid, placeCount: 0, placeOf: () => -1 };
  const { template, placeCount, seats } = seatPlanOf(document);
  return {
    template,
    placeCount,
    placeOf: ({ liveId, index }) =>
      seats.find((placed) => placed.liveId === liveId && placed.seat.index === index)?.place ?? -1,
  };
}
