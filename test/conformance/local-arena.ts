import { LiveSession } from '../../src/core/index.js';
import { LocalEngine, LocalWorld } from '../../src/engines/local/index.js';
import type { Arena, Need, Page } from './arena.js';
import { FakeVisibility } from './fake-visibility.js';

/** Runs scenarios on the local engine, with a world for each arena. */
export class LocalArena implements Arena {
  readonly offers: ReadonlySet<Need>;
  // A missing user is shown as missing after one second, to keep scenarios short.
  readonly #world = new LocalWorld({ grace: { shown: 1_000 } });
  readonly #pages: Page[] = [];

  constructor({ camera }: { camera: boolean }) {
    this.offers = new Set<Need>(camera ? ['camera', 'microphone'] : ['microphone']);
  }

  async open(name: string): Promise<Page> {
    const visibility = new FakeVisibility();
    const engine = new LocalEngine({ world: this.#world, user: { userId: name, userName: name }, visibility });
    const { setHidden } = visibility;
    const page = { session: new LiveSession({ engine }), userId: name, liveId: `${name}_live`, setHidden };
    this.#pages.push(page);
    await page.session.login();
    return page;
  }

  addScores: Arena['addScores'] = (battleId, entries) => this.#world.addScores(battleId, entries);

  applyEffect: Arena['applyEffect'] = (...args) => this.#world.applyEffect(...args);

  linkLives: Arena['linkLives'] = (liveIds) => this.#world.linkLives(liveIds);

  startBattle: Arena['startBattle'] = (...args) => this.#world.startBattle(...args);

  endBattle: Arena['endBattle'] = (battleId) => this.#world.endBattle(battleId);

  async dispose(): Promise<void> {
    await Promise.all(this.#pages.map(({ session }) => session.logout()));
    this.#world.dispose();
  }
}
