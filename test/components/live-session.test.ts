import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { LiveSessionElement } from '../../src/components/live-session/live-session.js';
import { LiveElement } from '../../src/components/session-context/live-element.js';
import '../../src/components/live-session/define.js';
import {
  LiveError,
  LiveErrorCode,
  registerEngine,
  type EngineOptions,
  type LiveSession,
} from '../../src/core/index.js';
import { ann, bob, FakeLive, resultOf } from './support/fake-live.js';
import { wait } from './support/time.js';
import { warningsDuring } from './support/warnings.js';

/** Shows the name of the live that its session is in. */
class SessionProbe extends LiveElement {
  override render(): TemplateResult {
    return html`${this.currentSession?.liveListStore.currentLive.get()?.liveName ?? 'none'}`;
  }
  get seen(): LiveSession | null {
    return this.currentSession;
  }
}
customElements.define('session-probe', SessionProbe);

/** A component of the page, with an element of the kit inside its shadow root. */
class ShadowPage extends LitElement {
  override render(): TemplateResult {
    return html`<session-probe></session-probe>`;
  }
}
customElements.define('shadow-page', ShadowPage);

class LateSession extends LiveSessionElement {}

let made: { live: FakeLive; options: EngineOptions }[] = [];
let prepare: (live: FakeLive) => void = () => {};
let loads = 0;
registerEngine(
  'fake',
  (options) => {
    const live = new FakeLive();
    prepare(live);
    made.push({ live, options });
    return live;
  },
  () => {
    loads += 1;
    return Promise.reject(new Error('no such file'));
  },
);

const probeIn = (element: Element): SessionProbe => element.querySelector<SessionProbe>('session-probe')!;

