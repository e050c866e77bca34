/** Milliseconds for which a user stays on air after switching the last device off: they may speak again soon. */
export const onAirAfterwards = 60_000;

/** Whether a user is on air: a device is on, or was on until a minute ago. */
export class OnAir {
  #hasDevice = false;
  #ending: ReturnType<typeof setTimeout> | null = null;

  /** @param onEnd Called when the user is not on air any more. */
  constructor(private readonly onEnd: () => void) {}

  get isOn(): boolean {
    return this.#hasDevice || this.#ending !== null;
  }

  /** A device went on or off. */
  note(hasDevice: boolean): void {
    if (hasDevice === this.#hasDevice) return;
    this.#hasDevice = hasDevice;
    this.close();
    if (hasDevice) return;
    this.#ending = setTimeout(() => {
      this.#ending = null;
      this.onEnd();
    }, onAirAfterwards);
  }

  /** Off air at once, without a call of `onEnd`. */
  close(): void {
    if (this.#ending !== null) clearTimeout(this.#ending);
    this.#ending = null;
  }
}
