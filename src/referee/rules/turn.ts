import { LiveError, LiveErrorCode } from '../../core/vocabulary.js';
import { apply } from './apply.js';
import { isActive, recordOf, type BattleRecord, type LinkRecord, type LiveRecord, type Slice } from './records.js';
import type { NewEvent, RuleEvent } from './rule-event.js';
import type { RuleSettings } from './rule-settings.js';

/** A decision in progress. An emitted event takes effect at once, so that the next rule sees it. */
export class Turn {
  readonly events: RuleEvent[] = [];
  #slice: Slice;
  #now: number;

  constructor(
    slice: Slice,
    now: number,
    readonly commandId: string,
    readonly settings: RuleSettings,
  ) {
    this.#slice = slice;
    this.#now = now;
  }

  get now(): number {
    return this.#now;
  }

  get slice(): Slice {
    return this.#slice;
  }

  emit(event: NewEvent): void {
    const stamped: RuleEvent = { ...event, at: this.#now };
    this.events.push(stamped);
    this.#slice = apply(this.#slice, stamped);
  }

  /**
   * Runs `work` with `now` set to `at` (epoch milliseconds), because an overdue change takes effect when it was due.
   */
  asOf(at: number, work: () => void): void {
    const now = this.#now;
    this.#now = at;
    work();
    this.#now = now;
  }

  /** A live that is still running. @throws LiveError `liveNotFound`. */
  live(liveId: string): LiveRecord {
    const live = recordOf(this.#slice.lives, liveId);
    if (!live || live.info.endedAt !== null) {
      throw new LiveError(LiveErrorCode.liveNotFound, `there is no live "${liveId}"`);
    }
    return live;
  }

  linkOf(live: LiveRecord): LinkRecord | null {
    return recordOf(this.#slice.links, live.linkId) ?? null;
  }

  /** The link's latest battle, if it is requested or goes on. */
  activeBattleOf(link: LinkRecord | null): BattleRecord | null {
    const battle = recordOf(this.#slice.battles, link?.battleId ?? null);
    return battle && isActive(battle) ? battle : null;
  }
}
