import type { LayoutTemplate } from '../layout/regions.js';
import type { VideoTrack } from '../engine.js';
import type { LiveUser, User } from '../user.js';

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

/** Whether the template, of a live or a link, is one of voice: round seats without pictures. */
export function isVoiceTemplate(template: LayoutTemplate): boolean {
  return template < 200;
}

/** `free`: whoever wants a seat takes it; `apply`: the host decides. */
export type TakeSeatMode = 'free' | 'apply';

/** What becomes of whoever sits where somebody is moved to. */
export type MoveSeatPolicy = 'abort-when-occupied' | 'force-replace' | 'swap-position';

/** The user may switch the device on again; it is never switched on for them. */
export type DeviceControlPolicy = 'unlock-only';

export type DeviceType = 'microphone' | 'camera';

export type DeviceStatus = 'on' | 'off';

export type Role = 'owner' | 'admin' | 'general-user';

/** Somebody on a seat, as the referee knows them; their devices are LiveKit's to know. */
export interface SeatOccupant extends User {
  /** False: closed by the host, who alone can allow it again. */
  allowOpenMicrophone: boolean;
  allowOpenCamera: boolean;
  /** Epoch milliseconds since when a guest's connection is gone; null while it is there, and for the owner (see `hostLostAt`). */
  lostAt: number | null;
}

/** A seat of one live, taken or not. */
export interface Seat {
  index: number;
  /** Nobody may sit down here; whoever sits here stays. */
  isLocked: boolean;
  occupant: SeatOccupant | null;
}

/** How good a connection is; LiveKit tells `excellent`, `good`, `poor` and `down`. */
export type NetworkQuality = 'unknown' | 'excellent' | 'good' | 'poor' | 'bad' | 'very-bad' | 'down';

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
  role: Role;
  microphoneStatus: DeviceStatus;
  cameraStatus: DeviceStatus;
  allowOpenMicrophone: boolean;
  allowOpenCamera: boolean;
  /** True while the user's connection is gone and may come back. */
  reconnecting: boolean;
}

/** A seat; unchanged seats keep their identity from one list to the next. */
export interface SeatInfo {
  /** The live whose seat it is; with `index`, what tells a seat from all others. */
  liveId: string;
  /** The seat's number in its own live. */
  index: number;
  isLocked: boolean;
  /** Null: nobody sits here. */
  userInfo: SeatUserInfo | null;
  region: RegionInfo;
  /** What to show for this user; null without a camera. */
  video: VideoTrack | null;
}

/** A seat that somebody sits on. */
export type TakenSeat = SeatInfo & { userInfo: SeatUserInfo };

export function isTaken(seat: SeatInfo): seat is TakenSeat {
  return seat.userInfo !== null;
}
