import type { DataSource } from 'typeorm';
import { loadConfig } from '../../config/load-config.js';
import type { ObjectInfo, ObjectStore } from './object-store.js';
import { StoreSweeper } from './store-sweeper.js';

const NOW = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;

/** Sweeps caches whose entries have these ages, and 100 bytes each. @returns the ages that are left */
async function agesAfterSweep(minutes: readonly number[], maxBytes: number): Promise<number[]> {
  let left = minutes.map((age): ObjectInfo => ({
    ...{ key: `caches/words/${age}`, bytes: 100 },
    modifiedAt: new Date(NOW - age * MINUTE_MS),
  }));
  const store = {
    list: (prefix: string) =>
      Promise.resolve({ objects: left.filter(({ key }) => key.startsWith(prefix)), next: null }),
    remove: (removed: string) => {
      left = left.filter(({ key }) => key !== removed);
      return Promise.resolve();
    },
    removeUnfinished: () => Promise.resolve(),
  } as unknown as ObjectStore;
  const config = loadConfig({
    ...{ VIDEOCRAFT_STORAGE: 's3', VIDEOCRAFT_S3_BUCKET: 'videos' },
    VIDEOCRAFT_STORAGE_CACHE_MAX_BYTES: String(maxBytes),
  });
  const database = { query: () => Promise.resolve([]) } as unknown as DataSource;
  await new StoreSweeper(store, config, database).sweep(NOW);
  return left.map(({ key }) => Number(key.split('/').at(-1)));
}

describe('the sweeper', () => {
  it('keeps the newest entries of a day that has more than the bound', async () => {
    expect(await agesAfterSweep([2, 20, 200, 600, 1_200], 300)).toEqual([2, 20, 200]);
  });

  it('keeps what is within the bound', async () => {
    expect(await agesAfterSweep([2, 20, 29 * 1_440], 300)).toEqual([2, 20, 29 * 1_440]);
  });

  it('removes what is older than the limit', async () => {
    expect(await agesAfterSweep([2, 31 * 1_440], 300)).toEqual([2]);
  });
});
