import { isVoiceTemplate } from '../core/vocabulary.js';
import { shownLoss } from './rules/project.js';
import { recordOf, type LiveRecord, type Slice } from './rules/records.js';

/** Lives of a slice for which something that somebody in them may see has changed. */
export function touchedLives(before: Slice, after: Slice): readonly string[] {
  return Object.keys(after.lives).filter((liveId) => {
    const was = visibleTo(before, liveId);
    const is = visibleTo(after, liveId);
    return was.length !== is.length || was.some((record, index) => record !== is[index]);
  });
}

/** The records behind a live's two documents. */
function visibleTo(slice: Slice, liveId: string): readonly unknown[] {
  const live = recordOf(slice.lives, liveId);
  const link = live?.linkId ? slice.links[live.linkId] : undefined;
  return [
    live,
    link,
    live?.battleId ? slice.battles[live.battleId] : undefined,
    link?.battleId ? slice.battles[link.battleId] : undefined,
    ...(link?.lives ?? []).flatMap((seat) => visibleToLinked(recordOf(slice.lives, seat.liveId))),
    ...Object.values(slice.requests).filter(
      ({ inviter, invitee }) => inviter.liveId === liveId || invitee.liveId === liveId,
    ),
  ];
}

/** What a live shows to those it is linked with; all of it that may change. */
function visibleToLinked(live: LiveRecord | undefined): readonly unknown[] {
  if (!live) return [];
  return [
    live.info.liveOwner,
    shownLoss(live),
    live.tally.winStreak,
    isVoiceTemplate(live.info.seatLayoutTemplate) ? live.seats : null,
  ];
}
