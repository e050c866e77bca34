import { safePictureUrl } from '../cohost-seat/avatar-url.js';
import { warnOnce } from '../warn-once.js';

const copied = new WeakMap<HTMLElement, HTMLTemplateElement>();

/**
 * Fills `holder` with a copy of the page's template and writes `values` into it. An element with `data-text="name"`
 * gets the value `name` as its text. An image with `data-src="name"` gets it as its `src`, if it is a safe picture URL.
 */
export function bindTemplate(
  holder: HTMLElement,
  template: HTMLTemplateElement,
  values: Readonly<Record<string, unknown>>,
): void {
  if (copied.get(holder) !== template) {
    holder.replaceChildren(document.importNode(template.content, true));
    copied.set(holder, template);
  }
  for (const element of holder.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = valueOf(values, element.dataset['text']);
    if (element.textContent !== text) element.textContent = text;
  }
  for (const image of holder.querySelectorAll<HTMLImageElement>('img[data-src]')) {
    const url = safePictureUrl(valueOf(values, image.dataset['src']));
    if (image.getAttribute('src') !== url) image.src = url;
    image.hidden = url === '';
  }
}

function valueOf(values: Readonly<Record<string, unknown>>, name = ''): string {
  if (Object.hasOwn(values, name)) return String(values[name]);
  warnOnce(`a template of <live-core-view> names "${name}"; there is ${Object.keys(values).join(', ')}`);
  return '';
}
