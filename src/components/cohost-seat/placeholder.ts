/** One or two characters that stand for a name without a picture. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstCharacter(words[0] ?? '');
  const last = words.length > 1 ? firstCharacter(words.at(-1) ?? '') : '';
  // Two letters read as initials in Latin, Greek and Cyrillic script only.
  const isPair = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{2}$/u.test(first + last);
  return (isPair ? first + last : first).toLocaleUpperCase();
}

/** A hue, 0–359, that stays with a user. */
export function hueOf(userId: string): number {
  let hash = 0;
  for (const character of userId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  // By the golden angle: ids that differ little get colours that differ much.
  return Math.round(hash * 137.508) % 360;
}

function firstCharacter(word: string): string {
  // What a reader sees as one character may be several code points; brackets, marks of direction and the like say nothing.
  const [first] = new Intl.Segmenter().segment(word.replace(/^[\p{P}\p{Sm}\p{Sk}\p{Cf}]+/u, ''));
  return first?.segment ?? '';
}
