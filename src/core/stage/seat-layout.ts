import type { LayoutTemplate } from '../layout/regions.js';
import type { LiveDocument } from '../documents.js';
import { CoHostLayoutTemplate } from '../cohost/cohost.js';
import type { SeatInfo } from '../seat/seat.js';
import type { RecentSpeaker } from './recent-speakers.js';
import { seatPlanOf } from './seat-places.js';

/** How seats are laid out on a canvas of any size: `layoutRegions(template, placeCount, canvas)[placeOf(seat)]`. */
export interface SeatLayout {
  template: LayoutTemplate;
  /** How many places the template is to be asked for; some may stay empty. */
  placeCount: number;
  /** The place of a seat of the list; -1 for any other. */
  placeOf: (seat: Pick<SeatInfo, 'liveId' | 'index'>) => number;
}

/** A layout as plain data: who sits there changes nothing in it. */
export interface SeatPlaces extends Pick<SeatLayout, 'template' | 'placeCount'> {
  places: readonly { liveId: string; index: number; place: number }[];
}

/** Where the very seats are that the seat list shows. */
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
