// Notes which elements render, and whose effects wake. Import it before any element: it goes by how Lit makes elements
// and by how effects are woken, so that the elements need no code for it.
import { LitElement } from 'lit';
import { Signal } from 'signal-polyfill';
import { elementName } from './element-name.js';

let rendered: string[] = [];
let woken: string[] = [];
/** The element whose constructor runs, or ran last. */
let latest: Element | null = null;

LitElement.addInitializer((element) => {
  latest = element;
  element.addController({ hostUpdated: () => rendered.push(elementName(element)) });
});

Signal.subtle.Watcher = class extends Signal.subtle.Watcher {
  constructor(notify: (this: Signal.subtle.Watcher) => void) {
    // Elements make their watchers in their constructor; those from before the first element are the session's.
    const owner = latest;
    super(function () {
      woken.push(owner ? elementName(owner) : 'session');
      notify.call(this);
    });
  }
};

/** The elements that rendered and those whose effects woke since the last call, once for each time. */
export function takeWork(): { rendered: string[]; woken: string[] } {
  const taken = { rendered: rendered.sort(), woken: woken.sort() };
  [rendered, woken] = [[], []];
  return taken;
}
