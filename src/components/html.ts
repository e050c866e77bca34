import { html as litHtml, type TemplateResult } from 'lit';

const compacted = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/**
 * As Lit's `html`, without the line breaks between tags. Each of them would be a text node in every element made from
 * the template, half of all its nodes.
 */
export function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult<1> {
  let compact = compacted.get(strings);
  if (!compact) compacted.set(strings, (compact = compactOf(strings)));
  return litHtml(compact, ...values);
}

/** A template without expressions, from markup that the kit's own code puts together. Never pass it any other text. */
export function ownMarkup(markup: string): TemplateResult<1> {
  return litHtml(templateStrings([markup]));
}

function compactOf(strings: TemplateStringsArray): TemplateStringsArray {
  let isInTag = false;
  const parts = strings.map((string) => {
    const startsInTag = isInTag;
    const [lastOpen, lastClose] = [string.lastIndexOf('<'), string.lastIndexOf('>')];
    if (lastOpen !== lastClose) isInTag = lastOpen > lastClose;
    let part = string.replace(/>\s*\n\s*</g, '><');
    // At an expression between tags.
    if (!startsInTag) part = part.replace(/^\s*\n\s*(?=<|$)/, '');
    if (!isInTag) part = part.replace(/(?<=>)\s*\n\s*$/, '');
    return part;
  });
  return templateStrings(parts);
}

/** Lit takes only strings that look like a literal's, so that nobody passes it a stranger's text by mistake. */
function templateStrings(parts: string[]): TemplateStringsArray {
  return Object.assign(parts, { raw: parts });
}
