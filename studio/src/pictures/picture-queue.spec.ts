import { PictureQueue } from './picture-queue.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('PictureQueue', () => {
  let running: { signal: AbortSignal; resolve: (blob: Blob) => void }[];
  let forgotten: string[];
  let queue: PictureQueue;

  const make = (signal: AbortSignal) =>
    new Promise<Blob>((resolve, reject) => {
      running.push({ signal, resolve });
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  const want = (key: string, controller = new AbortController()) => ({
    controller,
    url: queue.want(key, make, controller.signal),
  });

  beforeEach(() => {
    running = [];
    forgotten = [];
    let last = 0;
    queue = new PictureQueue(
      2,
      2,
      () => `url-${++last}`,
      (url) => forgotten.push(url),
    );
  });

  it('makes two at a time, and each content once', async () => {
    const wanted = ['a', 'b', 'c', 'a'].map((key) => want(key));
    await settled();
    expect(running).toHaveLength(2);
    running[0]!.resolve(new Blob());
    await settled();
    expect(running).toHaveLength(3);
    await expect(wanted[0]!.url).resolves.toBe('url-1');
    await expect(wanted[3]!.url).resolves.toBe('url-1');
    expect(queue.find('a')).toBe('url-1');
  });

  it('does not make what nobody wants any more', async () => {
    const wanted = ['a', 'b', 'c'].map((key) => want(key));
    const other = want('a');
    await settled();
    wanted[0]!.controller.abort();
    wanted[1]!.controller.abort();
    wanted[2]!.controller.abort();
    await settled();
    expect(running.map(({ signal }) => signal.aborted)).toEqual([false, true]);
    running[0]!.resolve(new Blob());
    await expect(other.url).resolves.toBe('url-1');
    expect(running).toHaveLength(2);
  });

  it('begins nothing while something else needs the service', async () => {
    queue.hold();
    want('a');
    await settled();
    expect(running).toHaveLength(0);
    queue.release();
    expect(running).toHaveLength(1);
  });

  it('forgets what was not used for the longest time', async () => {
    for (const key of ['a', 'b', 'c']) {
      want(key);
      await settled();
      running.at(-1)!.resolve(new Blob());
      await settled();
      queue.find('a');
    }
    expect(forgotten).toEqual(['url-2']);
    expect(queue.find('b')).toBeNull();
  });
});
