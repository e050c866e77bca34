import type { LayoutTemplate } from '../layout/regions.js';
import type { LiveDocument } from '../documents.js';
import { CoHostLayoutTemplate } from '../cohost/cohost.js';
import type { SeatInfo } from '../seat/seat.js';
import type { RecentSpeaker } from './recent-speakers.js';
import { seatPlanOf } from './seat-places.js';

/** How seats are laid out on a canvas of any size: `layoutRegions(template, placeCount, canvas)[placeOf(seat)]`. */
export interface SeatLayout {
  template: LayoutTemplate;
  /** Number of places to ask the template for; some may stay empty. */
  placeCount: number;
  /** The place of a seat of the list; -1 for any other seat. */
  placeOf: (seat: Pick<SeatInfo, 'liveId' | 'index'>) => number;
}

/** A seat layout as plain data. It does not change when other users take the same seats. */
export interface SeatPlaces extends Pick<SeatLayout, 'template' | 'placeCount'> {
  places: readonly { liveId: string; index: number; place: number }[];
}

/** The places of the seats that the seat list shows. */
export function seatPlacesOf(document: LiveDocument | null, speakers: readonly RecentSpeaker[] = []): SeatPlaces {
  if (!document) return { template: CoHostLayoutTemplate.hostDynamicGrid, placeCount: 0, places: [] };
  const { template, placeCount, seats } = seatPlanOf(document, speakers);
  return {
    template,
    placeCount,
    places: seats.map(({ liveId, seat: { index }, place }) => ({ liveId, index, place })),
  };
}

export function seatLayoutIn({ template, placeCount, places }: SeatPlaces): SeatLayout {
  return {
    template,
    placeCount,
    placeOf: ({ liveId, index }) =>
      places.find((placed) => placed.liveId === liveId && placed.index === index)?.place ?? -1,
  };
}
