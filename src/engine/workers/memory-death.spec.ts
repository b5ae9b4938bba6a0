import { countOomKills, memoryDeathOf, type ProcessEnd } from './memory-death.js';

const HEAP_FULL =
  'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n----- Native stack trace -----';

describe('the death of a worker', () => {
  it.each<[string, Partial<ProcessEnd>, number, 'heap' | 'machine' | null]>([
    ['V8 aborts when its heap is full', { signal: 'SIGABRT', stderrTail: HEAP_FULL }, 0, 'heap'],
    ['the same seen by a shell', { code: 134, stderrTail: HEAP_FULL }, 0, 'heap'],
    ['a trap when the abort fails', { signal: 'SIGTRAP', stderrTail: HEAP_FULL }, 0, 'heap'],
    ['an abort for another reason', { signal: 'SIGABRT', stderrTail: 'assertion failed' }, 3, null],
    ['the kernel ends it for memory', { signal: 'SIGKILL' }, 1, 'machine'],
    ['somebody kills it', { signal: 'SIGKILL' }, 0, null],
    ['it ends by itself, whatever it prints', { code: 1, stderrTail: HEAP_FULL }, 1, null],
  ])('%s', (_what, end, oomKills, expected) => {
    const whole = { code: null, signal: null, stderrTail: '', ...end };
    expect(memoryDeathOf(whole, oomKills)).toBe(expected);
  });

  it('reads the count of the kernel', async () => {
    expect(await countOomKills()).toBeGreaterThanOrEqual(0);
  });
});
