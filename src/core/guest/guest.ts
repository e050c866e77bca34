import type { RequestStatus } from '../cohost/cohost.js';
import type { User } from '../user.js';

/** `application`: a member of the audience asks for a seat; `invitation`: the host offers one. */
export type GuestRequestKind = 'application' | 'invitation';

/** `already-seated`: the request ended without an answer, because the guest got a seat in another way. */
export type GuestRequestStatus = RequestStatus | 'already-seated';

/** Why a request ended without an answer. */
export type NoResponseReason = 'timeout' | 'already-seated';

/** A request about a seat. It is kept for 60 seconds after it is settled, so that both sides get the answer. */
export interface GuestRequest {
  requestId: string;
  kind: GuestRequestKind;
  /** The guest. Until an invitation is answered only the id is certain; the name may be the id. */
  guest: User;
  /** Invitation: the user who sent it. Application: the user who answered it; null before. */
  host: User | null;
  /** Index from 0; -1: any free seat. */
  seatIndex: number;
  /** Free text from a stranger: bind it as text only. */
  extensionInfo: string;
  /** Epoch milliseconds when the request times out. */
  expiresAt: number;
  status: GuestRequestStatus;
  /** Epoch milliseconds when it was settled; null while pending. */
  settledAt: number | null;
}

/** The owner or an administrator took a guest's seat away. */
export interface SeatKick {
  userId: string;
  seatIndex: number;
  host: User;
  /** Epoch milliseconds when it happened. */
  at: number;
}