describe('live-session', () => {
  beforeEach(() => {
    made = [];
    prepare = () => {};
  });

  describe('with a session of the page', () => {
    let live: FakeLive;

    beforeEach(async () => {
      live = await new FakeLive().enter(ann);
    });

    it('hands it down at once, into shadow roots too', async () => {
      const element = await fixture(html`
        <live-session .session=${live.session}>
          <session-probe></session-probe>
          <shadow-page></shadow-page>
        </live-session>
      `);
      const deep = element.querySelector('shadow-page')!.shadowRoot!.querySelector<SessionProbe>('session-probe')!;
      expect(probeIn(element).seen).to.equal(live.session);
      expect(deep.seen).to.equal(live.session);
    });

    it('is outdone by a session of the inner element itself', async () => {
      const own = await new FakeLive().enter(bob);
      const element = await fixture(html`
        <live-session .session=${live.session}><session-probe .session=${own.session}></session-probe></live-session>
      `);
      expect(probeIn(element).seen).to.equal(own.session);
      probeIn(element).session = null;
      expect(probeIn(element).seen).to.equal(live.session);
    });

    it('hands another down when it changes', async () => {
      const element = await fixture<LiveSessionElement>(html`
        <live-session .session=${live.session}><session-probe></session-probe></live-session>
      `);
      const other = await new FakeLive().enter(bob);
      element.session = other.session;
      await element.updateComplete;
      await probeIn(element).updateComplete;
      expect(probeIn(element).shadowRoot!.textContent).to.equal('Bob');
    });

    it('reaches elements that are older than it', async () => {
      const holder = await fixture(html`
        <div>
          <late-session .session=${live.session}><session-probe></session-probe></late-session>
        </div>
      `);
      expect(probeIn(holder).seen).to.be.null;
      customElements.define('late-session', LateSession);
      await probeIn(holder).updateComplete;
      await waitUntil(() => probeIn(holder).seen === live.session);
    });

    it('forgets elements that move away, and takes up those that come', async () => {
      const holder = await fixture(html`
        <div>
          <live-session .session=${live.session}><session-probe></session-probe></live-session>
        </div>
      `);
      const probe = probeIn(holder);
      holder.append(probe);
      await probe.updateComplete;
      expect(probe.seen).to.be.null;
      expect(probe.shadowRoot!.textContent).to.equal('none');
      holder.querySelector('live-session')!.append(probe);
      await probe.updateComplete;
      expect(probe.shadowRoot!.textContent).to.equal('Ann');
    });

    it('is left as it is when the element goes', async () => {
      const element = await fixture(html`<live-session .session=${live.session}></live-session>`);
      element.remove();
      await wait(200);
      expect(live.calls).to.deep.equal(['login', 'join live_ann']);
    });

    it('is no trouble when it is none', async () => {
      const warnings = await warningsDuring(async () => {
        const element = await fixture<LiveSessionElement>(html`<live-session .session=${'x'}></live-session>`);
        expect(element.session).to.be.null;
      });
      expect(warnings).to.have.lengthOf(1);
    });
  });

  describe('with attributes', () => {
    async function session(content: TemplateResult): Promise<LiveSessionElement> {
      return await fixture<LiveSessionElement>(content);
    }

    it('does nothing without any', async () => {
      const element = await session(html`<live-session></live-session>`);
      await wait(10);
      expect(element.session).to.be.null;
    });

    it('makes a session and joins the live', async () => {
      const element = await session(html`
        <live-session engine="fake" server-url="/api" user-id="u1" user-name="U" live-id="live_ann">
          <session-probe></session-probe>
        </live-session>
      `);
      await waitUntil(() => element.session);
      const [{ live, options }] = made as [(typeof made)[0]];
      expect(options).to.deep.equal({ serverUrl: '/api', userId: 'u1', userName: 'U' });
      await waitUntil(() => live.calls.includes('join live_ann'));
      expect(probeIn(element).seen).to.equal(element.session);
      await waitUntil(() => probeIn(element).shadowRoot!.textContent === 'Ann');
    });

    it('tells when the session is there', async () => {
      const element = document.createElement('live-session');
      element.engine = 'fake';
      setTimeout(() => document.body.append(element));
      const event = await oneEvent<CustomEvent<LiveSession>>(element, 'live-session-ready');
      expect(event.detail).to.equal(element.session);
      element.remove();
    });

    it('reads the token when it is needed, so that it may be renewed', async () => {
      const element = await session(html`<live-session engine="fake" token="one"></live-session>`);
      await waitUntil(() => made.length === 1);
      const read = made[0]!.options.token as () => string;
      expect(read()).to.equal('one');
      element.token = 'two';
      await element.updateComplete;
      await wait(10);
      expect(made).to.have.lengthOf(1);
      expect(read()).to.equal('two');
    });

    it('fetches the token from the endpoint of the page', async () => {
      const { fetch } = window;
      const requests: unknown[] = [];
      let reply = new Response('{"token":"fetched"}');
      window.fetch = (...request) => {
        requests.push(request);
        return Promise.resolve(reply);
      };
      await session(html`<live-session engine="fake" token-url="/token"></live-session>`);
      await waitUntil(() => made.length === 1);
      const read = made[0]!.options.token as () => Promise<string>;
      expect(await read()).to.equal('fetched');
      expect(requests[0]).to.deep.equal([
        '/token',
        { credentials: 'same-origin', headers: { accept: 'application/json' } },
      ]);
      const codes: unknown[] = [];
      for (reply of [new Response('no', { status: 403 }), new Response('<html>'), new Response('{"token":5}')]) {
        await read().catch((error: unknown) => codes.push((error as LiveError).code));
      }
      window.fetch = () => Promise.reject(new TypeError('no network'));
      await read().catch((error: unknown) => codes.push((error as LiveError).code));
      window.fetch = fetch;
      const { unauthenticated, unreachable } = LiveErrorCode;
      expect(codes).to.deep.equal([unauthenticated, unauthenticated, unauthenticated, unreachable]);
    });

    it('moves to another live when live-id changes', async () => {
      const element = await session(html`<live-session engine="fake" live-id="live_ann"></live-session>`);
      await waitUntil(() => made[0]?.live.calls.includes('join live_ann'));
      element.liveId = 'live_bob';
      made[0]!.live.hosts = [bob];
      await waitUntil(() => made[0]!.live.calls.includes('join live_bob'));
      expect(made[0]!.live.calls).to.deep.equal(['login', 'join live_ann', 'close live_ann', 'join live_bob']);
    });

    it('starts anew as somebody else', async () => {
      const element = await session(html`<live-session engine="fake" user-id="a" live-id="live_ann"></live-session>`);
      await waitUntil(() => made[0]?.live.calls.includes('join live_ann'));
      const first = element.session;
      element.userId = 'b';
      await waitUntil(() => made[1]?.live.calls.includes('join live_ann'));
      expect(made[0]!.live.calls).to.include('logout');
      expect(element.session).not.to.equal(first);
    });

    it('stays in the live while it is moved', async () => {
      const element = await session(html`<live-session engine="fake" live-id="live_ann"></live-session>`);
      await waitUntil(() => made[0]?.live.calls.includes('join live_ann'));
      const other = document.createElement('div');
      element.parentElement!.append(other);
      other.append(element);
      await wait(20);
      element.remove();
      await wait(20);
      other.append(element);
      await wait(200);
      expect(made).to.have.lengthOf(1);
      expect(made[0]!.live.calls).to.deep.equal(['login', 'join live_ann']);
    });

    it('leaves and logs out when it goes for good, and comes back when it does', async () => {
      const element = await session(html`<live-session engine="fake" live-id="live_ann"></live-session>`);
      await waitUntil(() => made[0]?.live.calls.includes('join live_ann'));
      const parent = element.parentElement!;
      element.remove();
      await waitUntil(() => made[0]!.live.calls.includes('logout'));
      expect(made[0]!.live.calls).to.include('close live_ann');
      expect(element.session).to.be.null;
      parent.append(element);
      await waitUntil(() => made[1]?.live.calls.includes('join live_ann'));
    });

    it('reports an engine that nobody registered', async () => {
      const element = document.createElement('live-session');
      element.engine = 'nonesuch';
      setTimeout(() => document.body.append(element));
      const error = await oneEvent<CustomEvent<LiveError>>(element, 'live-error');
      expect(error.detail.code).to.equal(LiveErrorCode.invalidParameter);
      element.remove();
    });

    it('reports a live that cannot be joined', async () => {
      prepare = (live) => {
        live.joinError = new LiveError(LiveErrorCode.liveNotFound, 'there is none');
      };
      const element = document.createElement('live-session');
      element.engine = 'fake';
      element.liveId = 'nowhere';
      setTimeout(() => document.body.append(element));
      const error = await oneEvent<CustomEvent<LiveError>>(element, 'live-error');
      expect(error.detail.code).to.equal(LiveErrorCode.liveNotFound);
      element.remove();
    });
  });

  describe('preload', () => {
    let holder: HTMLElement;

    beforeEach(() => {
      loads = 0;
    });

    const point = (selector: string, type = 'pointerover'): void => {
      holder.querySelector(selector)!.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    };

    async function page(session: TemplateResult): Promise<LiveSessionElement> {
      holder = await fixture(html`
        <div>
          ${session}
          <a class="plain" href="#other">Elsewhere</a>
          <a class="live" href="#ann" data-live-id="live_ann"><b>Ann</b></a>
          <a class="card" href="#bob">Bob</a>
        </div>
      `);
      return holder.querySelector('live-session')!;
    }

    it('is none of the element by itself', async () => {
      await page(html`<live-session engine="fake"></live-session>`);
      point('.live b');
      point('.live', 'focusin');
      expect(loads).to.equal(0);
    });

    it('auto loads at once, without making more than a session', async () => {
      await page(html`<live-session engine="fake" preload="auto"></live-session>`);
      expect(loads).to.equal(1);
      await waitUntil(() => made.length === 1);
      expect(made[0]!.live.calls).to.deep.equal([]);
    });

    for (const [type, inside] of [
      ['pointerover', '.live b'],
      ['focusin', '.live'],
    ] as const) {
      it(`intent loads with ${type} on what leads to a live, once`, async () => {
        await page(html`<live-session engine="fake" preload="intent"></live-session>`);
        point('.plain', type);
        expect(loads).to.equal(0);
        point(inside, type);
        point(inside, type);
        expect(loads).to.equal(1);
      });
    }

    it('intent goes by the selector of the page', async () => {
      await page(html`<live-session engine="fake" preload="intent" preload-on=".card"></live-session>`);
      point('.live');
      expect(loads).to.equal(0);
      point('.card');
      expect(loads).to.equal(1);
    });

    it('ends with the attribute, and with the element', async () => {
      const element = await page(html`<live-session engine="fake" preload="intent"></live-session>`);
      element.preload = 'none';
      await element.updateComplete;
      point('.live');
      element.preload = 'intent';
      await element.updateComplete;
      element.remove();
      point('.live');
      expect(loads).to.equal(0);
    });

    it('loads nothing for users who save data', async () => {
      const own = Object.getOwnPropertyDescriptor(navigator, 'connection');
      Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
      await page(html`<live-session engine="fake" preload="intent"></live-session>`);
      point('.live');
      await page(html`<live-session engine="fake" preload="auto"></live-session>`);
      if (own) Object.defineProperty(navigator, 'connection', own);
      else Reflect.deleteProperty(navigator, 'connection');
      expect(loads).to.equal(0);
    });

    it('warns of a selector that is none', async () => {
      const warnings = await warningsDuring(async () => {
        await page(html`<live-session engine="fake" preload="intent" preload-on="a["></live-session>`);
        point('.live');
      });
      expect(warnings).to.have.lengthOf(1);
      expect(loads).to.equal(0);
    });

    it('goes by the session of the page, if there is one', async () => {
      const live = new FakeLive();
      let own = 0;
      live.session.preload = () => {
        own += 1;
        return Promise.resolve();
      };
      await page(html`<live-session .session=${live.session} engine="fake" preload="auto"></live-session>`);
      expect([own, loads]).to.deep.equal([1, 0]);
    });
  });

  describe('events', () => {
    it('tells what happens in the stores, to whoever listens further up', async () => {
      const live = await new FakeLive().enter(ann);
      const holder = await fixture<HTMLElement>(
        html`<div><live-session .session=${live.session}></live-session></div>`,
      );
      const heard: string[] = [];
      const names = ['cohost-user-joined', 'cohost-user-left', 'battle-started', 'battle-ended', 'live-ended'] as const;
      for (const name of names) holder.addEventListener(name, () => heard.push(name));
      let joined: unknown;
      holder.addEventListener('cohost-user-joined', ({ detail, composed }) => {
        joined = [detail.userInfo.userName, composed];
      });
      live.seat(ann, bob);
      live.startBattle();
      live.endBattle(resultOf([]));
      live.seat(ann);
      live.endedReason = 'ended-by-host';
      live.push();
      expect(heard).to.deep.equal([
        ...names.slice(0, 1),
        'battle-started',
        'battle-ended',
        'cohost-user-left',
        'live-ended',
      ]);
      expect(joined).to.deep.equal(['Bob', true]);
    });

    it('are not told twice, nor of a session that was replaced', async () => {
      const live = await new FakeLive().enter(ann);
      const element = await fixture<LiveSessionElement>(html`<live-session .session=${live.session}></live-session>`);
      let heard = 0;
      element.addEventListener('cohost-user-joined', () => (heard += 1));
      element.requestUpdate();
      await element.updateComplete;
      live.seat(ann, bob);
      expect(heard).to.equal(1);
      element.session = new FakeLive().session;
      await element.updateComplete;
      live.seat(ann);
      live.seat(ann, bob);
      expect(heard).to.equal(1);
    });
  });
});
