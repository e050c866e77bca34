import { BattleCode, LiveError, LiveErrorCode, sideCount } from '../../../core/vocabulary.js';
import { recordOf, type LinkRecord, type LiveRecord } from '../records.js';
import type { CheckedBackendCommandOf, StartBattleReply } from '../rule-command.js';
import type { Turn } from '../turn.js';
import { invalid } from '../validate.js';
import { battleConfig, checkTeams } from './battle-config.js';
import { isHostThere } from './battle-lookup.js';
import { linkWithoutBattle } from './battle-request-rules.js';
import { challenge } from './challenge.js';

/**
 * Begins a battle between lives of one link for the app's backend. The hosts are not asked. The reply has a code for
 * each opponent.
 * @throws LiveError `liveNotFound`, `requestNotFound` outside a link, `alreadyInBattle`, `battleRequestPending`,
 * `noValidOpponent`, `invalidParameter`.
 */
export function startBattle(
  turn: Turn,
  { liveId, opponents, config: asked }: CheckedBackendCommandOf<'start-battle'>,
): StartBattleReply {
  const config = { ...battleConfig(asked, turn.settings), needResponse: false };
  const others = [...new Set(opponents)];
  if (others.includes(liveId)) invalid('a live cannot be its own opponent');
  const { info } = turn.live(liveId);
  const link = linkWithoutBattle(turn, turn.live(liveId));
  const named = others.flatMap((id) => recordOf(turn.slice.lives, id)?.info.liveOwner ?? []);
  checkTeams(
    config,
    [info.liveOwner, ...named].map(({ userId }) => userId),
  );
  const results = new Map(others.map((id) => [id, opponentCode(turn, link, recordOf(turn.slice.lives, id))]));
  const challenged = named.filter((host) => results.get(host.liveId) === BattleCode.success);
  const sides = [info.liveOwner, ...challenged].filter((host) => isHostThere(turn, host));
  if (sideCount({ config }, sides) < 2) {
    throw new LiveError(LiveErrorCode.noValidOpponent, 'no opponent named is there in the connection');
  }
  const terms = { config, requestExpiresAt: turn.now, isAgreed: true };
  const battleId = challenge(turn, link, info.liveOwner, challenged, terms);
  return { battleId, results: Object.fromEntries(results) };
}

function opponentCode(turn: Turn, { linkId }: LinkRecord, live: LiveRecord | undefined): BattleCode {
  if (!live || live.info.endedAt !== null) return BattleCode.liveNotExist;
  if (live.linkId === linkId) return isHostThere(turn, live.info) ? BattleCode.success : BattleCode.liveExited;
  return turn.activeBattleOf(turn.linkOf(live)) ? BattleCode.battlingOtherLive : BattleCode.liveExited;
}
