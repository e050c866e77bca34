import type { LiveDocument } from '../documents.js';
import type { PageVisibility } from '../engine.js';
import type { SuspendStatus } from '../seat/seat.js';

/** How long the page must stay as it is before the server is told. A quick look at another tab costs nothing. */
const settleMs = 1_000;
/** How long to wait after the server could not be told. */
const retryMs = 5_000;

export interface OwnSuspensionOptions {
  visibility: PageVisibility;
  /** Tells the server. @throws LiveError. */
  tell(status: SuspendStatus): Promise<unknown>;
  /** Calls back once, `ms` milliseconds later. Returns the function that cancels the call. */
  wait(ms: number, then: () => void): () => void;
}

/**
 * Keeps the server informed whether this user's page is in the background, while they have a seat. It compares the page
 * with what the newest document shows of the seat, so that a new seat or a reset by the server needs nothing else.
 */
export class OwnSuspension {
  readonly #stopListening: () => void;
  #newest: LiveDocument | null = null;
  /** What everybody is shown; null without a seat. */
  #shown: SuspendStatus | null = null;
  /** Cancels the present wait; null while none goes on. */
  #cancelWait: (() => void) | null = null;
  #isTelling = false;
  #isClosed = false;

  constructor(private readonly options: OwnSuspensionOptions) {
    this.#stopListening = options.visibility.onChange(() => {
      this.#stopWaiting();
      this.#check();
    });
  }

  /** Takes in a newer document of the live. */
  follow(document: LiveDocument, userId: string): void {
    const { live, seats } = document;
    this.#newest = document;
    const own = seats.find(({ occupant }) => occupant?.userId === userId)?.occupant;
    this.#shown = own && live.endedAt === null ? own.userSuspendStatus : null;
    this.#check();
  }

  /** Tells nothing any more. */
  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    this.#stopWaiting();
  }

  get #status(): SuspendStatus {
    return this.options.visibility.isHidden ? 'in-background' : 'none';
  }

  get #isDue(): boolean {
    return !this.#isClosed && this.#shown !== null && this.#shown !== this.#status;
  }

  #check(): void {
    if (!this.#isDue) this.#stopWaiting();
    else if (!this.#isTelling && !this.#cancelWait) this.#wait(settleMs);
  }

  #wait(ms: number): void {
    this.#cancelWait = this.options.wait(ms, () => {
      this.#cancelWait = null;
      void this.#tell();
    });
  }

  #stopWaiting(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
  }

  async #tell(): Promise<void> {
    const status = this.#status;
    const before = this.#newest;
    this.#isTelling = true;
    try {
      await this.options.tell(status);
      // True until a newer document says otherwise. One may have come before the answer.
      if (this.#newest === before) this.#shown = status;
      this.#isTelling = false;
      this.#check();
    } catch {
      this.#isTelling = false;
      if (this.#isDue) this.#wait(retryMs);
    }
  }
}
