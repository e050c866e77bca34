/** One object for each live, made when it is first needed. */
export class PerLive<T> {
  readonly #byLive = new Map<string, T>();

  constructor(private readonly make: (liveId: string) => T) {}

  /** The object of a live; made if there is none yet. */
  of(liveId: string): T {
    const one = this.#byLive.get(liveId) ?? this.make(liveId);
    this.#byLive.set(liveId, one);
    return one;
  }

  /** The object of a live; undefined if there is none yet. */
  find(liveId: string): T | undefined {
    return this.#byLive.get(liveId);
  }

  forgetAllBut(liveIds: ReadonlySet<string>): void {
    for (const liveId of this.#byLive.keys()) if (!liveIds.has(liveId)) this.#byLive.delete(liveId);
  }
}
