import { MemoryRateStore } from './memory-rate-store.js';

describe('MemoryRateStore', () => {
  let now = 0;
  const store = () => new MemoryRateStore(() => now);

  beforeEach(() => {
    now = 1_000;
  });

  it('counts for a minute from the first request, and then starts again', async () => {
    const rates = store();
    expect(await rates.increment('a', 60_000, 2)).toMatchObject({ totalHits: 1, timeToExpire: 60 });
    now += 30_000;
    expect(await rates.increment('a', 60_000, 2)).toMatchObject({ totalHits: 2, timeToExpire: 30 });
    now += 29_999;
    expect(await rates.increment('a', 60_000, 2)).toMatchObject({
      totalHits: 3,
      isBlocked: true,
      timeToBlockExpire: 1,
    });
    now += 1;
    expect(await rates.increment('a', 60_000, 2)).toMatchObject({ totalHits: 1, isBlocked: false });
  });

  it('counts each client separately', async () => {
    const rates = store();
    await rates.increment('a', 60_000, 2);
    expect((await rates.increment('b', 60_000, 2)).totalHits).toBe(1);
  });

  it('removes expired windows', async () => {
    const rates = store();
    for (let n = 0; n < 20_000; n++) {
      await rates.increment(`client ${n}`, 60_000, 2);
      now += 60;
    }
    const { windows } = rates as unknown as { windows: Map<string, unknown> };
    expect(windows.size).toBeLessThanOrEqual(10_000);
  });
});
