import { fixture, html } from '@open-wc/testing';
import type { BattleContainerElement } from '../../../src/components/battle-container/battle-container.js';
import '../../../src/components/battle-container/define.js';
import { ann, bob, FakeLive } from './fake-live.js';

/** A battle that runs between ann and bob, and the element that shows it. */
export async function runningBattle(): Promise<{ live: FakeLive; element: BattleContainerElement }> {
  const live = await new FakeLive().enter(ann, bob);
  live.startBattle();
  const element = await fixture<BattleContainerElement>(
    html`<battle-container lang="en" .session=${live.session}></battle-container>`,
  );
  element.style.blockSize = '400px';
  return { live, element };
}
