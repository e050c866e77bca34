import { isDeepStrictEqual } from 'node:util';
import { liveDocument, personalDocument } from '../../../src/referee/index.js';
import type { Arena } from './arena.js';
import { hold } from './hold.js';
import { everybody } from './people.js';
import { personKey } from './told.js';

/** Cheap enough for every step: nothing has changed that nobody was told of. */
export function checkRevisions({ mirror, told }: Arena): void {
  for (const { info, revision } of mirror.lives.values()) {
    const heard = told.documents.get(info.liveId)?.revision;
    hold(heard === revision, () => `${info.liveId} is told as of ${revision}, not ${heard}`);
  }
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
