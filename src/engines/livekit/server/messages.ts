import type { ScoreBoard, ScoreHighlight } from '../../../core/index.js';
import type { LiveDocument, PersonalDocument, VersionedAudience } from '../../../protocol/index.js';

/** Reads room metadata; null when it is not a document of that live. */
export function parseDocument(text: string, liveId: string): LiveDocument | null {
  const value = parseObject(text);
  if (!value || !Number.isSafeInteger(value.revision) || !isObject(value.live) || !Array.isArray(value.seats))
    return null;
  return value.live.liveId === liveId ? (value as unknown as LiveDocument) : null;
}

export function parsePersonal(text: string): PersonalDocument | null {
  const value = parseObject(text);
  if (!value || !Number.isSafeInteger(value.revision)) return null;
  const { coHostRequests, battleRequests, guestRequests, seatKicks } = value;
  const isComplete = [coHostRequests, battleRequests, guestRequests, seatKicks].every(Array.isArray);
  return isComplete ? (value as unknown as PersonalDocument) : null;
}

/** Reads a packet of scores. Highlights that cannot be read are left out: they are no state. */
export function parseScores(text: string): { board: ScoreBoard; highlights: readonly ScoreHighlight[] } | null {
  const value = parseObject(text);
  if (!value || typeof value.battleId !== 'string' || !Number.isSafeInteger(value.version)) return null;
  const areTotals = isObject(value.totals) && Object.values(value.totals).every((total) => Number.isFinite(total));
  if (!areTotals || !isObject(value.contributors)) return null;
  const { highlights, ...board } = value;
  const readable = Array.isArray(highlights) ? highlights.filter(isHighlight) : [];
  return { board: board as unknown as ScoreBoard, highlights: readable };
}

function isHighlight(value: unknown): value is ScoreHighlight {
  if (!isObject(value) || !isUser(value.contributor) || typeof value.hostUserId !== 'string') return false;
  return Number.isSafeInteger(value.points) && Number.isSafeInteger(value.version);
}

export function parseAudience(text: string): VersionedAudience | null {
  const value = parseObject(text);
  if (!value || !Number.isSafeInteger(value.version) || !Number.isSafeInteger(value.count)) return null;
  const { members } = value;
  return Array.isArray(members) && members.every(isUser) ? (value as unknown as VersionedAudience) : null;
}

function isUser(value: unknown): boolean {
  if (!isObject(value)) return false;
  return [value.userId, value.userName, value.avatarUrl].every((part) => typeof part === 'string');
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
