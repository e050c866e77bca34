import type { BattleInfo, LiveSession } from 'live-battles/core';
import { closeIcon, endIcon, rematchIcon } from '../parts/icons.js';
import type { Control, OpenSheet } from './dock-controls.js';

/** What a host can do about a PK, in whatever phase it is. */
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

/** There while all who were in the PK can agree on another one. */
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

/** A penalty is for the others to waive. */
function canEndPenalty({ phase, result }: BattleInfo, { user }: LiveSession): boolean {
  const own = result?.standings.find(({ userId }) => userId === user.get()?.userId);
  return phase === 'penalty' && own !== undefined && own.outcome !== 'lose';
}
