import { setTimeout as delay } from 'node:timers/promises';
import { KeyedLine, WaitedTooLong } from './keyed-line.js';

describe('a line for each key', () => {
  it('runs the actions of a key one after another, and those of other keys meanwhile', async () => {
    const line = new KeyedLine(60_000);
    const order: string[] = [];
    const action = (name: string, ms: number) => async () => {
      order.push(`${name} begins`);
      await delay(ms);
      order.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all([
      line.run('a', action('a1', 100)),
      line.run('a', action('a2', 0)),
      line.run('b', action('b1', 0)),
    ]);
    expect(results).toEqual(['a1', 'a2', 'b1']);
    expect(order.filter((entry) => entry.startsWith('a'))).toEqual([
      'a1 begins',
      'a1 ends',
      'a2 begins',
      'a2 ends',
    ]);
    expect(order.indexOf('b1 begins')).toBeLessThan(order.indexOf('a1 ends'));
    expect(line.size).toBe(0);
  });

  it('goes on after an action that fails', async () => {
    const line = new KeyedLine(60_000);
    const failed = line.run('a', () => Promise.reject(new Error('no')));
    const next = line.run('a', async () => 'done');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('done');
    expect(line.size).toBe(0);
  });

  it('gives up an action that waits too long, but none that has begun', async () => {
    const line = new KeyedLine(50);
    const first = line.run('a', () => delay(200, 'first'));
    const second = line.run('a', async () => 'second');
    await expect(second).rejects.toThrow(WaitedTooLong);
    expect(await first).toBe('first');
    expect(await line.run('a', async () => 'third')).toBe('third');
    expect(line.size).toBe(0);
  });
});
