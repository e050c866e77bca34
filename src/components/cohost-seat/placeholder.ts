const segmenter = new Intl.Segmenter();

/** One or two characters of a name, shown while there is no picture. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstCharacter(words[0] ?? '');
  const last = words.length > 1 ? firstCharacter(words.at(-1) ?? '') : '';
  // Two letters read as initials in Latin, Greek and Cyrillic script only.
  const isPair = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{2}$/u.test(first + last);
  return (isPair ? first + last : first).toLocaleUpperCase();
}

/** The hue of a user, 0–359 degrees; always the same for one user id. */
export function hueOf(userId: string): number {
  let hash = 0;
  for (const character of userId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  // Steps of the golden angle (137.508°): similar ids get different hues.
  return Math.round(hash * 137.508) % 360;
}

function firstCharacter(word: string): string {
  if (/^[a-z\d][ -~]*$/i.test(word)) return word[0]!;
  // One visible character may be several code points. Leading punctuation, symbols and direction marks are skipped.
  const [first] = segmenter.segment(word.replace(/^[\p{P}\p{Sm}\p{Sk}\p{Cf}]+/u, ''));
  return first?.segment ?? '';
}
