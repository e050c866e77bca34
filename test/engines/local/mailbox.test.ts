import { expect, it } from 'vitest';
import { Mailbox } from '../../../src/engines/local/mailbox.js';

/** A mailbox whose letters arrive when the test calls `arrive`. */
function open(): {
  mailbox: Mailbox;
  read: string[];
  post: (...letters: string[]) => void;
  arrive: (count: number) => void;
} {
  const underway: (() => void)[] = [];
  const read: string[] = [];
  const mailbox = new Mailbox((arrive) => underway.push(arrive));
  const post = (...letters: string[]): void => {
    for (const letter of letters) mailbox.post(() => read.push(letter));
  };
  const arrive = (count: number): void => {
    for (const letter of underway.splice(0, count)) letter();
  };
  return { mailbox, read, post, arrive };
}

it('delivers in the order of posting, and nothing before it arrives', () => {
  const { mailbox, read, post, arrive } = open();
  mailbox.release();
  post('a', 'b', 'c');
  expect(read).toEqual([]);
  arrive(2);
  expect(read).toEqual(['a', 'b']);
  arrive(1);
  expect(read).toEqual(['a', 'b', 'c']);
});

it('keeps what arrives until it is released', () => {
  const { mailbox, read, post, arrive } = open();
  post('a', 'b');
  arrive(1);
  expect(read).toEqual([]);
  mailbox.release();
  expect(read).toEqual(['a']);
  arrive(1);
  expect(read).toEqual(['a', 'b']);
});

it('delivers nothing once it is closed, not even what is on its way', () => {
  const { mailbox, read, post, arrive } = open();
  mailbox.release();
  post('a');
  mailbox.close();
  post('b');
  arrive(2);
  expect(read).toEqual([]);
});

it('may be closed by a letter', () => {
  const { mailbox, read, post, arrive } = open();
  mailbox.release();
  mailbox.post(() => mailbox.close());
  post('b');
  arrive(2);
  expect(read).toEqual([]);
});
