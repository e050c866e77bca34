import type { LiveSession, User } from 'live-battles/core';
import type { GiftOrder } from '../gift-rules/gift-order.js';

/** Where a host's picture comes from. */
export type CameraSource = 'device' | 'portrait';

/** What the studio runs in: a page's own little world, or LiveKit and servers. */
export interface StudioWorld {
  /** Whether a user can go on in another tab. */
  readonly spansTabs: boolean;
  /** `cameraSource` is asked each time the camera is opened. */
  openSession(user: User, cameraSource: () => CameraSource): LiveSession;
  giveGift(order: GiftOrder): Promise<void>;
}
