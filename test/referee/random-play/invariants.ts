import { isDeepStrictEqual } from 'node:util';
import { awaitsTime, defaultGrace, replay } from '../../../src/referee/index.js';
import type { Arena } from './arena.js';
import { checkBattles } from './check-battles.js';
import { BeginningsCheck } from './check-beginnings.js';
import { checkEvents } from './check-events.js';
import { checkAbsence, checkGuestRequests, checkSeats } from './check-seats.js';
import { checkLinks, checkRequests } from './check-links.js';
import { checkNews, checkTold, difference, DocumentCheck } from './check-told.js';
import { hold } from './hold.js';
import { LedgerSums } from './ledger-sums.js';

/** What must be true whatever anybody has tried. */
export class Invariants {
  readonly #sums = new LedgerSums();
  readonly #beginnings = new BeginningsCheck();
  readonly #documents = new DocumentCheck();

  constructor(private readonly arena: Arena) {}

  /** After every step, once nothing is due any more. */
  checkStep(): void {
    const { mirror, clock, grace } = this.arena;
    const now = clock.now();
    checkLinks(mirror);
    checkRequests(mirror, now);
    checkSeats(mirror);
    checkGuestRequests(mirror, now);
    checkAbsence(mirror, now, { ...defaultGrace, ...grace });
    checkBattles(mirror, now, grace.lateScores ?? 0);
    this.#beginnings.check(mirror, grace.shown);
    this.#sums.check(mirror);
    this.#documents.check(this.arena);
    for (const error of this.arena.errors) throw error;
  }

  /** At the end of a play: what is told and what the ledgers say is what is stored. */
  async checkAll(): Promise<void> {
    const { mirror, store } = this.arena;
    this.checkStep();
    checkTold(this.arena);
    checkNews(this.arena);
    checkEvents(this.arena);
    for (const battle of mirror.battles.values()) {
      const ledger = await store.ledger(battle.battleId);
      const replayed = replay(ledger).at(-1)?.battle;
      hold(
        isDeepStrictEqual(replayed, battle),
        () => `the ledger makes ${battle.battleId}, but ${difference(replayed, battle)}`,
      );
    }
  }

  /** A long time later nothing waits for anything. */
  async checkEnd(): Promise<void> {
    const { mirror, clock } = this.arena;
    await clock.advance(7_200_000);
    await this.checkAll();
    for (const battle of mirror.battles.values()) hold(!awaitsTime(battle), () => `${battle.battleId} has ended`);
    hold(mirror.requests.size === 0, () => 'no invitation to co-host is left');
    for (const { info, guestRequests } of mirror.lives.values()) {
      hold(guestRequests.length === 0, () => `no request is left in ${info.liveId}`);
    }
  }
}
