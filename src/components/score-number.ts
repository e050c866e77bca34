import { text } from './strings.js';
import { warnOnce } from './warn-once.js';

const full = 1_000_000;
const formats = new Map<string, Intl.NumberFormat>();

/**
 * The score as a whole number from 0 to 2^53 - 1; a fraction is cut off. A value out of this range, or no number, is
 * brought into it with one warning.
 */
export function saneScore(score: unknown, where: string): number {
  if (typeof score === 'number' && score >= 0 && score <= Number.MAX_SAFE_INTEGER) return Math.floor(score);
  warnOnce(`${where}: a score must be a number from 0 to 2^53 - 1`);
  return typeof score === 'number' && score > 0 ? Number.MAX_SAFE_INTEGER : 0;
}

/** Points as text; a question mark for hidden points (null). */
export function formatPoints(points: number | null, locale: string | undefined): string {
  return points === null ? text('unknownScore') : formatScore(points, locale);
}

/** All digits below a million, then shortened, as in 1.25M. */
export function formatScore(score: number, locale: string | undefined): string {
  const notation = score < full ? 'standard' : 'compact';
  const key = `${locale ?? ''} ${notation}`;
  const format = formats.get(key) ?? numberFormat(locale, notation);
  formats.set(key, format);
  return format.format(score);
}

function numberFormat(locale: string | undefined, notation: 'standard' | 'compact'): Intl.NumberFormat {
  const options: Intl.NumberFormatOptions = { notation, maximumFractionDigits: 2 };
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    // The page's `lang` may be invalid.
    return new Intl.NumberFormat(undefined, options);
  }
}
