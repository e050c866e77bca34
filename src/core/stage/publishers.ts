import { CoHostLayoutTemplate } from '../cohost/cohost.js';
import type { LiveDocument } from '../documents.js';
import type { DeviceType, Seat } from '../seat/seat.js';

/** Somebody who may be seen or heard in a live. */
export interface Publisher {
  userId: string;
  /** The live whose seat they have. */
  liveId: string;
  /** What they may switch on: less than all while the host has closed something. */
  devices: readonly DeviceType[];
}

const allDevices: readonly DeviceType[] = ['camera', 'microphone'];

/** Everybody who may publish into a live: those on its seats, and those whom linked lives show here. */
export function publishersIn({ live, seats, link }: LiveDocument): readonly Publisher[] {
  const { liveId, liveOwner } = live;
  const own = seated(seats, liveId);
  const isOfVoice = link?.layoutTemplate === CoHostLayoutTemplate.hostVoiceConnection;
  const linked = (link?.members ?? []).flatMap((member): readonly Publisher[] => {
    // A link of video lives shows its hosts, seated or not; one of voice lives whoever has a seat.
    const host = { userId: member.userId, liveId: member.liveId, devices: allDevices };
    if (member.liveId !== liveId) return isOfVoice ? seated(member.seats, member.liveId) : [host];
    const isShown = isOfVoice || own.some(({ userId }) => userId === liveOwner.userId);
    return isShown ? [] : [host];
  });
  return [...own, ...linked];
}

function seated(seats: readonly Seat[], liveId: string): Publisher[] {
  return seats.flatMap(({ occupant }) => {
    if (!occupant) return [];
    const { userId, allowOpenCamera, allowOpenMicrophone } = occupant;
    const devices = allDevices.filter((device) => (device === 'camera' ? allowOpenCamera : allowOpenMicrophone));
    return [{ userId, liveId, devices }];
  });
}
