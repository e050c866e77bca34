/** A promise that a test settles. */
export class Gate<T> {
  resolve!: (value: T) => void;
  reject!: (error: Error) => void;
  readonly promise = new Promise<T>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    // A test may settle it before anybody listens.
    this.promise.catch(() => undefined);
  }
}
