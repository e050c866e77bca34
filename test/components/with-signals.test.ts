import { Signal } from '@lit-labs/signals';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { signal, type WritableSignal } from '../../src/core/index.js';
import { FrameEffect } from '../../src/components/signals/frame-effect.js';
import { WithSignals } from '../../src/components/signals/with-signals.js';
import { collectGarbage } from './support/garbage.js';
import { frame } from './support/time.js';

const value: WritableSignal<number> = signal(0);
const level: WritableSignal<number> = signal(0);

class SignalProbe extends WithSignals(LitElement) {
  renders = 0;
  writes: number[] = [];
  onRender: (() => void) | null = null;

  constructor() {
    super();
    new FrameEffect(
      this,
      () => level.get(),
      (written) => this.writes.push(written),
    );
  }

  override render(): TemplateResult {
    this.renders += 1;
    this.onRender?.();
    return html`<p>${value.get()}</p>`;
  }

  get shown(): string {
    return this.renderRoot.querySelector('p')!.textContent;
  }
}
customElements.define('signal-probe', SignalProbe);

const sign = new Signal.Computed(() => Math.sign(value.get()));

class SignProbe extends WithSignals(LitElement) {
  renders = 0;

  override render(): TemplateResult {
    this.renders += 1;
    return html`${sign.get()}`;
  }
}
customElements.define('sign-probe', SignProbe);

class PlainProbe extends LitElement {
  override render(): TemplateResult {
    return html`<p></p>`;
  }
}
customElements.define('plain-probe', PlainProbe);

const isWatched = (source: WritableSignal<number>): boolean => Signal.subtle.hasSinks(source);
const settle = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
};

describe('WithSignals', () => {
  let probe: SignalProbe;

  beforeEach(async () => {
    value.set(0);
    level.set(0);
    probe = await fixture<SignalProbe>(html`<signal-probe></signal-probe>`);
  });

  it('shares one signals library with the core', () => {
    expect(value).to.be.instanceOf(Signal.State);
  });

  it('renders again when a signal that it read changes', async () => {
    value.set(7);
    await probe.updateComplete;
    expect(probe.shown).to.equal('7');
  });

  it('does not render when what it read is worked out anew with the same value', async () => {
    value.set(1);
    const only = await fixture<SignProbe>(html`<sign-probe></sign-probe>`);
    value.set(2);
    await only.updateComplete;
    expect(only.renders).to.equal(1);
    value.set(-1);
    await only.updateComplete;
    expect([only.renders, only.renderRoot.textContent]).to.deep.equal([2, '-1']);
    value.set(-2);
    only.requestUpdate();
    await only.updateComplete;
    expect(only.renders, 'asked for').to.equal(3);
    value.set(5);
    await only.updateComplete;
    expect(only.renderRoot.textContent).to.equal('1');
  });

  it('renders once for a hundred changes in one task', async () => {
    const before = probe.renders;
    for (let i = 1; i <= 100; i++) value.set(i);
    await probe.updateComplete;
    expect(probe.renders).to.equal(before + 1);
    expect(probe.shown).to.equal('100');
  });

  it('leaves no watcher behind when it is removed', async () => {
    expect(isWatched(value)).to.be.true;
    expect(isWatched(level)).to.be.true;
    probe.remove();
    await settle();
    expect(isWatched(value)).to.be.false;
    expect(isWatched(level)).to.be.false;
  });

  it('leaves no watcher behind when it is removed with a change still to be shown', async () => {
    value.set(1);
    probe.remove();
    await settle();
    expect(isWatched(value)).to.be.false;
    value.set(2);
    await settle();
    expect(isWatched(value)).to.be.false;
  });

  it('shows what changed while it was away', async () => {
    const parent = probe.parentElement!;
    probe.remove();
    await settle();
    value.set(5);
    level.set(9);
    parent.append(probe);
    await probe.updateComplete;
    expect(probe.shown).to.equal('5');
    expect(probe.writes.at(-1)).to.equal(9);
    value.set(6);
    await probe.updateComplete;
    expect(probe.shown).to.equal('6');
  });

  it('follows its signals after a move', async () => {
    const other = document.createElement('div');
    probe.parentElement!.append(other);
    other.append(probe);
    await settle();
    value.set(3);
    level.set(4);
    await probe.updateComplete;
    await frame();
    expect(probe.shown).to.equal('3');
    expect(probe.writes.at(-1)).to.equal(4);
  });

  it('does not loop when a render sets what it reads', async () => {
    probe.onRender = () => {
      if (probe.renders < 50) value.set(value.get() + 1);
    };
    value.set(1);
    await settle();
    await settle();
    expect(probe.renders).to.be.lessThan(4);
  });

  it('keeps its watch when an update is asked for out of turn', async () => {
    (probe as unknown as { performUpdate(): void }).performUpdate();
    value.set(8);
    await probe.updateComplete;
    expect(probe.shown).to.equal('8');
  });

  it('recovers after a render that threw', async () => {
    probe.onRender = () => {
      if (value.get() === 1) throw new Error('on purpose');
    };
    value.set(1);
    await probe.updateComplete.catch(() => undefined);
    value.set(2);
    await probe.updateComplete;
    expect(probe.shown).to.equal('2');
  });

  it('lets go of two hundred removed elements', async function () {
    const probes = await removed('signal-probe', probe.parentElement!);
    const controls = await removed('plain-probe', probe.parentElement!);
    // A leak would keep all of them. A few may stay a while, on the stack or in a cache: engines scan both conservatively.
    const isNearlyGone = (refs: readonly WeakRef<Element>[]): boolean => alive(refs) <= refs.length / 10;
    await collectGarbage(() => isNearlyGone(controls) && isNearlyGone(probes));
    // If the browser keeps plain elements as well, this test cannot tell anything about ours.
    if (!isNearlyGone(controls)) this.skip();
    expect(alive(probes)).to.be.at.most(probes.length / 10);
  });
});

const alive = (refs: readonly WeakRef<Element>[]): number => refs.filter((ref) => ref.deref()).length;

async function removed(name: string, parent: Element): Promise<readonly WeakRef<Element>[]> {
  const holder = document.createElement('div');
  parent.append(holder);
  const refs = Array.from({ length: 200 }, () => {
    const element = document.createElement(name);
    holder.append(element);
    return new WeakRef(element);
  });
  await settle();
  holder.remove();
  holder.replaceChildren();
  await settle();
  return refs;
}

describe('FrameEffect', () => {
  let probe: SignalProbe;

  beforeEach(async () => {
    level.set(0);
    probe = await fixture<SignalProbe>(html`<signal-probe></signal-probe>`);
    probe.writes = [];
  });

  it('writes the latest value once a frame, without a render', async () => {
    const { renders } = probe;
    for (let i = 1; i <= 50; i++) level.set(i);
    await frame();
    expect(probe.writes).to.deep.equal([50]);
    expect(probe.renders).to.equal(renders);
    level.set(51);
    await frame();
    expect(probe.writes).to.deep.equal([50, 51]);
  });

  it('does not write what came back to what it was', async () => {
    level.set(1);
    level.set(0);
    await frame();
    expect(probe.writes).to.deep.equal([]);
  });

  it('writes with every render of its host', async () => {
    probe.requestUpdate();
    await probe.updateComplete;
    expect(probe.writes).to.deep.equal([0]);
  });

  it('writes nothing once its host is gone', async () => {
    level.set(1);
    probe.remove();
    await frame();
    expect(probe.writes).to.deep.equal([]);
  });
});
