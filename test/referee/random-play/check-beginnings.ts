import { defaultGrace } from '../../../src/referee/index.js';
import { sideCount } from '../../../src/core/index.js';
import { hold } from './hold.js';
import type { Mirror } from './mirror.js';

/** Nobody wins against nobody: when a battle begins to run, two sides are there. */
export class BeginningsCheck {
  #read = 0;

  check({ events, battles, lives }: Mirror, shown = defaultGrace.shown): void {
    for (; this.#read < events.length; this.#read++) {
      const event = events[this.#read]!;
      if (event.type !== 'battle-started') continue;
      const battle = battles.get(event.battleId)!;
      // Exits after the beginning come later in the ledger.
      const later = new Set(
        events
          .slice(this.#read)
          .flatMap((one) => (one.type === 'battle-exited' && one.battleId === battle.battleId ? [one.userId] : [])),
      );
      const there = battle.members.filter(({ answer, exited, userId, liveId }) => {
        const lostAt = lives.get(liveId)?.hostLostAt ?? null;
        const isThere = lostAt === null || lostAt + shown > event.at;
        return answer === 'accepted' && (!exited || later.has(userId)) && isThere;
      });
      hold(sideCount(battle, there) >= 2, () => `${battle.battleId} begins with two sides that are there`);
    }
  }
}
