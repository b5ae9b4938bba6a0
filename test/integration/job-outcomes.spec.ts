import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { loadConfig } from '../../src/config/load-config.js';
import { JobFailure } from '../../src/core/job/job-failure.js';
import type { AuditLog } from '../../src/engine/audit/audit-log.js';
import { AttemptQueries } from '../../src/engine/jobs/attempt-queries.js';
import { CertainJobs } from '../../src/engine/jobs/certain-jobs.js';
import type { JobQueries } from '../../src/engine/jobs/job-queries.js';
import type { Claim } from '../../src/engine/jobs/attempt.js';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { JobStore } from '../../src/engine/jobs/job-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import {
  auditLog,
  jobQueries,
  openDataSource,
  startTestServer,
  type TestServer,
} from '../support/database.js';
import { LossyProxy } from '../support/lossy-proxy.js';
import { videoResult } from '../support/service.js';

const WORKER = { id: 'w', isLocked: false };
const END = { result: videoResult('x-1'), steps: [], warnings: [] };

/** The connection of a worker is cut at the statement that matters. */
describe('the outcome of a commit whose answer is lost', () => {
  let server: TestServer;
  let proxy: LossyProxy;
  let direct: DataSource;
  let through: DataSource;
  let queue: RenderQueue;
  let attempts: AttemptStore;
  let store: JobStore;
  let certain: CertainJobs;
  let jobs: JobQueries;
  let audit: AuditLog;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    server = await startTestServer();
    const database = await server.database();
    direct = database.dataSource;
    proxy = await LossyProxy.start(database.url);
    through = await openDataSource(proxy.url);
    queue = new RenderQueue(database.url, () => {});
    await queue.start();
    attempts = new AttemptStore(through, queue);
    store = new JobStore(through, queue, loadConfig({}));
    certain = new CertainJobs(attempts, new AttemptQueries(through));
    jobs = jobQueries(direct);
    audit = auditLog(direct);
  }, 120_000);

  afterAll(async () => {
    await queue.stop(5_000);
    await through.destroy();
    await proxy.close();
    await server.stop();
  }, 60_000);

  async function accepted(): Promise<string> {
    const id = uuidv7();
    await store.accept({ id, keyId: 'k', requestId: 'r', config: { scenes: [] } });
    return id;
  }

  async function claimed(): Promise<Claim> {
    return (await attempts.claim(await accepted(), 'w'))!;
  }

  const types = async (id: string) => (await audit.ofJob(id)).map(({ type }) => type);

  describe('a job whose message has ended', () => {
    const end = (id: string) =>
      direct.query(
        `UPDATE pgboss.job SET state = 'completed', completed_on = now() WHERE id = $1`,
        [id],
      );
    const messageOf = (id: string) =>
      direct.query<object[]>(
        'SELECT state::text, priority, retry_limit, completed_on FROM pgboss.job WHERE id = $1',
        [id],
      );

    it.each([
      ['nobody has its message', null],
      ['its worker still names it', 0],
    ])('gets another in its place when its attempt is given back: %s', async (_, retryCount) => {
      const claim = await claimed();
      const before = await messageOf(claim.jobId);
      await end(claim.jobId);
      const message = retryCount === null ? null : { id: claim.jobId, retryCount };
      expect(await attempts.release(claim, message, { reason: 'worker_lost' })).toBe(true);
      expect(await messageOf(claim.jobId)).toEqual(before);
    });

    it('gets another when it waits', async () => {
      const [ended, missing, recent] = [await accepted(), await accepted(), await accepted()];
      await end(ended);
      await direct.query('DELETE FROM pgboss.job WHERE id = ANY ($1)', [[missing, recent]]);
      await direct.query(
        `UPDATE jobs SET updated_at = now() - interval '2 minutes' WHERE id = ANY ($1)`,
        [[ended, missing]],
      );
      const { revived, next } = await attempts.reviveForgotten();
      expect([revived.toSorted(), next]).toEqual([[ended, missing].sort(), null]);
      expect(await messageOf(missing)).toMatchObject([{ state: 'created' }]);
      expect(await attempts.reviveForgotten()).toEqual({ revived: [], next: null });
    });

    it('gets another behind a thousand that wait with one', async () => {
      const id = await accepted();
      await direct.query('DELETE FROM pgboss.job WHERE id = $1', [id]);
      await direct.query(
        `WITH older AS (
           INSERT INTO jobs (id, key_id, request_id, config, priority, turn, created_at, updated_at)
           SELECT gen_random_uuid(), key_id, request_id, config, priority, turn,
             now() - interval '1 day', now() - interval '1 day'
           FROM jobs, generate_series(1, 1000) WHERE id = $1 RETURNING id)
         INSERT INTO pgboss.job (name, id) SELECT 'render', id FROM older`,
        [id],
      );
      await direct.query(
        `UPDATE jobs SET updated_at = now() - interval '2 minutes' WHERE id = $1`,
        [id],
      );
      const first = await attempts.reviveForgotten();
      expect([first.revived, first.next === null]).toEqual([[], false]);
      expect((await attempts.reviveForgotten(first.next)).revived).toEqual([id]);
      await direct.query(`DELETE FROM jobs WHERE created_at < now() - interval '12 hours'`);
    });
  });

  describe.each(['statement', 'answer'] as const)('if the %s is lost', (loss) => {
    it('completes a job once', async () => {
      const claim = await claimed();
      proxy.cutAt("status = 'completed'", loss);
      expect(await certain.complete(claim, END)).toBe(true);
      expect(await jobs.find(claim.jobId)).toMatchObject({ status: 'completed' });
      expect(await types(claim.jobId)).toEqual(['job.accepted', 'job.started', 'job.completed']);
    });

    it('fails a job once', async () => {
      const claim = await claimed();
      proxy.cutAt("status = 'failed'", loss);
      const failure = new JobFailure('MEDIA_INVALID', 'Damaged.');
      expect(await certain.fail(claim, failure, [])).toBe(true);
      expect(await jobs.find(claim.jobId)).toMatchObject({ errorCode: 'MEDIA_INVALID' });
      expect(await types(claim.jobId)).toEqual(['job.accepted', 'job.started', 'job.failed']);
    });

    it('claims a job once', async () => {
      const id = await accepted();
      proxy.cutAt("status = 'processing', attempt", loss);
      expect(await certain.claim(id, WORKER, [])).toMatchObject({ jobId: id, attempt: 1 });
      expect(await types(id)).toEqual(['job.accepted', 'job.started']);
    });

    it('hands a job back once', async () => {
      const claim = await claimed();
      proxy.cutAt('COMMIT', loss);
      expect(await certain.release(claim, null, { reason: 'stopped' })).toBe(true);
      expect(await types(claim.jobId)).toEqual(['job.accepted', 'job.started', 'job.handed_back']);
    });
  });

  it('is known after the database was away', async () => {
    const claim = await claimed();
    proxy.stopServing();
    const completed = certain.complete(claim, END);
    setTimeout(() => proxy.serveAgain(), 1_500);
    expect(await completed).toBe(true);
    expect(await jobs.find(claim.jobId)).toMatchObject({ status: 'completed', attempt: 1 });
  });

  it('is false for a job that was cancelled meanwhile', async () => {
    const claim = await claimed();
    proxy.cutAt("status = 'completed'", 'statement');
    const cancelling = new JobStore(direct, queue, loadConfig({}));
    await cancelling.cancel(claim.jobId, { keyId: 'k', requestId: 'r' });
    expect(await certain.complete(claim, END)).toBe(false);
    expect(await certain.claim(claim.jobId, WORKER, [])).toBeNull();
  });

  it('does not adopt an attempt that the worker already runs', async () => {
    const first = await claimed();
    proxy.cutAt("status = 'processing', attempt", 'statement');
    const second = await certain.claim(first.jobId, WORKER, [first.attempt]);
    expect(second).toMatchObject({ attempt: 2 });
  });
});
