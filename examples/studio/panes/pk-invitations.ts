import type { LiveSession } from 'live-battles/core';
import type { Toasts } from '../parts/toasts.js';

const extensionInfo = JSON.stringify({ withPK: true });

/** Whether an invitation says that a PK follows at once. */
export function asksForPk(info: string): boolean {
  return info === extensionInfo;
}

/** Invitations to co-host and battle in one: whoever accepts has accepted both, so the PK starts without asking again. */
export class PkInvitations {
  readonly #invited = new Map<string, number>();
  readonly end: () => void;

  constructor(
    private readonly session: LiveSession,
    toasts: Toasts,
  ) {
    this.end = session.coHostStore.events.on('cohost-request-accepted', ({ invitee }) => {
      const duration = this.#invited.get(invitee.liveId);
      if (!this.#invited.delete(invitee.liveId) || duration === undefined) return;
      const config = { duration, needResponse: false };
      void toasts.attempt(() => session.battleStore.requestBattle({ userIdList: [invitee.userId], config }));
    });
  }

  /** `duration` in seconds. */
  async invite(liveId: string, duration: number): Promise<void> {
    await this.session.coHostStore.requestHostConnection({ targetHostLiveIds: liveId, extensionInfo });
    this.#invited.set(liveId, duration);
  }
}
