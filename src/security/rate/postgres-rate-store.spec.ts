import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { PostgresRateStore } from './postgres-rate-store.js';

describe('PostgresRateStore', () => {
  let queries: string[];
  let isDown: boolean;
  let isSilent: boolean;
  let hits: number;
  let store: PostgresRateStore;

  beforeEach(() => {
    jest.useFakeTimers();
    Logger.overrideLogger(false);
    queries = [];
    isDown = false;
    isSilent = false;
    hits = 0;
    store = new PostgresRateStore({
      query: (sql: string) => {
        queries.push(sql.trim().split(' ', 1)[0]!);
        if (isSilent) return new Promise(() => {});
        if (isDown) return Promise.reject(new Error('down'));
        return Promise.resolve([{ hits: ++hits, left_ms: 60_000 }]);
      },
    } as unknown as DataSource);
  });
  afterEach(() => {
    store.onApplicationShutdown();
    jest.useRealTimers();
    Logger.overrideLogger(['error', 'fatal', 'log', 'warn', 'debug', 'verbose']);
  });

  const count = async (client: string, limit = 2) => {
    const { totalHits, isBlocked } = await store.increment(client, 60_000, limit);
    return [totalHits, isBlocked];
  };

  it('counts a client over its limit without the database', async () => {
    const counted: unknown[] = [];
    for (let n = 0; n < 5; n++) counted.push(await count('a'));
    expect(counted).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, true],
      [5, true],
    ]);
    expect(queries).toEqual(['INSERT', 'INSERT', 'INSERT']);
  });

  it('counts in memory while the database does not respond', async () => {
    isDown = true;
    expect([await count('a'), await count('a')]).toEqual([
      [1, false],
      [2, false],
    ]);
    // It is not asked again at once.
    expect(queries).toEqual(['INSERT']);
    jest.advanceTimersByTime(6_000);
    isDown = false;
    expect(await count('a')).toEqual([1, false]);
    expect(queries).toEqual(['INSERT', 'INSERT']);
  });

  it('counts in memory when the database is silent', async () => {
    isSilent = true;
    const counted = count('a');
    await jest.advanceTimersByTimeAsync(1_100);
    expect(await counted).toEqual([1, false]);
  });

  it('asks again after the window, and forgets windows that ended, also without a database', async () => {
    await count('a', 0);
    jest.advanceTimersByTime(61_000);
    await count('b', 0);
    expect(await count('a', 5)).toEqual([3, false]);
    isDown = true;
    await count('b', 0);
    jest.advanceTimersByTime(300_000);
    expect(queries).toEqual(['INSERT', 'INSERT', 'INSERT', 'DELETE']);
  });
});
