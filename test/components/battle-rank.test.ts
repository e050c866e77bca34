import { expect, fixture, html } from '@open-wc/testing';
import type { BattleRankElement } from '../../src/components/battle-rank/battle-rank.js';
import '../../src/components/battle-rank/define.js';
import { ann, bob, cyd, FakeLive, host, resultOf } from './support/fake-live.js';
import { frame } from './support/time.js';

describe('battle-rank', () => {
  let live: FakeLive;
  let ranks: readonly BattleRankElement[];

  beforeEach(async () => {
    live = await new FakeLive().enter(ann, bob, cyd);
    live.startBattle();
    const holder = await fixture(html`
      <div lang="en">
        ${[ann, bob, cyd].map(
          ({ userId }) => html`<battle-rank .session=${live.session} user-id=${userId}></battle-rank>`,
        )}
      </div>
    `);
    ranks = [...holder.querySelectorAll('battle-rank')];
  });

  const shown = (): (string | undefined)[] =>
    ranks.map(({ shadowRoot }) => {
      const texts = ['rank', 'score'].map((name) => shadowRoot!.querySelector(`[part=${name}]`)?.textContent);
      return texts.join(' ');
    });

  it('ranks by points so far; equal points share a rank', async () => {
    expect(shown()).to.deep.equal(['1 0', '1 0', '1 0']);
    live.score({ ann: 10, bob: 1_500_000, cyd: 10 });
    await frame();
    expect(shown()).to.deep.equal(['2 10', '1 1.5M', '2 10']);
    await expect(ranks[0]).to.be.accessible();
    expect(ranks[0]!.shadowRoot!.querySelector('[part=rank]')!.ariaLabel).to.equal('Rank 2');
  });

  it('shows the result once there is one, whatever the points say', async () => {
    live.score({ ann: 10, bob: 20, cyd: 30 });
    const standings = [
      { userId: 'ann', score: 40, rank: 1, outcome: 'win' },
      { userId: 'cyd', score: 30, rank: 2, outcome: 'lose' },
      { userId: 'bob', score: 20, rank: 3, outcome: 'lose' },
    ] as const;
    live.endBattle(resultOf(standings));
    await ranks[0]!.updateComplete;
    await frame();
    expect(shown()).to.deep.equal(['1 40', '3 20', '2 30']);
  });

  it('ranks who left behind all who stayed', async () => {
    live.battle = {
      ...live.battle!,
      users: live.battle!.users.map((user) => ({ ...user, exited: user.userId === 'bob' })),
    };
    live.push();
    live.score({ ann: 1, bob: 99, cyd: 2 });
    await frame();
    expect(shown()).to.deep.equal(['2 1', '3 99', '1 2']);
  });

  it('ranks teams, whoever of them has the points', async () => {
    live.startBattle({ teams: [['ann', 'bob'], ['cyd'], ['dan']], users: [ann, bob, cyd, host('Dan')] });
    live.score({ ann: 1, bob: 8, cyd: 5, dan: 20 });
    await ranks[0]!.updateComplete;
    await frame();
    expect(shown()).to.deep.equal(['2 1', '2 8', '3 5']);
  });

  it('has no place for a host whose points are hidden, and ranks the others among themselves', async () => {
    live.setEffects({ type: 'hide', effectId: 1, contributor: null, userId: 'bob', ...live.period(30) });
    live.score({ ann: 10, cyd: 20 });
    await frame();
    expect(shown()).to.deep.equal(['2 10', ' ?', '1 20']);
    const [, hidden] = ranks;
    expect(hidden!.shadowRoot!.querySelector('[part=score]')!.ariaLabel).to.equal('points hidden');
    await expect(hidden).to.be.accessible();
    live.setEffects();
    live.score({ ann: 10, bob: 30, cyd: 20 });
    await frame();
    expect(shown()).to.deep.equal(['3 10', '1 30', '2 20']);
    expect(hidden!.shadowRoot!.querySelector('[part=score]')!.hasAttribute('aria-label')).to.be.false;
  });

  it('has no place for a team of which one host is hidden', async () => {
    live.startBattle({ teams: [['ann', 'bob'], ['cyd'], ['dan']], users: [ann, bob, cyd, host('Dan')] });
    live.setEffects({ type: 'hide', effectId: 1, contributor: null, userId: 'bob', ...live.period(30) });
    live.score({ ann: 90, cyd: 5, dan: 20 });
    await ranks[0]!.updateComplete;
    await frame();
    expect(shown()).to.deep.equal([' 90', ' ?', '2 5']);
  });

  it('does not cut points so that they read as fewer', async () => {
    live.score({ ann: 123_456 });
    await frame();
    ranks[0]!.style.inlineSize = '60px';
    const score = ranks[0]!.shadowRoot!.querySelector('.score')!;
    expect(score.scrollWidth).to.be.above(score.clientWidth);
    expect(getComputedStyle(score).textOverflow).to.equal('ellipsis');
  });

  it('shows nothing for somebody who does not compete', async () => {
    ranks[0]!.userId = 'nobody';
    await ranks[0]!.updateComplete;
    expect(ranks[0]!.shadowRoot!.querySelector('.base')).to.be.null;
  });
});
