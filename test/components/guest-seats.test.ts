import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { LiveCoreViewElement } from '../../src/components/live-core-view/live-core-view.js';
import '../../src/components/live-core-view/define.js';
import { CoHostLayoutTemplate, layoutRegions, SeatLayoutTemplate } from '../../src/core/index.js';
import { seat, seats as seatsOf } from '../core/examples.js';
import { ann, bob, cyd, FakeLive } from './support/fake-live.js';
import { FakeTrack } from './support/fake-tracks.js';

describe('live-core-view with guests', () => {
  let live: FakeLive;

  beforeEach(() => {
    live = new FakeLive();
  });

  async function stage(content?: unknown): Promise<LiveCoreViewElement> {
    await live.enter();
    const element = await fixture<LiveCoreViewElement>(html`
      <live-core-view .session=${live.session}>${content}</live-core-view>
    `);
    Object.assign(element.style, { inlineSize: '360px', blockSize: '640px', maxBlockSize: 'none' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await element.updateComplete;
    return element;
  }

  const seats = (element: Element): HTMLElementTagNameMap['cohost-seat'][] => [
    ...element.shadowRoot!.querySelectorAll('cohost-seat'),
  ];
  const shown = (element: Element): (string | undefined)[] => seats(element).map((item) => item.seat!.userInfo?.userId);

  it('shows only those who are there where seats move up', async () => {
    live.seats = seatsOf(9, 'ann', null, 'gus');
    expect(shown(await stage())).to.deep.equal(['ann', 'gus']);
  });

  it('shows every seat of a fixed template in its place, and is accessible', async () => {
    live.seatTemplate = SeatLayoutTemplate.videoFixedGrid9Seats;
    live.seats = [...seatsOf(8, 'ann', null, 'gus'), { ...seat(8), isLocked: true }];
    const element = await stage();
    expect(shown(element)).to.deep.equal(['ann', undefined, 'gus', ...Array<undefined>(6).fill(undefined)]);
    const cells = element.shadowRoot!.querySelectorAll<HTMLElement>('.cell');
    const [region] = layoutRegions(live.seatTemplate, 9, { w: 360, h: 640 }).slice(2);
    expect(Math.abs(cells[2]!.offsetLeft - region!.x)).to.be.at.most(1);
    expect(seats(element)[8]!.matches(':state(locked)')).to.be.true;
    await expect(element).to.be.accessible();
  });

  it('lets a page hear which free seat was chosen', async () => {
    live.seatTemplate = SeatLayoutTemplate.videoFixedGrid9Seats;
    const element = await stage();
    setTimeout(() => {
      seats(element)[4]!.shadowRoot!.querySelector('button')!.click();
    });
    const event = await oneEvent(element, 'empty-seat-click');
    expect((event as HTMLElementEventMap['empty-seat-click']).detail).to.deep.equal({
      liveId: ann.liveId,
      seatIndex: 4,
    });
  });

  it('keeps the pictures of those who stay while guests come and go', async () => {
    live.seatTemplate = SeatLayoutTemplate.videoFixedGrid9Seats;
    live.seats = seatsOf(9, 'ann', 'gus', 'hal');
    const track = new FakeTrack();
    live.tracks.set('hal', track);
    const element = await stage();
    const [, , before] = seats(element).map((item) => item.shadowRoot!.querySelector('video'));
    expect(track.surfaces.size).to.equal(1);
    live.seats = seatsOf(9, 'ann', null, 'hal', 'ida');
    live.push();
    await element.updateComplete;
    expect(seats(element)[2]!.shadowRoot!.querySelector('video')).to.equal(before);
    expect(track.surfaces.size).to.equal(1);
  });

  it('shows voice lives without pictures, and linked ones side by side', async () => {
    live.seatTemplate = SeatLayoutTemplate.audioSalon;
    live.seats = seatsOf(6, 'ann', 'gus');
    const element = await stage();
    expect(element.matches(':state(voice)')).to.be.true;
    expect(seats(element).map(({ voice }) => voice)).to.deep.equal(Array<boolean>(6).fill(true));
    live.template = CoHostLayoutTemplate.hostVoiceConnection;
    live.otherSeats.set(bob.liveId, seatsOf(6, 'bob', null, 'hal'));
    live.seat(ann, bob);
    await element.updateComplete;
    const [own, other] = ['ann', 'bob'].map((userId) => seats(element)[shown(element).indexOf(userId)]!);
    expect(seats(element)).to.have.lengthOf(12);
    const middle = element.getBoundingClientRect().left + 180;
    expect(own!.getBoundingClientRect().right).to.be.below(middle);
    expect(other!.getBoundingClientRect().left).to.be.above(middle);
  });

  it('makes the layers of guests by their own builder, and those of hosts by theirs', async () => {
    live.seats = seatsOf(9, 'ann', 'gus');
    const element = await stage();
    const calls: string[] = [];
    element.videoWidgetBuilder = {
      coGuestWidgetBuilder: ({ userInfo }, layer) => {
        calls.push(`${userInfo.userId} ${layer}`);
        return layer === 'foreground' ? html`<b>${userInfo.userName}</b>` : null;
      },
      coHostWidgetBuilder: ({ userInfo }) => html`<i>${userInfo.userId}</i>`,
    };
    await element.updateComplete;
    expect(calls).to.deep.equal(['gus background', 'gus foreground']);
    expect(element.querySelector('b')!.textContent).to.equal('GUS');
    expect([...element.querySelectorAll('i')].map((item) => item.textContent)).to.deep.equal(['ann', 'ann']);
  });

  it('fills a template for guests, and the one for all seats where there is none', async () => {
    live.seats = seatsOf(9, 'ann', 'gus');
    const element = await stage(html`
      <template slot="guest-foreground"><b data-text="userName"></b></template>
      <template slot="seat-foreground"><i data-text="userId"></i></template>
    `);
    await element.updateComplete;
    expect(element.querySelector('b')!.textContent).to.equal('GUS');
    expect([...element.querySelectorAll('i')].map((item) => item.textContent)).to.deep.equal(['ann']);
    element.querySelector('[slot=guest-foreground]')!.remove();
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    expect([...element.querySelectorAll('i')].map((item) => item.textContent)).to.deep.equal(['ann', 'gus']);
  });

  describe('in a battle', () => {
    const streakOf = (element: Element): (string | null)[] =>
      [...element.shadowRoot!.querySelectorAll('.streak')].map((streak) => streak.getAttribute('aria-label'));

    it('tells who has won before, from twice on', async () => {
      live.hosts = [ann, bob, cyd];
      live.winStreaks.set('ann', 3).set('bob', 1);
      const element = await stage();
      expect(streakOf(element)).to.deep.equal([]);
      live.startBattle();
      await element.updateComplete;
      expect(streakOf(element)).to.deep.equal(['3 wins in a row']);
      await expect(element).to.be.accessible();
    });

    it('shows the points of each in the colour of their team', async () => {
      const dan = { ...cyd, userId: 'dan', userName: 'Dan', liveId: 'live_dan' };
      live.hosts = [ann, bob, cyd, dan];
      const element = await stage();
      live.startBattle({
        teams: [
          ['bob', 'dan'],
          ['ann', 'cyd'],
        ],
      });
      live.score({ ann: 7, bob: 5 });
      await element.updateComplete;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const ranks = [...element.shadowRoot!.querySelectorAll('battle-rank')].map(({ userId, shadowRoot }) => [
        userId,
        shadowRoot!.querySelector<HTMLElement>('.base')!.dataset['side'],
        shadowRoot!.querySelector('.rank')!.textContent,
        shadowRoot!.querySelector('.score')!.textContent,
      ]);
      expect(ranks).to.deep.equal([
        ['ann', 'left', '', '7'],
        ['bob', 'right', '', '5'],
        ['cyd', 'left', '', '0'],
        ['dan', 'right', '', '0'],
      ]);
    });
  });
});
