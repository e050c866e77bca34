import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { BattleScoreBarElement } from '../../src/components/battle-score-bar/battle-score-bar.js';
import '../../src/components/battle-score-bar/define.js';
import { CoHostLayoutTemplate } from '../../src/core/index.js';
import { ann, bob, cyd, FakeLive } from './support/fake-live.js';
import { frame, wait } from './support/time.js';
import { warningsDuring } from './support/warnings.js';

const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part~='${name}']`);
const scores = (element: Element): (string | undefined)[] =>
  ['left-score', 'right-score'].map((name) => part(element, name)?.textContent);
const share = (element: Element): number => Number(part(element, 'left')!.style.getPropertyValue('--_share'));

async function bar(left: unknown, right: unknown): Promise<BattleScoreBarElement> {
  return await fixture<BattleScoreBarElement>(html`
    <battle-score-bar
      .leftScore=${left}
      .rightScore=${right}
      left-name="Ann"
      right-name="Bob"
      lang="en"
    ></battle-score-bar>
  `);
}

describe('battle-score-bar', () => {
  it('shows two scores as shares', async () => {
    const element = await bar(300, 100);
    expect(scores(element)).to.deep.equal(['300', '100']);
    expect(share(element)).to.equal(0.75);
  });

  it('takes scores from attributes', async () => {
    const element = await fixture(html`<battle-score-bar left-score="1" right-score="3"></battle-score-bar>`);
    expect(scores(element)).to.deep.equal(['1', '3']);
    expect(share(element)).to.equal(0.25);
  });

  it('is half and half at 0:0', async () => {
    const element = await bar(0, 0);
    expect(scores(element)).to.deep.equal(['0', '0']);
    expect(share(element)).to.equal(0.5);
  });

  for (const [left, right, expected] of [
    [0, 5000, 0.1],
    [1_000_000, 1, 0.9],
  ] as const) {
    it(`leaves the weaker side visible at ${left}:${right}`, async () => {
      expect(share(await bar(left, right))).to.equal(expected);
    });
  }

  it('shortens scores from a million on', async () => {
    const element = await bar(999_999, 1_254_000);
    expect(scores(element)).to.deep.equal(['999,999', '1.25M']);
  });

  it('writes numbers as its language does', async () => {
    const element = await bar(1234, 0);
    element.lang = 'de';
    element.requestUpdate();
    await element.updateComplete;
    expect(scores(element)[0]).to.equal('1.234');
  });

  it('survives a language that is none', async () => {
    const element = await fixture(html`<battle-score-bar left-score="1" lang="not a language"></battle-score-bar>`);
    expect(scores(element)).to.deep.equal(['1', '0']);
  });

  it('warns once of scores that are none, and shows what can be shown', async () => {
    const warnings = await warningsDuring(async () => {
      expect(scores(await bar(Number.NaN, 5))).to.deep.equal(['0', '5']);
      expect(scores(await bar(-4, 5))).to.deep.equal(['0', '5']);
      expect(scores(await bar('seven', 5))).to.deep.equal(['0', '5']);
      const huge = await bar(Number.POSITIVE_INFINITY, 5);
      expect(share(huge)).to.equal(0.9);
    });
    expect(warnings.filter((warning) => warning.includes('left-score'))).to.have.lengthOf(1);
  });

  it('is accessible, and says who has what', async () => {
    const element = await bar(300, 100);
    expect(part(element, 'bar')!.getAttribute('aria-label')).to.equal('Battle score: Ann: 300, Bob: 100');
    await expect(element).to.be.accessible();
  });

  it('moves its sides by transforms alone, mirrored from right to left', async () => {
    const element = await bar(300, 100);
    for (const name of ['left', 'right']) part(element, name)!.style.transition = 'none';
    const box = (name: string): DOMRect => part(element, name)!.getBoundingClientRect();
    expect(box('left').width / box('bar').width).to.be.closeTo(0.75, 0.01);
    expect(box('left').right).to.be.closeTo(box('right').left, 1);
    element.dir = 'rtl';
    expect(box('left').width / box('bar').width).to.be.closeTo(0.75, 0.01);
    expect(box('left').left).to.be.closeTo(box('right').right, 1);
    expect(part(element, 'left')!.offsetWidth).to.equal(part(element, 'bar')!.offsetWidth);
  });

  describe('in a session', () => {
    let live: FakeLive;
    let element: BattleScoreBarElement;

    beforeEach(async () => {
      live = await new FakeLive().enter(ann, bob);
      element = await fixture(html`<battle-score-bar lang="en" .session=${live.session}></battle-score-bar>`);
    });

    it('shows nothing without a battle', () => {
      expect(part(element, 'bar')).to.be.null;
    });

    it('follows the scores once a frame, without a render', async () => {
      live.startBattle();
      await element.updateComplete;
      const bars = part(element, 'bar');
      let updates = 0;
      element.addController({ hostUpdated: () => updates++ });
      for (let i = 1; i <= 200; i++) live.score({ ann: i, bob: 50 });
      expect(scores(element)).to.deep.equal(['0', '0']);
      await frame();
      expect(scores(element)).to.deep.equal(['200', '50']);
      expect(share(element)).to.equal(0.8);
      expect(updates).to.equal(0);
      expect(part(element, 'bar')).to.equal(bars);
    });

    it('pops one time at once, however fast points come in', async () => {
      live.startBattle();
      await element.updateComplete;
      const score = element.shadowRoot!.querySelector('.score')!;
      for (let points = 1; points < 5; points++) {
        live.score({ ann: points });
        await frame();
      }
      expect(score.getAnimations()).to.have.lengthOf(1);
    });

    it('announces the score politely, five seconds after a change at the soonest', async function () {
      this.timeout(9000);
      live.startBattle();
      await element.updateComplete;
      const announced = element.shadowRoot!.querySelector('[aria-live=polite]')!;
      live.score({ ann: 1 });
      await frame();
      live.score({ ann: 2, bob: 1 });
      await wait(4500);
      expect(announced.textContent).to.equal('');
      await waitUntil(() => announced.textContent === 'Ann: 2, Bob: 1', 'it is announced', { timeout: 1500 });
    });

    it('has the own host on the left, whoever challenged', async () => {
      live.startBattle({ users: [bob, ann] });
      live.score({ ann: 3, bob: 1 });
      await element.updateComplete;
      expect(scores(element)).to.deep.equal(['3', '1']);
    });

    it('adds up two teams, the own one on the left', async () => {
      const dan = { ...cyd, userId: 'dan', userName: 'Dan', liveId: 'live_dan' };
      live.seat(ann, bob, cyd, dan);
      live.startBattle({
        teams: [
          ['bob', 'dan'],
          ['ann', 'cyd'],
        ],
      });
      live.score({ ann: 10, bob: 2, cyd: 5, dan: 1 });
      await element.updateComplete;
      await frame();
      expect(scores(element)).to.deep.equal(['15', '3']);
      expect(part(element, 'bar')!.getAttribute('aria-label')).to.include('Ann & Cyd: ');
      live.template = CoHostLayoutTemplate.hostPkTeams;
      live.push();
      await element.updateComplete;
      await frame();
      expect(scores(element), 'as the stage seats them').to.deep.equal(['3', '15']);
    });

    it('leaves out a team that nobody is on', async () => {
      live.seat(ann, bob, cyd);
      live.startBattle({ users: [ann, cyd], teams: [['ann'], ['bob'], ['cyd']] });
      live.score({ ann: 10, cyd: 5 });
      await element.updateComplete;
      await frame();
      expect(scores(element)).to.deep.equal(['10', '5']);
    });

    it('shows no number and no share for a side whose points are hidden, and says so', async () => {
      live.startBattle();
      live.setEffects({ type: 'hide', effectId: 1, contributor: null, userId: 'bob', ...live.period(30) });
      live.score({ ann: 30 });
      await element.updateComplete;
      await frame();
      expect(scores(element)).to.deep.equal(['30', '?']);
      expect(share(element)).to.equal(0.5);
      expect(part(element, 'right')!.matches('.unknown')).to.be.true;
      expect(part(element, 'left')!.matches('.unknown')).to.be.false;
      live.setEffects();
      live.score({ ann: 30, bob: 10 });
      await frame();
      expect(scores(element)).to.deep.equal(['30', '10']);
      expect(share(element)).to.equal(0.75);
      expect(part(element, 'right')!.matches('.unknown')).to.be.false;
    });

    it('says of points that are hidden no more than that', async () => {
      live.startBattle();
      live.score({ ann: 30 });
      live.setEffects({ type: 'hide', effectId: 1, contributor: null, userId: 'bob', ...live.period(30) });
      const other = await fixture(html`<battle-score-bar lang="en" .session=${live.session}></battle-score-bar>`);
      expect(part(other, 'bar')!.getAttribute('aria-label')).to.equal('Battle score: Ann: 30, Bob: points hidden');
      await expect(other).to.be.accessible();
    });

    it('hides the sum of a team of which one host is hidden', async () => {
      live.seat(ann, bob, cyd);
      live.startBattle({ teams: [['ann'], ['bob', 'cyd']] });
      live.setEffects({ type: 'hide', effectId: 1, contributor: null, userId: 'bob', ...live.period(30) });
      live.score({ ann: 30, cyd: 5 });
      await element.updateComplete;
      await frame();
      expect(scores(element)).to.deep.equal(['30', '?']);
    });

    it('shows nothing for three', async () => {
      live.seat(ann, bob, cyd);
      live.startBattle();
      await element.updateComplete;
      expect(part(element, 'bar')).to.be.null;
    });

    it('prefers scores of its own', async () => {
      live.startBattle();
      element.leftScore = 9;
      await element.updateComplete;
      expect(scores(element)).to.deep.equal(['9', '0']);
    });
  });
});
