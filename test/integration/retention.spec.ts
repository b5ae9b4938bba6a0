import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { loadConfig } from '../../src/config/load-config.js';
import { AssetFiles } from '../../src/engine/assets/asset-files.js';
import { makeAuditPartitions } from '../../src/engine/retention/audit-partitions.js';
import { DownloadHolds } from '../../src/engine/retention/download-holds.js';
import type { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import type { NewJob } from '../../src/engine/jobs/job-store.js';
import type { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { FolderStore } from '../../src/engine/storage/folder-store.js';
import { planRetention } from '../../src/retention/retention-plan.js';
import { auditLog, jobQueries } from '../support/database.js';
import { type JobTables, openJobTables } from '../support/job-tables.js';
import { makeRetention } from '../support/make-retention.js';
import { videoResult } from '../support/service.js';

describe('retention', () => {
  let tables: JobTables;
  let dataSource: DataSource;
  let queue: RenderQueue;
  let attempts: AttemptStore;
  let dataDir: string;

  beforeAll(async () => {
    tables = await openJobTables();
    ({ dataSource, queue, attempts } = tables);
    dataDir = await mkdtemp(join(tmpdir(), 'videocraft-retention-'));
  }, 120_000);

  afterAll(async () => {
    await tables.close();
    await rm(dataDir, { recursive: true, force: true });
  }, 60_000);

  beforeEach(async () => {
    await dataSource.query(
      'TRUNCATE jobs, job_assets, batches, idempotency_keys, key_usage, key_counts',
    );
    for (const folder of ['videos', 'assets']) {
      await rm(join(dataDir, folder), { recursive: true, force: true });
    }
  });

  function service(env: Record<string, string> = {}) {
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dataDir, ...env });
    const parts = { config, dataSource, queue, store: new FolderStore(dataDir) };
    const { jobs: store, ...others } = makeRetention(parts);
    return { store, ...others };
  }

  /** Finished jobs with a video of 11 bytes each, so many days ago. Oldest first. */
  async function videos(...daysAgo: number[]): Promise<string[]> {
    const { store } = service();
    const batchId = uuidv7();
    const jobs = daysAgo.map((): NewJob => {
      return { id: uuidv7(), keyId: 'k', requestId: 'r', config: {} };
    });
    const idempotency = { key: batchId, bodyHash: Buffer.alloc(32) };
    await store.acceptAll(jobs as [NewJob, ...NewJob[]], batchId, idempotency);
    for (const [index, { id }] of jobs.entries()) {
      const claim = (await attempts.claim(id, 'w'))!;
      const folder = join(dataDir, 'videos', `${id}-1`);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'video.mp4'), 'eleven byte');
      await attempts.complete(claim, videoResult(`${id}-1`), [], []);
      await dataSource.query(
        `UPDATE jobs SET created_at = now() - $2 * interval '1 day',
           finished_at = now() - $2 * interval '1 day' WHERE id = $1`,
        [id, daysAgo[index]],
      );
    }
    return jobs.map(({ id }) => id);
  }

  const kept = async () => {
    const folders = await readdir(join(dataDir, 'videos')).catch(() => []);
    const rows = await dataSource.query<{ id: string }[]>(
      `SELECT id FROM jobs WHERE deleted_at IS NULL AND status = 'completed'`,
    );
    return {
      folders: folders.map((name) => name.slice(0, 36)).sort(),
      rows: rows.map(({ id }) => id).sort(),
    };
  };
  const only = (...ids: string[]) => ({ folders: [...ids].sort(), rows: [...ids].sort() });

  it('removes nothing by default', async () => {
    const ids = await videos(10_000, 1);
    await service().retention.apply();
    expect(await kept()).toEqual(only(...ids));
    await service({ VIDEOCRAFT_RETENTION_JOB_DAYS: '1' }).retention.apply();
  });

  it('deletes videos that are too old, as a client does', async () => {
    const [old, young] = (await videos(8, 6)) as [string, string];
    await service({ VIDEOCRAFT_RETENTION_VIDEO_DAYS: '7' }).retention.apply();
    expect(await kept()).toEqual(only(young));
    const events = await auditLog(dataSource).ofJob(old);
    expect(events.at(-1)).toMatchObject({
      type: 'video.deleted',
      keyId: 'retention',
      ownerId: 'k',
    });
    expect((await jobQueries(dataSource).find(old))!.deletedAt).not.toBeNull();
    await service({ VIDEOCRAFT_RETENTION_JOB_DAYS: '1' }).retention.apply();
  });

  it('deletes the oldest videos beyond a size, and no more', async () => {
    const ids = await videos(4, 3, 2, 1);
    await service({ VIDEOCRAFT_RETENTION_VIDEO_BYTES: '25' }).retention.apply();
    expect(await kept()).toEqual(only(...ids.slice(2)));
    await service({ VIDEOCRAFT_RETENTION_VIDEO_BYTES: '1' }).retention.apply();
    expect(await kept()).toEqual(only());
  });

  it('removes old jobs with their videos, batches, and idempotency keys, in steps', async () => {
    const ids = await videos(...Array.from({ length: 120 }, () => 40), 1);
    const waiting = uuidv7();
    const { store } = service();
    await store.accept({ id: waiting, keyId: 'k', requestId: 'r', config: {} });
    await dataSource.query(
      `UPDATE jobs SET created_at = now() - interval '99 days' WHERE id = $1`,
      [waiting],
    );
    const { retention } = service({ VIDEOCRAFT_RETENTION_JOB_DAYS: '30' });
    // Two processes at the same time.
    await Promise.all([retention.apply(), retention.apply()]);
    await retention.apply();
    const left = await dataSource.query<{ id: string }[]>('SELECT id FROM jobs');
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([ids.at(-1), waiting]));
    expect(await kept()).toEqual(only(ids.at(-1)!));
    expect(await dataSource.query('SELECT 1 FROM batches')).toHaveLength(1);
    expect(await dataSource.query('SELECT 1 FROM idempotency_keys')).toHaveLength(0);
    const [removed] = await dataSource.query<{ jobs: number }[]>(
      `SELECT sum((data->>'count')::int)::int AS jobs FROM audit_events
       WHERE type = 'retention.applied' AND data->>'what' = 'jobs' AND at > now() - interval '5 s'`,
    );
    expect(removed!.jobs).toBeGreaterThanOrEqual(100);
    await dataSource.query(`UPDATE jobs SET created_at = 'epoch', finished_at = 'epoch'`);
    await dataSource.query(`UPDATE jobs SET status = 'cancelled' WHERE status = 'pending'`);
    await retention.apply();
    expect(await dataSource.query('SELECT 1 FROM jobs, batches')).toEqual([]);
  }, 60_000);

  it('leaves a row whose files cannot be removed for the next pass, and removes the rest', async () => {
    const [first, second, third] = (await videos(10, 9, 8)) as [string, string, string];
    const { store, retention } = service({
      VIDEOCRAFT_RETENTION_VIDEO_DAYS: '7',
      VIDEOCRAFT_RETENTION_VIDEO_BYTES: '1000',
      VIDEOCRAFT_RETENTION_JOB_DAYS: '7',
    });
    const remove = store.remove.bind(store);
    store.remove = (jobId, by, removeFiles) =>
      remove(jobId, by, jobId === second ? () => Promise.reject(new Error('EPERM')) : removeFiles);
    await expect(retention.apply()).rejects.toMatchObject({
      errors: [expect.objectContaining({ message: 'EPERM' })],
    });
    expect(await kept()).toEqual(only(second));
    expect(await jobQueries(dataSource).find(first)).toBeNull();
    expect(await jobQueries(dataSource).find(third)).toBeNull();
    store.remove = remove;
    await retention.apply();
    expect(await kept()).toEqual(only());
    expect(await jobQueries(dataSource).find(second)).toBeNull();
  });

  it('gives up a pass when nothing can be removed, but not its other parts', async () => {
    await videos(...Array.from({ length: 60 }, () => 10));
    const { store, retention } = service({
      VIDEOCRAFT_RETENTION_VIDEO_DAYS: '7',
      VIDEOCRAFT_RETENTION_TEMPLATE_REVISIONS: '1',
    });
    let tries = 0;
    store.remove = () => {
      tries++;
      return Promise.reject(new Error('EROFS'));
    };
    await dataSource.query(
      `WITH made AS (INSERT INTO templates (id, key_id, name, revision)
         VALUES (gen_random_uuid(), 'k', 'x', 2) RETURNING id)
       INSERT INTO template_revisions (template_id, revision, name, config, variables)
       SELECT id, n, 'x', '{}', '[]' FROM made, generate_series(1, 2) AS n`,
    );
    await expect(retention.apply()).rejects.toThrow(AggregateError);
    expect(tries).toBe(50);
    expect(await dataSource.query('SELECT revision FROM template_revisions')).toEqual([
      { revision: 2 },
    ]);
    await dataSource.query('TRUNCATE templates CASCADE');
  });

  describe('of assets', () => {
    beforeEach(() =>
      dataSource.query('TRUNCATE assets, asset_contents, asset_usage, job_assets CASCADE'),
    );

    /** Assets of 11 bytes each, which were used so many days ago. */
    async function assets(...daysAgo: number[]): Promise<string[]> {
      const store = new FolderStore(dataDir);
      const { assets: rows } = service();
      const ids: string[] = [];
      for (const [index, days] of daysAgo.entries()) {
        const source = join(dataDir, `asset-${index}`);
        await writeFile(source, `content ${String(index).padStart(3)}`);
        const object = await new AssetFiles(store).put(source, AbortSignal.timeout(10_000));
        const file = { name: 'a.srt', contentType: 'text/plain', bytes: 11, object };
        const sha256 = String(index).padStart(64, '0');
        const kept = await rows.keep({ ...file, sha256 }, { keyId: 'k', requestId: null });
        ids.push(kept.asset.id);
        await dataSource.query(
          `UPDATE assets SET last_used_at = now() - $2 * interval '1 day' WHERE id = $1`,
          [kept.asset.id, days],
        );
      }
      return ids;
    }
    const left = async () => {
      const rows = await dataSource.query<{ id: string }[]>(
        'SELECT id FROM assets WHERE deleted_at IS NULL ORDER BY id',
      );
      const files = await readdir(join(dataDir, 'assets'));
      return { ids: rows.map(({ id }) => id), files: files.length };
    };

    it('deletes those that nobody has used for long, as a client does', async () => {
      const [, unused, recent] = (await assets(40, 31, 29)) as [string, string, string];
      const [old] = await dataSource.query<{ id: string }[]>(
        'SELECT id FROM assets ORDER BY last_used_at LIMIT 1',
      );
      // A job uses one of them. Its content stays for the job, and its time begins again.
      const { store } = service();
      const job = { id: uuidv7(), keyId: 'k', requestId: 'r', config: {}, assets: [old!.id] };
      await store.accept(job);
      await service({ VIDEOCRAFT_RETENTION_ASSET_DAYS: '30' }).retention.apply();
      expect(await left()).toEqual({ ids: [old!.id, recent], files: 2 });
      const [event] = await dataSource.query<{ key_id: string; owner_id: string }[]>(
        `SELECT key_id, owner_id FROM audit_events WHERE type = 'asset.deleted' AND data->>'asset_id' = $1`,
        [unused],
      );
      expect(event).toEqual({ key_id: 'retention', owner_id: 'k' });
      const usage = await dataSource.query('SELECT assets::int, bytes::int FROM asset_usage');
      expect(usage).toEqual([{ assets: 2, bytes: 22 }]);
    });

    it('deletes those beyond a size that were used longest ago, but none that is downloaded', async () => {
      const [, second, third] = (await assets(3, 2, 1)) as [string, string, string];
      const { retention } = service({ VIDEOCRAFT_RETENTION_ASSET_BYTES: '22' });
      const [{ object }] = await dataSource.query<[{ object: string }]>(
        'SELECT object FROM asset_contents ORDER BY sha256 LIMIT 1',
      );
      const config = loadConfig({ VIDEOCRAFT_RETENTION_ASSET_BYTES: '22' });
      const holds = new DownloadHolds(dataSource, config);
      await holds.during(object, async () => {
        await retention.apply();
        expect((await left()).ids).toHaveLength(3);
      });
      await holds.onModuleDestroy();
      await retention.apply();
      expect(await left()).toEqual({ ids: [second, third], files: 2 });
    });

    it('keeps what is read by a signed address, or in a process that has died, until its time is over', async () => {
      await assets(3);
      const config = loadConfig({ VIDEOCRAFT_RETENTION_ASSET_DAYS: '1' });
      const holds = new DownloadHolds(dataSource, config);
      const [{ object }] = await dataSource.query<[{ object: string }]>(
        'SELECT object FROM asset_contents',
      );
      await holds.for(object, 3600);
      // A download through the service does not end the time of the address.
      await holds.during(object, async () => {});
      const { retention } = service({ VIDEOCRAFT_RETENTION_ASSET_DAYS: '1' });
      await retention.apply();
      expect((await left()).ids).toHaveLength(1);
      await dataSource.query('UPDATE downloads SET until = now()');
      await retention.apply();
      expect(await left()).toEqual({ ids: [], files: 0 });
      expect(await dataSource.query('SELECT 1 FROM downloads')).toEqual([]);
    });
  });

  it('removes the oldest jobs beyond their size in the database, with their videos', async () => {
    const ids = await videos(3, 2, 1);
    const [{ bytes }] = await dataSource.query<[{ bytes: number }]>(
      `SELECT max(pg_column_size(config) + pg_column_size(result) + 500)::int AS bytes FROM jobs`,
    );
    const room = { VIDEOCRAFT_RETENTION_JOB_BYTES: String(bytes * 2) };
    await service(room).retention.apply();
    expect(await kept()).toEqual(only(...ids.slice(1)));
    expect(await jobQueries(dataSource).find(ids[0]!)).toBeNull();
    await service(room).retention.apply();
    expect(await kept()).toEqual(only(...ids.slice(1)));
  });

  it('lists what it is about to remove, with the first reason, and removes just that', async () => {
    const ids = await videos(40, 9, 8, 1);
    const env = {
      VIDEOCRAFT_RETENTION_VIDEO_DAYS: '30',
      VIDEOCRAFT_RETENTION_VIDEO_BYTES: '25',
      VIDEOCRAFT_RETENTION_JOB_DAYS: '35',
    };
    const planned = await planRetention(dataSource.manager, loadConfig(env).retention, 100);
    expect(planned).toEqual([
      removal('video', ids[0]!, 'VIDEO_DAYS'),
      removal('video', ids[1]!, 'VIDEO_BYTES'),
      removal('job', ids[0]!, 'JOB_DAYS'),
    ]);
    expect(await kept()).toEqual(only(...ids));
    await service(env).retention.apply();
    expect(await kept()).toEqual(only(...ids.slice(2)));
    expect(await planRetention(dataSource.manager, loadConfig(env).retention, 100)).toEqual([]);
  });

  const removal = (what: string, id: string, name: string) => ({
    ...{ what, id, bytes: 11, since: expect.any(Date) as Date },
    because: `VIDEOCRAFT_RETENTION_${name}`,
  });

  it('keeps the latest revisions of templates', async () => {
    await dataSource.query(
      `WITH made AS (INSERT INTO templates (id, key_id, name, revision)
         VALUES (gen_random_uuid(), 'k', 'x', 5) RETURNING id)
       INSERT INTO template_revisions (template_id, revision, name, config, variables)
       SELECT id, n, 'x', '{}', '[]' FROM made, generate_series(1, 5) AS n`,
    );
    await service({ VIDEOCRAFT_RETENTION_TEMPLATE_REVISIONS: '2' }).retention.apply();
    const rows = await dataSource.query<{ revision: number }[]>(
      'SELECT revision FROM template_revisions ORDER BY 1',
    );
    expect(rows.map(({ revision }) => revision)).toEqual([4, 5]);
  });

  it('drops audit events by whole months, and makes the next months', async () => {
    await service().retention.apply();
    const months = () =>
      dataSource.query<{ name: string }[]>(
        `SELECT inhrelid::regclass::text AS name FROM pg_inherits
         WHERE inhparent = 'audit_events'::regclass ORDER BY 1`,
      );
    const before = await months();
    expect(before.length).toBeGreaterThanOrEqual(4);
    // Events of a time without a partition, such as after the clock was wrong, move to theirs.
    const [{ end }] = await dataSource.query<[{ end: Date }]>(
      `SELECT date_trunc('month', now() AT TIME ZONE 'UTC') + interval '100 days' AS end`,
    );
    await dataSource.query(
      `DROP TABLE ${before.filter(({ name }) => /\d$/.test(name)).at(-1)!.name}`,
    );
    await dataSource.query(`INSERT INTO audit_events (type, at) VALUES ('key.refused', $1)`, [end]);
    await dataSource.transaction((manager) => makeAuditPartitions(manager));
    expect(await months()).toEqual(before);
    expect(await dataSource.query('SELECT 1 FROM audit_events_other')).toEqual([]);
    expect(await dataSource.query(`SELECT 1 FROM audit_events WHERE at = $1`, [end])).toHaveLength(
      1,
    );

    // As after an upgrade some years ago.
    await dataSource.query('ALTER TABLE audit_events DETACH PARTITION audit_events_first');
    await dataSource.query('TRUNCATE audit_events_first');
    await dataSource.query(
      `ALTER TABLE audit_events ATTACH PARTITION audit_events_first
         FOR VALUES FROM (MINVALUE) TO ('2020-01-01')`,
    );
    await service({ VIDEOCRAFT_RETENTION_AUDIT_MONTHS: '1' }).retention.apply();
    expect(await months()).toEqual(before.filter(({ name }) => name !== 'audit_events_first'));
    const [event] = await dataSource.query<{ data: object }[]>(
      `SELECT data FROM audit_events WHERE data->>'what' = 'audit_events'`,
    );
    expect(event!.data).toMatchObject({ count: 1, tables: ['audit_events_first'] });

    // By size: all months of the past, and never the present one.
    await dataSource.query(`CREATE TABLE audit_events_past (LIKE audit_events INCLUDING DEFAULTS)`);
    await dataSource.query(
      `ALTER TABLE audit_events ATTACH PARTITION audit_events_past FOR VALUES FROM ('2020-01-01') TO ('2020-02-01')`,
    );
    const bySize = loadConfig({ VIDEOCRAFT_RETENTION_AUDIT_BYTES: '1' });
    const planned = await planRetention(dataSource.manager, bySize.retention, 10);
    expect(planned).toMatchObject([{ what: 'audit_month', id: 'audit_events_past' }]);
    await service({ VIDEOCRAFT_RETENTION_AUDIT_BYTES: '1' }).retention.apply();
    expect(await months()).toEqual(before.filter(({ name }) => name !== 'audit_events_first'));
  });
});
