/** The custom states of an element. Pages style them with `:state(name)`. */
export class CustomStates {
  readonly #states: CustomStateSet;
  /** The states that are on: asking the browser costs more. */
  readonly #on = new Set<string>();

  constructor(element: HTMLElement) {
    this.#states = element.attachInternals().states;
  }

  set(name: string, on: boolean): void {
    if (on === this.#on.has(name)) return;
    if (on) {
      this.#on.add(name);
      this.#states.add(name);
    } else {
      this.#on.delete(name);
      this.#states.delete(name);
    }
  }
}
