import { describe, expect, it } from 'vitest';
import { computed, signal, subscribe } from '../../src/core/index.js';

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a subscription', () => {
  it('hears the value now, and then what it has become', async () => {
    const source = signal(1);
    const heard: number[] = [];
    const end = subscribe(source, (value) => heard.push(value));
    expect(heard).toEqual([1]);
    source.set(2);
    await nextTask();
    source.set(3);
    await nextTask();
    expect(heard).toEqual([1, 2, 3]);
    end();
  });

  it('hears several changes of one task as one', async () => {
    const source = signal(1);
    const heard: number[] = [];
    const end = subscribe(source, (value) => heard.push(value));
    for (let i = 2; i <= 9; i++) source.set(i);
    await nextTask();
    expect(heard).toEqual([1, 9]);
    end();
  });

  it('hears nothing when the value ends up where it was', async () => {
    const source = signal(1);
    const parity = computed(() => source.get() % 2);
    const heard: number[] = [];
    const end = subscribe(parity, (value) => heard.push(value));
    source.set(3);
    await nextTask();
    source.set(4);
    source.set(5);
    await nextTask();
    expect(heard).toEqual([1]);
    source.set(6);
    await nextTask();
    expect(heard).toEqual([1, 0]);
    end();
  });

  it('may set what it listens to', async () => {
    const source = signal(1);
    const heard: number[] = [];
    const end = subscribe(source, (value) => {
      heard.push(value);
      if (value === 2) source.set(3);
    });
    source.set(2);
    await nextTask();
    expect(heard).toEqual([1, 2, 3]);
    end();
  });

  it('hears nothing after its end, also of what had changed just before', async () => {
    const source = signal(1);
    const heard: number[] = [];
    const end = subscribe(source, (value) => heard.push(value));
    source.set(2);
    end();
    await nextTask();
    source.set(3);
    await nextTask();
    expect(heard).toEqual([1]);
    end();
  });

  it('can be ended from within', async () => {
    const source = signal(1);
    const heard: number[] = [];
    const end = subscribe(source, (value) => {
      heard.push(value);
      if (value === 2) end();
    });
    source.set(2);
    await nextTask();
    source.set(3);
    await nextTask();
    expect(heard).toEqual([1, 2]);
  });

  it('does not end with others of the same source', async () => {
    const source = signal(1);
    const heard: string[] = [];
    const endA = subscribe(source, (value) => heard.push(`a${value}`));
    const endB = subscribe(source, (value) => heard.push(`b${value}`));
    endA();
    source.set(2);
    await nextTask();
    expect(heard).toEqual(['a1', 'b1', 'b2']);
    endB();
  });

  it('begins and ends a thousand times without getting slow', async () => {
    const source = signal(0);
    let heard = 0;
    const ends = Array.from({ length: 1000 }, () => subscribe(source, () => heard++));
    source.set(1);
    await nextTask();
    for (const end of ends) end();
    source.set(2);
    await nextTask();
    expect(heard).toBe(2000);
  });
});
