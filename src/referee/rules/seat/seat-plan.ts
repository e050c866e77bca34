import {
  isVoiceTemplate,
  layoutPlaces,
  type LiveInfo,
  type SeatLayoutTemplate,
  type SuspendStatus,
} from '../../../core/vocabulary.js';
import type { OccupantRecord, SeatRecord } from '../records.js';

/** How many seats a live has: `maxSeatCount` in a voice live, those of the template in a video live. */
export function seatCount(template: SeatLayoutTemplate, maxSeatCount: number): number {
  return isVoiceTemplate(template) ? maxSeatCount : layoutPlaces(template);
}

/** A user who has just sat down. Microphone and camera are allowed, and the page counts as visible. */
export function occupantOf({ userId, userName, avatarUrl }: Omit<OccupantRecord, keyof Beginning>): OccupantRecord {
  return { userId, userName, avatarUrl, ...beginning };
}

type Beginning = typeof beginning;
const beginning = {
  allowOpenMicrophone: true,
  allowOpenCamera: true,
  userSuspendStatus: 'none' as SuspendStatus,
  lostAt: null as number | null,
  isMissed: false,
};

/** The seats of a new live. */
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
