import type { ReactiveController, ReactiveElement } from 'lit';
import { untracked, type BattleUser, type Contributor, type LiveSession } from '../../core/index.js';
import { sidesOf } from '../battle-score-bar/sides.js';
import { FrameEffect } from '../signals/frame-effect.js';

/** A host in a battle between two hosts, and that host's top contributors. */
export interface Supported {
  host: BattleUser;
  contributors: readonly Contributor[];
}

/**
 * Follows the top contributors of both hosts. It renders again only when other contributors are to be shown. Their
 * points change with every gift and are not shown.
 */
export class TopContributors implements ReactiveController {
  /** Left and right; null unless each side is one host. */
  sides: readonly [Supported, Supported] | null = null;
  #shown = '';

  constructor(
    host: ReactiveElement,
    private readonly session: () => LiveSession | null,
  ) {
    host.addController(this);
    new FrameEffect(
      host,
      () => keyOf(this.#read()),
      (key) => {
        if (key !== this.#shown) host.requestUpdate();
      },
    );
  }

  hostUpdate(): void {
    this.sides = untracked(() => this.#read());
    this.#shown = keyOf(this.sides);
  }

  #read(): readonly [Supported, Supported] | null {
    const session = this.session();
    const sides = session && sidesOf(session);
    if (!sides) return null;
    const [[left, ...moreLeft], [right, ...moreRight]] = sides;
    if (!left || !right || moreLeft.length > 0 || moreRight.length > 0) return null;
    const givers = session.battleStore.battleContributors.get();
    const supported = (host: BattleUser): Supported => ({ host, contributors: givers.get(host.userId) ?? [] });
    return [supported(left), supported(right)];
  }
}

function keyOf(sides: readonly Supported[] | null): string {
  const seen = sides?.map(({ host, contributors }) => [
    host.userId,
    ...contributors.map(({ userId, userName, avatarUrl }) => [userId, userName, avatarUrl]),
  ]);
  return JSON.stringify(seen ?? null);
}
