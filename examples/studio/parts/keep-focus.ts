import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The pane that had the focus last. There is one for the page, because a lost focus fires no event. */
let current: EventTarget | null = null;

/** Keeps keyboard users in their pane. When the focused element disappears, the pane itself gets the focus. */
export class KeepFocus implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly home: () => HTMLElement | null,
  ) {
    host.addController(this);
    // Listen on the pane: all panes are in one shadow root, so the document hears nothing of moves between them.
    host.addEventListener('focusin', () => (current = host));
    host.addEventListener('focusout', (event) => {
      // Without a `relatedTarget` the focus did not move to another element: it was lost.
      if ((event as FocusEvent).relatedTarget && current === host) current = null;
    });
  }

  hostUpdated(): void {
    // Wait two frames: inner elements update after the pane, and a disabled button loses its focus one frame later.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (current === this.host && document.activeElement === document.body) this.home()?.focus();
      }),
    );
  }
}
