import { ParticipantInfo, ParticipantInfo_State } from 'livekit-server-sdk';
import type { User } from 'live-battles/core';
import { avatarUrlAttribute } from 'live-battles/protocol';
import { joinTimeOf } from '../person-presence.js';

interface Entry {
  user: User;
  sid: string;
  joinedAt: number;
  /** Running number of the news that set this entry. A list that was requested earlier does not remove it. */
  news: number;
}

/** Ended connections that are remembered. News of older ones has long arrived. */
const mostEnded = 1000;
/** LiveKit's kind for ordinary clients. Recorders and agents have other kinds, and do not count as audience. */
const { kind: ordinary } = new ParticipantInfo();

/**
 * The users connected to one room, hidden ones included, in the order of joining. Participants from linked lives are
 * left out. Webhooks tell at once, but may be late, lost or out of order. LiveKit's list is true, but old on arrival.
 */
export class RoomRegister {
  #entries = new Map<string, Entry>();
  /** Ids of connections that have ended. Later news of them is out of date. */
  readonly #ended = new Set<string>();
  #news = 0;

  get users(): readonly User[] {
    return [...this.#entries.values()].map(({ user }) => user);
  }

  /** A webhook says that a participant has connected. */
  joined(participant: ParticipantInfo): void {
    const { identity, sid } = participant;
    if (!isPerson(participant) || this.#ended.has(sid)) return;
    const joinedAt = joinTimeOf(participant);
    const known = this.#entries.get(identity);
    if (known && known.joinedAt > joinedAt) return;
    // A user who connects again goes to the end.
    this.#entries.delete(identity);
    this.#entries.set(identity, { user: userOf(participant), sid, joinedAt, news: ++this.#news });
  }

  /** A webhook says that a connection has ended, perhaps not the user's present one. */
  left({ identity, sid }: Pick<ParticipantInfo, 'identity' | 'sid'>): void {
    this.#ended.add(sid);
    for (const oldest of this.#ended) {
      if (this.#ended.size <= mostEnded) break;
      this.#ended.delete(oldest);
    }
    if (this.#entries.get(identity)?.sid === sid) this.#entries.delete(identity);
  }

  /** Takes over LiveKit's list. Webhooks that came during the request win. @throws what `list` throws. */
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
