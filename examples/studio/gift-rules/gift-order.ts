import { findGift } from './gift-catalog.js';
import { giftPoints } from './gift-points.js';

/** A viewer gives one gift to one host of a battle. */
export interface GiftOrder {
  battleId: string;
  /** The host who receives it. */
  userId: string;
  giftId: string;
  /** Chosen by the page once per gift and repeated when it tries again: the same id counts once. */
  clientRequestId: string;
}

/** What the score API is told about a gift. */
export interface GiftScore {
  eventId: string;
  userId: string;
  points: number;
}

export class InvalidGiftOrder extends Error {}

const CLIENT_REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/;

/** Takes what a page sent apart. @throws InvalidGiftOrder */
export function parseGiftOrder(body: unknown): GiftOrder {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const { clientRequestId } = fields;
  if (typeof clientRequestId !== 'string' || !CLIENT_REQUEST_ID.test(clientRequestId)) {
    throw new InvalidGiftOrder('clientRequestId must be 8 to 64 letters, digits or hyphens');
  }
  return {
    battleId: text('battleId', fields.battleId),
    userId: text('userId', fields.userId),
    giftId: text('giftId', fields.giftId),
    clientRequestId,
  };
}

/** The points of an order, under an id that stays the same however often the order is sent. @throws InvalidGiftOrder */
export function scoreOf({ giftId, userId, clientRequestId }: GiftOrder): GiftScore {
  const gift = findGift(giftId);
  if (!gift) throw new InvalidGiftOrder(`there is no gift "${giftId}"`);
  return { eventId: `gift:${clientRequestId}`, userId, points: giftPoints(gift) };
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= 128) return value;
  throw new InvalidGiftOrder(`${name} must be a text of 1 to 128 characters`);
}
