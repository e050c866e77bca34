import type { VideoTrack } from './engine.js';
import type { LiveUser } from './user.js';

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
