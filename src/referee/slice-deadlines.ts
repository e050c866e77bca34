import type { Deadline } from './ports.js';
import { battleDeadline, requestDeadline, type Grace } from './rules/deadlines.js';
import { liveDeadline } from './rules/live/live-deadlines.js';
import type { Slice } from './rules/records.js';

/** The deadlines of all records of a slice that time alone will change. */
export function deadlinesOf({ lives, battles, requests }: Slice, grace: Grace): readonly Deadline[] {
  const all = [
    ...Object.values(lives).map((live) => {
      const { liveId } = live.info;
      return { key: `live:${liveId}`, at: liveDeadline(live, grace), scope: { liveIds: [liveId] } };
    }),
    ...Object.values(battles).map((battle) => {
      const { battleId } = battle;
      return { key: `battle:${battleId}`, at: battleDeadline(battle, grace), scope: { battleId } };
    }),
    ...Object.values(requests).map((request) => {
      const { requestId, inviter, invitee } = request;
      const liveIds = [inviter.liveId, invitee.liveId];
      return { key: `request:${requestId}`, at: requestDeadline(request), scope: { liveIds } };
    }),
  ];
  return all.flatMap(({ at, ...rest }) => (at === null ? [] : [{ at, ...rest }]));
}
