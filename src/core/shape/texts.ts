import { liveIdPattern, userIdPattern } from '../id-patterns.js';
import { cutToBytes, cutToUnits } from './cut.js';
import { malformed, type Shape } from './shape.js';

interface TextOptions {
  /** Fewest characters. Default 0. */
  min?: number;
  /** Most characters, or what `cut` says. */
  max: number;
  /**
   * Absent: a longer text is refused. Else it is cut to the limit in whole characters, which then is one of UTF-16 units
   * or of bytes in UTF-8.
   */
  cut?: 'units' | 'bytes';
}

/** Any text within a limit, or cut to it. */
export function text({ min = 0, max, cut }: TextOptions): Shape<string> {
  const noLonger =
    cut === undefined ? { maxLength: max } : { description: `A text; only its first ${max} ${cut} are kept` };
  return {
    schema: { type: 'string', ...(min > 0 && { minLength: min }), ...noLonger },
    read: (name, value) => {
      if (typeof value !== 'string') malformed(name, 'a text');
      // As JSON Schema counts: a pair of surrogates is one character.
      const count = Array.from(value).length;
      if (count < min || (count > max && !cut)) malformed(name, `a text of ${min} to ${max} characters`);
      return cut === undefined ? value : cuts[cut](value, max);
    },
  };
}

const cuts = { units: cutToUnits, bytes: cutToBytes };

/** A URL that is shown. One of more than `max` UTF-16 units is left out: half a URL leads nowhere. */
export function url(max: number): Shape<string> {
  return {
    schema: { type: 'string', description: `A URL; one of more than ${max} characters is left out` },
    read: (name, value) => {
      if (typeof value !== 'string') malformed(name, 'a text');
      return value.length > max ? '' : value;
    },
  };
}

/** What the referee made up: a battle's id. */
export const id: Shape<string> = text({ min: 1, max: 64 });

export const userId: Shape<string> = patterned(userIdPattern, '1–64 of A-Z a-z 0-9 _ . : -', 'alice');

/** Tells the referee which lives a command is about, too. */
export const liveId: Shape<string> = {
  ...patterned(liveIdPattern, '1–48 of A-Z a-z 0-9 _', 'alices_live'),
  namesLives: true,
};

/** A text that the pattern matches; `expectation` says the same in words. */
export function patterned(pattern: RegExp, expectation: string, example: string): Shape<string> {
  return {
    schema: { type: 'string', pattern: pattern.source, description: expectation, examples: [example] },
    read: (name, value) =>
      typeof value === 'string' && pattern.test(value) ? value : malformed(name, `a text: ${expectation}`),
  };
}
