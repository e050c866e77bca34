import type { VideoTrack } from './engine.js';
import type { LiveUser } from './user.js';

/** How the seats of one live are laid out; the numbers are AtomicXCore's template ids: voice 1–199, video 200–999. */
export const SeatLayoutTemplate = {
  karaoke: 50,
  audioSalon: 70,
  videoLandscape4Seats: 200,
  videoDynamicGrid9Seats: 600,
  videoDynamicFloat7Seats: 601,
  videoFixedGrid9Seats: 800,
  videoFixedFloat7Seats: 801,
} as const;
export type SeatLayoutTemplate = (typeof SeatLayoutTemplate)[keyof typeof SeatLayoutTemplate];

/** Whether a single live may use it; the templates of a link are others. */
export function isSeatLayoutTemplate(value: unknown): value is SeatLayoutTemplate {
  return Object.values<unknown>(SeatLayoutTemplate).includes(value);
}

export type DeviceStatus = 'on' | 'off';

/** A rectangle on the canvas, in canvas pixels. */
export interface RegionInfo {
  x: number;
  y: number;
  w: number;
  h: number;
  zOrder: number;
}

/** The area that regions refer to. */
export interface LiveCanvas {
  w: number;
  h: number;
}

/** The user on a seat, with the state of their devices. */
export interface SeatUserInfo extends LiveUser {
  microphoneStatus: DeviceStatus;
  cameraStatus: DeviceStatus;
  /** True while the user's connection is gone and may come back. */
  reconnecting: boolean;
}

/** A seat; unchanged seats keep their identity from one list to the next. */
export interface SeatInfo {
  index: number;
  userInfo: SeatUserInfo;
  region: RegionInfo;
  /** What to show for this user; null without a camera. */
  video: VideoTrack | null;
}
