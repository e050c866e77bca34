import type { CoHostRequest } from '../core/vocabulary.js';
import {
  recordOf,
  type BattleRecord,
  type ContributionRecord,
  type LinkRecord,
  type LiveRecord,
  type Slice,
} from './rules/records.js';

/** One record that is new (`before` undefined), changed, or deleted (`after` undefined). */
export type RecordChange =
  | { kind: 'live'; id: string; before: LiveRecord | undefined; after: LiveRecord | undefined }
  | { kind: 'link'; id: string; before: LinkRecord | undefined; after: LinkRecord | undefined }
  | { kind: 'battle'; id: string; before: BattleRecord | undefined; after: BattleRecord | undefined }
  | { kind: 'request'; id: string; before: CoHostRequest | undefined; after: CoHostRequest | undefined };

/** What givers of the command have given, as far as it has changed. Contributions are never deleted. */
export function changedContributions(before: Slice, after: Slice): readonly ContributionRecord[] {
  return differences(before.contributions, after.contributions).flatMap((change) => change.after ?? []);
}

/** The changes that a store has to write. Records are never changed in place, so their identity shows a change. */
export function changesOf(before: Slice, after: Slice): readonly RecordChange[] {
  return [
    ...differences(before.lives, after.lives).map((change) => ({ kind: 'live' as const, ...change })),
    ...differences(before.links, after.links).map((change) => ({ kind: 'link' as const, ...change })),
    ...differences(before.battles, after.battles).map((change) => ({ kind: 'battle' as const, ...change })),
    ...differences(before.requests, after.requests).map((change) => ({ kind: 'request' as const, ...change })),
  ];
}

function differences<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>) {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids]
    .map((id) => ({ id, before: recordOf(before, id), after: recordOf(after, id) }))
    .filter((change) => change.before !== change.after);
}
