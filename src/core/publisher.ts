import type { LiveDocument } from './documents.js';
import type { DeviceType, Seat } from './seat.js';
import type { User } from './user.js';
import { linkedIdentity } from './wire.js';

/** Somebody who may be seen or heard in the room of a live. */
export interface Publisher {
  /** What LiveKit calls them in that room. */
  identity: string;
  userId: string;
  /** The live whose seat they have. */
  liveId: string;
  /** What they may switch on: less than all while the host has closed something. */
  devices: readonly DeviceType[];
}

const allDevices: readonly DeviceType[] = ['camera', 'microphone'];

/** Everybody who may publish into the room of a live: those on its seats, and those whom linked lives show here. */
export function publishersIn({ live, seats, link }: LiveDocument): readonly Publisher[] {
  const { liveId, liveOwner } = live;
  const own = seated(seats, liveId, ({ userId }) => userId);
  const linked = (link?.members ?? []).flatMap((member): readonly Publisher[] => {
    if (member.liveId === liveId) {
      const isShown = member.seats.length > 0 || own.some(({ userId }) => userId === liveOwner.userId);
      // A link of video lives shows its hosts, seated or not.
      return isShown ? [] : [{ identity: member.userId, userId: member.userId, liveId, devices: allDevices }];
    }
    const identityOf = ({ userId }: Pick<User, 'userId'>): string => linkedIdentity(userId, member.liveId);
    if (member.seats.length > 0) return seated(member.seats, member.liveId, identityOf);
    return [{ identity: identityOf(member), userId: member.userId, liveId: member.liveId, devices: allDevices }];
  });
  return [...own, ...linked];
}

function seated(seats: readonly Seat[], liveId: string, identityOf: (user: User) => string): Publisher[] {
  return seats.flatMap(({ occupant }) => {
    if (!occupant) return [];
    const { userId, allowOpenCamera, allowOpenMicrophone } = occupant;
    const devices = allDevices.filter((device) => (device === 'camera' ? allowOpenCamera : allowOpenMicrophone));
    return [{ identity: identityOf(occupant), userId, liveId, devices }];
  });
}
