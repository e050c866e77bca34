/** Cuts a text to at most `max` UTF-16 units, between whole characters. */
export function cutToUnits(text: string, max: number): string {
  return cut(text, max, (character) => character.length);
}

/** Cuts a text to at most `max` bytes of UTF-8, between whole characters. */
export function cutToBytes(text: string, max: number): string {
  return cut(text, max, utf8Bytes);
}

/** The length of a text in bytes of UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function cut(text: string, max: number, sizeOf: (character: string) => number): string {
  let size = 0;
  let end = 0;
  for (const character of text) {
    size += sizeOf(character);
    if (size > max) return text.slice(0, end);
    end += character.length;
  }
  return text;
}
