/**
 * Writes a text that changes often. The text node stays the same: another node would be styled anew, another text in it
 * is only laid out.
 */
export function writeText(element: Element, words: string): void {
  const { firstChild } = element;
  if (!(firstChild instanceof Text)) element.textContent = words;
  else if (firstChild.data !== words) firstChild.data = words;
}
