import { ParticipantInfo, ParticipantInfo_State } from 'livekit-server-sdk';
import type { User } from 'live-battles/core';
import { avatarUrlAttribute } from 'live-battles/protocol';
import { joinTimeOf } from '../person-presence.js';

interface Entry {
  user: User;
  sid: string;
  joinedAt: number;
  /** When it was heard of, counted in news: a list that was asked for before that says nothing about it. */
  news: number;
}

/** Ended connections that are remembered: news of older ones has long arrived. */
const mostEnded = 1000;
/** Of ordinary clients; recorders and agents are no people. */
const { kind: ordinary } = new ParticipantInfo();

/**
 * Who is connected to one room, hidden or not, in the order in which they came; people from linked lives left out.
 * Webhooks bring the news at once, but may be late, lost or out of order; LiveKit's list is true, but old on arrival.
 */
export class RoomRegister {
  #entries = new Map<string, Entry>();
  /** Connections that have ended: whatever is heard of them later is old news. */
  readonly #ended = new Set<string>();
  #news = 0;

  get users(): readonly User[] {
    return [...this.#entries.values()].map(({ user }) => user);
  }

  /** A webhook says that somebody has connected. */
  joined(participant: ParticipantInfo): void {
    const { identity, sid } = participant;
    if (!isPerson(participant) || this.#ended.has(sid)) return;
    const joinedAt = joinTimeOf(participant);
    const known = this.#entries.get(identity);
    if (known && known.joinedAt > joinedAt) return;
    // At the end, though they were here before.
    this.#entries.delete(identity);
    this.#entries.set(identity, { user: userOf(participant), sid, joinedAt, news: ++this.#news });
  }

  /** A webhook says that a connection has ended: not the one they are on, perhaps. */
  left({ identity, sid }: Pick<ParticipantInfo, 'identity' | 'sid'>): void {
    this.#ended.add(sid);
    for (const oldest of this.#ended) {
      if (this.#ended.size <= mostEnded) break;
      this.#ended.delete(oldest);
    }
    if (this.#entries.get(identity)?.sid === sid) this.#entries.delete(identity);
  }

  /** Takes over LiveKit's list, but for what was heard while it was on its way. @throws what `list` throws. */
  async heal(list: () => Promise<readonly ParticipantInfo[]>): Promise<void> {
    const asked = this.#news;
    const participants = (await list()).filter(({ state }) => state !== ParticipantInfo_State.DISCONNECTED);
    const listed = new Set(participants.map(({ identity }) => identity));
    for (const [identity, { news }] of this.#entries) {
      if (news <= asked && !listed.has(identity)) this.#entries.delete(identity);
    }
    const active = participants.filter(({ state }) => state === ParticipantInfo_State.ACTIVE);
    for (const participant of active) this.joined(participant);
    this.#entries = new Map([...this.#entries].sort(([, a], [, b]) => a.joinedAt - b.joinedAt));
  }
}

function isPerson({ identity, kind }: ParticipantInfo): boolean {
  return kind === ordinary && !identity.includes('@');
}

function userOf({ identity, name, attributes }: ParticipantInfo): User {
  return { userId: identity, userName: name || identity, avatarUrl: attributes[avatarUrlAttribute] ?? '' };
}
