import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { BattleContainerElement } from '../../src/components/battle-container/battle-container.js';
import type { ExtendEffect, TargetEffect } from '../../src/core/index.js';
import { ann, bob, type FakeLive } from './support/fake-live.js';
import { runningBattle } from './support/running-battle.js';
import { frame } from './support/time.js';

describe('battle-container with effects', () => {
  let live: FakeLive;
  let element: BattleContainerElement;

  beforeEach(async () => {
    ({ live, element } = await runningBattle());
  });

  const part = (name: string): HTMLElement | null => element.shadowRoot!.querySelector(`[part~='${name}']`);
  const textOf = (name: string): string | undefined => part(name)?.textContent.replace(/\s+/g, ' ').trim();
  const news = (): string => element.shadowRoot!.querySelector('.effect-news')!.textContent.trim();
  const said = (): string[] =>
    [...element.shadowRoot!.querySelectorAll('[role=status]')].map(({ textContent }) => textContent.trim());

  describe('target', () => {
    const target = (within: number, more: Partial<TargetEffect> = {}): TargetEffect => {
      const open = { effectId: 1, contributor: null, points: 1000, factor: 3, seconds: 20, from: null, to: null };
      return { type: 'target', endsAt: live.period(within).to, ...open, ...more };
    };
    const reached = (): number => Number(part('target')!.style.getPropertyValue('--_reached'));

    it('shows what the hosts have together and the time left, and is accessible', async () => {
      live.setEffects(target(11.5));
      live.score({ ann: 600, bob: 40 });
      await element.updateComplete;
      expect(textOf('target')).to.equal('640 / 1,000 together ×3 12 s left');
      expect(reached()).to.equal(0.64);
      await expect(element).to.be.accessible();
      await waitUntil(() => textOf('target')?.endsWith('11 s left'), 'the next second', { timeout: 5000 });
    });

    it('follows the points once a frame, without a render', async () => {
      live.setEffects(target(30));
      await element.updateComplete;
      let updates = 0;
      element.addController({ hostUpdated: () => updates++ });
      live.score({ ann: 250 });
      await frame();
      expect(textOf('target')).to.contain('250 / 1,000 together');
      expect(reached()).to.equal(0.25);
      expect(updates).to.equal(0);
    });

    it('leaves the number out while points of a host are hidden', async () => {
      const hide = { type: 'hide', effectId: 2, contributor: null, userId: 'bob', ...live.period(30) } as const;
      live.setEffects(target(11.5), hide);
      live.score({ ann: 600 });
      await element.updateComplete;
      await frame();
      expect(textOf('target')).to.equal('1,000 together ×3 12 s left');
      expect(reached()).to.equal(0);
    });

    it('is like a multiplier window once it is reached', async () => {
      live.setEffects(target(30));
      await element.updateComplete;
      live.setEffects(target(30, live.period(19.5)));
      await element.updateComplete;
      expect(part('target')).to.be.null;
      expect(textOf('multiplier')).to.equal('×3 20 s');
      expect(said()).to.include('Points now count 3 times');
    });

    it('multiplies a window that lasts at the same time', async () => {
      live.startBattle({ multipliers: [{ from: 0, to: 50, factor: 2 }] });
      live.setEffects(target(30, live.period(0.4)));
      await element.updateComplete;
      expect(textOf('multiplier')).to.equal('×6 1 s');
      await waitUntil(() => textOf('multiplier') === '×2 50 s', 'the window alone', { timeout: 5000 });
    });

    it('goes when it was missed', async () => {
      live.setEffects(target(30));
      await element.updateComplete;
      live.setEffects();
      await element.updateComplete;
      expect(part('target')).to.be.null;
      expect(part('multiplier')).to.be.null;
    });
  });

  describe('extension', () => {
    const extension = (effectId: number, seconds: number): ExtendEffect => {
      const from = live.battle!.endsAt;
      return { type: 'extend', effectId, contributor: null, from, to: from + seconds * 1000 };
    };

    it('says for a moment how much longer the battle lasts, and is accessible', async () => {
      live.setEffects(extension(1, 10));
      await element.updateComplete;
      expect(textOf('extension')).to.equal('+10 s');
      expect(textOf('timer')).to.equal('1:10');
      await expect(element).to.be.accessible();
      await waitUntil(() => part('extension') === null, 'it goes', { timeout: 5000 });
    });

    it('begins anew with another one', async () => {
      const first = extension(1, 10);
      live.setEffects(first);
      await element.updateComplete;
      const before = part('extension');
      live.setEffects(first, extension(2, 5));
      await element.updateComplete;
      expect(textOf('extension')).to.equal('+5 s');
      expect(part('extension')).not.to.equal(before);
    });

    it('is nothing new to somebody who comes later', async () => {
      live.setEffects(extension(1, 10));
      const late = await fixture<BattleContainerElement>(
        html`<battle-container .session=${live.session}></battle-container>`,
      );
      expect(late.shadowRoot!.querySelector('[part~=extension]')).to.be.null;
    });

    it('gives way to the extra time that follows', async () => {
      live.setEffects(extension(1, 10));
      await element.updateComplete;
      const { endsAt } = live.battle!;
      live.battle = { ...live.battle!, extraTimeStartedAt: endsAt, endsAt: endsAt + 20_000 };
      live.push();
      await element.updateComplete;
      expect(part('extension')).to.be.null;
      expect(textOf('extra-time')).to.equal('Extra time');
    });
  });

  it('says once what was applied, and nothing of what had been', async () => {
    const boost = { type: 'boost', contributor: null, userIds: ['bob'], factor: 3 } as const;
    live.setEffects({ ...boost, effectId: 1, ...live.period(15) });
    await element.updateComplete;
    expect(news()).to.equal('Boost: points for Bob count 3 times for 15 seconds');
    const before = element.shadowRoot!.querySelector('.effect-news span');
    live.setEffects({ ...boost, effectId: 2, ...live.period(15) });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.effect-news span'), 'said again').not.to.equal(before);
    const late = await fixture(html`<battle-container .session=${live.session}></battle-container>`);
    expect(late.shadowRoot!.querySelector('.effect-news')!.textContent.trim()).to.equal('');
  });

  it('says whose points are hidden, with names as text', async () => {
    live.seat(ann, { ...bob, userName: '<img src=x>' });
    live.startBattle();
    live.setEffects({ type: 'hide', effectId: 1, contributor: null, userId: 'bob', ...live.period(20) });
    await element.updateComplete;
    expect(news()).to.equal('The points of <img src=x> are hidden for 20 seconds');
    expect(element.shadowRoot!.querySelector('img')).to.be.null;
  });
});
