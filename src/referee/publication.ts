import { isEqual } from '../core/is-equal.js';
import type { LiveDocument, PersonalDocument } from '../core/vocabulary.js';
import type { BusMessage } from './ports.js';
import { highlightsFor } from './rules/battle/score-highlights.js';
import { boardFor, concernedUsers, liveDocument, personalDocument } from './rules/project.js';
import { recordOf, type LiveRecord, type Slice } from './rules/records.js';
import type { RuleEvent } from './rules/rule-event.js';

/** The slice with the new revisions, and the messages to publish. */
export interface Publication {
  slice: Slice;
  messages: readonly BusMessage[];
}

/**
 * What to publish after a decision. `missing` instead are the ids of lives whose requests must all be in the slice
 * first.
 */
export function publicationOf(
  before: Slice,
  after: Slice,
  events: readonly RuleEvent[],
): Publication | { missing: readonly string[] } {
  const requesting = livesOfChangedRequests(before, after);
  const personals = new Map<string, PersonalNews>();
  const told = new Set(requesting);
  for (const live of Object.values(after.lives)) {
    const { liveId } = live.info;
    const news = personalNews(before, after, live, requesting.has(liveId));
    if (!news) continue;
    personals.set(liveId, news);
    if (news.documents.length > 0) told.add(liveId);
  }
  const missing = [...told].filter((liveId) => !after.wholeLives.has(liveId));
  if (missing.length > 0) return { missing };

  const messages = scoreMessages(before, after, events);
  const lives: [string, LiveRecord][] = [];
  for (const live of Object.values(after.lives)) {
    const { liveId } = live.info;
    const document = changedDocument(before, after, live);
    const news = personals.get(liveId);
    if (!document && !news) continue;
    const revision = live.revision + Number(document !== null);
    const personalRevision = live.personalRevision + Number(news !== undefined);
    lives.push([liveId, { ...live, revision, personalRevision }]);
    if (document) messages.push({ topic: 'document', liveId, document: { ...document, revision } });
    if (news?.kicked) messages.push({ topic: 'kicked', liveId, revision: personalRevision, kicked: news.kicked });
    for (const [userId, personal] of news?.documents ?? []) {
      messages.push({ topic: 'personal', liveId, userId, personal: { ...personal, revision: personalRevision } });
    }
  }
  if (lives.length === 0) return { slice: after, messages };
  return { slice: { ...after, lives: { ...after.lives, ...Object.fromEntries(lives) } }, messages };
}

/** What is new for single users of a live. */
interface PersonalNews {
  /** Pairs of a user id and the document for that user. */
  documents: readonly (readonly [string, PersonalDocument])[];
  /** Ids of all kicked users; null when they have not changed. */
  kicked: readonly string[] | null;
}

function personalNews(before: Slice, after: Slice, live: LiveRecord, isRequesting: boolean): PersonalNews | null {
  const was = recordOf(before.lives, live.info.liveId);
  const isSame = areSame(personalParts(before, was), personalParts(after, live));
  if (isSame && !isRequesting) return null;
  const documents = usersToTell(was, live).flatMap((userId): [string, PersonalDocument][] => {
    const document = personalDocument(after, live.info.liveId, userId);
    const earlier = personalDocument(before, live.info.liveId, userId);
    return document && !isEqual(withoutRevision(document), withoutRevision(earlier)) ? [[userId, document]] : [];
  });
  const kicked = isEqual(was?.kicked ?? [], live.kicked) ? null : live.kicked;
  return documents.length > 0 || kicked ? { documents, kicked } : null;
}

/** Ids of the users concerned now or before. A user who is no longer concerned gets the emptied document too. */
function usersToTell(was: LiveRecord | undefined, live: LiveRecord): readonly string[] {
  return [...new Set([...concernedUsers(live), ...(was ? concernedUsers(was) : [])])];
}

/** The public document; null when nothing but its scores has changed. */
function changedDocument(before: Slice, after: Slice, live: LiveRecord): LiveDocument | null {
  const { liveId } = live.info;
  if (areSame(publicParts(before, recordOf(before.lives, liveId)), publicParts(after, live))) return null;
  const document = liveDocument(after, liveId);
  return isEqual(withoutScores(liveDocument(before, liveId)), withoutScores(document)) ? null : document;
}

/** The records behind a public document. Records are never changed in place, so their identity shows a change. */
function publicParts(slice: Slice, live: LiveRecord | undefined): readonly unknown[] {
  const link = live?.linkId ? slice.links[live.linkId] : undefined;
  const battle = live?.battleId ? slice.battles[live.battleId] : undefined;
  return [live, link, battle, ...(link?.lives ?? []).map(({ liveId }) => recordOf(slice.lives, liveId))];
}

/** The records behind a live's personal documents, without its co-host requests. */
function personalParts(slice: Slice, live: LiveRecord | undefined): readonly unknown[] {
  const link = live?.linkId ? slice.links[live.linkId] : undefined;
  return [live, link?.battleId ? slice.battles[link.battleId] : undefined];
}

function livesOfChangedRequests(before: Slice, after: Slice): ReadonlySet<string> {
  if (before.requests === after.requests) return new Set();
  const ids = new Set([...Object.keys(before.requests), ...Object.keys(after.requests)]);
  const changed = [...ids].flatMap((id) => {
    const [was, is] = [recordOf(before.requests, id), recordOf(after.requests, id)];
    return was === is ? [] : (is ?? was ?? []);
  });
  return new Set(changed.flatMap(({ inviter, invitee }) => [inviter.liveId, invitee.liveId]));
}

function scoreMessages(before: Slice, after: Slice, events: readonly RuleEvent[]): BusMessage[] {
  return Object.values(after.battles).flatMap((battle) => {
    const was = recordOf(before.battles, battle.battleId);
    if (!was || was.scoreVersion === battle.scoreVersion || battle.phase !== 'running') return [];
    return battle.shownIn.map((liveId): BusMessage => {
      const [board, highlights] = [boardFor(battle, liveId), highlightsFor(battle, events, liveId)];
      return { topic: 'scores', liveId, board, highlights };
    });
  });
}

function withoutScores(document: LiveDocument | null): object | null {
  return document && { ...document, revision: 0, board: null };
}

function withoutRevision(document: PersonalDocument | null): object | null {
  return document && { ...document, revision: 0 };
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((part, index) => part === others[index]);
}
