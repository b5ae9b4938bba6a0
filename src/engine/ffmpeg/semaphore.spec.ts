import { Semaphore } from './semaphore.js';

describe('Semaphore', () => {
  it('gives out no more places than there are, in order', async () => {
    const semaphore = new Semaphore(3);
    const log: string[] = [];
    let held = 0;
    const hold = (name: string, places: number) =>
      semaphore.run(async () => {
        held += Math.min(places, 3);
        expect(held).toBeLessThanOrEqual(3);
        log.push(name);
        for (let turn = 0; turn < 5; turn++) await Promise.resolve();
        held -= Math.min(places, 3);
      }, places);
    await Promise.all([hold('a', 1), hold('b', 1), hold('c', 2), hold('d', 9), hold('e', 1)]);
    expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(held).toBe(0);
  });

  it('gives places back when a holder fails', async () => {
    const semaphore = new Semaphore(1);
    await expect(semaphore.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await semaphore.run(async () => 'next')).toBe('next');
  });
});
