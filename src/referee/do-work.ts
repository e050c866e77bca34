import { SliceLoader } from './load-slice.js';
import type { DoneWork, Scope, Work } from './ports.js';
import type { RecordReader } from './record-reader.js';
import type { Slice } from './rules/records.js';

/** Runs work on the records of an embedded store, again until it misses no scope. Each record is read once. */
export function doWork<T>(
  reader: RecordReader,
  scope: Scope,
  work: (slice: Slice) => Work<T>,
): DoneWork<T> & { before: Slice } {
  const loader = new SliceLoader(reader);
  loader.add(scope);
  for (;;) {
    const before = loader.slice();
    const result = work(before);
    if (!('missing' in result)) return { ...result, before };
    loader.add(result.missing);
  }
}
