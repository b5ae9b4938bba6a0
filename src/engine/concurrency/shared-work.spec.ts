import { SharedWork } from './shared-work.js';

/** Work that the test ends. */
function open() {
  let end!: (value: string) => void;
  let fail!: (error: Error) => void;
  let signal!: AbortSignal;
  let ends = 0;
  const work = new SharedWork<string>(
    (given) => {
      signal = given;
      return new Promise((resolve, reject) => {
        end = resolve;
        fail = reject;
      });
    },
    () => ends++,
  );
  return { work, end, fail, signal, ends: () => ends };
}

const never = new AbortController().signal;

describe('SharedWork', () => {
  it('gives its result to all callers', async () => {
    const { work, end, ends } = open();
    const both = Promise.all([work.wait(never), work.wait(never)]);
    expect(ends()).toBe(0);
    end('done');
    expect(await both).toEqual(['done', 'done']);
    expect(ends()).toBeGreaterThan(0);
  });

  it('gives its error to all callers', async () => {
    const { work, fail } = open();
    const both = [work.wait(never), work.wait(never)];
    fail(new Error('no'));
    for (const one of both) await expect(one).rejects.toThrow('no');
  });

  it('goes on while one caller waits, and is aborted when none does', async () => {
    const { work, signal, ends } = open();
    const [first, second] = [new AbortController(), new AbortController()];
    const [one, other] = [work.wait(first.signal), work.wait(second.signal)];
    first.abort(new Error('first'));
    await expect(one).rejects.toThrow('first');
    expect([signal.aborted, ends()]).toEqual([false, 0]);
    second.abort(new Error('second'));
    await expect(other).rejects.toThrow('second');
    expect([signal.aborted, ends()]).toEqual([true, 1]);
  });

  it('leaves no unhandled error when nobody waits', async () => {
    const { work, fail } = open();
    const left = new AbortController();
    const one = work.wait(left.signal);
    left.abort(new Error('left'));
    await expect(one).rejects.toThrow('left');
    fail(new Error('late'));
    await new Promise((resolve) => setImmediate(resolve));
  });
});
