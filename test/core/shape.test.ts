import { describe, expect, it } from 'vitest';
import type { LiveError } from '../../src/core/index.js';
import { LiveErrorCode } from '../../src/core/index.js';
import { list, nullable, optional, withDefault } from '../../src/core/shape/compose.js';
import { cutToBytes, cutToUnits, utf8Bytes } from '../../src/core/shape/cut.js';
import { object } from '../../src/core/shape/object.js';
import type { AnyShape } from '../../src/core/shape/shape.js';
import { liveId, text, url, userId } from '../../src/core/shape/texts.js';
import { flag, oneOf, seconds, whole } from '../../src/core/shape/values.js';

const refusal = (shape: AnyShape, value: unknown): string => {
  try {
    shape.read('it', value);
  } catch (error) {
    expect((error as LiveError).code).toBe(LiveErrorCode.invalidParameter);
    return (error as LiveError).message;
  }
  throw new Error('was taken');
};

describe('a shape', () => {
  it.each<[string, AnyShape, readonly unknown[]]>([
    ['a whole number', withDefault(whole(1, 9), 3), [Number.NaN, '', false, [], null, 0, 10, 1.5, Infinity, '3']],
    ['seconds', withDefault(seconds(1, 9), 3), [Number.NaN, '', false, [], null, 0]],
    ['a text', withDefault(text({ max: 2 }), ''), [Number.NaN, false, [], null, 0, 'abc']],
    ['a text that is cut', withDefault(text({ max: 2, cut: 'units' }), ''), [Number.NaN, false, [], null, 0]],
    ['a URL', withDefault(url(2), ''), [Number.NaN, false, [], null, 0]],
    ['a flag', withDefault(flag, true), [Number.NaN, '', 'no', 0, [], null]],
    ['one of some', withDefault(oneOf(['a', 'b']), 'a'), [Number.NaN, '', false, [], null, 0, 'c']],
    ['a list', withDefault(list(flag, { max: 1 }), []), [Number.NaN, '', false, null, {}, [true, true], [1]]],
    [
      'an object',
      withDefault(object({ a: optional(flag) }), {}),
      [Number.NaN, '', false, [], null, { a: 1 }, { b: 1 }],
    ],
    ['a user id', userId, ['', 'a@b', 'a\n', 'x'.repeat(65), undefined, null, 5]],
    ['a live id', liveId, ['', 'a-b', 'x'.repeat(49), undefined, null, 5]],
  ])('of %s refuses what is of another kind, by name', (_, shape, wrong) => {
    for (const value of wrong) expect(refusal(shape, value)).toMatch(/^it\b/);
  });

  it('takes absent alone for the default, and completes what is inside', () => {
    const shape = object({ a: withDefault(whole(0, 9), 3), b: optional(flag), c: withDefault(nullable(flag), null) });
    expect(shape.read('', {})).toEqual({ a: 3, c: null });
    expect(shape.read('', { a: undefined, b: undefined, z: undefined })).toEqual({ a: 3, c: null });
    expect(shape.read('', { a: 0, b: false, c: true })).toEqual({ a: 0, b: false, c: true });
    expect(withDefault(shape, {}).read('', undefined)).toEqual({ a: 3, c: null });
  });

  it('is not taken in by what every object has', () => {
    expect(refusal(object({}), JSON.parse('{"__proto__": 1}'))).toContain('__proto__');
    expect(refusal(object({}), { constructor: 1 })).toContain('constructor');
  });
});

describe('a text that is too long', () => {
  it('is cut in whole characters, of units or of bytes', () => {
    expect(cutToUnits('ab🎤', 3)).toBe('ab');
    expect(cutToUnits('ab🎤', 4)).toBe('ab🎤');
    expect(cutToBytes('é直🎤', 5)).toBe('é直');
    expect(cutToBytes('é直🎤', 8)).toBe('é直');
    expect(cutToBytes('é直🎤', 9)).toBe('é直🎤');
    expect(utf8Bytes('aé直🎤')).toBe(10);
  });

  it('counts characters as JSON Schema does where it is refused', () => {
    expect(text({ max: 2 }).read('it', '🎤🎤')).toBe('🎤🎤');
    expect(refusal(text({ max: 2 }), '🎤🎤🎤')).toContain('0 to 2');
  });

  it('is left out when it is a URL', () => {
    expect([url(3).read('it', 'abc'), url(3).read('it', 'abcd')]).toEqual(['abc', '']);
  });
});
