import type { Dice } from './dice.js';

const nasty: readonly unknown[] = [
  null,
  undefined,
  '',
  'constructor',
  '__proto__',
  'toString',
  'x'.repeat(5000),
  '\ud800',
  -1,
  0,
  0.5,
  1e308,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  {},
  [],
  [null],
  { constructor: 1 },
  JSON.parse('{"__proto__": 1}') as unknown,
];

/** The same with one value in it, however deep, that nobody should send; TypeScript is not there to stop them. */
export function garbled<T extends object>(value: T, dice: Dice): T {
  const keys = Object.keys(value) as (keyof T)[];
  const key = dice.oneOf(keys);
  if (key === undefined) return value;
  const inner = value[key];
  const isDeep = typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0;
  // What a whole command or user is, the engine and the server see to; their parts are up to the rules.
  const mustBeDeep = key === 'command' || key === 'user';
  const changed = isDeep && (mustBeDeep || !dice.oneIn(3)) ? garbled(inner, dice) : dice.oneOf(nasty);
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === Number(key) ? changed : one)) as T;
  return { ...value, [key]: changed };
}
