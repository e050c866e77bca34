import { beforeEach, describe, expect, it } from 'vitest';
import { LiveError, LiveErrorCode, type SuspendStatus } from '../../src/core/index.js';
import { OwnSuspension } from '../../src/core/stage/own-suspension.js';
import { FakeVisibility } from '../conformance/fake-visibility.js';
import { FakeClock } from '../fake-clock.js';
import { documentOf, seat } from './examples.js';

let clock: FakeClock;
let visibility: FakeVisibility;
let told: SuspendStatus[];
/** Held up by a test that wants the server to be slow. */
let answer: () => Promise<void>;
let suspension: OwnSuspension;

beforeEach(() => {
  clock = new FakeClock();
  visibility = new FakeVisibility();
  told = [];
  answer = () => Promise.resolve();
  suspension = new OwnSuspension({
    visibility,
    tell: async (status) => {
      told.push(status);
      await answer();
    },
    wait: (ms, then) => clock.wakeAt(clock.now() + ms, then),
  });
});

const unreachable = (): Promise<never> => Promise.reject(new LiveError(LiveErrorCode.unreachable, 'away'));

/** A document arrives in which guy has this status; without one he has no seat. */
function show(status?: SuspendStatus, ended = false): void {
  const seats = status ? [seat(0, 'ann'), seat(1, 'guy', { userSuspendStatus: status })] : [seat(0, 'ann')];
  const { live } = documentOf('ann');
  suspension.follow(documentOf('ann', { seats, live: { ...live, endedAt: ended ? 1 : null } }), 'guy');
}

describe('the server is told', () => {
  it('after a second in the background, and a second after the return', async () => {
    show('none');
    visibility.setHidden(true);
    await clock.advance(999);
    expect(told).toEqual([]);
    await clock.advance(1);
    expect(told).toEqual(['in-background']);
    show('in-background');
    visibility.setHidden(false);
    await clock.advance(1_000);
    expect(told).toEqual(['in-background', 'none']);
  });

  it('once, however long the document takes', async () => {
    show('none');
    visibility.setHidden(true);
    await clock.advance(60_000);
    show('in-background');
    await clock.advance(60_000);
    expect(told).toEqual(['in-background']);
  });

  it('of a seat that is taken in the background', async () => {
    visibility.setHidden(true);
    show();
    await clock.advance(5_000);
    expect(told).toEqual([]);
    show('none');
    await clock.advance(1_000);
    expect(told).toEqual(['in-background']);
  });

  it('again when the seat was reset, as after a reconnect', async () => {
    show('none');
    visibility.setHidden(true);
    await clock.advance(1_000);
    show('in-background');
    show('none');
    await clock.advance(1_000);
    expect(told).toEqual(['in-background', 'in-background']);
  });

  it('again when the seat was reset before the answer came', async () => {
    let arrive = (): void => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    show('none');
    visibility.setHidden(true);
    await clock.advance(1_000);
    show('in-background');
    show('none');
    arrive();
    await clock.advance(0);
    await clock.advance(1_000);
    expect(told).toEqual(['in-background', 'in-background']);
  });

  it('of a return that it missed', async () => {
    show('in-background');
    await clock.advance(1_000);
    expect(told).toEqual(['none']);
  });

  it('the latest, when the page changed while it was being told', async () => {
    let arrive!: () => void;
    answer = () => new Promise((resolve) => (arrive = resolve));
    show('none');
    visibility.setHidden(true);
    await clock.advance(1_000);
    visibility.setHidden(false);
    await clock.advance(10_000);
    expect(told).toEqual(['in-background']);
    arrive();
    await clock.advance(1_000);
    expect(told).toEqual(['in-background', 'none']);
  });

  it('later when it could not be reached', async () => {
    answer = unreachable;
    show('none');
    visibility.setHidden(true);
    await clock.advance(1_000);
    answer = () => Promise.resolve();
    await clock.advance(4_999);
    expect(told).toHaveLength(1);
    await clock.advance(1);
    expect(told).toEqual(['in-background', 'in-background']);
    await clock.advance(60_000);
    expect(told).toHaveLength(2);
  });
});

describe('the server is told nothing', () => {
  it('of a quick look at another tab', async () => {
    show('none');
    for (let look = 0; look < 5; look++) {
      visibility.setHidden(true);
      await clock.advance(900);
      visibility.setHidden(false);
      await clock.advance(300);
    }
    await clock.advance(10_000);
    expect(told).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('without a seat, and after the end of the live', async () => {
    show();
    visibility.setHidden(true);
    await clock.advance(10_000);
    show('none', true);
    await clock.advance(10_000);
    expect(told).toEqual([]);
  });

  it('when the seat is lost before the second is over', async () => {
    show('none');
    visibility.setHidden(true);
    await clock.advance(500);
    show();
    await clock.advance(10_000);
    expect(told).toEqual([]);
  });

  it('more when it refuses and the seat is gone', async () => {
    answer = unreachable;
    show('none');
    visibility.setHidden(true);
    await clock.advance(1_000);
    show();
    await clock.advance(60_000);
    expect(told).toHaveLength(1);
  });

  it('after the live was left', async () => {
    show('none');
    visibility.setHidden(true);
    suspension.close();
    visibility.setHidden(false);
    visibility.setHidden(true);
    show('none');
    await clock.advance(60_000);
    expect(told).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('after the live was left while it was being told', async () => {
    answer = unreachable;
    show('none');
    visibility.setHidden(true);
    const passing = clock.advance(1_000);
    suspension.close();
    await passing;
    await clock.advance(60_000);
    expect(clock.pending).toBe(0);
  });
});
