/** Estimates the server's clock from round trips. The sample with the shortest round trip counts. */
export class ServerClock {
  #offset = 0;
  #bestRoundTrip = Number.POSITIVE_INFINITY;
  readonly #localNow: () => number;

  constructor(localNow: () => number = () => Date.now()) {
    this.#localNow = localNow;
  }

  /** The server's time as far as known, epoch milliseconds. */
  now(): number {
    return this.#localNow() + this.#offset;
  }

  /** Takes `count` samples one after another, in place of the earlier ones; a failed sample is skipped. */
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
