import { utf8Bytes } from '../../../core/shape/cut.js';
import { LiveError, LiveErrorCode, limits } from '../../../core/vocabulary.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';

/** Key by key the last write wins; an empty text takes a key away. @throws LiveError `metaData…`. */
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

/** A name that every object has, such as "constructor", would be found where nobody had set it. */
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
