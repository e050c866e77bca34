import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { BattleBoostElement } from '../../src/components/battle-boost/battle-boost.js';
import '../../src/components/battle-boost/define.js';
import type { BoostEffect } from '../../src/core/index.js';
import { ann, bob, FakeLive } from './support/fake-live.js';

describe('battle-boost', () => {
  let live: FakeLive;
  let element: BattleBoostElement;

  beforeEach(async () => {
    live = await new FakeLive().enter(ann, bob);
    live.startBattle();
    element = await fixture(html`<battle-boost .session=${live.session} user-id="bob"></battle-boost>`);
  });

  const boost = (period: { from: number; to: number }, more: Partial<BoostEffect> = {}): BoostEffect => {
    return { type: 'boost', effectId: 1, contributor: null, userIds: ['bob'], factor: 3, ...period, ...more };
  };
  const base = (): HTMLElement | null => element.shadowRoot!.querySelector('[part=base]');
  const shown = (): string | undefined => base()?.textContent.replace(/\s+/g, ' ').trim();

  it('shows nothing without a boost', () => {
    expect(base()).to.be.null;
  });

  it('shows the factor and the seconds left, and is accessible', async () => {
    live.setEffects(boost(live.period(29.5)));
    await element.updateComplete;
    expect(shown()).to.equal('×3 30 s');
    await expect(element).to.be.accessible();
    await waitUntil(() => shown() === '×3 29 s', 'the next second', { timeout: 5000 });
  });

  it('goes when its time is over, though the effect is still there', async () => {
    live.setEffects(boost(live.period(0.4)));
    await element.updateComplete;
    expect(shown()).to.equal('×3 1 s');
    await waitUntil(() => base() === null, 'it goes', { timeout: 5000 });
  });

  it('goes with the effect', async () => {
    live.setEffects(boost(live.period(30)));
    await element.updateComplete;
    live.setEffects();
    await element.updateComplete;
    expect(base()).to.be.null;
  });

  it('says five seconds before when a boost begins', async () => {
    live.setEffects(boost(live.period(30, 5.2)));
    await element.updateComplete;
    expect(base()).to.be.null;
    await waitUntil(() => shown() === '×3 in 5 s', 'the hint', { timeout: 5000 });
  });

  it('goes on with the boost that follows', async () => {
    const first = live.period(0.4);
    const second = { from: first.to, to: first.to + 20_000 };
    live.setEffects(boost(first), boost(second, { effectId: 2, factor: 2 }));
    await element.updateComplete;
    expect(shown()).to.equal('×3 1 s');
    await waitUntil(() => shown() === '×2 20 s', 'the second boost', { timeout: 5000 });
  });

  it('is of its host alone, or of all in a team', async () => {
    live.setEffects(boost(live.period(30), { userIds: ['ann'] }));
    await element.updateComplete;
    expect(base()).to.be.null;
    live.setEffects(boost(live.period(30), { userIds: ['ann', 'bob'] }));
    await element.updateComplete;
    expect(base()).to.exist;
  });

  it('shows nothing after the end of the battle', async () => {
    live.setEffects(boost(live.period(30)));
    await element.updateComplete;
    live.battle = { ...live.battle!, phase: 'over' };
    live.push();
    await element.updateComplete;
    expect(base()).to.be.null;
  });

  it('counts by the clock of the referee', async () => {
    const skewed = new FakeLive();
    skewed.clockAhead = 3_600_000;
    await skewed.enter(ann, bob);
    skewed.startBattle();
    skewed.setEffects(boost(skewed.period(29.5)));
    element.session = skewed.session;
    await element.updateComplete;
    expect(shown()).to.equal('×3 30 s');
  });
});
