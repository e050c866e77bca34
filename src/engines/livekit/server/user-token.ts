/**
 * A user token, or a function that fetches one. What the function throws decides what becomes of a live that is being
 * rejoined: a `LiveError` `unreachable` or a `TypeError`, as of a `fetch` without a network, is tried again; anything else
 * means that the user is not logged in any more.
 */
export type TokenSource = string | (() => string | Promise<string>);

/** A token is replaced this long before it runs out: a request under way must not be overtaken. */
const renewBeforeMs = 30_000;
/** A token that looks old on arrival is used all the same: this page's clock may be wrong. */
const keepAtLeastMs = 10_000;

/** The user's token, fetched when first needed and again before it runs out. */
export class UserToken {
  readonly #source: TokenSource;
  readonly #now: () => number;
  #current: Promise<string> | null = null;
  #renewAt = Number.POSITIVE_INFINITY;

  constructor(source: TokenSource, now: () => number = () => Date.now()) {
    this.#source = source;
    this.#now = now;
  }

  async get(): Promise<string> {
    if (this.#now() >= this.#renewAt) this.forget();
    const fetching = (this.#current ??= this.#fetch());
    try {
      return await fetching;
    } catch (error) {
      if (this.#current === fetching) this.forget();
      throw error;
    }
  }

  /** Makes the next `get` fetch anew; false when there is nowhere to fetch from. */
  forget(): boolean {
    if (typeof this.#source === 'string') return false;
    this.#current = null;
    this.#renewAt = Number.POSITIVE_INFINITY;
    return true;
  }

  async #fetch(): Promise<string> {
    if (typeof this.#source === 'string') return this.#source;
    const token = await this.#source();
    const runsOutAt = expiryOf(token);
    if (runsOutAt !== null) this.#renewAt = Math.max(runsOutAt - renewBeforeMs, this.#now() + keepAtLeastMs);
    return token;
  }
}

/** Epoch milliseconds; null for what is not a JWT with an `exp`. */
export function expiryOf(token: string): number | null {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : null;
  } catch {
    return null;
  }
}
