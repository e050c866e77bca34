import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The pane that somebody was in last: one for the page, since a focus that is lost leaves no event behind. */
let current: EventTarget | null = null;

/** Whoever is in a pane by keyboard stays in it: when what they pressed goes away, Tab goes on from the pane's beginning. */
export class KeepFocus implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly home: () => HTMLElement | null,
  ) {
    host.addController(this);
    // On the pane itself: the document hears nothing of moves between panes, which are in one shadow root.
    host.addEventListener('focusin', () => (current = host));
    host.addEventListener('focusout', (event) => {
      // Without a new place the focus is not gone elsewhere, but lost.
      if ((event as FocusEvent).relatedTarget && current === host) current = null;
    });
  }

  hostUpdated(): void {
    // Two frames: what is inside updates after its host, and a button that was disabled loses its focus after a frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (current === this.host && document.activeElement === document.body) this.home()?.focus();
      }),
    );
  }
}
