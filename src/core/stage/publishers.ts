import { CoHostLayoutTemplate } from '../cohost/cohost.js';
import type { LiveDocument } from '../documents.js';
import type { DeviceType, Seat } from '../seat/seat.js';

/** A user who may be seen or heard in a live. */
export interface Publisher {
  userId: string;
  /** The live that their seat is in; for a host without a seat, their own live. */
  liveId: string;
  /** The devices they may switch on. A device that the owner or an administrator closed is missing. */
  devices: readonly DeviceType[];
}

const allDevices: readonly DeviceType[] = ['camera', 'microphone'];

/** All users who may publish in a live: those on its seats, and those of linked lives who are shown here. */
export function publishersIn({ live, seats, link }: LiveDocument): readonly Publisher[] {
  const { liveId, liveOwner } = live;
  const own = seated(seats, liveId);
  const isOfVoice = link?.layoutTemplate === CoHostLayoutTemplate.hostVoiceConnection;
  const linked = (link?.members ?? []).flatMap((member): readonly Publisher[] => {
    // A link of video lives shows its hosts, with or without a seat. A link of voice lives shows everybody on a seat.
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
