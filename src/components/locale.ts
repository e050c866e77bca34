/** The nearest `lang` of the element or around it, through shadow roots. Undefined: the browser's language. */
export function localeOf(element: Element): string | undefined {
  for (let node: Element | null = element; node;) {
    const lang: string | undefined = node.closest<HTMLElement>('[lang]')?.lang;
    if (lang) return lang;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}
