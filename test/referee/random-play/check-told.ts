import { isDeepStrictEqual } from 'node:util';
import { liveDocument, personalDocument, type Slice } from '../../../src/referee/index.js';
import type { LiveDocument, PersonalDocument } from '../../../src/protocol/index.js';
import type { Arena } from './arena.js';
import { hold } from './hold.js';
import { everybody } from './people.js';
import { personKey, type Told } from './told.js';

/** After every step: nothing that a public document shows has changed without being told. */
export class DocumentCheck {
  /** The records behind each live's document when it was looked at last; they are never changed in place. */
  readonly #seen = new Map<string, readonly unknown[]>();

  check({ mirror, told }: Arena): void {
    let slice: Slice | undefined;
    for (const [liveId, live] of mirror.lives) {
      const link = mirror.links.get(live.linkId ?? '');
      const linked = (link?.lives ?? []).map((seat) => mirror.lives.get(seat.liveId));
      const records = [live, link, mirror.battles.get(live.battleId ?? ''), ...linked];
      const seen = this.#seen.get(liveId);
      if (seen?.length === records.length && seen.every((record, index) => record === records[index])) continue;
      this.#seen.set(liveId, records);
      slice ??= mirror.slice();
      const heard = told.documents.get(liveId);
      same(`document of ${liveId}`, heard && withoutBoard(heard), withoutBoard(liveDocument(slice, liveId)!));
    }
  }
}

/** Nothing was told that had not changed: each document, public or personal, shows something else than the one before. */
export function checkNews({ told }: Arena): void {
  const before = new Map<string, LiveDocument | PersonalDocument>();
  for (const { key, document } of toldDocuments(told)) {
    const last = before.get(key);
    before.set(key, document);
    if (!last) continue;
    hold(document.revision > last.revision, () => `the document of ${key} of revision ${last.revision} is told once`);
    // What was told between the two may have been lost.
    if (told.hasGaps && document.revision > last.revision + 1) continue;
    const [was, is] = [last, document].map((one) => withoutBoard({ ...one, revision: 0 }));
    hold(!isDeepStrictEqual(was, is), () => `the document of ${key} of revision ${document.revision} shows news`);
  }
}

interface ToldDocument {
  /** One per listener. */
  key: string;
  document: LiveDocument | PersonalDocument;
}

/** By revision, in whatever order they were sent. */
function toldDocuments({ messages }: Told): readonly ToldDocument[] {
  const all = messages.flatMap((message): ToldDocument[] => {
    if (message.topic === 'document') return [{ key: message.liveId, document: message.document }];
    if (message.topic !== 'personal') return [];
    return [{ key: personKey(message.liveId, message.userId), document: message.personal }];
  });
  return all.sort((a, b) => a.document.revision - b.document.revision);
}

/** Scores go by packets of their own. */
function withoutBoard(document: object): object {
  return { ...document, board: null };
}

/** Whoever has listened from the beginning knows what the referee knows. */
export function checkTold({ mirror, told }: Arena): void {
  const slice = mirror.slice();
  for (const liveId of mirror.lives.keys()) {
    const stored = liveDocument(slice, liveId)!;
    const heard = told.documents.get(liveId);
    // Scores go by packets of their own until the next document.
    const board = heard?.board && (told.boards.get(`${liveId}/${heard.board.battleId}`) ?? heard.board);
    const newest = board && heard.board && board.version >= heard.board.version ? board : heard?.board;
    same(`document of ${liveId}`, heard && { ...heard, board: newest ?? null }, stored);
    for (const userId of everybody) {
      const own = told.personals.get(personKey(liveId, userId));
      const personal = personalDocument(slice, liveId, userId);
      if (own)
        same(`personal document of ${userId} in ${liveId}`, { ...own, revision: 0 }, { ...personal, revision: 0 });
    }
  }
}

function same(what: string, told: unknown, stored: unknown): void {
  hold(isDeepStrictEqual(told, stored), () => `the ${what} is told as stored: ${difference(told, stored)}`);
}

/** Where two values differ first, for whoever reads a failure. */
export function difference(a: unknown, b: unknown, path = ''): string {
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!isObject(a) || !isObject(b)) return `${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
  const key = [...new Set([...Object.keys(a), ...Object.keys(b)])].find((name) => !isDeepStrictEqual(a[name], b[name]));
  return key === undefined ? path : difference(a[key], b[key], `${path}.${key}`);
}
