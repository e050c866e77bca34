import type {
  CoHostLayoutTemplate,
  LinkInfo,
  LinkMember,
  LiveUser,
  Seat,
  SeatOccupant,
} from '../../../../src/core/index.js';
import type { LiveDocument } from '../../../../src/protocol/index.js';

export const host = (name: string): LiveUser => ({
  userId: name,
  userName: name,
  avatarUrl: '',
  liveId: `${name}_live`,
});

export const occupant = (userId: string, more: Partial<SeatOccupant> = {}): SeatOccupant => ({
  userId,
  userName: userId,
  avatarUrl: '',
  allowOpenMicrophone: true,
  allowOpenCamera: true,
  userSuspendStatus: 'none',
  lostAt: null,
  ...more,
});

export const seatsOf = (...occupants: readonly (SeatOccupant | null)[]): Seat[] =>
  occupants.map((somebody, index) => ({ index, isLocked: false, occupant: somebody }));

export const member = (name: string, joinedAt: number, seats: readonly Seat[] = []): LinkMember => ({
  ...host(name),
  joinedAt,
  lostAt: null,
  userSuspendStatus: 'none',
  winStreak: 0,
  seats,
});

interface Extra {
  revision?: number;
  linkId?: string;
  template?: CoHostLayoutTemplate;
  ended?: boolean;
  /** On the seats after the owner's, or on all seats. */
  guests?: readonly SeatOccupant[];
  seats?: readonly Seat[];
}

/** The document of the first host's live, linked with those of the others. */
export function documentOf(
  names: readonly string[],
  { revision = 1, linkId = 'link', template, ended, guests = [], seats }: Extra = {},
): LiveDocument {
  const [owner = '', ...others] = names;
  const link: LinkInfo = {
    linkId,
    layoutTemplate: template ?? 600,
    members: names.map((name, index) => member(name, index)),
  };
  return {
    revision,
    live: {
      liveId: `${owner}_live`,
      liveName: owner,
      notice: '',
      coverUrl: '',
      backgroundUrl: '',
      categoryList: [],
      activityStatus: 0,
      isPublicVisible: true,
      isSeatEnabled: true,
      keepOwnerOnSeat: true,
      maxSeatCount: 9,
      seatMode: 'apply',
      seatLayoutTemplate: 600,
      liveOwner: host(owner),
      createdAt: 0,
      endedAt: ended ? 1 : null,
      endedReason: ended ? 'ended-by-host' : null,
    },
    metaData: {},
    administrators: [],
    seats: seats ?? seatsOf(occupant(owner), ...guests),
    hostLostAt: null,
    link: others.length > 0 ? link : null,
    battle: null,
    board: null,
  };
}
