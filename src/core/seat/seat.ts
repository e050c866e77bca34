import type { LayoutTemplate } from '../layout/regions.js';
import type { VideoTrack } from '../engine.js';
import type { LiveUser, User } from '../user.js';

/** How the seats of one live are laid out. The numbers are AtomicXCore's template ids: 1–199 voice, 200–999 video. */
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

/** Whether `value` is a template of single lives; a link has other templates. */
export function isSeatLayoutTemplate(value: unknown): value is SeatLayoutTemplate {
  return Object.values<unknown>(SeatLayoutTemplate).includes(value);
}

/** Whether a template of a live or link is for voice: round seats without video. */
export function isVoiceTemplate(template: LayoutTemplate): boolean {
  return template < 200;
}

/** `free`: every user may take a seat. `apply`: users apply and the host decides. */
export type TakeSeatMode = 'free' | 'apply';

/** What happens to the user on the seat that another user is moved to. */
export type MoveSeatPolicy = 'abort-when-occupied' | 'force-replace' | 'swap-position';

/** The user may switch the device on again. Nobody else can switch it on. */
export type DeviceControlPolicy = 'unlock-only';

export type DeviceType = 'microphone' | 'camera';

export type DeviceStatus = 'on' | 'off';

/**
 * `in-background`: the user's page is hidden. AtomicXCore also has `inCalling`, which a page cannot know.
 */
export type SuspendStatus = 'none' | 'in-background';

export type Role = 'owner' | 'admin' | 'general-user';

/** The user on a seat, as the server knows them. LiveKit knows the state of their devices. */
export interface SeatOccupant extends User {
  /** False: the owner or an administrator closed the microphone. Only they can allow it again. */
  allowOpenMicrophone: boolean;
  allowOpenCamera: boolean;
  userSuspendStatus: SuspendStatus;
  /**
   * Epoch milliseconds since the guest's connection is lost; null while connected, and for the owner (see
   * `hostLostAt`).
   */
  lostAt: number | null;
}

/** A seat of one live, taken or not. */
export interface Seat {
  index: number;
  /** True: no user can take the seat. Its user stays. */
  isLocked: boolean;
  occupant: SeatOccupant | null;
}

/** Quality of a user's connection. LiveKit reports only `excellent`, `good`, `poor` and `down`. */
export type NetworkQuality = 'unknown' | 'excellent' | 'good' | 'poor' | 'bad' | 'very-bad' | 'down';

/** A rectangle on the canvas, in canvas pixels. */
export interface RegionInfo {
  x: number;
  y: number;
  w: number;
  h: number;
  zOrder: number;
}

/** The area of the regions, in canvas pixels. */
export interface LiveCanvas {
  w: number;
  h: number;
}

/** The user on a seat and the state of their devices. */
export interface SeatUserInfo extends LiveUser {
  role: Role;
  microphoneStatus: DeviceStatus;
  cameraStatus: DeviceStatus;
  allowOpenMicrophone: boolean;
  allowOpenCamera: boolean;
  userSuspendStatus: SuspendStatus;
  /** True while the user's connection is lost and may come back. */
  reconnecting: boolean;
}

/** A shown seat. An unchanged seat stays the same object from one list to the next. */
export interface SeatInfo {
  /** Id of the live that the seat is in. `liveId` and `index` identify a seat. */
  liveId: string;
  /** The seat's number in its own live. */
  index: number;
  isLocked: boolean;
  /** The user on the seat; null while it is empty. */
  userInfo: SeatUserInfo | null;
  region: RegionInfo;
  /** The camera picture of the user; null without one. */
  video: VideoTrack | null;
}

/** A seat with a user on it. */
export type TakenSeat = SeatInfo & { userInfo: SeatUserInfo };

export function isTaken(seat: SeatInfo): seat is TakenSeat {
  return seat.userInfo !== null;
}
