import { jest } from '@jest/globals';
import { NoPreviewPlace, PreviewPlaces } from './preview-places.js';

const never = new AbortController().signal;
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Previews that run until the test ends them. */
class Previews {
  readonly running: string[] = [];
  readonly failed: string[] = [];
  private readonly ends = new Map<string, () => void>();

  constructor(readonly places: PreviewPlaces) {}

  /** @param name the key, and a number */
  start(name: string, signal = never): void {
    const [keyId] = name.split(' ');
    const action = () => {
      this.running.push(name);
      return new Promise<void>((resolve) => this.ends.set(name, resolve));
    };
    this.places.run(keyId!, signal, action).catch((error: unknown) => {
      const why = error instanceof NoPreviewPlace ? (error.isOwn ? 'own' : 'all') : String(error);
      this.failed.push(`${name}: ${why}`);
    });
  }

  async end(name: string): Promise<void> {
    this.ends.get(name)!();
    this.running.splice(this.running.indexOf(name), 1);
    await settled();
  }
}

describe('PreviewPlaces', () => {
  it('leaves a place for other keys', async () => {
    const previews = new Previews(new PreviewPlaces(3));
    for (const name of ['a 1', 'a 2', 'a 3', 'b 1']) previews.start(name);
    await settled();
    expect(previews.running).toEqual(['a 1', 'a 2', 'b 1']);
    await previews.end('b 1');
    expect(previews.running).toEqual(['a 1', 'a 2']);
    await previews.end('a 1');
    expect(previews.running).toEqual(['a 2', 'a 3']);
  });

  it('lets those that wait in by their order', async () => {
    const previews = new Previews(new PreviewPlaces(1));
    for (const name of ['a 1', 'a 2', 'b 1', 'a 3']) previews.start(name);
    await settled();
    for (const name of ['a 1', 'a 2', 'b 1', 'a 3']) {
      expect(previews.running).toEqual([name]);
      await previews.end(name);
    }
  });

  it('refuses a fifth preview of a key, and takes one after another has ended', async () => {
    const previews = new Previews(new PreviewPlaces(8));
    for (let at = 1; at <= 5; at++) previews.start(`a ${at}`);
    await settled();
    expect([previews.running.length, previews.failed]).toEqual([4, ['a 5: own']]);
    await previews.end('a 1');
    previews.start('a 6');
    await settled();
    expect(previews.running).toContain('a 6');
  });

  it('refuses what comes when too many wait', async () => {
    const previews = new Previews(new PreviewPlaces(2));
    for (let at = 0; at < 35; at++) previews.start(`k${at} 1`);
    await settled();
    expect([previews.running.length, previews.failed]).toEqual([2, ['k34 1: all']]);
  });

  it('forgets a client that leaves while it waits', async () => {
    const previews = new Previews(new PreviewPlaces(1));
    const client = new AbortController();
    previews.start('a 1');
    previews.start('b 1', client.signal);
    previews.start('c 1');
    client.abort('gone');
    await settled();
    expect(previews.failed).toEqual(['b 1: gone']);
    await previews.end('a 1');
    expect(previews.running).toEqual(['c 1']);
    previews.start('d 1', AbortSignal.abort('gone'));
    await settled();
    expect(previews.failed).toContain('d 1: gone');
  });

  it('gives the place free when an action fails', async () => {
    const places = new PreviewPlaces(1);
    const fail = () => Promise.reject(new Error('broken'));
    for (let at = 0; at < 6; at++)
      await expect(places.run('a', never, fail)).rejects.toThrow('broken');
  });

  it('lets nobody wait for more than 20 seconds', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    const previews = new Previews(new PreviewPlaces(1));
    previews.start('a 1');
    previews.start('b 1');
    await settled();
    jest.advanceTimersByTime(19_000);
    await settled();
    expect(previews.failed).toEqual([]);
    jest.advanceTimersByTime(1_500);
    await settled();
    expect([previews.running, previews.failed]).toEqual([['a 1'], ['b 1: all']]);
    jest.useRealTimers();
  });
});
