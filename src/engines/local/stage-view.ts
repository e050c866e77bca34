import { limits, type Audience, type LiveSink, type NetworkQuality, type Participant } from '../../core/index.js';
import { publishersIn, type LiveDocument, type Publisher } from '../../protocol/index.js';
import type { LocalBus, BusMember } from './local-bus.js';

/** What one session sees and hears of the others in a live; its sink is told only what has changed. */
export class StageView {
  #participants: readonly Participant[] = [];
  /** Null before the first look, which is told even where nobody is there. */
  #audience: Audience | null = null;
  #qualities: ReadonlyMap<string, NetworkQuality> = new Map();
  #isAnyoneHeard = false;
  readonly #mutedLives = new Set<string>();

  constructor(
    private readonly bus: Pick<LocalBus<BusMember>, 'find' | 'ofLive'>,
    private readonly tell: (call: (sink: LiveSink) => void) => void,
  ) {}

  look(document: LiveDocument): void {
    const people = publishersIn(document);
    this.#showParticipants(people);
    this.#showAudience(document);
    this.#showQualities(people);
  }

  /** What the session hears of these volumes, 0–100 by user id; null where that is silence, as before. */
  hearing(volumes: ReadonlyMap<string, number>): ReadonlyMap<string, number> | null {
    const audible = this.#participants.filter(({ liveId }) => !this.#mutedLives.has(liveId));
    const heard = new Map(audible.flatMap(({ userId }) => entry(userId, volumes.get(userId))));
    if (heard.size === 0 && !this.#isAnyoneHeard) return null;
    this.#isAnyoneHeard = heard.size > 0;
    return heard;
  }

  setLiveMuted(liveId: string, isMuted: boolean): void {
    if (isMuted) this.#mutedLives.add(liveId);
    else this.#mutedLives.delete(liveId);
  }

  #showParticipants(people: readonly Publisher[]): void {
    const participants = people.flatMap(({ userId, liveId }) => {
      const member = this.bus.find(liveId, userId);
      return member?.isOnline ? participantOf(member) : [];
    });
    if (isSameList(participants, this.#participants, participantKeys)) return;
    this.#participants = participants;
    this.tell((sink) => sink.participants(participants));
  }

  #showAudience({ live, seats }: LiveDocument): void {
    const seated = new Set(seats.map(({ occupant }) => occupant?.userId));
    const people = this.bus.ofLive(live.liveId).filter(({ isOnline, user }) => isOnline && !seated.has(user.userId));
    const members = people.slice(0, limits.audienceList).map(({ user }) => ({ ...user }));
    const before = this.#audience;
    const audience = { count: people.length, members };
    if (before?.count === audience.count && isSameList(members, before.members, memberKeys)) return;
    this.#audience = audience;
    this.tell((sink) => sink.audience(audience));
  }

  #showQualities(people: readonly Publisher[]): void {
    const qualities = new Map(
      people.flatMap(({ userId, liveId }) => entry(userId, qualityOf(this.bus.find(liveId, userId)))),
    );
    const isSame = [...qualities].every(([userId, quality]) => this.#qualities.get(userId) === quality);
    if (isSame && qualities.size === this.#qualities.size) return;
    this.#qualities = qualities;
    this.tell((sink) => sink.networkQualities(qualities));
  }
}

const participantKeys = ['userId', 'liveId', 'microphoneStatus', 'cameraStatus', 'video'] as const;
const memberKeys = ['userId', 'userName', 'avatarUrl'] as const;

function participantOf({ user, liveId, media }: BusMember): Participant {
  const { microphoneStatus, cameraStatus, video } = media;
  return { userId: user.userId, liveId, microphoneStatus, cameraStatus, video };
}

/** In the page's own world, a network is there or it is not. */
function qualityOf(member: BusMember | undefined): NetworkQuality | undefined {
  return member && (member.isOnline ? 'excellent' : 'down');
}

function entry<T>(userId: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[userId, value]];
}

function isSameList<T>(a: readonly T[], b: readonly T[], keys: readonly (keyof T)[]): boolean {
  return a.length === b.length && a.every((one, index) => keys.every((key) => one[key] === b[index]?.[key]));
}
