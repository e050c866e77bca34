import { isVoiceTemplate, layoutPlaces, type LiveInfo, type SeatLayoutTemplate } from '../../../core/vocabulary.js';
import type { OccupantRecord, SeatRecord } from '../records.js';

/** How many seats a live has: as many as its template, of which a voice live may use fewer. */
export function seatCount(template: SeatLayoutTemplate, maxSeatCount: number): number {
  return isVoiceTemplate(template) ? maxSeatCount : layoutPlaces(template);
}

/** Whoever sits down may be seen and heard. */
export function occupantOf({ userId, userName, avatarUrl }: Omit<OccupantRecord, keyof Freedom>): OccupantRecord {
  return { userId, userName, avatarUrl, ...freedom };
}

type Freedom = typeof freedom;
const freedom = {
  allowOpenMicrophone: true,
  allowOpenCamera: true,
  lostAt: null as number | null,
  isMissed: false,
};

/** The seats of a live that begins. */
export function firstSeats({
  seatLayoutTemplate,
  maxSeatCount,
  keepOwnerOnSeat,
  liveOwner,
}: Pick<LiveInfo, 'seatLayoutTemplate' | 'maxSeatCount' | 'keepOwnerOnSeat' | 'liveOwner'>): readonly SeatRecord[] {
  return Array.from({ length: seatCount(seatLayoutTemplate, maxSeatCount) }, (_, index) => ({
    index,
    isLocked: false,
    occupant: index === 0 && keepOwnerOnSeat ? occupantOf(liveOwner) : null,
  }));
}
