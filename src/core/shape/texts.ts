import { liveIdPattern, userIdPattern } from '../id-patterns.js';
import { cutToBytes, cutToUnits } from './cut.js';
import { malformed, type Shape } from './shape.js';

interface TextOptions {
  /** Least number of characters. Default 0. */
  min?: number;
  /** Greatest number of characters, or of the unit that `cut` names. */
  max: number;
  /**
   * What happens to a longer text. Absent: it is refused. `units`: it is cut to `max` UTF-16 units. `bytes`: it is cut
   * to `max` bytes of UTF-8. A cut keeps whole characters.
   */
  cut?: 'units' | 'bytes';
}

/** A text within a limit, or cut to it. */
export function text({ min = 0, max, cut }: TextOptions): Shape<string> {
  const noLonger =
    cut === undefined ? { maxLength: max } : { description: `A text; only its first ${max} ${cut} are kept` };
  return {
    schema: { type: 'string', ...(min > 0 && { minLength: min }), ...noLonger },
    read: (name, value) => {
      if (typeof value !== 'string') malformed(name, 'a text');
      // JSON Schema counts a surrogate pair as one character.
      const count = Array.from(value).length;
      if (count < min || (count > max && !cut)) malformed(name, `a text of ${min} to ${max} characters`);
      return cut === undefined ? value : cuts[cut](value, max);
    },
  };
}

const cuts = { units: cutToUnits, bytes: cutToBytes };

/** A URL to show. One of more than `max` UTF-16 units becomes empty, because a cut URL is useless. */
export function url(max: number): Shape<string> {
  return {
    schema: { type: 'string', description: `A URL; one of more than ${max} characters is left out` },
    read: (name, value) => {
      if (typeof value !== 'string') malformed(name, 'a text');
      return value.length > max ? '' : value;
    },
  };
}

/** An id that the server makes, such as a battle's. */
export const id: Shape<string> = text({ min: 1, max: 64 });

export const userId: Shape<string> = patterned(userIdPattern, '1–64 of A-Z a-z 0-9 _ . : -', 'alice');

/** A live's id. `namesLives` tells the server which lives a command is about. */
export const liveId: Shape<string> = {
  ...patterned(liveIdPattern, '1–48 of A-Z a-z 0-9 _', 'alices_live'),
  namesLives: true,
};

/** A text that matches the pattern; `expectation` describes the pattern in words. */
export function patterned(pattern: RegExp, expectation: string, example: string): Shape<string> {
  return {
    schema: { type: 'string', pattern: pattern.source, description: expectation, examples: [example] },
    read: (name, value) =>
      typeof value === 'string' && pattern.test(value) ? value : malformed(name, `a text: ${expectation}`),
  };
}
