import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whoever is in a pane by keyboard stays in it: when what they pressed goes away, Tab goes on from the pane's beginning. */
export class KeepFocus implements ReactiveController {
  #isInside = false;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly home: () => HTMLElement | null,
  ) {
    host.addController(this);
    // On the pane itself: the document hears nothing of moves between panes, which are in one shadow root.
    host.addEventListener('focusin', () => (this.#isInside = true));
    host.addEventListener('focusout', (event) => {
      // Without a new place the focus is not gone elsewhere, but lost.
      if ((event as FocusEvent).relatedTarget) this.#isInside = false;
    });
  }

  hostUpdated(): void {
    // Later: what is inside updates after its host, and a button that was disabled loses its focus with the next frame.
    setTimeout(() => {
      if (this.#isInside && document.activeElement === document.body) this.home()?.focus();
    }, 50);
  }
}
