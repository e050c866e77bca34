import { CoHostLayoutTemplate, isVoiceTemplate, layoutCapacity, limits } from '../../../src/core/index.js';
import { hold } from './hold.js';
import type { Mirror } from './mirror.js';

/** No live and no user is in two links or twice in one; a link has room for its 2–9 running lives. */
export function checkLinks({ lives, links }: Mirror): void {
  const linkOf = new Map<string, string>();
  for (const { linkId, lives: linked, layoutTemplate } of links.values()) {
    hold(linked.length >= 2, () => `${linkId} holds two lives or more`);
    const room = Math.min(limits.linkedLives, layoutCapacity(layoutTemplate));
    hold(linked.length <= room, () => `${linkId} of ${linked.length} lives has room for them, of ${room}`);
    const hosts = new Set<string>();
    for (const { liveId } of linked) {
      const live = lives.get(liveId);
      hold(!linkOf.has(liveId), () => `${liveId} is in one link`);
      linkOf.set(liveId, linkId);
      hold(live?.linkId === linkId && live.info.endedAt === null, () => `${liveId} runs, and knows its link`);
      hosts.add(live.info.liveOwner.userId);
      const isOfVoice = layoutTemplate === CoHostLayoutTemplate.hostVoiceConnection;
      if (process.env['STRICT'])
        hold(isVoiceTemplate(live.info.seatLayoutTemplate) === isOfVoice, () => `${linkId} is of voice, or of video`);
    }
    hold(hosts.size === linked.length, () => `no host is twice in ${linkId}`);
  }
  for (const { linkId, info } of lives.values()) {
    hold(linkId === null || linkOf.get(info.liveId) === linkId, () => `${info.liveId} is in the link it names`);
  }
}

/** Whoever asks has an answer in time, and an answer is forgotten in time. */
export function checkRequests({ requests, lives }: Mirror, now: number): void {
  const pairs = new Set<string>();
  for (const { requestId, status, expiresAt, settledAt, inviter, invitee } of requests.values()) {
    if (status !== 'pending') {
      hold((settledAt ?? 0) + 60_000 > now, () => `the answer ${requestId} is not shown for longer than a minute`);
      continue;
    }
    hold(expiresAt > now, () => `the invitation ${requestId} is not older than it may be`);
    const ends = [inviter.liveId, invitee.liveId];
    for (const liveId of ends) hold(lives.get(liveId)?.info.endedAt === null, () => `${requestId} waits for a live`);
    const pair = ends.sort().join();
    hold(!pairs.has(pair), () => `one invitation at a time between ${pair}`);
    pairs.add(pair);
  }
}
