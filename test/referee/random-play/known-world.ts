import { isVoiceTemplate, type GuestRequest } from '../../../src/core/index.js';
import { isActive, type BattleRecord, type LinkRecord, type LiveRecord } from '../../../src/referee/index.js';
import type { Dice } from './dice.js';
import { countedKey, type Mirror } from './mirror.js';
import { everybody, hosts, secondLive } from './people.js';
import { liveOf } from '../test-world.js';

const oddIds = ['constructor', '__proto__', 'nothing', ''];

/** What whoever makes up a command looks for. Each is sometimes answered with something beside the point. */
export class KnownWorld {
  constructor(
    private readonly mirror: Mirror,
    readonly now: number,
  ) {}

  get running(): readonly LiveRecord[] {
    return [...this.mirror.lives.values()].filter(({ info }) => info.endedAt === null);
  }

  live(dice: Dice, fits: (live: LiveRecord) => boolean = () => true): LiveRecord | undefined {
    if (dice.oneIn(40)) return undefined;
    const running = this.running;
    const fitting = running.filter(fits);
    return dice.oneOf(fitting.length > 0 && !dice.oneIn(20) ? fitting : running);
  }

  liveId(dice: Dice, fits?: (live: LiveRecord) => boolean): string {
    return this.live(dice, fits)?.info.liveId ?? dice.oneOf([...hosts.map(liveOf), secondLive, ...oddIds]) ?? '';
  }

  someone(dice: Dice, fitting: readonly string[] = []): string {
    if (dice.oneIn(80)) return dice.oneOf(oddIds) ?? '';
    return (dice.oneIn(12) ? undefined : dice.oneOf(fitting)) ?? dice.oneOf(everybody) ?? '';
  }

  owner(dice: Dice, liveId: string): string {
    return this.someone(dice, this.mirror.lives.has(liveId) ? [this.ownerOf(liveId)] : []);
  }

  moderator(dice: Dice, liveId: string): string {
    const { administrators = [] } = this.mirror.lives.get(liveId) ?? {};
    return this.someone(dice, [this.ownerOf(liveId), ...administrators]);
  }

  ownerOf(liveId: string): string {
    return this.mirror.lives.get(liveId)?.info.liveOwner.userId ?? '';
  }

  record(liveId: string): LiveRecord | undefined {
    return this.mirror.lives.get(liveId);
  }

  linkOf(liveId: string): LinkRecord | undefined {
    return this.mirror.links.get(this.record(liveId)?.linkId ?? '');
  }

  /** Owners of the lives linked with this one, without its own. */
  coHosts(liveId: string): readonly string[] {
    return (this.linkOf(liveId)?.lives ?? [])
      .map((seat) => seat.liveId)
      .filter((other) => other !== liveId)
      .map((other) => this.ownerOf(other));
  }

  /** Ids of the lives linked with this one. */
  lives(liveId: string): readonly string[] {
    return (this.linkOf(liveId)?.lives ?? []).map((seat) => seat.liveId).filter((other) => other !== liveId);
  }

  /** Live ids of the other ends of invitations that wait. */
  waiting(liveId: string, end: 'inviter' | 'invitee'): readonly string[] {
    const other = end === 'inviter' ? 'invitee' : 'inviter';
    return [...this.mirror.requests.values()]
      .filter((request) => request.status === 'pending' && request[other].liveId === liveId)
      .map((request) => request[end].liveId);
  }

  pendingGuests(liveId: string, kind: GuestRequest['kind']): readonly string[] {
    return (this.record(liveId)?.guestRequests ?? [])
      .filter((request) => request.kind === kind && request.status === 'pending')
      .map(({ guest }) => guest.userId);
  }

  seated(liveId: string): readonly string[] {
    return (this.record(liveId)?.seats ?? []).flatMap(({ occupant }) => occupant?.userId ?? []);
  }

  /** Guests: whoever is seated and is not the owner. */
  guests(liveId: string): readonly string[] {
    return this.seated(liveId).filter((userId) => userId !== this.ownerOf(liveId));
  }

  /** Whoever has a seat, asks for one or is asked to take one. */
  awaited(liveId: string): readonly string[] {
    const requesters = (['application', 'invitation'] as const).flatMap((kind) => this.pendingGuests(liveId, kind));
    return [...this.seated(liveId), ...requesters];
  }

  /** The owner, guests and invited viewers whose connection is gone. */
  missing(liveId: string): readonly string[] {
    const live = this.record(liveId);
    if (!live) return [];
    const guests = live.seats.flatMap(({ occupant }) => (occupant?.lostAt ? [occupant.userId] : []));
    const invited = live.guestRequests.flatMap(({ guest, guestLostAt }) => (guestLostAt ? [guest.userId] : []));
    return [...(live.hostLostAt ? [live.info.liveOwner.userId] : []), ...guests, ...invited];
  }

  isVoice(liveId: string): boolean {
    const live = this.record(liveId);
    return live !== undefined && isVoiceTemplate(live.info.seatLayoutTemplate);
  }

  /** The battle of a live's link; sometimes an older one, or none. */
  battleId(dice: Dice, liveId: string): string {
    const battle = this.battleOf(liveId);
    if (battle && !dice.oneIn(20)) return battle.battleId;
    return dice.oneOf([...this.mirror.battles.keys()].slice(-4)) ?? dice.oneOf(oddIds) ?? '';
  }

  battleOf(liveId: string): BattleRecord | undefined {
    const shown = this.record(liveId)?.battleId ?? this.linkOf(liveId)?.battleId ?? '';
    const asked = this.mirror.battles.get(this.linkOf(liveId)?.battleId ?? '');
    return asked && isActive(asked) ? asked : this.mirror.battles.get(shown);
  }

  battleOfId(battleId: string): BattleRecord | undefined {
    return this.mirror.battles.get(battleId);
  }

  contestants(battleId: string): readonly string[] {
    const { members = [] } = this.mirror.battles.get(battleId) ?? {};
    return members.filter(({ answer, exited }) => answer === 'accepted' && !exited).map(({ userId }) => userId);
  }

  /** Whether the ledger of a battle has a gift or a correction. */
  hasCounted(battleId: string, eventId: string): boolean {
    return this.mirror.counted.has(countedKey(battleId, eventId));
  }

  /** Mostly a battle that goes on. */
  anyBattle(dice: Dice): BattleRecord | undefined {
    const newest = [...this.mirror.battles.values()].slice(-12);
    const running = newest.filter(({ phase }) => phase === 'running');
    return dice.oneOf(running.length > 0 && !dice.oneIn(6) ? running : newest);
  }
}
