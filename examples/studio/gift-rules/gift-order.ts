import { effectGifts, type EffectGift } from './effect-gifts.js';
import { findGift } from './gift-catalog.js';
import { giftPoints } from './gift-points.js';

/** Somebody who gives, as the score API wants to hear of them. */
export interface Giver {
  userId: string;
  userName: string;
  avatarUrl: string;
}

/** A viewer gives one gift to one host of a battle. */
export interface GiftOrder {
  battleId: string;
  /** The host who receives it. */
  userId: string;
  giftId: string;
  /** Who gives. A real backend knows that itself, from the session of whoever asks; this one believes the page. */
  giver: Giver;
  /** Chosen by the page once per gift and repeated when it tries again: the same id counts once. */
  clientRequestId: string;
}

/** What the score API is told about a gift. */
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
    giver: giverFrom(fields.giver),
    clientRequestId,
  };
}

/**
 * What an order is in the battle, points or an effect, under an id that stays the same however often the order is sent.
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
