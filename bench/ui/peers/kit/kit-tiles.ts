import type { BattleRankElement } from '../../../../src/components/battle-rank/battle-rank.js';
import type { CohostSeatElement } from '../../../../src/components/cohost-seat/cohost-seat.js';
import type { LiveSession, SeatInfo } from '../../../../src/core/index.js';
import type { Person } from '../../page/peer.js';
import { liveUserOf } from './bench-document.js';

/** The elements of one tile. */
export interface KitTile {
  seat: CohostSeatElement;
  /** Undefined in a battle of two, which has a score bar instead. */
  rank: BattleRankElement | undefined;
}

function seatInfoOf(person: Person): SeatInfo {
  return {
    liveId: person.liveId,
    index: person.seatIndex,
    isLocked: false,
    userInfo: {
      ...liveUserOf(person),
      role: 'general-user',
      microphoneStatus: 'off',
      cameraStatus: 'off',
      allowOpenMicrophone: true,
      allowOpenCamera: true,
      userSuspendStatus: 'none',
      reconnecting: false,
    },
    region: { x: 0, y: 0, w: 0, h: 0, zOrder: 0 },
    video: null,
  };
}

/** A cell with a seat, and the rank over it as the stage has it. */
export function kitCell(session: LiveSession, person: Person): HTMLElement {
  const cell = document.createElement('div');
  cell.className = 'cell';
  const seat = Object.assign(document.createElement('cohost-seat'), { session, seat: seatInfoOf(person), sized: true });
  const standing = document.createElement('div');
  standing.className = 'standing';
  standing.append(Object.assign(document.createElement('battle-rank'), { session, userId: person.userId }));
  cell.append(seat, standing);
  return cell;
}

/** The tiles under `root`, by user id. */
export function tilesIn(root: ParentNode): ReadonlyMap<string, KitTile> {
  const ranks = new Map([...root.querySelectorAll('battle-rank')].map((rank) => [rank.userId, rank]));
  const tiles = new Map<string, KitTile>();
  for (const seat of root.querySelectorAll('cohost-seat')) {
    const userId = seat.seat?.userInfo?.userId ?? '';
    tiles.set(userId, { seat, rank: ranks.get(userId) });
  }
  return tiles;
}
