import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { CohostSeatElement } from '../../src/components/cohost-seat/cohost-seat.js';
import '../../src/components/cohost-seat/define.js';
import { setStrings } from '../../src/components/strings.js';
import type { SeatInfo, SeatUserInfo, VideoTrack } from '../../src/core/index.js';
import { ann, FakeLive } from './support/fake-live.js';
import { CanvasTrack, FakeTrack } from './support/fake-tracks.js';
import { frame, wait } from './support/time.js';
import { warningsDuring } from './support/warnings.js';

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

function seat(user: Partial<SeatUserInfo> = {}, video: VideoTrack | null = null): SeatInfo {
  const region = { x: 0, y: 0, w: 1, h: 1, zOrder: 0 };
  const userInfo: SeatUserInfo = {
    ...ann,
    role: 'owner',
    microphoneStatus: 'on',
    cameraStatus: 'on',
    allowOpenMicrophone: true,
    allowOpenCamera: true,
    userSuspendStatus: 'none',
    reconnecting: false,
    ...user,
  };
  return { liveId: ann.liveId, index: 0, isLocked: false, region, video, userInfo };
}

const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part~='${name}']`);
const videoOf = (element: Element): HTMLVideoElement => element.shadowRoot!.querySelector('video')!;
const isVisible = (element: Element | null): boolean => element?.checkVisibility() ?? false;

async function seatElement(info: SeatInfo | null, content?: unknown): Promise<CohostSeatElement> {
  return await fixture<CohostSeatElement>(html`<cohost-seat .seat=${info}>${content}</cohost-seat>`);
}

describe('cohost-seat', () => {
  it('is empty without a seat', async () => {
    const element = await seatElement(null);
    expect(part(element, 'name')).to.be.null;
    expect(element.shadowRoot!.querySelector('video')).to.be.null;
  });

  it('shows who is there, and is accessible', async () => {
    const element = await seatElement(seat({ microphoneStatus: 'off', cameraStatus: 'off' }));
    expect(part(element, 'name')!.textContent.trim()).to.equal('Ann');
    expect(part(element, 'base')!.getAttribute('aria-label')).to.equal('Ann, microphone off, camera off');
    expect(part(element, 'mic')).to.exist;
    expect(element.matches(':state(muted)')).to.be.true;
    await expect(element).to.be.accessible();
  });

  it('shows no microphone sign while the microphone is on', async () => {
    const element = await seatElement(seat());
    expect(part(element, 'mic')).to.be.null;
    expect(element.matches(':state(muted)')).to.be.false;
  });

  describe('that nobody sits on', () => {
    const empty = (isLocked = false): SeatInfo => ({ ...seat(), index: 2, isLocked, userInfo: null });
    const buttonOf = (element: Element): HTMLButtonElement => element.shadowRoot!.querySelector('button')!;

    it('is a button with a name, and is accessible', async () => {
      const element = await seatElement(empty());
      expect(buttonOf(element).getAttribute('aria-label')).to.equal('Free seat 3');
      expect(buttonOf(element).part.contains('empty-seat')).to.be.true;
      expect([element.matches(':state(empty)'), element.matches(':state(locked)')]).to.deep.equal([true, false]);
      await expect(element).to.be.accessible();
    });

    it('says when it is locked', async () => {
      const element = await seatElement(empty(true));
      expect(buttonOf(element).getAttribute('aria-label')).to.equal('Locked seat 3');
      expect(element.matches(':state(locked)')).to.be.true;
    });

    it('tells the page which seat was chosen, out of every shadow tree', async () => {
      const element = await seatElement(empty());
      setTimeout(() => {
        buttonOf(element).click();
      });
      const event = await oneEvent(element.parentElement!, 'empty-seat-click');
      expect((event as CustomEvent<unknown>).detail).to.deep.equal({ liveId: ann.liveId, seatIndex: 2 });
      expect(event.composed).to.be.true;
    });

    it('shows whoever sits down, and is free again when they leave', async () => {
      const element = await seatElement(empty());
      element.seat = seat();
      await element.updateComplete;
      expect([buttonOf(element), part(element, 'name')!.textContent.trim()]).to.deep.equal([null, 'Ann']);
      expect(element.matches(':state(empty)')).to.be.false;
      element.seat = empty();
      await element.updateComplete;
      expect([buttonOf(element).localName, part(element, 'name')]).to.deep.equal(['button', null]);
    });
  });

  describe('of voice', () => {
    it('has no picture, whatever is sent, but avatar, name and microphone', async () => {
      const track = new FakeTrack();
      const element = await seatElement(seat({ microphoneStatus: 'off' }, track));
      Object.assign(element.style, { inlineSize: '100px', blockSize: '144px' });
      element.voice = true;
      await element.updateComplete;
      expect(track.surfaces.size).to.equal(0);
      expect(isVisible(videoOf(element))).to.be.false;
      for (const name of ['avatar', 'name', 'mic']) expect(isVisible(part(element, name)), name).to.be.true;
      await expect(element).to.be.accessible();
    });

    it('keeps a long name beside its neighbours', async () => {
      const element = await seatElement(seat({ userName: 'A name that is far too long for any seat there is' }));
      Object.assign(element.style, { inlineSize: '50px', blockSize: '72px' });
      element.voice = true;
      await element.updateComplete;
      expect(part(element, 'name')!.getBoundingClientRect().width).to.be.below(70);
    });
  });

  it('takes hostile names as text', async () => {
    const userName = '<img src=x onerror="document.title=`owned`">';
    const element = await seatElement(seat({ userName }));
    expect(part(element, 'name')!.textContent.trim()).to.equal(userName);
    expect(element.shadowRoot!.querySelector('.name img')).to.be.null;
  });

  it('calls somebody without a name by their id', async () => {
    const element = await seatElement(seat({ userName: '' }));
    expect(part(element, 'name')!.textContent.trim()).to.equal('ann');
  });

  it('cuts long names, not the seat', async () => {
    const element = await seatElement(seat({ userName: '名前'.repeat(60) }));
    element.style.width = '120px';
    const name = part(element, 'name')!.getBoundingClientRect();
    const whole = element.getBoundingClientRect();
    expect(name.right).to.be.at.most(whole.right);
    expect(name.height).to.be.below(40);
  });

  it('warns once of a seat that is none, and is empty', async () => {
    const warnings = await warningsDuring(async () => {
      const nameless = { userInfo: { userId: 7 } };
      for (const wrong of ['x', {}, nameless, { ...seat(), video: {} }]) {
        const element = await seatElement(wrong as SeatInfo);
        expect(part(element, 'name')).to.be.null;
      }
    });
    expect(warnings).to.deep.equal(['<cohost-seat>: "seat" is no SeatInfo']);
  });

  it('follows the strings of the page', async () => {
    const element = await seatElement(seat({ microphoneStatus: 'off' }));
    setStrings({ microphoneOff: 'Mikrofon aus' });
    await element.updateComplete;
    expect(part(element, 'base')!.getAttribute('aria-label')).to.equal('Ann, Mikrofon aus');
    setStrings({ microphoneOff: 'microphone off' });
  });

  describe('avatar', () => {
    it('shows the picture', async () => {
      const element = await seatElement(seat({ avatarUrl: pixel }));
      expect((part(element, 'avatar') as HTMLImageElement).src).to.equal(pixel);
    });

    it('shows initials without one', async () => {
      const element = await seatElement(seat({ userName: 'Mia van Torres' }));
      expect(part(element, 'avatar')!.textContent).to.equal('MT');
    });

    for (const [userName, initials] of [
      ['健司', '健'],
      ['ليلى الحسن', 'ل'],
      ['👩‍👩‍👧 family', '👩‍👩‍👧'],
      ['ann', 'A'],
      ['<b>Max</b>', 'B'],
      ['\u202EMax', 'M'],
      ['...', ''],
    ]) {
      it(`shows ${initials} for ${userName}`, async () => {
        const element = await seatElement(seat({ userName: userName! }));
        expect(part(element, 'avatar')!.textContent).to.equal(initials);
      });
    }

    it('shows initials when the picture fails', async () => {
      const element = await seatElement(seat({ avatarUrl: 'data:image/png;base64,broken' }));
      await waitUntil(() => part(element, 'avatar')?.textContent === 'A');
    });

    for (const avatarUrl of [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'http://[',
    ]) {
      it(`does not load ${JSON.stringify(avatarUrl)}`, async () => {
        const element = await seatElement(seat({ avatarUrl }));
        expect(element.shadowRoot!.querySelector('img')).to.be.null;
        expect(part(element, 'avatar')!.textContent).to.equal('A');
      });
    }
  });

  describe('video', () => {
    it('attaches the track and takes it away again', async () => {
      const track = new FakeTrack();
      const element = await seatElement(seat({}, track));
      expect([...track.surfaces]).to.deep.equal([videoOf(element)]);
      element.remove();
      await wait(0);
      expect(track.surfaces.size).to.equal(0);
    });

    it('keeps the track on while it is moved', async () => {
      const track = new FakeTrack();
      let detached = 0;
      const attach = track.attach.bind(track);
      track.attach = (surface) => {
        const detach = attach(surface);
        return () => {
          detached += 1;
          detach();
        };
      };
      const element = await seatElement(seat({}, track));
      const other = document.createElement('div');
      element.parentElement!.append(other);
      other.append(element);
      await wait(10);
      expect(detached).to.equal(0);
      expect(track.surfaces.size).to.equal(1);
    });

    it('attaches again when it comes back', async () => {
      const track = new FakeTrack();
      const element = await seatElement(seat({}, track));
      const parent = element.parentElement!;
      element.remove();
      await wait(10);
      parent.append(element);
      await element.updateComplete;
      expect(track.surfaces.size).to.equal(1);
    });

    it('changes over to another track', async () => {
      const first = new FakeTrack();
      const second = new FakeTrack();
      const element = await seatElement(seat({}, first));
      element.seat = seat({}, second);
      await element.updateComplete;
      expect(first.surfaces.size).to.equal(0);
      expect(second.surfaces.size).to.equal(1);
      element.seat = seat({ cameraStatus: 'off' });
      await element.updateComplete;
      expect(second.surfaces.size).to.equal(0);
    });

    it('is silent, inline, and mirrored when asked for', async () => {
      const element = await seatElement(seat({}, new FakeTrack()));
      expect(videoOf(element).muted).to.be.true;
      expect(videoOf(element).hasAttribute('playsinline')).to.be.true;
      expect(getComputedStyle(videoOf(element)).transform).to.equal('none');
      element.mirrored = true;
      await element.updateComplete;
      expect(getComputedStyle(videoOf(element)).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    });

    it('shows the background until there is a picture, the foreground always', async () => {
      const content = html`<p slot="background">Back</p>
        <p slot="foreground">Front</p>`;
      const element = await seatElement(seat({ cameraStatus: 'off' }), content);
      const [back, front] = element.querySelectorAll('p');
      expect([isVisible(back!), isVisible(front!)]).to.deep.equal([true, true]);
      element.seat = seat({}, new CanvasTrack());
      await waitUntil(() => !isVisible(back!), 'the background goes', { timeout: 5000 });
      expect(isVisible(front!)).to.be.true;
      expect(element.matches(':state(picture)')).to.be.true;
      element.seat = seat({ cameraStatus: 'off' });
      await element.updateComplete;
      expect([isVisible(back!), isVisible(front!)]).to.deep.equal([true, true]);
      expect(element.matches(':state(picture)')).to.be.false;
    });

    it('keeps its video element from seat to seat', async () => {
      const element = await seatElement(seat({}, new FakeTrack()));
      const video = videoOf(element);
      element.seat = seat({ microphoneStatus: 'off' }, new FakeTrack());
      await element.updateComplete;
      expect(videoOf(element)).to.equal(video);
    });
  });

  it('replaces name and avatar by what is slotted', async () => {
    const element = await seatElement(seat(), html`<p slot="foreground">Mine</p>`);
    expect(isVisible(part(element, 'name'))).to.be.false;
    expect(isVisible(part(element, 'avatar'))).to.be.true;
  });

  it('is veiled while the host reconnects', async () => {
    const element = await seatElement(seat({ reconnecting: true }));
    expect(part(element, 'veil')!.textContent).to.equal('Reconnecting…');
    expect(element.matches(':state(reconnecting)')).to.be.true;
    element.seat = seat();
    await element.updateComplete;
    expect(part(element, 'veil')).to.be.null;
  });

  it('says of whoever sits there that their page is in the background', async () => {
    const element = await seatElement(seat({ userSuspendStatus: 'in-background' }));
    expect(element.matches(':state(in-background)')).to.be.true;
    expect(part(element, 'base')!.getAttribute('aria-label')).to.contain('in the background');
    element.seat = seat();
    await element.updateComplete;
    expect(element.matches(':state(in-background)')).to.be.false;
    expect(part(element, 'base')!.getAttribute('aria-label')).not.to.contain('in the background');
  });

  it('shows how loud the host speaks, once a frame', async () => {
    const live = await new FakeLive().enter(ann);
    const element = await seatElement(seat());
    element.session = live.session;
    await element.updateComplete;
    const ring = (): string | undefined => part(element, 'ring')?.style.opacity;
    expect(ring()).to.be.undefined;
    let updates = 0;
    element.addController({ hostUpdated: () => updates++ });
    for (let volume = 0; volume <= 20; volume++) live.sink!.speaking(new Map([['ann', volume]]));
    await frame();
    expect(ring()).to.equal('0.5');
    expect(element.matches(':state(speaking)')).to.be.true;
    live.sink!.speaking(new Map());
    await frame();
    expect(ring()).to.equal('0');
    expect(element.matches(':state(speaking)')).to.be.false;
    expect(updates).to.equal(0);
  });

  it('hands the level to slotted elements that ask for it, and to no other', async () => {
    const live = await new FakeLive().enter(ann);
    const element = await fixture<CohostSeatElement>(html`
      <cohost-seat .session=${live.session} .seat=${seat()}>
        <p slot="foreground">Ann <i data-speaking-level></i></p>
      </cohost-seat>
    `);
    const meter = element.querySelector('i')!;
    const level = (of: HTMLElement): string => of.style.getPropertyValue('--speaking-level');
    expect(level(meter)).to.equal('0');
    live.sink!.speaking(new Map([['ann', 30]]));
    await frame();
    expect(level(meter)).to.equal('0.3');
    for (const silent of [element, part(element, 'base')!, element.querySelector('p')!]) {
      expect(level(silent)).to.equal('');
    }
    const late = document.createElement('b');
    late.slot = 'background';
    late.dataset['speakingLevel'] = '';
    element.append(late);
    await waitUntil(() => level(late) === '0.3');
  });

  it('fires nothing when it is changed from outside', async () => {
    const element = await seatElement(seat());
    let events = 0;
    for (const name of ['change', 'input']) element.addEventListener(name, () => events++);
    element.seat = seat({ userName: 'Bob' });
    await element.updateComplete;
    expect(events).to.equal(0);
  });

  it('takes clicks on slotted content', async () => {
    const element = await seatElement(seat(), html`<button slot="foreground">Follow</button>`);
    const button = element.querySelector('button')!;
    setTimeout(() => button.click());
    await oneEvent(element, 'click');
    expect(getComputedStyle(button).pointerEvents).to.equal('auto');
  });
});
