import type { ReactiveController, ReactiveElement } from 'lit';
import { warnOnce } from '../warn-once.js';

interface PreloadingHost extends ReactiveElement {
  preload: 'none' | 'intent' | 'auto';
  preloadOn: string;
}

/** `pointerover` comes with a touch too, when it begins. */
const signsOfIntent = ['pointerover', 'focusin'] as const;

/**
 * Loads ahead what entering a live needs, when the host's `preload` says so. A failure stays silent: whoever enters the
 * live loads again, and hears of it.
 */
export class Preloading implements ReactiveController {
  constructor(
    private readonly host: PreloadingHost,
    /** May be called again: what is loaded already is not loaded twice. */
    private readonly load: () => Promise<void>,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const { preload, isConnected } = this.host;
    if (preload === 'intent' && isConnected) this.#listen();
    else this.#unlisten();
    if (preload === 'auto' && isConnected) this.#start();
  }

  hostDisconnected(): void {
    this.#unlisten();
  }

  #start(): void {
    if (!savesData()) this.load().catch(() => undefined);
  }

  #listen(): void {
    for (const sign of signsOfIntent) document.addEventListener(sign, this.#onSign, { passive: true });
  }

  #unlisten(): void {
    for (const sign of signsOfIntent) document.removeEventListener(sign, this.#onSign);
  }

  readonly #onSign = (event: Event): void => {
    if (!isOn(event, this.host.preloadOn)) return;
    this.#unlisten();
    this.#start();
  };
}

/** Whether the event is on an element that the selector selects, or inside one. */
function isOn(event: Event, selector: string): boolean {
  try {
    return event.composedPath().some((target) => target instanceof Element && target.matches(selector));
  } catch {
    warnOnce(`<live-session>: "preload-on" is no CSS selector: ${selector}`);
    return false;
  }
}

/** Whether the user has asked their browser to save data. Not all browsers tell. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
