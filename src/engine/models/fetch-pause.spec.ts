import { FetchPause } from './fetch-pause.js';
import { ModelError, ModelFetchError } from './model-error.js';

describe('FetchPause', () => {
  const minutes = (count: number) => count * 60_000;
  let nowMs: number;
  let fetches: number;
  let pause: FetchPause;

  beforeEach(() => {
    nowMs = 0;
    fetches = 0;
    pause = new FetchPause(() => nowMs);
  });

  const fetchThat = (outcome: Error | string) =>
    pause.run(async () => {
      fetches++;
      if (typeof outcome === 'string') return outcome;
      throw outcome;
    });
  const failed = new ModelFetchError('The mirror is away.');

  it('fails at once for a minute after a failure, and then tries again', async () => {
    await expect(fetchThat(failed)).rejects.toThrow(/^The mirror is away\.$/);
    nowMs += 20_000;
    await expect(fetchThat('there')).rejects.toThrow(
      'The mirror is away. The next attempt is possible in 40 s.',
    );
    expect(fetches).toBe(1);
    nowMs += 40_000;
    expect(await fetchThat('there')).toBe('there');
    expect(await fetchThat('there')).toBe('there');
  });

  it('waits twice as long after each failure, up to an hour, and a minute after a success', async () => {
    for (const wait of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await expect(fetchThat(failed)).rejects.toThrow(ModelFetchError);
      const before = fetches;
      nowMs += minutes(wait) - 1;
      await expect(fetchThat(failed)).rejects.toThrow('in 1 s');
      expect(fetches).toBe(before);
      nowMs += 1;
    }
    await fetchThat('there');
    await expect(fetchThat(failed)).rejects.toThrow(ModelFetchError);
    nowMs += minutes(1);
    expect(await fetchThat('there')).toBe('there');
  });

  it('counts fetches that fail at the same time once', async () => {
    await Promise.allSettled([failed, new ModelFetchError('Away, too.')].map(fetchThat));
    nowMs += minutes(1);
    expect(await fetchThat('there')).toBe('there');
  });

  it('remembers neither a cancelled fetch nor another error', async () => {
    for (const error of [new DOMException('Stopped', 'AbortError'), new ModelError('No room.')]) {
      await expect(fetchThat(error)).rejects.toBe(error);
      expect(await fetchThat('there')).toBe('there');
    }
  });
});
