/** Counts the tasks of 50 ms and more until `end` is called. */
export class LongTasks {
  #count = 0;
  readonly #observer = new PerformanceObserver((list) => {
    this.#count += list.getEntries().length;
  });

  constructor() {
    this.#observer.observe({ type: 'longtask' });
  }

  end(): number {
    this.#count += this.#observer.takeRecords().length;
    this.#observer.disconnect();
    return this.#count;
  }
}
