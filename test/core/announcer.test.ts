import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Announcer } from '../../src/components/announcer.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const host = { addController: () => undefined } as never;

function announcer(): { said: string[]; announcer: Announcer } {
  const said: string[] = [];
  const write = (element: HTMLElement, text: string, isFirst: boolean): void => {
    said.push(`${(element as unknown as { name: string }).name}: ${text}${isFirst ? ' (first)' : ''}`);
  };
  return { said, announcer: new Announcer(host, 5000, write) };
}

const element = (name: string): HTMLElement => ({ name }) as never;

it('says the first at once, then the latest every few seconds, and nothing twice', () => {
  const { said, announcer: bar } = announcer();
  const one = element('one');
  bar.say(one, () => '0 : 0');
  bar.say(one, () => '1 : 0');
  bar.say(one, () => '2 : 0');
  expect(said).toEqual(['one: 0 : 0 (first)']);
  vi.advanceTimersByTime(5000);
  expect(said).toEqual(['one: 0 : 0 (first)', 'one: 2 : 0']);
  bar.say(one, () => '2 : 0');
  vi.advanceTimersByTime(5000);
  expect(said).toHaveLength(2);
});

it('begins anew with another element, whatever the one before said or was about to say', () => {
  const { said, announcer: bar } = announcer();
  bar.say(element('one'), () => '0 : 0');
  const late = element('one');
  bar.say(late, () => '0 : 0');
  bar.say(late, () => '7 : 0');
  bar.say(element('two'), () => '0 : 0');
  expect(said).toEqual(['one: 0 : 0 (first)', 'one: 0 : 0 (first)', 'two: 0 : 0 (first)']);
  vi.advanceTimersByTime(5000);
  expect(said).toHaveLength(3);
});
