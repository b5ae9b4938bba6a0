import { Semaphore } from './semaphore.js';

describe('Semaphore', () => {
  it('grants no more slots than it has, in order', async () => {
    const semaphore = new Semaphore(3);
    const log: string[] = [];
    let held = 0;
    const hold = (name: string, places: number) =>
      semaphore.run(
        async () => {
          held += Math.min(places, 3);
          expect(held).toBeLessThanOrEqual(3);
          log.push(name);
          for (let turn = 0; turn < 5; turn++) await Promise.resolve();
          held -= Math.min(places, 3);
        },
        { slots: places },
      );
    await Promise.all([hold('a', 1), hold('b', 1), hold('c', 2), hold('d', 9), hold('e', 1)]);
    expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(held).toBe(0);
  });

  it('releases an aborted waiter, and admits the next one that fits', async () => {
    const semaphore = new Semaphore(2);
    let leave = () => {};
    const first = semaphore.run(() => new Promise<void>((resolve) => (leave = resolve)));
    const abort = new AbortController();
    const never = semaphore.run(() => Promise.reject(new Error('entered')), {
      slots: 2,
      signal: abort.signal,
    });
    const small = semaphore.run(async () => 'entered');
    abort.abort();
    await expect(never).rejects.toMatchObject({ name: 'AbortError' });
    expect(await small).toBe('entered');
    leave();
    await first;
    expect(await semaphore.run(async () => 'all', { slots: 2 })).toBe('all');
  });

  it('releases slots if their holder fails', async () => {
    const semaphore = new Semaphore(1);
    await expect(semaphore.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await semaphore.run(async () => 'next')).toBe('next');
  });
});
