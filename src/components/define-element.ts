/** Registers an element. Does nothing if the name is taken, or without an element registry, as on a server. */
export function defineElement(name: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined' || customElements.get(name)) return;
  customElements.define(name, element);
}
