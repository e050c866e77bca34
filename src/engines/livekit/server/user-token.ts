/**
 * A user token, or a function that fetches one. What the function throws decides about a live that is being rejoined.
 * A `LiveError` keeps its code; `unreachable` is tried again. A `TypeError`, as from a `fetch` without a network, is
 * taken for `unreachable`. Any other error means that the user is not logged in any more.
 */
export type TokenSource = string | (() => string | Promise<string>);

/** A token is replaced this long before its expiry, so that it does not expire during a request. */
const renewBeforeMs = 30_000;
/** A token that looks expired on arrival is used this long all the same: the page's clock may be wrong. */
const keepAtLeastMs = 10_000;

/** The user's token, fetched when first needed and again before its expiry. */
export class UserToken {
  readonly #source: TokenSource;
  readonly #now: () => number;
  #current: Promise<string> | null = null;
  /** What `#current` resolved with; null until then. */
  #fetched: string | null = null;
  #renewAt = Number.POSITIVE_INFINITY;

  constructor(source: TokenSource, now: () => number = () => Date.now()) {
    this.#source = source;
    this.#now = now;
  }

  /** The present token. @throws what the source throws. */
  async get(): Promise<string> {
    if (this.#now() >= this.#renewAt) this.forget();
    const fetching = (this.#current ??= this.#fetch());
    try {
      const token = await fetching;
      if (this.#current === fetching) this.#fetched = token;
      return token;
    } catch (error) {
      if (this.#current === fetching) this.forget();
      throw error;
    }
  }

  /** Makes the next `get` fetch a new token. */
  forget(): void {
    this.#current = null;
    this.#fetched = null;
    this.#renewAt = Number.POSITIVE_INFINITY;
  }

  /**
   * The server has refused this token, perhaps in several answers at a time. The next `get` gives another.
   * @returns false for a fixed token, of which there is no other.
   */
  refuse(token: string): boolean {
    if (token === this.#fetched) this.forget();
    return typeof this.#source !== 'string';
  }

  async #fetch(): Promise<string> {
    if (typeof this.#source === 'string') return this.#source;
    const token = await this.#source();
    const runsOutAt = expiryOf(token);
    if (runsOutAt !== null) this.#renewAt = Math.max(runsOutAt - renewBeforeMs, this.#now() + keepAtLeastMs);
    return token;
  }
}

/** The expiry of a JWT, epoch milliseconds; null for any other token, or one without `exp`. */
export function expiryOf(token: string): number | null {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : null;
  } catch {
    return null;
  }
}
