import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Emitter } from '../../src/core/index.js';

interface Events {
  up: { by: number };
  down: { by: number };
}

describe('an emitter', () => {
  it('tells listeners of that name, and those of any', () => {
    const emitter = new Emitter<Events>();
    const heard: string[] = [];
    emitter.on('up', ({ by }) => heard.push(`up ${by}`));
    emitter.onAny((name, { by }) => heard.push(`any ${name} ${by}`));
    emitter.emit('up', { by: 1 });
    emitter.emit('down', { by: 2 });
    expect(heard).toEqual(['up 1', 'any up 1', 'any down 2']);
  });

  it('stops telling whoever unsubscribed, even in the middle of telling', () => {
    const emitter = new Emitter<Events>();
    const heard: string[] = [];
    const off = emitter.on('up', () => {
      heard.push('first');
      off();
    });
    emitter.on('up', () => heard.push('second'));
    const offAny = emitter.onAny(() => heard.push('any'));
    emitter.emit('up', { by: 1 });
    offAny();
    emitter.emit('up', { by: 1 });
    expect(heard).toEqual(['first', 'second', 'any', 'second']);
  });

  it('holds a listener once, however often it was added', () => {
    const emitter = new Emitter<Events>();
    let calls = 0;
    const listener = (): number => calls++;
    emitter.on('up', listener);
    emitter.on('up', listener);
    emitter.emit('up', { by: 1 });
    expect(calls).toBe(1);
  });
});

describe('a listener that throws', () => {
  const unhandled: unknown[] = [];
  const catcher = (reason: unknown): number => unhandled.push(reason);
  let earlier: NodeJS.UnhandledRejectionListener[] = [];
  beforeEach(() => {
    earlier = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', catcher);
  });
  afterEach(() => {
    process.off('unhandledRejection', catcher);
    for (const listener of earlier) process.on('unhandledRejection', listener);
  });

  it('keeps nobody from hearing, and is reported', async () => {
    const emitter = new Emitter<Events>();
    const heard: string[] = [];
    const error = new Error('broken');
    emitter.on('up', () => {
      throw error;
    });
    emitter.on('up', () => heard.push('still'));
    expect(() => {
      emitter.emit('up', { by: 1 });
    }).not.toThrow();
    expect(heard).toEqual(['still']);
    await new Promise((resolve) => setTimeout(resolve));
    expect(unhandled).toEqual([error]);
  });
});
