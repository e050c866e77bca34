import { Signal } from '@lit-labs/signals';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { LiveCoreViewElement } from '../../src/components/live-core-view/live-core-view.js';
import type { VideoWidgetBuilder } from '../../src/components/live-core-view/video-widget-builder.js';
import '../../src/components/live-core-view/define.js';
import { CoHostLayoutTemplate, layoutRegions, LiveError, LiveErrorCode, type LiveUser } from '../../src/core/index.js';
import { ann, bob, cyd, FakeLive, host, resultOf } from './support/fake-live.js';
import { FakeTrack } from './support/fake-tracks.js';
import { frame, wait } from './support/time.js';
import { warningsDuring } from './support/warnings.js';

const many: readonly LiveUser[] = Array.from({ length: 9 }, (_, index) => host(`Host${index}`));

const all = <E extends Element = HTMLElement>(element: Element, selector: string): E[] => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];
type Tags = HTMLElementTagNameMap;
const seats = (element: Element): Tags['cohost-seat'][] => all<Tags['cohost-seat']>(element, 'cohost-seat');
const textOf = (element: Element, selector: string): string | undefined =>
  all(element, selector)[0]?.textContent.trim();

describe('live-core-view', () => {
  let live: FakeLive;

  beforeEach(() => {
    live = new FakeLive();
  });

  async function stage(content?: unknown, [w, h] = [320, 568]): Promise<LiveCoreViewElement> {
    const element = await fixture<LiveCoreViewElement>(html`
      <live-core-view .session=${live.session}>${content}</live-core-view>
    `);
    // No transitions: the test measures where the seats end up.
    element.style.cssText = `inline-size: ${w}px; block-size: ${h}px; --live-seat-gap: 0px`;
    for (const sheet of [new CSSStyleSheet()]) {
      sheet.replaceSync('.cell { transition: none !important; animation: none !important; }');
      element.shadowRoot!.adoptedStyleSheets.push(sheet);
    }
    await frame();
    await frame();
    await element.updateComplete;
    return element;
  }

  describe('seats', () => {
    for (const [name, size] of [
      ['tall', [320, 568]],
      ['wide', [800, 450]],
    ] as const) {
      for (const count of [1, 2, 3, 5, 9]) {
        it(`lays ${count} out in a ${name} box`, async () => {
          await live.enter(...many.slice(0, count));
          const element = await stage(undefined, [...size]);
          const [w, h] = size;
          const box = element.getBoundingClientRect();
          const expected = layoutRegions(CoHostLayoutTemplate.hostDynamicGrid, count, { w, h });
          const actual = seats(element).map((seat) => seat.getBoundingClientRect());
          expect(actual).to.have.lengthOf(count);
          for (const [index, region] of expected.entries()) {
            expect(actual[index]!.left - box.left).to.be.closeTo(region.x, 1);
            expect(actual[index]!.top - box.top).to.be.closeTo(region.y, 1);
            expect(actual[index]!.width).to.be.closeTo(region.w, 1);
            expect(actual[index]!.height).to.be.closeTo(region.h, 1);
          }
        });
      }
    }

    it('uses the template of the link', async () => {
      live.template = CoHostLayoutTemplate.hostDynamic1v6;
      await live.enter(...many.slice(0, 3));
      const [own, float] = seats(await stage());
      expect(own!.offsetWidth).to.equal(320);
      expect(float!.offsetWidth).to.be.below(120);
    });

    it('lays out anew when its box changes', async () => {
      await live.enter(ann, bob, cyd);
      const element = await stage();
      const before = seats(element).map((seat) => seat.offsetWidth);
      element.style.inlineSize = '900px';
      await waitUntil(() => seats(element)[0]!.offsetWidth === 300);
      expect(before[0]).to.equal(320);
    });

    it('is mirrored from right to left', async () => {
      await live.enter(ann, bob);
      const element = await stage();
      element.dir = 'rtl';
      const [own, other] = seats(element).map((seat) => seat.getBoundingClientRect().left);
      expect(own).to.be.above(other!);
    });

    it('keeps every video element while others come and go', async () => {
      for (const { userId } of many) live.tracks.set(userId, new FakeTrack());
      await live.enter(...many.slice(0, 4));
      const element = await stage();
      const videos = (): Map<string, HTMLVideoElement> =>
        new Map(seats(element).map((seat) => [seat.seat!.userInfo!.userId, seat.shadowRoot!.querySelector('video')!]));
      const before = videos();
      let moves = 0;
      const observer = new MutationObserver(() => moves++);
      observer.observe(element.shadowRoot!, { childList: true, subtree: true });
      live.seat(many[0]!, many[2]!, many[3]!, many[4]!);
      await element.updateComplete;
      observer.disconnect();
      const after = videos();
      expect([...after.keys()]).to.deep.equal(['host0', 'host2', 'host3', 'host4']);
      for (const userId of ['host0', 'host2', 'host3']) {
        expect(after.get(userId)).to.equal(before.get(userId));
        expect((live.tracks.get(userId) as FakeTrack).surfaces.size).to.equal(1);
      }
      await wait(10);
      expect((live.tracks.get('host1') as FakeTrack).surfaces.size).to.equal(0);
    });

    it('mirrors the own picture only', async () => {
      live.me = ann;
      await live.enter(ann, bob);
      const element = await stage();
      expect(seats(element).map(({ mirrored }) => mirrored)).to.deep.equal([true, false]);
      element.ownVideo = 'plain';
      await element.updateComplete;
      expect(seats(element).map(({ mirrored }) => mirrored)).to.deep.equal([false, false]);
    });

    it('is accessible with nine of them in a battle', async () => {
      await live.enter(...many);
      live.startBattle();
      const element = await stage();
      await expect(element).to.be.accessible();
      expect(all(element, '[role=group]')[0]!.getAttribute('aria-label')).to.equal('Live of Host0');
    });
  });

  it('leaves no watcher on the session when it is removed', async () => {
    await live.enter(...many);
    live.startBattle();
    const element = await stage();
    const { liveSeatStore, battleStore, coHostStore, liveListStore, ...session } = live.session;
    const signals = [liveSeatStore, battleStore, coHostStore, liveListStore, session]
      .flatMap((store): unknown[] => Object.values(store))
      .filter((value): value is Signal.Computed<unknown> => Signal.isState(value) || Signal.isComputed(value));
    const watched = (): number => signals.filter((source) => Signal.subtle.hasSinks(source)).length;
    expect(watched()).to.be.above(5);
    element.remove();
    await wait(10);
    expect(watched()).to.equal(0);
  });

  describe('states', () => {
    it('says that there is no live', async () => {
      const element = await stage();
      expect(textOf(element, '[part=status]')).to.equal('No live here yet');
      await expect(element).to.be.accessible();
    });

    it('says so too without any session', async () => {
      const element = await fixture<LiveCoreViewElement>(html`<live-core-view></live-core-view>`);
      expect(textOf(element, '[part=status]')).to.equal('No live here yet');
    });

    it('warns once of a session that is none', async () => {
      const warnings = await warningsDuring(async () => {
        const element = await stage();
        element.session = 'session' as never;
        await element.updateComplete;
        element.requestUpdate();
        await element.updateComplete;
        expect(textOf(element, '[part=status]')).to.equal('No live here yet');
      });
      expect(warnings).to.have.lengthOf(1);
    });

    it('says that it is connecting, then reconnecting over the last picture', async () => {
      await live.enter(ann);
      const element = await stage();
      expect(textOf(element, '[part=status]')).to.be.undefined;
      live.sink!.connection('reconnecting');
      await element.updateComplete;
      expect(textOf(element, '[part=banner]')).to.equal('Connection lost. Reconnecting…');
      expect(seats(element)).to.have.lengthOf(1);
      live.sink!.connection('connected');
      await element.updateComplete;
      expect(textOf(element, '[part=banner]')).to.be.undefined;
    });

    it('says that the live has ended, until the next', async () => {
      await live.enter(ann);
      const element = await stage();
      live.endedReason = 'ended-by-host';
      live.push();
      await element.updateComplete;
      expect(textOf(element, '[part=status]')).to.equal('This live has ended');
      expect(seats(element)).to.have.lengthOf(0);
      live.endedReason = null;
      await live.enter(bob);
      await element.updateComplete;
      expect(textOf(element, '[part=status]')).to.be.undefined;
      expect(seats(element)).to.have.lengthOf(1);
    });

    it('says that the user was put out', async () => {
      await live.enter(ann);
      const element = await stage();
      live.sink!.kickedOut('by-admin');
      await element.updateComplete;
      expect(textOf(element, '[part=status]')).to.equal('You are no longer in this live');
    });

    it('still hears of the end after a move', async () => {
      await live.enter(ann);
      const element = await stage();
      const other = document.createElement('div');
      element.parentElement!.append(other);
      other.append(element);
      await element.updateComplete;
      live.endedReason = 'ended-by-host';
      live.push();
      await element.updateComplete;
      expect(textOf(element, '[part=status]')).to.equal('This live has ended');
    });

    it('lets the page say it', async () => {
      const element = await stage(html`<p slot="idle">Come back at eight</p>`);
      expect(element.querySelector('p')!.checkVisibility()).to.be.true;
      expect(all(element, '[part=status]')[0]!.checkVisibility()).to.be.false;
    });

    it('asks for a tap when the browser holds the sound back', async () => {
      await live.enter(ann);
      const element = await stage();
      expect(all(element, 'button')).to.have.lengthOf(0);
      live.sink!.audioBlocked(true);
      await element.updateComplete;
      await expect(element).to.be.accessible();
      all(element, 'button')[0]!.click();
      await waitUntil(() => all(element, 'button').length === 0);
      expect(live.calls).to.include('startAudio');
    });

    it('reports that the sound could not be started', async () => {
      await live.enter(ann);
      const element = await stage();
      live.sink!.audioBlocked(true);
      await element.updateComplete;
      live.session.startAudio = () => Promise.reject(new LiveError(LiveErrorCode.mediaUnavailable, 'no sound'));
      setTimeout(() => all(element, 'button')[0]!.click());
      const { detail } = await oneEvent<CustomEvent<LiveError>>(element, 'live-error');
      expect(detail.code).to.equal(LiveErrorCode.mediaUnavailable);
    });
  });

  describe('slots', () => {
    it('shows foreground and background of the page', async () => {
      await live.enter(ann);
      const element = await stage(
        html`<p slot="foreground">Front</p>
          <p slot="background">Back</p>`,
      );
      for (const item of element.querySelectorAll('p')) expect(item.checkVisibility()).to.be.true;
    });

    const template = html`
      <template slot="seat-foreground"><b class="name" data-text="userName"></b></template>
      <template slot="seat-background"><img data-src="avatarUrl" alt="" /></template>
      <template slot="battle"><i data-text="score"></i></template>
    `;

    it('copies templates per seat and fills them in as text', async () => {
      const evil = host('Evil', { userName: '<img src=x onerror=alert(1)>', avatarUrl: 'javascript:alert(1)' });
      await live.enter(ann, evil);
      const element = await stage(template);
      const names = [...element.querySelectorAll('.name')];
      expect(names.map((name) => name.textContent)).to.deep.equal(['Ann', '<img src=x onerror=alert(1)>']);
      expect(names.every((name) => name.checkVisibility())).to.be.true;
      expect(names[1]!.childElementCount).to.equal(0);
      for (const image of element.querySelectorAll<HTMLImageElement>('img')) {
        expect(image.getAttribute('src')).to.equal('');
        expect(image.hidden).to.be.true;
      }
      const seat = seats(element)[0]!;
      expect(seat.shadowRoot!.querySelector('.name')!.checkVisibility()).to.be.false;
    });

    it('fills a copy in again, without making a new one, when its seat changes', async () => {
      await live.enter(ann, bob);
      const element = await stage(template);
      const [name] = element.querySelectorAll('.name');
      live.seat({ ...ann, userName: 'Anna' }, bob);
      await element.updateComplete;
      expect(element.querySelector('.name')).to.equal(name);
      expect(name!.textContent).to.equal('Anna');
    });

    it('takes copies away with their seats', async () => {
      await live.enter(ann, bob);
      const element = await stage(template);
      live.seat(ann);
      await element.updateComplete;
      expect(element.querySelectorAll('.name')).to.have.lengthOf(1);
    });

    it('takes up templates that come later', async () => {
      await live.enter(ann);
      const element = await stage();
      const late = document.createElement('template');
      late.slot = 'seat-foreground';
      late.innerHTML = '<u data-text="userId"></u>';
      element.append(late);
      await waitUntil(() => element.querySelector('u')?.textContent === 'ann');
      late.remove();
      await waitUntil(() => !element.querySelector('u'));
    });

    it('warns once of a value that there is not', async () => {
      await live.enter(ann, bob);
      const warnings = await warningsDuring(async () => {
        await stage(html`<template slot="seat-foreground"><b data-text="coins"></b></template>`);
      });
      expect(warnings).to.have.lengthOf(1);
      expect(warnings[0]).to.include('coins').and.to.include('userName');
    });

    it('keeps a copied score up to date, once a frame', async () => {
      await live.enter(ann, bob);
      live.startBattle();
      const element = await stage(template);
      live.score({ ann: 7, bob: 2 });
      await frame();
      expect([...element.querySelectorAll('i')].map((item) => item.textContent)).to.deep.equal(['7', '2']);
    });

    it('copies a question mark in place of points that are hidden', async () => {
      await live.enter(ann, bob);
      live.startBattle();
      live.setEffects({ type: 'hide', effectId: 1, contributor: null, userId: 'bob', ...live.period(30) });
      const element = await stage(template);
      live.score({ ann: 7 });
      await frame();
      expect([...element.querySelectorAll('i')].map((item) => item.textContent)).to.deep.equal(['7', '?']);
    });
  });

  describe('videoWidgetBuilder', () => {
    async function build(builder: VideoWidgetBuilder): Promise<LiveCoreViewElement> {
      const element = await stage();
      element.videoWidgetBuilder = builder;
      await element.updateComplete;
      await frame();
      return element;
    }

    it('makes the layers of every seat, from nodes or templates, in the tree of the page', async () => {
      await live.enter(ann, bob);
      const element = await build({
        coHostWidgetBuilder({ userInfo }, viewLayer) {
          if (viewLayer === 'foreground') return html`<b>${userInfo.userName}</b>`;
          const node = document.createElement('i');
          node.textContent = userInfo.userId;
          return node;
        },
      });
      expect([...element.querySelectorAll('b')].map((item) => item.textContent)).to.deep.equal(['Ann', 'Bob']);
      expect([...element.querySelectorAll('i')].map((item) => item.textContent)).to.deep.equal(['ann', 'bob']);
      for (const item of element.querySelectorAll('b, i')) expect(item.checkVisibility()).to.be.true;
      const box = element.querySelector('b')!.parentElement!.getBoundingClientRect();
      const seat = seats(element)[0]!.getBoundingClientRect();
      expect([box.left, box.width]).to.deep.equal([seat.left, seat.width]);
    });

    it('leaves the default where it returns null or nothing', async () => {
      await live.enter(ann, bob);
      const element = await build({
        coHostWidgetBuilder({ userInfo }, layer) {
          if (layer === 'background') return undefined;
          return userInfo.userId === 'ann' ? html`<b>Mine</b>` : null;
        },
      });
      const isDefault = (selector: string): boolean[] =>
        seats(element).map((seat) => seat.shadowRoot!.querySelector(selector)!.checkVisibility());
      expect(isDefault('.name')).to.deep.equal([false, true]);
      expect(isDefault('.avatar')).to.deep.equal([true, true]);
    });

    it('is called again for a seat that changed, and for no other', async () => {
      await live.enter(ann, bob);
      const calls: string[] = [];
      const element = await build({
        coHostWidgetBuilder({ userInfo }, layer) {
          calls.push(`${userInfo.userName} ${layer}`);
          return null;
        },
      });
      expect(calls).to.have.lengthOf(4);
      live.seat(ann, { ...bob, userName: 'Bobby' });
      await element.updateComplete;
      expect(calls.slice(4)).to.deep.equal(['Bobby background', 'Bobby foreground']);
    });

    it('does not break the stage when it breaks, and says so once', async () => {
      await live.enter(ann, bob);
      const { reportError } = window;
      const errors: unknown[] = [];
      window.reportError = (error) => errors.push(error);
      const element = await build({
        coHostWidgetBuilder() {
          throw new Error('on purpose');
        },
      });
      live.seat(ann, { ...bob, userName: 'Bobby' });
      await element.updateComplete;
      window.reportError = reportError;
      expect(errors).to.have.lengthOf(1);
      expect(seats(element)[0]!.shadowRoot!.querySelector('.name')!.checkVisibility()).to.be.true;
    });

    it('warns of what cannot be called, and does without', async () => {
      await live.enter(ann);
      const warnings = await warningsDuring(async () => {
        const element = await build({ coHostWidgetBuilder: 'Ann' as never });
        expect(seats(element)[0]!.shadowRoot!.querySelector('.name')!.checkVisibility()).to.be.true;
      });
      expect(warnings).to.have.lengthOf(1);
    });

    it('makes a widget per contestant, and follows the points once a frame', async () => {
      await live.enter(ann, bob, cyd);
      live.startBattle({ users: [ann, bob] });
      const element = await build({
        battleWidgetBuilder: ({ userName, score }) => html`<b>${userName} ${score}</b>`,
      });
      const texts = (): string[] => [...element.querySelectorAll('b')].map((item) => item.textContent);
      expect(texts()).to.deep.equal(['Ann 0', 'Bob 0']);
      const first = element.querySelector('b');
      let updates = 0;
      element.addController({ hostUpdated: () => updates++ });
      for (let i = 1; i <= 20; i++) live.score({ ann: i, bob: 1 });
      await frame();
      expect(texts()).to.deep.equal(['Ann 20', 'Bob 1']);
      expect(element.querySelector('b')).to.equal(first);
      expect(updates).to.equal(0);
    });

    it('has no points for a contestant whose points are hidden', async () => {
      await live.enter(ann, bob);
      live.startBattle();
      live.setEffects({ type: 'hide', effectId: 1, contributor: null, userId: 'bob', ...live.period(30) });
      const element = await build({ battleWidgetBuilder: ({ score }) => html`<b>${score ?? 'secret'}</b>` });
      const texts = (): string[] => [...element.querySelectorAll('b')].map((item) => item.textContent);
      live.score({ ann: 7 });
      await frame();
      expect(texts()).to.deep.equal(['7', 'secret']);
      live.setEffects();
      live.score({ ann: 7, bob: 9 });
      await frame();
      expect(texts()).to.deep.equal(['7', '9']);
    });

    it('makes a widget for the whole battle', async () => {
      await live.enter(ann, bob);
      live.startBattle();
      const element = await build({
        battleContainerWidgetBuilder: ({ users }) => html`<b>${users.length} fight</b>`,
      });
      expect(element.querySelector('b')!.textContent).to.equal('2 fight');
      const container = all<HTMLElementTagNameMap['battle-container']>(element, 'battle-container')[0]!;
      expect(container.shadowRoot!.querySelector('battle-score-bar')!.checkVisibility()).to.be.false;
    });
  });

  describe('battle', () => {
    it('has rank and points on the seats of three and more', async () => {
      await live.enter(ann, bob, cyd);
      live.startBattle();
      const element = await stage();
      live.score({ ann: 1, bob: 3, cyd: 2 });
      await frame();
      const ranks = all(element, 'battle-rank').map((rank) => rank.shadowRoot!.querySelector('.rank')!.textContent);
      expect(ranks).to.deep.equal(['3', '1', '2']);
    });

    it('has the score bar for two', async () => {
      await live.enter(ann, bob);
      live.startBattle();
      const element = await stage();
      expect(all(element, 'battle-rank')).to.have.lengthOf(0);
      const container = all<HTMLElementTagNameMap['battle-container']>(element, 'battle-container')[0]!;
      expect(container.shadowRoot!.querySelector('battle-score-bar')!.offsetHeight).to.be.above(10);
    });

    it('has the boost of a contestant on their seat', async () => {
      await live.enter(ann, bob);
      live.startBattle();
      live.setEffects({
        type: 'boost',
        effectId: 1,
        contributor: null,
        userIds: ['bob'],
        factor: 3,
        ...live.period(29.5),
      });
      const element = await stage();
      const boosts = all<HTMLElementTagNameMap['battle-boost']>(element, 'battle-boost');
      expect(boosts.map(({ userId }) => userId)).to.deep.equal(['bob']);
      expect(boosts.map(({ shadowRoot }) => shadowRoot!.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
        '×3 30 s',
      ]);
    });

    it('shows large gifts, unless they are switched off', async () => {
      await live.enter(ann, bob);
      live.startBattle();
      const element = await stage();
      const [container] = all<HTMLElementTagNameMap['battle-container']>(element, 'battle-container');
      const lines = (): number => container!.shadowRoot!.querySelectorAll('.highlight').length;
      const gift = { contributor: { userId: 'vic', userName: 'Vic', avatarUrl: '' }, hostUserId: 'ann', points: 5 };
      live.score({}, {}, [gift]);
      await container!.updateComplete;
      expect(lines()).to.equal(1);
      element.highlights = 'none';
      await element.updateComplete;
      await container!.updateComplete;
      live.score({}, {}, [gift]);
      await container!.updateComplete;
      expect(lines()).to.equal(0);
    });

    it('puts each result over its seat', async () => {
      await live.enter(ann, bob);
      live.startBattle({ users: [bob, ann] });
      const element = await stage();
      live.endBattle(
        resultOf([
          { userId: 'bob', score: 2, rank: 1, outcome: 'win' },
          { userId: 'ann', score: 1, rank: 2, outcome: 'lose' },
        ]),
      );
      await element.updateComplete;
      const container = all<HTMLElementTagNameMap['battle-container']>(element, 'battle-container')[0]!;
      await container.updateComplete;
      const bobs = container.shadowRoot!.querySelector('[data-user=bob]')!.getBoundingClientRect();
      const seat = seats(element)[1]!.getBoundingClientRect();
      expect(bobs.left).to.be.closeTo(seat.left, 1);
      expect(bobs.top).to.be.closeTo(seat.top, 1);
      expect(bobs.height).to.be.closeTo(seat.height, 1);
    });

    it('can be styled from the page, down to the parts of its parts', async () => {
      await live.enter(ann, bob);
      live.startBattle();
      const element = await stage(html`
        <style>
          live-core-view:state(battling)::part(seat-name),
          live-core-view:state(live)::part(timer),
          live-core-view::part(left-score) {
            color: rgb(1, 2, 3);
          }
        </style>
      `);
      const name = seats(element)[0]!.shadowRoot!.querySelector('.name')!;
      const battle = all(element, 'battle-container')[0]!.shadowRoot!;
      const score = battle.querySelector('battle-score-bar')!.shadowRoot!.querySelector('.score')!;
      for (const part of [name, battle.querySelector('.timer')!, score]) {
        expect(getComputedStyle(part).color).to.equal('rgb(1, 2, 3)');
      }
    });

    it('does not render for a change of points', async () => {
      await live.enter(ann, bob, cyd);
      live.startBattle();
      const element = await stage();
      let updates = 0;
      element.addController({ hostUpdated: () => updates++ });
      for (let i = 0; i < 10; i++) live.score({ ann: i });
      live.sink!.speaking(new Map([['ann', 40]]));
      await frame();
      expect(updates).to.equal(0);
    });
  });
});
