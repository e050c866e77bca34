import { effectGifts, type EffectGift } from './effect-gifts.js';
import { findGift } from './gift-catalog.js';
import { giftPoints } from './gift-points.js';

/** A user who gives, as the score API takes it. */
export interface Giver {
  userId: string;
  userName: string;
  avatarUrl: string;
}

/** One gift of a viewer to one host in a battle. */
export interface GiftOrder {
  battleId: string;
  /** The host who receives it. */
  userId: string;
  giftId: string;
  /** Who gives. A real backend takes this from the sender's login; the demo believes the page. */
  giver: Giver;
  /** The page makes one id per gift and repeats it when it tries again, so that the gift counts once. */
  clientRequestId: string;
}

/** A gift as the score API takes it. */
export interface GiftScore {
  eventId: string;
  userId: string;
  points: number;
  contributor: Giver;
}

/** What the battle server is told about a gift that is an effect. */
export interface GiftEffect {
  eventId: string;
  effect: ReturnType<EffectGift['effectFor']>;
  contributor: Giver;
}

export class InvalidGiftOrder extends Error {}

const CLIENT_REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/;

/** Reads an order that a page sent. @throws InvalidGiftOrder */
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
    giver: giverFrom(fields.giver),
    clientRequestId,
  };
}

/**
 * The points or the effect of an order. The event id is the same however often the order is sent.
 * @throws InvalidGiftOrder
 */
export function outcomeOf({ giftId, userId, giver, clientRequestId }: GiftOrder): GiftScore | GiftEffect {
  const event = { eventId: `gift:${clientRequestId}`, contributor: giver };
  const gift = findGift(giftId);
  if (gift) return { ...event, userId, points: giftPoints(gift) };
  const effectGift = effectGifts.find((other) => other.giftId === giftId);
  if (effectGift) return { ...event, effect: effectGift.effectFor(userId) };
  throw new InvalidGiftOrder(`there is no gift "${giftId}"`);
}

function giverFrom(value: unknown): Giver {
  const { userId, userName, avatarUrl } = (value ?? {}) as Record<string, unknown>;
  const picture = typeof avatarUrl === 'string' ? avatarUrl : '';
  return { userId: text('giver.userId', userId), userName: text('giver.userName', userName), avatarUrl: picture };
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= 128) return value;
  throw new InvalidGiftOrder(`${name} must be a text of 1 to 128 characters`);
}
