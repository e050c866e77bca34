import { expect, waitUntil } from '@open-wc/testing';
import type { BattleContainerElement } from '../../src/components/battle-container/battle-container.js';
import { resultOf, type FakeLive } from './support/fake-live.js';
import { runningBattle } from './support/running-battle.js';
import { wait } from './support/time.js';

describe('battle-container with large gifts', () => {
  let live: FakeLive;
  let element: BattleContainerElement;

  beforeEach(async () => {
    ({ live, element } = await runningBattle());
  });

  const gift = (name: string, points: number, hostUserId = 'ann', avatarUrl = '') => {
    return { contributor: { userId: name.toLowerCase(), userName: name, avatarUrl }, hostUserId, points };
  };
  const give = async (...gifts: readonly ReturnType<typeof gift>[]): Promise<void> => {
    live.score({}, {}, gifts);
    await element.updateComplete;
  };
  const lines = (): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=highlight]')];
  const wordsOf = (line: Element): string =>
    ['name', 'points'].map((of) => line.querySelector(`.highlight-${of}`)!.textContent).join(' ');
  const shown = (userId: string): string[] =>
    lines()
      .filter((line) => line.parentElement!.dataset['user'] === userId)
      .map(wordsOf);
  const news = (): string => element.shadowRoot!.querySelector('.highlight-news')!.textContent;

  it('shows who gave how much, over the host who got it, and is accessible', async () => {
    await give(gift('Vic', 1200), gift('Wim', 50, 'bob'));
    expect([shown('ann'), shown('bob')]).to.deep.equal([['Vic +1,200'], ['Wim +50']]);
    const { left, width } = element.getBoundingClientRect();
    const [anns, bobs] = lines().map((line) => line.getBoundingClientRect());
    expect(anns!.right).to.be.at.most(left + width / 2);
    expect(bobs!.left).to.be.at.least(left + width / 2);
    await wait(400);
    await expect(element).to.be.accessible();
  });

  it('lets it go after three seconds, and moves nothing meanwhile', async () => {
    await give(gift('Vic', 1200));
    await wait(1000);
    await give(gift('Wim', 50));
    const [first, second] = lines();
    expect(first!.classList.contains('lane-0')).to.be.true;
    expect(second!.classList.contains('lane-1')).to.be.true;
    await waitUntil(() => shown('ann').join() === 'Wim +50', 'the first goes', { timeout: 5000 });
    expect(lines()[0]).to.equal(second);
    expect(second!.classList.contains('lane-1')).to.be.true;
    await waitUntil(() => lines().length === 0, 'the second goes', { timeout: 5000 });
  });

  it('shows three at a time; of those who wait it keeps the six largest', async function () {
    this.timeout(15_000);
    await give(...[9, 8, 7, 6, 5].map((points) => gift(`V${points}`, points)));
    await give(...[14, 13, 12, 11, 1].map((points) => gift(`W${points}`, points)));
    expect(shown('ann')).to.deep.equal(['V9 +9', 'V8 +8', 'V7 +7']);
    const seen = new Set(shown('ann'));
    await waitUntil(
      () => {
        for (const line of shown('ann')) seen.add(line);
        expect(lines()).to.have.length.of.at.most(3);
        return lines().length === 0;
      },
      'all go',
      { timeout: 12_000 },
    );
    expect([...seen]).to.have.members(
      [9, 8, 7, 6, 5].map((p) => `V${p} +${p}`).concat([14, 13, 12, 11].map((p) => `W${p} +${p}`)),
    );
  });

  it('takes names as text, and no picture from an address that could be a script', async () => {
    await give(gift('<img src=x>', 5, 'ann', 'javascript:alert(1)'));
    expect(shown('ann')).to.deep.equal(['<img src=x> +5']);
    expect(element.shadowRoot!.querySelector('img')).to.be.null;
  });

  it('cuts a name that is too long, never the points', async () => {
    await give(gift('A name that is far too long for any place there is', 123_456));
    const [line] = lines();
    const { right } = line!.parentElement!.getBoundingClientRect();
    expect(line!.getBoundingClientRect().right).to.be.at.most(right);
    const points = line!.querySelector('.highlight-points')!;
    expect(points.scrollWidth).to.be.at.most(points.clientWidth || points.scrollWidth);
    expect(points.getBoundingClientRect().right).to.be.at.most(right);
  });

  it('says the largest of them at most every ten seconds, and hides the lines from screen readers', async () => {
    await give(gift('Vic', 1200), gift('Wim', 50, 'bob'));
    expect(news()).to.equal('Vic: 1,200 points for Ann');
    await give(gift('Xia', 5000));
    expect(news()).to.equal('Vic: 1,200 points for Ann');
    expect(lines().every((line) => line.closest('[aria-hidden=true]'))).to.be.true;
  });

  it('shows none when they are switched off, also while some are shown', async () => {
    await give(gift('Vic', 1200));
    element.highlights = 'none';
    await element.updateComplete;
    expect(lines()).to.have.lengthOf(0);
    await give(gift('Wim', 50));
    expect(lines()).to.have.lengthOf(0);
    element.setAttribute('highlights', 'shown');
    await element.updateComplete;
    await give(gift('Xia', 70));
    expect(shown('ann')).to.deep.equal(['Xia +70']);
  });

  it('makes room for the result', async () => {
    await give(gift('Vic', 1200));
    live.endBattle(
      resultOf([
        { userId: 'ann', score: 5, rank: 1, outcome: 'win' },
        { userId: 'bob', score: 3, rank: 2, outcome: 'lose' },
      ]),
    );
    await element.updateComplete;
    expect(lines()).to.have.lengthOf(0);
  });

  it('shows nothing of what came while the element was nowhere', async () => {
    const parent = element.parentElement!;
    element.remove();
    live.score({}, {}, [gift('Vic', 1200)]);
    parent.append(element);
    await element.updateComplete;
    expect(lines()).to.have.lengthOf(0);
    await give(gift('Wim', 50));
    expect(shown('ann')).to.deep.equal(['Wim +50']);
  });
});
