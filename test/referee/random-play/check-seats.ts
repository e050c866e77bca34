import { isVoiceTemplate, layoutPlaces } from '../../../src/core/index.js';
import type { Grace, LiveRecord } from '../../../src/referee/index.js';
import { hold } from './hold.js';
import type { Mirror } from './mirror.js';

/** Seats are as many as they should be; nobody has two, nobody has one who may not. */
export function checkSeats(mirror: Mirror): void {
  for (const live of mirror.lives.values()) if (live.info.endedAt === null) checkLive(mirror, live);
  for (const { linkId, lives: seats } of mirror.links.values()) {
    const all = seats.flatMap(({ liveId }) => peopleOf(mirror.lives.get(liveId)!));
    hold(new Set(all).size === all.length, () => `nobody is twice in ${linkId}: ${all.join()}`);
  }
}

/** The host, seated or not, and the guests. */
function peopleOf(live: LiveRecord): readonly string[] {
  return [...new Set([live.info.liveOwner.userId, ...seatedIn(live)])];
}

/** Nobody is waited for longer than agreed, or shown as missing sooner. */
export function checkAbsence({ lives }: Mirror, now: number, { shown, seat, live: most }: Grace): void {
  for (const { info, hostLostAt, isHostMissed, linkId, seats } of lives.values()) {
    if (info.endedAt !== null) continue;
    const absent = seats.flatMap(({ occupant }) => (occupant?.lostAt ? [{ ...occupant, until: seat }] : []));
    const host = { userId: info.liveOwner.userId, lostAt: hostLostAt, isMissed: isHostMissed };
    for (const { userId, lostAt, isMissed, until } of [...absent, { ...host, until: linkId === null ? most : seat }]) {
      if (lostAt === null) continue;
      hold(lostAt + until > now, () => `${userId} is not waited for any longer in ${info.liveId}`);
      hold(isMissed || lostAt + shown > now, () => `${userId} is shown as missing in ${info.liveId}`);
    }
  }
}

function checkLive(mirror: Mirror, live: LiveRecord): void {
  const { info, seats, kicked, administrators } = live;
  const { liveId, seatLayoutTemplate: template } = info;
  const owner = info.liveOwner.userId;
  const isVoice = isVoiceTemplate(template);
  const count = isVoice ? info.maxSeatCount : layoutPlaces(template);
  hold(seats.length === count, () => `${liveId} has ${count} seats, not ${seats.length}`);
  for (const [index, seat] of seats.entries()) hold(seat.index === index, () => `seat ${index} of ${liveId} is that`);
  const seated = seatedIn(live);
  hold(new Set(seated).size === seated.length, () => `nobody has two seats in ${liveId}: ${seated.join()}`);
  if (info.keepOwnerOnSeat) hold(seated.includes(owner), () => `the owner has a seat in ${liveId}`);
  for (const userId of kicked) {
    hold(!seated.includes(userId) && !administrators.includes(userId), () => `kicked ${userId} is out of ${liveId}`);
  }
  const guests = seated.filter((userId) => userId !== owner);
  if (!info.isSeatEnabled) hold(guests.length === 0, () => `${liveId} has no guests: it has no seats for them`);
  if (isVoice) return;
  const pending = live.guestRequests.filter(({ status }) => status === 'pending');
  if (live.linkId !== null) {
    hold(guests.length + pending.length === 0, () => `${liveId} has no guests while it is linked`);
  }
  // What others ask of a host blocks nothing.
  const isInviting = [...mirror.requests.values()].some(
    ({ status, inviter }) => status === 'pending' && inviter.liveId === liveId,
  );
  const invited = pending.filter(({ kind }) => kind === 'invitation');
  const isInvited = [...mirror.requests.values()].some(
    ({ status, invitee }) => status === 'pending' && invitee.liveId === liveId,
  );
  hold(!isInvited || guests.length === 0, () => `whoever invites ${liveId} is told that it has guests`);
  hold(!isInviting || guests.length + invited.length === 0, () => `${liveId} invites other hosts or guests, not both`);
}

/** Whoever asks for a seat has an answer in time, and an answer is forgotten in time. */
export function checkGuestRequests({ lives }: Mirror, now: number): void {
  for (const { info, guestRequests, seats, kicked } of lives.values()) {
    const pending = new Set<string>();
    for (const { requestId, kind, status, expiresAt, settledAt, guest, guestLostAt } of guestRequests) {
      if (status !== 'pending') {
        hold((settledAt ?? 0) + 60_000 > now, () => `the answer ${requestId} is not shown for longer than a minute`);
        continue;
      }
      hold(info.endedAt === null, () => `nobody asks for a seat of ${info.liveId}, which has ended`);
      hold(expiresAt > now, () => `the request ${requestId} is not older than it may be`);
      hold(kind === 'invitation' || guestLostAt === null, () => `nobody who is gone asks for a seat: ${requestId}`);
      hold(!pending.has(guest.userId), () => `${guest.userId} has one request in ${info.liveId}`);
      pending.add(guest.userId);
      const isSeated = seats.some(({ occupant }) => occupant?.userId === guest.userId);
      hold(!isSeated, () => `${guest.userId}, who has a seat in ${info.liveId}, asks for none`);
      hold(!kicked.includes(guest.userId), () => `${guest.userId} was kicked out of ${info.liveId}`);
    }
  }
}

function seatedIn({ seats }: LiveRecord): readonly string[] {
  return seats.flatMap(({ occupant }) => occupant?.userId ?? []);
}
