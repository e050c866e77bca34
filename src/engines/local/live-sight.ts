import { limits, type Audience } from '../../core/index.js';
import { stageViewOf, type StageView } from '../../core/stage/stage-view.js';
import { isSameMap, isShallowSame, keepUnchanged } from '../../core/stage/unchanged.js';
import { publishersIn, type LiveDocument, type Publisher } from '../../protocol/index.js';
import { busPresence } from './bus-presence.js';
import type { BusMember, LocalBus } from './local-bus.js';
import { fixed, frozen } from './shared-value.js';

/** Who is seen, heard and counted in a live. */
interface Sight {
  stage: StageView<Publisher>;
  audience: Audience;
}

/** Where the sessions of a world are, and how they are heard. */
export type Whereabouts = Pick<LocalBus<BusMember>, 'find' | 'ofLive' | 'volumes'>;

/** The parts of a document that say who is on stage. */
type StagePlan = Pick<LiveDocument, 'live' | 'seats' | 'link'>;

const noMutedLives: ReadonlySet<string> = new Set();
const nothing: Sight = {
  stage: { participants: [], qualities: new Map(), volumes: new Map(), heard: [] },
  audience: { count: 0, members: [] },
};

/**
 * What the sessions of a live see of its people. It is made once for all of them and frozen; an unchanged part stays
 * the same object.
 */
export class LiveSight {
  #sight = nothing;
  /** What `#sight` was made of; null when it has to be made again. */
  #plan: StagePlan | null = null;

  constructor(private readonly bus: Whereabouts) {}

  /** The stage without the sound of these lives. */
  stage(document: LiveDocument, mutedLives: ReadonlySet<string>): StageView<Publisher> {
    // Few sessions mute a live, so theirs is made for each.
    return mutedLives.size > 0 ? this.#stageOf(document, mutedLives) : this.#of(document).stage;
  }

  /** Everybody without a seat. */
  audience(document: LiveDocument): Audience {
    return this.#of(document).audience;
  }

  /** Somebody came, went, switched a device or speaks: the next look is a new one. */
  renew(): void {
    this.#plan = null;
  }

  #of(document: LiveDocument): Sight {
    if (this.#plan && isSamePlan(this.#plan, document)) return this.#sight;
    const stage = sameStage(this.#sight.stage, this.#stageOf(document, noMutedLives));
    this.#sight = { stage, audience: this.#audienceOf(document, this.#sight.audience) };
    this.#plan = document;
    return this.#sight;
  }

  #stageOf(document: LiveDocument, mutedLives: ReadonlySet<string>): StageView<Publisher> {
    return stageViewOf(publishersIn(document), busPresence(this.bus), mutedLives);
  }

  #audienceOf({ live, seats }: LiveDocument, before: Audience): Audience {
    const seated = new Set(seats.map(({ occupant }) => occupant?.userId));
    const people = this.bus.ofLive(live.liveId).filter(({ isOnline, user }) => isOnline && !seated.has(user.userId));
    const current = people.slice(0, limits.audienceList).map(({ user }) => ({ ...user }));
    const members = keepUnchanged(before.members, current, isShallowSame);
    if (before.count === people.length && members === before.members) return before;
    return frozen({ count: people.length, members });
  }
}

/** Whether these are the same objects: documents of one live share what has not changed. */
function isSamePlan(a: StagePlan, b: StagePlan): boolean {
  return a.live === b.live && a.seats === b.seats && a.link === b.link;
}

/** `now`, frozen, with the parts of `before` that have not changed. */
function sameStage(before: StageView<Publisher>, now: StageView<Publisher>): StageView<Publisher> {
  const participants = keepUnchanged(before.participants, now.participants, isShallowSame);
  return {
    participants: frozen(participants),
    qualities: isSameMap(before.qualities, now.qualities) ? before.qualities : fixed(now.qualities),
    volumes: isSameMap(before.volumes, now.volumes) ? before.volumes : fixed(now.volumes),
    heard: now.heard,
  };
}
