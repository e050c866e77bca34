import type { BattleInfo, LiveSession } from 'live-battles/core';
import { closeIcon, endIcon, rematchIcon } from '../parts/icons.js';
import type { Control, OpenSheet } from './dock-controls.js';

/** The buttons of a host for a PK, in every phase. */
export function battleControls(session: LiveSession, openSheet: OpenSheet): readonly Control[] {
  const rematch = rematchControl(session);
  return rematch ? [battleControl(session, openSheet), rematch] : [battleControl(session, openSheet)];
}

function battleControl(session: LiveSession, openSheet: OpenSheet): Control {
  const { battleStore, coHostStore } = session;
  const battle = battleStore.currentBattleInfo.get();
  const [challenge] = battleStore.sentRequests.get();
  if (battle && canEndPenalty(battle, session)) {
    return {
      key: 'battle',
      testId: 'end-penalty',
      label: 'Waive',
      face: endIcon,
      act: () => battleStore.endPenalty({ battleId: battle.battleId }),
    };
  }
  if (battle) {
    return {
      key: 'battle',
      testId: 'exit-pk',
      label: 'Exit PK',
      face: closeIcon,
      look: 'danger',
      act: () => battleStore.exitBattle({ battleId: battle.battleId }),
    };
  }
  if (challenge) {
    return {
      key: 'battle',
      testId: 'cancel-pk',
      label: 'Withdraw',
      face: closeIcon,
      act: () => battleStore.cancelBattleRequest({ battleId: challenge.battleId }),
    };
  }
  return {
    key: 'battle',
    testId: 'open-pk',
    label: 'Battle',
    face: 'PK',
    look: 'battle',
    disabled: coHostStore.coHostStatus.get() === 'disconnected',
    act: (opener) => openSheet({ sheet: 'battle', opener }),
  };
}

/** The rematch button, while the contestants can agree on another PK; otherwise null. */
function rematchControl({ battleStore, user }: LiveSession): Control | null {
  const battle = battleStore.latestBattleInfo.get();
  const rematch = battleStore.rematch.get();
  const ownId = user.get()?.userId ?? '';
  const isIn = battle?.users.some(({ userId, exited }) => userId === ownId && !exited);
  if (!battle || !rematch || !isIn) return null;
  const { battleId } = battle;
  const hasAgreed = rematch.userIds.includes(ownId);
  return {
    key: 'rematch',
    testId: hasAgreed ? 'cancel-rematch' : 'rematch',
    label: hasAgreed ? 'No rematch' : 'Rematch',
    face: hasAgreed ? closeIcon : rematchIcon,
    act: () => (hasAgreed ? battleStore.cancelRematch({ battleId }) : battleStore.requestRematch({ battleId })),
  };
}

/** The losers cannot end the penalty; the other contestants can. */
function canEndPenalty({ phase, result }: BattleInfo, { user }: LiveSession): boolean {
  const own = result?.standings.find(({ userId }) => userId === user.get()?.userId);
  return phase === 'penalty' && own !== undefined && own.outcome !== 'lose';
}
