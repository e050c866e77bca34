import { recordOf, type BattleRecord, type LinkRecord, type LiveRecord, type Slice } from './records.js';

// Functions with which events change one record of a slice. `change…` does nothing when the slice lacks the record.

export function setLive(slice: Slice, liveId: string, live: LiveRecord): Slice {
  return { ...slice, lives: { ...slice.lives, [liveId]: live } };
}

export function changeLive(slice: Slice, liveId: string, change: (live: LiveRecord) => Partial<LiveRecord>): Slice {
  const live = recordOf(slice.lives, liveId);
  return live ? setLive(slice, liveId, { ...live, ...change(live) }) : slice;
}

export function setLink(slice: Slice, link: LinkRecord): Slice {
  return { ...slice, links: { ...slice.links, [link.linkId]: link } };
}

export function changeLink(slice: Slice, linkId: string, change: Partial<LinkRecord>): Slice {
  const link = recordOf(slice.links, linkId);
  return link ? setLink(slice, { ...link, ...change }) : slice;
}

export function setBattle(slice: Slice, battle: BattleRecord): Slice {
  return { ...slice, battles: { ...slice.battles, [battle.battleId]: battle } };
}

export function changeBattle(
  slice: Slice,
  battleId: string,
  change: (battle: BattleRecord) => Partial<BattleRecord>,
): Slice {
  const battle = recordOf(slice.battles, battleId);
  return battle ? setBattle(slice, { ...battle, ...change(battle) }) : slice;
}
