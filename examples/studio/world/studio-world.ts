import type { LiveSession, User } from 'live-battles/core';
import type { GiftOrder } from '../gift-rules/gift-order.js';

/** Where a host's picture comes from. */
export type CameraSource = 'device' | 'portrait';

/** What the studio runs on: the local engine inside the page, or LiveKit and servers. */
export interface StudioWorld {
  /** Whether a user can move to another tab. */
  readonly spansTabs: boolean;
  /** Opens a session. It calls `cameraSource` each time the camera is opened. */
  openSession(user: User, cameraSource: () => CameraSource): LiveSession;
  giveGift(order: GiftOrder): Promise<void>;
}
