import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { BattleContainerElement } from '../../src/components/battle-container/battle-container.js';
import '../../src/components/battle-container/define.js';
import type { BattleMvp, Contributor } from '../../src/core/index.js';
import { ann, bob, cyd, FakeLive, resultOf } from './support/fake-live.js';
import { frame, wait } from './support/time.js';

const fan = (name: string, points: number, avatarUrl = ''): Contributor => {
  return { userId: name.toLowerCase(), userName: name, avatarUrl, points };
};

describe('battle-container', () => {
  let live: FakeLive;
  let element: BattleContainerElement;

  beforeEach(async () => {
    live = await new FakeLive().enter(ann, bob);
    element = await fixture<BattleContainerElement>(
      html`<battle-container lang="en" .session=${live.session}></battle-container>`,
    );
    element.style.blockSize = '400px';
  });

  const part = (name: string): HTMLElement | null => element.shadowRoot!.querySelector(`[part~='${name}']`);
  const textOf = (name: string): string | undefined => part(name)?.textContent.replace(/\s+/g, ' ').trim();
  const said = (): string[] =>
    [...element.shadowRoot!.querySelectorAll('[role=status]')].map(({ textContent }) => textContent.trim());

  describe('in extra time', () => {
    async function goOn(): Promise<void> {
      live.startBattle({ seconds: 10, startedAgo: 10, extraTime: 20 });
      await element.updateComplete;
      const extraTimeStartedAt = live.now();
      live.battle = { ...live.battle!, extraTimeStartedAt, endsAt: extraTimeStartedAt + 20_000 };
      live.push();
      await element.updateComplete;
    }

    it('says so for a moment, tells the time left, and is accessible', async () => {
      await goOn();
      expect(textOf('extra-time')).to.equal('Extra time');
      expect(said()).to.include('Nobody is ahead: extra time');
      expect(textOf('timer')).to.equal('Extra time 0:20');
      expect(element.matches(':state(extra-time)')).to.be.true;
      await expect(element).to.be.accessible();
      await wait(3100);
      expect(part('extra-time')).to.be.null;
      expect(said()).to.deep.equal(['Battle: Ann, Bob', '']);
    });

    it('is silent about extra time that began long ago', async () => {
      live.startBattle({ seconds: 10, startedAgo: 20, extraTime: 20 });
      live.battle = { ...live.battle!, extraTimeStartedAt: live.now() - 10_000, endsAt: live.now() + 10_000 };
      live.push();
      await element.updateComplete;
      expect(part('extra-time')).to.be.null;
      expect(textOf('timer')).to.equal('Extra time 0:10');
    });
  });

  describe('with multipliers', () => {
    const windows = [
      { from: 20, to: 30, factor: 2 },
      { from: 5, to: 10, factor: 3 },
    ];

    it('says nothing long before', async () => {
      live.startBattle({ multipliers: [{ from: 10, to: 20, factor: 3 }] });
      await element.updateComplete;
      expect(part('multiplier')).to.be.null;
    });

    it('hints at a window, marks it while it lasts, and is accessible', async () => {
      live.startBattle({ startedAgo: 3.2, multipliers: windows });
      await element.updateComplete;
      expect(textOf('multiplier')).to.equal('×3 in 2 s');
      expect(said()).to.include('Points will soon count 3 times');
      await waitUntil(() => /^×3 [45] s$/.test(textOf('multiplier') ?? ''), 'the window', { timeout: 10_000 });
      expect(said()).to.include('Points now count 3 times');
      await expect(element).to.be.accessible();
    });

    it('counts the seconds without rendering', async () => {
      live.startBattle({ startedAgo: 7.9, multipliers: [{ from: 5, to: 55, factor: 3 }] });
      await element.updateComplete;
      await wait(50);
      let renders = 0;
      const render = element.render.bind(element);
      element.render = () => {
        renders++;
        return render();
      };
      const first = textOf('multiplier');
      expect(first).to.match(/^×3 4\d s$/);
      await waitUntil(() => textOf('multiplier') !== first, 'the next second', { timeout: 10_000 });
      expect(renders).to.equal(0);
    });

    it('goes when the window is over', async () => {
      live.startBattle({ startedAgo: 9.6, multipliers: windows });
      await element.updateComplete;
      expect(textOf('multiplier')).to.equal('×3 1 s');
      await waitUntil(() => part('multiplier') === null, 'the end of the window', { timeout: 10_000 });
    });
  });

  describe('between two', () => {
    const names = (side: string): (string | undefined)[] =>
      [...element.shadowRoot!.querySelectorAll(`.contributors.${side} li`)].map((item) =>
        item.querySelector('.visually-hidden')?.textContent.trim(),
      );

    it('shows who gave most to each, and is accessible', async () => {
      live.startBattle();
      await element.updateComplete;
      expect(part('contributors')).to.be.null;
      live.score({ ann: 9, bob: 3 }, { ann: [fan('Ada', 6), fan('Bo', 3)], bob: [fan('Cem', 3)] });
      await frame();
      await element.updateComplete;
      expect([names('left'), names('right')]).to.deep.equal([['Ada', 'Bo'], ['Cem']]);
      expect(part('contributors')!.getAttribute('aria-label')).to.equal('Top supporters of Ann');
      await expect(element).to.be.accessible();
    });

    it('does not render while only their points change', async () => {
      live.startBattle();
      live.score({ ann: 6 }, { ann: [fan('Ada', 6)] });
      await frame();
      await wait(1100);
      let renders = 0;
      const render = element.render.bind(element);
      element.render = () => {
        renders++;
        return render();
      };
      live.score({ ann: 7 }, { ann: [fan('Ada', 7)] });
      await frame();
      await element.updateComplete;
      expect([renders, names('left')]).to.deep.equal([0, ['Ada']]);
      live.score({ ann: 17 }, { ann: [fan('Bo', 10), fan('Ada', 7)] });
      await frame();
      await element.updateComplete;
      expect([renders, names('left')]).to.deep.equal([1, ['Bo', 'Ada']]);
    });

    it('loads no picture from an address that could be a script', async () => {
      live.startBattle();
      live.score({ ann: 6 }, { ann: [fan('Ada', 6, 'javascript:alert(1)')] });
      await frame();
      await element.updateComplete;
      expect(names('left')).to.deep.equal(['Ada']);
      expect(element.shadowRoot!.querySelector('.face img')).to.be.null;
    });
  });

  it('shows no contributors where more than two compete', async () => {
    live.seat(ann, bob, cyd);
    live.startBattle();
    live.score({ ann: 9 }, { ann: [fan('Ada', 9)] });
    await frame();
    await element.updateComplete;
    expect(part('contributors')).to.be.null;
    expect(part('timer')).to.exist;
  });

  describe('after the end', () => {
    const standings = [
      { userId: 'ann', score: 5, rank: 1, outcome: 'win' },
      { userId: 'bob', score: 3, rank: 2, outcome: 'lose' },
    ] as const;
    const mvp: BattleMvp = { ...fan('<b>Ada</b>', 1200), hostUserId: 'ann' };

    it('names who gave most, with their name as text, and is accessible', async () => {
      live.startBattle();
      await element.updateComplete;
      live.endBattle(resultOf(standings, { mvp }));
      await element.updateComplete;
      expect(textOf('mvp')).to.match(/MVP <b>Ada<\/b> 1,200$/);
      await wait(1000);
      await expect(element).to.be.accessible();
    });

    it('names them where no result is covered, also with four contestants', async () => {
      const dan = { ...cyd, userId: 'dan', liveId: 'live_dan' };
      live.seat(ann, bob, cyd, dan);
      live.startBattle();
      element.regions = ['ann', 'bob', 'cyd', 'dan'].map((userId, index) => {
        return { userId, x: (index % 2) / 2, y: Math.floor(index / 2) / 2, w: 0.5, h: 0.5 };
      });
      element.style.cssText = 'inline-size: 360px; block-size: 640px';
      await element.updateComplete;
      const others = ['cyd', 'dan'].map((userId) => ({ userId, score: 0, rank: 3, outcome: 'lose' }) as const);
      live.endBattle(resultOf([...standings, ...others], { mvp }));
      await element.updateComplete;
      await wait(1000);
      const box = part('mvp')!.getBoundingClientRect();
      const badges = [...element.shadowRoot!.querySelectorAll('.badge')].map((badge) => badge.getBoundingClientRect());
      expect(badges).to.have.lengthOf(4);
      for (const badge of badges) {
        const isApart =
          badge.bottom <= box.top || badge.top >= box.bottom || badge.right <= box.left || badge.left >= box.right;
        expect(isApart).to.be.true;
      }
      await expect(element).to.be.accessible();
    });

    it('names nobody where nobody gave', async () => {
      live.startBattle();
      await element.updateComplete;
      live.endBattle(resultOf(standings));
      await element.updateComplete;
      expect(part('result')).to.exist;
      expect(part('mvp')).to.be.null;
    });
  });
});
