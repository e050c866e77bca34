import { utf8Bytes } from '../../../core/shape/cut.js';
import { LiveError, LiveErrorCode, limits } from '../../../core/vocabulary.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';

/**
 * Merges a change into the metadata. The last write of a key wins; an empty value deletes the key.
 * @throws LiveError `metaDataKeyInvalid`, `metaDataKeyTooLong`, `metaDataValueTooLong`, `metaDataKeysExceeded`,
 * `metaDataTooLarge`.
 */
export function updateMetaData(
  turn: Turn,
  { info: { liveId }, metaData: before }: LiveRecord,
  change: Readonly<Record<string, string>>,
): void {
  const merged = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(change)) {
    checkKey(key);
    checkValue(value);
    if (value === '') merged.delete(key);
    else merged.set(key, value);
  }
  if (merged.size > limits.metaDataKeys) {
    refuse('metaDataKeysExceeded', `a live has at most ${limits.metaDataKeys} keys of metadata`);
  }
  const bytes = [...merged].reduce((sum, [key, value]) => sum + utf8Bytes(key) + utf8Bytes(value), 0);
  if (bytes > limits.metaDataBytes) {
    refuse('metaDataTooLarge', `the metadata of a live has at most ${limits.metaDataBytes} bytes`);
  }
  const isSame =
    merged.size === Object.keys(before).length && [...merged].every(([key, value]) => before[key] === value);
  if (!isSame) turn.emit({ type: 'metadata-updated', liveId, metaData: Object.fromEntries(merged) });
}

/** Refuses names that every object has, such as "constructor": a reader would find a value that was never set. */
function checkKey(key: string): void {
  if (key === '' || key in {}) refuse('metaDataKeyInvalid', `"${key}" cannot be a key of metadata`);
  if (utf8Bytes(key) > limits.metaDataKeyBytes) {
    refuse('metaDataKeyTooLong', `a key of metadata has at most ${limits.metaDataKeyBytes} bytes`);
  }
}

function checkValue(value: string): void {
  if (utf8Bytes(value) > limits.metaDataValueBytes) {
    refuse('metaDataValueTooLong', `a value of metadata has at most ${limits.metaDataValueBytes} bytes`);
  }
}

function refuse(code: keyof typeof LiveErrorCode, message: string): never {
  throw new LiveError(LiveErrorCode[code], message);
}
