import type { RequestStatus } from '../cohost/cohost.js';
import type { User } from '../user.js';

/** `application`: a member of the audience asks for a seat; `invitation`: the host offers one. */
export type GuestRequestKind = 'application' | 'invitation';

/** `already-seated`: nobody answered, because the guest came to a seat in another way. */
export type GuestRequestStatus = RequestStatus | 'already-seated';

/** Why nobody answered. */
export type NoResponseReason = 'timeout' | 'already-seated';

/** A request about a seat; kept for a minute after it was settled, so that nobody misses the answer. */
export interface GuestRequest {
  requestId: string;
  kind: GuestRequestKind;
  /** Of an invitation that nobody has answered, only the id is known for sure: the name may be the id. */
  guest: User;
  /** Of an invitation who sent it; of an application who answered it, null before. */
  host: User | null;
  /** -1: any that is free. */
  seatIndex: number;
  /** Free text of the app, from a stranger. */
  extensionInfo: string;
  /** Epoch milliseconds. */
  expiresAt: number;
  status: GuestRequestStatus;
  /** Epoch milliseconds; null while pending. */
  settledAt: number | null;
}

/** A seat taken away from a guest by the owner or an administrator. */
export interface SeatKick {
  userId: string;
  seatIndex: number;
  host: User;
  /** Epoch milliseconds. */
  at: number;
}
