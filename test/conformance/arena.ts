import type { BattleConfig, LiveSession } from '../../src/core/index.js';
import type {
  AddScoresReply,
  ApplyEffectReply,
  BackendCommandOf,
  LinkLivesReply,
  ScoreEntry,
  ScoreTotal,
  StartBattleReply,
} from '../../src/referee/index.js';

/**
 * Where the scenarios run: an engine and the servers behind it. To run them against another engine, write an `Arena`
 * and open a new one for each scenario:
 *
 *     for (const { name, needs = [], run } of scenarios) {
 *       const arena = await openArena();
 *       const isOffered = needs.every((need) => arena.offers.has(need));
 *       try { if (isOffered) await run(arena); } finally { await arena.dispose(); }
 *     }
 *
 * What an arena must provide:
 * - **A world of its own.** Scenarios use plain names ("ann", "bob"). Servers outlive scenarios, so an arena makes new
 *   user and live ids for each name. They stay the same while the arena is open.
 * - **Real time.** Scenarios wait up to 8 seconds for a condition (`patience`), and run battles of 1–3 seconds. Missing
 *   users must keep their place for at least 10 seconds, and be shown as missing after at most 5 seconds.
 * - **Separate pages.** Pages share state through the engine only, even if all run in one JavaScript realm.
 */
export interface Arena {
  /** What this arena can do beyond signalling. */
  readonly offers: ReadonlySet<Need>;
  /**
   * Opens a page of this user: a session that is logged in and in no live. A second page with the same name is the same
   * user on another device.
   */
  open(name: string): Promise<Page>;
  /**
   * The app's backend adds points.
   * @throws LiveError With the code with which the score API refuses.
   */
  addScores(battleId: string, entries: readonly (ScoreEntry | ScoreTotal)[]): Promise<AddScoresReply>;
  /** The app's backend applies an effect to a running battle. @throws LiveError With the code of the refusal. */
  applyEffect(
    battleId: string,
    effect: Omit<BackendCommandOf<'apply-effect'>, 'type' | 'battleId'>,
  ): Promise<ApplyEffectReply>;
  /** The app's backend links the first live with each of the others. */
  linkLives(liveIds: readonly string[]): Promise<LinkLivesReply>;
  /** The app's backend begins a battle; `opponents` are live ids. */
  startBattle(liveId: string, opponents: readonly string[], config: Partial<BattleConfig>): Promise<StartBattleReply>;
  /** The app's backend ends a battle. */
  endBattle(battleId: string): Promise<void>;
  /** Logs all sessions out, ends their lives and releases all resources of the arena. */
  dispose(): Promise<void>;
}

/**
 * `camera`: opening the camera gives a picture, real or made up. `microphone`: it can be opened, and a user who opens
 * it counts as speaking.
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

/** A flow that every engine must support. `run` throws if the engine fails. */
export interface Scenario {
  name: string;
  /** Skipped in arenas that do not offer these. */
  needs?: readonly Need[];
  run(arena: Arena): Promise<void>;
}
