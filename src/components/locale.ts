/** The language of the nearest `lang` around the element, shadow roots included; undefined leaves it to the browser. */
export function localeOf(element: Element): string | undefined {
  for (let node: Element | null = element; node;) {
    const lang: string | undefined = node.closest<HTMLElement>('[lang]')?.lang;
    if (lang) return lang;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}
