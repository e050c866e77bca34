/** Estimates the referee's clock from round trips: the one with the shortest way there and back wins. */
export class ServerClock {
  #offset = 0;
  #bestRoundTrip = Number.POSITIVE_INFINITY;
  readonly #localNow: () => number;

  constructor(localNow: () => number = () => Date.now()) {
    this.#localNow = localNow;
  }

  /** The referee's time as far as known, epoch milliseconds. */
  now(): number {
    return this.#localNow() + this.#offset;
  }

  /** Takes `count` samples one after another; a sample that fails is skipped. */
  async synchronize(serverTime: () => Promise<number>, count = 3): Promise<void> {
    this.#bestRoundTrip = Number.POSITIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      const sentAt = this.#localNow();
      try {
        this.#sample(sentAt, await serverTime(), this.#localNow());
      } catch {
        continue;
      }
    }
  }

  #sample(sentAt: number, serverTime: number, receivedAt: number): void {
    const roundTrip = receivedAt - sentAt;
    if (roundTrip < 0 || roundTrip >= this.#bestRoundTrip || !Number.isFinite(serverTime)) return;
    this.#bestRoundTrip = roundTrip;
    this.#offset = serverTime - (sentAt + roundTrip / 2);
  }
}
