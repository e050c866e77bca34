import type { CoHostRequest } from '../../core/vocabulary.js';
import { contestants, goesOn, type BattleRecord, type LinkRecord, type LiveRecord, type Slice } from './records.js';
import type { RuleEvent } from './rule-event.js';

/** The one way from an event to state. A record that the slice does not hold is left alone. */
export function apply(slice: Slice, event: RuleEvent): Slice {
  switch (event.type) {
    case 'live-created':
      return setLive(slice, event.info.liveId, {
        info: event.info,
        revision: slice.lives[event.info.liveId]?.revision ?? 0,
        hostLostAt: null,
        linkId: null,
        battleId: null,
      });
    case 'live-ended':
      return changeLive(slice, event.liveId, ({ info }) => ({
        info: { ...info, endedAt: event.at, endedReason: event.reason },
        hostLostAt: null,
      }));
    case 'host-lost':
      return changeLive(slice, event.liveId, () => ({ hostLostAt: event.at }));
    case 'host-returned':
      return changeLive(slice, event.liveId, () => ({ hostLostAt: null }));
    case 'connection-requested':
      return { ...slice, requests: { ...slice.requests, [event.request.requestId]: event.request } };
    case 'connection-request-settled':
      return changeRequest(slice, event.requestId, { status: event.status, settledAt: event.at });
    case 'connection-request-forgotten': {
      const { [event.requestId]: _, ...requests } = slice.requests;
      return { ...slice, requests };
    }
    case 'link-created': {
      const { linkId, layoutTemplate, seats } = event;
      const link: LinkRecord = { linkId, layoutTemplate, seats, battleId: null };
      return seats.reduce(
        (next, { liveId }) => changeLive(next, liveId, () => ({ linkId, battleId: null })),
        setLink(slice, link),
      );
    }
    case 'link-joined': {
      const { linkId, seat, layoutTemplate } = event;
      const link = slice.links[linkId];
      if (!link) return slice;
      const joined = setLink(slice, { ...link, layoutTemplate, seats: [...link.seats, seat] });
      const battle = link.battleId === null ? undefined : slice.battles[link.battleId];
      const shown = battle && goesOn(battle) ? battle.battleId : null;
      const seen = shown === null ? joined : show(joined, shown, (shownIn) => [...shownIn, seat.liveId]);
      return changeLive(seen, seat.liveId, () => ({ linkId, battleId: shown }));
    }
    case 'link-left': {
      const link = slice.links[event.linkId];
      if (!link) return slice;
      const left = setLink(slice, { ...link, seats: link.seats.filter(({ liveId }) => liveId !== event.liveId) });
      const unseen = show(left, link.battleId ?? '', (shownIn) => shownIn.filter((liveId) => liveId !== event.liveId));
      return changeLive(unseen, event.liveId, ({ battleId }) => ({
        linkId: null,
        battleId: isOver(slice, battleId) ? battleId : null,
      }));
    }
    case 'link-dissolved': {
      const link = slice.links[event.linkId];
      if (!link) return slice;
      const { [event.linkId]: _, ...links } = slice.links;
      return link.seats.reduce((next, { liveId }) => changeLive(next, liveId, () => ({ linkId: null })), {
        ...slice,
        links,
      });
    }
    case 'battle-requested':
      return changeLink(setBattle(slice, event.battle), event.battle.linkId, { battleId: event.battle.battleId });
    case 'battle-answered':
      return changeBattle(slice, event.battleId, ({ sides }) => ({
        sides: sides.map((side) => (side.userId === event.userId ? { ...side, answer: event.answer } : side)),
      }));
    case 'countdown-started':
      return reveal(slice, event.battleId, { phase: 'countdown', startedAt: event.startsAt, endsAt: event.endsAt });
    case 'battle-started':
      return reveal(slice, event.battleId, { phase: 'running', startedAt: event.at, endsAt: event.endsAt });
    case 'battle-voided':
      return changeBattle(slice, event.battleId, () => ({ phase: 'void', endedAt: event.at }));
    case 'battle-exited':
      return changeBattle(slice, event.battleId, ({ sides }) => ({
        sides: sides.map((side) => (side.userId === event.userId ? { ...side, exited: true } : side)),
      }));
    case 'battle-ended':
      return changeBattle(slice, event.battleId, () => ({
        phase: 'over',
        endedAt: event.at,
        endedReason: event.reason,
        result: event.result,
      }));
    case 'penalty-started':
      return changeBattle(slice, event.battleId, () => ({ phase: 'penalty', penaltyEndsAt: event.endsAt }));
    case 'penalty-ended':
      return changeBattle(slice, event.battleId, () => ({ phase: 'over', penaltyEndedReason: event.reason }));
    case 'score-added':
      return {
        ...changeBattle(slice, event.battleId, ({ scores, scoreVersion }) => ({
          scores: { ...scores, [event.userId]: (scores[event.userId] ?? 0) + event.points },
          scoreVersion: scoreVersion + 1,
        })),
        countedEvents: new Set([...slice.countedEvents, event.eventId]),
      };
  }
}

/** Everybody in the link sees the battle, at nil all. */
function reveal(slice: Slice, battleId: string, change: Partial<BattleRecord>): Slice {
  const shownIn = slice.links[slice.battles[battleId]?.linkId ?? '']?.seats.map(({ liveId }) => liveId) ?? [];
  const revealed = changeBattle(slice, battleId, (battle) => ({
    ...change,
    shownIn,
    scores: Object.fromEntries(contestants(battle).map(({ userId }) => [userId, 0])),
    scoreVersion: 1,
  }));
  return shownIn.reduce((next, liveId) => changeLive(next, liveId, () => ({ battleId })), revealed);
}

function show(slice: Slice, battleId: string, change: (shownIn: readonly string[]) => readonly string[]): Slice {
  return changeBattle(slice, battleId, ({ shownIn }) => ({ shownIn: change(shownIn) }));
}

function isOver(slice: Slice, battleId: string | null): boolean {
  return battleId !== null && slice.battles[battleId]?.phase === 'over';
}

function setLive(slice: Slice, liveId: string, live: LiveRecord): Slice {
  return { ...slice, lives: { ...slice.lives, [liveId]: live } };
}

function changeLive(slice: Slice, liveId: string, change: (live: LiveRecord) => Partial<LiveRecord>): Slice {
  const live = slice.lives[liveId];
  return live ? setLive(slice, liveId, { ...live, ...change(live) }) : slice;
}

function setLink(slice: Slice, link: LinkRecord): Slice {
  return { ...slice, links: { ...slice.links, [link.linkId]: link } };
}

function changeLink(slice: Slice, linkId: string, change: Partial<LinkRecord>): Slice {
  const link = slice.links[linkId];
  return link ? setLink(slice, { ...link, ...change }) : slice;
}

function setBattle(slice: Slice, battle: BattleRecord): Slice {
  return { ...slice, battles: { ...slice.battles, [battle.battleId]: battle } };
}

function changeBattle(slice: Slice, battleId: string, change: (battle: BattleRecord) => Partial<BattleRecord>): Slice {
  const battle = slice.battles[battleId];
  return battle ? setBattle(slice, { ...battle, ...change(battle) }) : slice;
}

function changeRequest(slice: Slice, requestId: string, change: Partial<CoHostRequest>): Slice {
  const request = slice.requests[requestId];
  return request ? { ...slice, requests: { ...slice.requests, [requestId]: { ...request, ...change } } } : slice;
}
