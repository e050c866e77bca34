import type { BattleConfig, LiveSession } from '../../src/core/index.js';
import type {
  AddScoresReply,
  LinkLivesReply,
  ScoreEntry,
  ScoreTotal,
  StartBattleReply,
} from '../../src/referee/index.js';

/**
 * Where the scenarios are played: an engine, and whatever it needs behind it. To run them against another engine, write
 * an `Arena` and hand it to each scenario in turn:
 *
 *     for (const { name, needs = [], run } of scenarios) {
 *       if (!needs.every((need) => arena.offers.has(need))) continue;   // or mark as skipped
 *       const arena = await openArena();
 *       try { await run(arena); } finally { await arena.dispose(); }
 *     }
 *
 * What an arena has to see to:
 * - **A world of its own.** Scenarios use plain names ("ann", "bob"). Servers outlive scenarios, so an arena turns a
 *   name into user and live ids that nobody has used before, the same for the same name as long as the arena lives.
 * - **Real time.** Scenarios wait for what they expect for up to 8 seconds (`patience`), and run battles of 1–3 seconds.
 *   Configure a grace for people who vanish of at least 10 seconds, of which they are shown as missing after 5.
 * - **No page shares state with another** but through the engine, even if all run in one JavaScript realm.
 */
export interface Arena {
  /** What this arena can do beyond signalling. */
  readonly offers: ReadonlySet<Need>;
  /**
   * Opens a page of this user: a session that is logged in and in no live. Opening a second page of the same name is
   * the same user on another device.
   */
  open(name: string): Promise<Page>;
  /** The app's backend adds points. Rejects with a `LiveError` of the code with which the score API refuses. */
  addScores(battleId: string, entries: readonly (ScoreEntry | ScoreTotal)[]): Promise<AddScoresReply>;
  /** The app's backend links lives, the first with each of the others. */
  linkLives(liveIds: readonly string[]): Promise<LinkLivesReply>;
  /** The app's backend begins a battle; `opponents` are live ids. */
  startBattle(liveId: string, opponents: readonly string[], config: Partial<BattleConfig>): Promise<StartBattleReply>;
  /** Logs all sessions out, ends what they left running, and frees whatever the arena holds. */
  dispose(): Promise<void>;
}

/**
 * `camera`: opening the camera gives a picture (a made-up or fake one will do). `microphone`: likewise, it can be opened,
 * and whoever opens it is taken to speak.
 */
export type Need = 'camera' | 'microphone';

export interface Page {
  session: LiveSession;
  userId: string;
  /** The id under which this user goes live. */
  liveId: string;
  /** Puts the page into the background, or back before the user's eyes. */
  setHidden(isHidden: boolean): void;
}

/** A flow that every engine has to carry. It throws where the engine does not. */
export interface Scenario {
  name: string;
  /** It is left out in arenas that do not offer these. */
  needs?: readonly Need[];
  run(arena: Arena): Promise<void>;
}
