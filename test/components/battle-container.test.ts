import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { BattleContainerElement } from '../../src/components/battle-container/battle-container.js';
import '../../src/components/battle-container/define.js';
import { ann, bob, cyd, FakeLive, host, resultOf } from './support/fake-live.js';
import { wait } from './support/time.js';
import { warningsDuring } from './support/warnings.js';

const annWins = resultOf([
  { userId: 'ann', score: 5, rank: 1, outcome: 'win' },
  { userId: 'bob', score: 3, rank: 2, outcome: 'lose' },
]);
const draw = resultOf(annWins.standings.map((standing) => ({ ...standing, score: 4, rank: 1, outcome: 'draw' })));

const find = (element: Element, selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);
const timeOf = (element: Element): string | undefined => find(element, '.time')?.textContent;
const statusOf = (element: Element): string => find(element, '[role=status]')!.textContent.trim();

describe('battle-container', () => {
  let live: FakeLive;

  beforeEach(async () => {
    live = await new FakeLive().enter(ann, bob);
  });

  async function container(content?: unknown): Promise<BattleContainerElement> {
    const element = await fixture<BattleContainerElement>(html`
      <battle-container .session=${live.session}>${content}</battle-container>
    `);
    element.style.blockSize = '400px';
    return element;
  }

  it('shows nothing without a battle', async () => {
    const element = await container();
    expect(find(element, '.base')).to.be.null;
    expect(statusOf(element)).to.equal('');
  });

  it('shows score bar and timer, and is accessible', async () => {
    live.startBattle({ seconds: 90 });
    const element = await container();
    expect(find(element, 'battle-score-bar')).to.exist;
    expect(timeOf(element)).to.equal('1:30');
    await expect(element).to.be.accessible();
  });

  it('flashes and announces a start that it saw, for a second', async () => {
    const element = await container();
    live.startBattle();
    await element.updateComplete;
    expect(find(element, '.flash')!.textContent.trim()).to.equal('VS');
    expect(statusOf(element)).to.equal('Battle: Ann, Bob');
    await wait(1100);
    expect(find(element, '.flash')).to.be.null;
    expect(find(element, '.base')).to.exist;
  });

  it('does not flash for somebody who comes late', async () => {
    live.startBattle({ startedAgo: 20 });
    const element = await container();
    expect(find(element, '.flash')).to.be.null;
    expect(timeOf(element)).to.equal('0:40');
  });

  describe('timer', () => {
    it('counts by the clock of the referee, not of the device', async () => {
      const skewed = new FakeLive();
      skewed.clockAhead = 3_600_000;
      live = await skewed.enter(ann, bob);
      live.startBattle({ seconds: 60, startedAgo: 15 });
      expect(timeOf(await container())).to.equal('0:45');
    });

    it('never shows more than the battle lasts, nor less than nothing', async () => {
      live.startBattle({ seconds: 60, startedAgo: -30 });
      const early = await container();
      expect(timeOf(early)).to.equal('1:00');
      live.startBattle({ seconds: 60, startedAgo: 90 });
      await early.updateComplete;
      expect(timeOf(early)).to.equal('0:00');
    });

    it('writes once a second, and emphasises the last ten', async () => {
      live.startBattle({ seconds: 60, startedAgo: 48.5 });
      const element = await container();
      expect(timeOf(element)).to.equal('0:12');
      expect(find(element, '.time.last')).to.be.null;
      let writes = 0;
      const observer = new MutationObserver(() => writes++);
      observer.observe(find(element, '.time')!, { childList: true });
      await wait(1700);
      observer.disconnect();
      expect(timeOf(element)).to.equal('0:10');
      expect(find(element, '.time.last')).to.exist;
      expect(writes).to.equal(2);
    });

    it('goes on after a move', async () => {
      live.startBattle({ seconds: 60 });
      const element = await container();
      const parent = element.parentElement!;
      element.remove();
      await wait(1100);
      parent.append(element);
      await element.updateComplete;
      expect(timeOf(element)).to.equal('0:59');
    });
  });

  describe('result', () => {
    it('is shown per side, from the state, and announced', async () => {
      live.startBattle();
      live.score({ ann: 1, bob: 9 });
      const element = await container();
      live.endBattle(annWins);
      await element.updateComplete;
      expect(find(element, '.result[data-user=ann] [part~=win]')!.textContent.trim()).to.equal('Win');
      expect(find(element, '.result[data-user=bob] [part~=lose]')!.textContent.trim()).to.equal('Lose');
      expect(statusOf(element)).to.equal('Battle over. Winner: Ann');
      expect(find(element, '[role=timer]')).to.be.null;
      await expect(element).to.be.accessible();
    });

    it('can be a draw', async () => {
      live.startBattle();
      const element = await container();
      live.endBattle(draw);
      await element.updateComplete;
      expect(element.shadowRoot!.querySelectorAll('[part~=draw]')).to.have.lengthOf(2);
      expect(statusOf(element)).to.equal('Battle over. It is a draw');
    });

    it('lies over the contestant it belongs to', async () => {
      live.startBattle();
      const element = await container();
      live.endBattle(annWins);
      element.regions = [
        { userId: 'bob', x: 0.5, y: 0.2, w: 0.5, h: 0.5 },
        { userId: 'ann', x: 0, y: 0.2, w: 0.5, h: 0.5 },
        { userId: 'watcher', x: 0, y: 0.7, w: 1, h: 0.3 },
      ];
      await element.updateComplete;
      const { left, top, width, height } = element.getBoundingClientRect();
      const bobs = find(element, '[data-user=bob]')!.getBoundingClientRect();
      expect(bobs.left - left).to.be.closeTo(width / 2, 1);
      expect(bobs.top - top).to.be.closeTo(height * 0.2, 1);
      const area = find(element, '.area')!.getBoundingClientRect();
      expect(area.bottom - top).to.be.closeTo(height * 0.7, 1);
    });

    it('is side by side with the other when the places are none, with one warning', async () => {
      live.startBattle();
      const element = await container();
      live.endBattle(annWins);
      const warnings = await warningsDuring(async () => {
        for (const wrong of ['x', {}, [null]]) {
          element.regions = wrong as never;
          await element.updateComplete;
        }
      });
      expect(warnings).to.have.lengthOf(1);
      const { left, width } = element.getBoundingClientRect();
      expect(find(element, '[data-user=bob]')!.getBoundingClientRect().left - left).to.be.closeTo(width / 2, 1);
    });

    it('is gone after five seconds', async function () {
      this.timeout(9000);
      live.startBattle();
      const element = await container();
      live.endBattle(annWins);
      await wait(4600);
      expect(find(element, '.result')).to.exist;
      await waitUntil(() => !find(element, '.base'), 'the result goes', { timeout: 1500 });
    });

    it('is shown to somebody who comes late, for what is left of the time', async () => {
      live.startBattle();
      live.endBattle(annWins, { endedAgo: 4 });
      const element = await container();
      expect(find(element, '.result')).to.exist;
      await waitUntil(() => !find(element, '.base'), 'the result goes', { timeout: 1500 });
    });

    it('is not shown to somebody who comes too late', async () => {
      live.startBattle();
      live.endBattle(annWins, { endedAgo: 6 });
      expect(find(await container(), '.base')).to.be.null;
    });

    it('gives way to the next battle', async () => {
      live.startBattle();
      const element = await container();
      live.endBattle(annWins);
      await element.updateComplete;
      live.startBattle({ seconds: 30 });
      await element.updateComplete;
      expect(find(element, '.result')).to.be.null;
      expect(timeOf(element)).to.equal('0:30');
    });
  });

  it('looks the same however the page sets its texts', async () => {
    live.startBattle();
    const element = await container();
    const timerTop = (): number =>
      find(element, '.timer')!.getBoundingClientRect().top - element.getBoundingClientRect().top;
    const before = timerTop();
    element.parentElement!.style.cssText =
      'white-space: pre; letter-spacing: 1em; text-transform: uppercase; font-style: italic; line-height: 4';
    expect(timerTop()).to.be.closeTo(before, 1);
    const { textTransform, fontStyle } = getComputedStyle(find(element, '.timer')!);
    expect([textTransform, fontStyle]).to.deep.equal(['none', 'normal']);
    element.parentElement!.style.cssText = '';
  });

  describe('countdown', () => {
    it('is a number that is written once a second, without a timer, and is accessible', async () => {
      live.startBattle({ countdown: 9, startedAgo: -8.5 });
      const element = await container();
      const first = Number(timeOf(element));
      expect(first).to.be.within(1, 9);
      expect(find(element, '.timer')).to.be.null;
      expect(find(element, '.flash')).to.be.null;
      expect(element.matches(':state(countdown)')).to.be.true;
      expect(statusOf(element)).to.equal('Battle: Ann, Bob');
      await waitUntil(() => Number(timeOf(element)) < first, 'it counts down', { timeout: 5000 });
      await expect(element).to.be.accessible();
    });

    it('stays at one until the battle runs, and gives way to the flash', async () => {
      live.startBattle({ countdown: 3, startedAgo: 1 });
      const element = await container();
      expect(timeOf(element)).to.equal('1');
      live.runBattle();
      await element.updateComplete;
      expect(find(element, '.countdown')).to.be.null;
      expect(find(element, '.flash')).to.exist;
      expect(timeOf(element)).to.equal('0:59');
    });
  });

  describe('penalty', () => {
    it('begins with the result, and goes on with a pill and a mark on the loser', async function () {
      this.timeout(9000);
      live.startBattle();
      const element = await container();
      live.startPenalty(annWins);
      await element.updateComplete;
      expect(find(element, '.result[data-user=ann] [part~=win]')).to.exist;
      expect(find(element, '.timer')!.textContent.trim().replace(/\s+/g, ' ')).to.equal('Penalty 0:30');
      expect(element.matches(':state(penalty)')).to.be.true;
      await waitUntil(() => !find(element, '[part~=win]'), 'the result goes', { timeout: 6000 });
      expect(find(element, '.result[data-user=bob] [part=penalty]')!.textContent).to.equal('Lose');
      expect(find(element, '.result[data-user=ann]')).to.be.null;
      await expect(element).to.be.accessible();
      live.endPenalty();
      await element.updateComplete;
      expect(find(element, '.base')).to.be.null;
    });

    it('is shown to somebody who comes late', async () => {
      live.startBattle();
      live.startPenalty(annWins, { endedAgo: 10 });
      const element = await container();
      expect(timeOf(element)).to.equal('0:20');
      expect(find(element, '[part=penalty]')).to.exist;
      expect(find(element, '[part~=win]')).to.be.null;
    });
  });

  it('keeps slotted content in its layers, and lets it replace the default', async () => {
    live.startBattle();
    const element = await container(
      html`<p slot="foreground">Front</p>
        <p>Mine</p>
        <p slot="background">Back</p>`,
    );
    const [front, mine, back] = element.querySelectorAll('p');
    expect([front, mine, back].map((item) => item!.checkVisibility())).to.deep.equal([true, true, true]);
    expect(find(element, 'battle-score-bar')!.checkVisibility()).to.be.false;
  });

  it('takes hostile names as text', async () => {
    const evil = host('Evil', { userName: '<img src=x onerror=alert(1)>{names}' });
    live.seat(ann, evil);
    const element = await container();
    live.startBattle();
    await element.updateComplete;
    expect(statusOf(element)).to.equal('Battle: Ann, <img src=x onerror=alert(1)>{names}');
    expect(find(element, 'img')).to.be.null;
  });

  it('has no score bar to show for three', async () => {
    live.seat(ann, bob, cyd);
    live.startBattle();
    const element = await container();
    expect(find(element, 'battle-score-bar')!.offsetHeight).to.equal(0);
    expect(timeOf(element)).to.equal('1:00');
  });

  it('is a class that can be had without being defined', () => {
    expect(BattleContainerElement.name).to.equal('BattleContainerElement');
  });
});
