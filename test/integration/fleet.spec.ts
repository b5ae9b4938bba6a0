import { randomUUID } from 'node:crypto';
import { Presence } from '../../src/engine/fleet/presence.js';
import {
  GONE_AFTER_SECONDS,
  WorkerRegistry,
  type WorkerSign,
} from '../../src/engine/fleet/worker-registry.js';
import { WorkerBoard, type WorkerState } from '../../src/engine/workers/worker-board.js';
import type { WorkerDescription } from '../../src/engine/workers/worker-description.js';
import { FittingWorker } from '../../src/jobs/fitting-worker.js';
import type { Abilities } from '../../src/engine/fleet/abilities.js';
import { JobNeeds } from '../../src/engine/fleet/job-needs.js';
import { JobStore } from '../../src/engine/jobs/job-store.js';
import { type HeldMessage, RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { loadConfig } from '../../src/config/load-config.js';
import { startTestService, type TestService } from '../support/service.js';

function description(id: string, more: Partial<WorkerDescription> = {}): WorkerDescription {
  return {
    id,
    host: 'north',
    pid: 7,
    version: '0.4.0',
    abilities: {
      ffmpeg: { version: '5.1', source: 'system', fingerprint: 'f' },
      encoder: 'libx264',
      recognition: null,
      fonts: { families: 3, fingerprint: 'g' },
      cores: 2,
      memoryBytes: 1,
    },
    can: ['encoder:libmp3lame', 'font:inter'],
    ...more,
  };
}

const sign = (id: string, more: Partial<WorkerSign> = {}): WorkerSign => ({
  id,
  state: 'idle',
  jobId: null,
  attempt: null,
  ...more,
});

describe('the registry of workers', () => {
  let service: TestService;
  let registry: WorkerRegistry;

  beforeAll(async () => {
    service = await startTestService();
    registry = new WorkerRegistry(service.dataSource);
  }, 120_000);

  afterAll(() => service.close());

  beforeEach(() => service.dataSource.query('TRUNCATE workers, audit_events'));

  const events = () =>
    service.dataSource.query<{ type: string; data: Record<string, unknown> }[]>(
      `SELECT type, data FROM audit_events WHERE type LIKE 'worker.%' ORDER BY id`,
    );
  const age = (id: string, column: string, seconds: number) =>
    service.dataSource.query(
      `UPDATE workers SET ${column} = now() - make_interval(secs => $2) WHERE id = $1`,
      [id, seconds],
    );

  it('shows operators what each worker is and does, and nobody else', async () => {
    const jobId = randomUUID();
    await registry.announce(description('w1'));
    await registry.see([sign('w1', { state: 'rendering', jobId, attempt: 2 })], 5_000);
    const { json } = await service.call('/health/detailed');
    expect(json.data['fleet']).toEqual([
      expect.objectContaining({
        ...{ id: 'w1', host: 'north', pid: 7, version: '0.4.0', state: 'rendering' },
        ...{ job: { id: jobId, attempt: 2 }, free_bytes: 5_000, encoder: 'libx264', cores: 2 },
        ...{ gone_at: null, can: ['encoder:libmp3lame'] },
        ffmpeg: { version: '5.1', source: 'system', fingerprint: 'f' },
      }),
    ]);
    const { key } = await service.key('videos:read', 'jobs:read', 'audit:read');
    expect((await service.call('/health/detailed', { key })).status).toBe(403);
    expect((await service.call('/metrics', { key })).status).toBe(403);
    const mine = await service.call('/audit/events?type=worker.started', { key });
    expect(mine.json.data['events']).toEqual([]);
    const all = await service.call('/audit/events?type=worker.started');
    expect(all.json.data['events']).toEqual([
      expect.objectContaining({
        ...{ job_id: null, key_id: null, owner_id: null },
        data: { worker_id: 'w1', host: 'north', version: '0.4.0' },
      }),
    ]);
  });

  it('counts workers by state and version for Prometheus', async () => {
    for (let n = 1; n <= 7; n++)
      await registry.announce(description(`w${n}`, { version: `0.${n}.0` }));
    await registry.announce(description('again', { version: '0.7.0' }));
    await registry.markLost(['w6']);
    const { text } = await service.call('/metrics');
    const lines = text.split('\n').filter((line) => line.startsWith('videocraft_workers{'));
    expect(lines.sort()).toEqual([
      'videocraft_workers{state="gone",version="0.6.0"} 1',
      'videocraft_workers{state="idle",version="0.3.0"} 1',
      'videocraft_workers{state="idle",version="0.4.0"} 1',
      'videocraft_workers{state="idle",version="0.5.0"} 1',
      'videocraft_workers{state="idle",version="0.7.0"} 2',
      'videocraft_workers{state="idle",version="other"} 2',
    ]);
  });

  it('removes a worker that stops, and keeps one that is lost for a day', async () => {
    await registry.announce(description('clean'));
    await registry.announce(description('silent'));
    await registry.announce(description('alive'));
    await registry.leave('clean');
    await age('silent', 'seen_at', GONE_AFTER_SECONDS + 1);
    await registry.sweep();
    await registry.sweep();
    const state = async () =>
      (await registry.list()).map(({ id, goneAt }) => [id, goneAt !== null]);
    expect(await state()).toEqual([
      ['alive', false],
      ['silent', true],
    ]);
    expect((await events()).map(({ type, data }) => [type, data['worker_id']])).toEqual([
      ['worker.started', 'clean'],
      ['worker.started', 'silent'],
      ['worker.started', 'alive'],
      ['worker.stopped', 'clean'],
      ['worker.lost', 'silent'],
    ]);
    await age('silent', 'gone_at', 86_401);
    await registry.sweep();
    expect(await state()).toEqual([['alive', false]]);
  });

  it('takes a worker back that was taken for lost', async () => {
    const board = new WorkerBoard();
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: service.dataDir });
    const presence = new Presence(config, registry, board);
    board.connect(() => [{ id: 'w', state: 'idle', attempt: null } as unknown as WorkerState]);
    presence.started(description('w'));
    await presence.onModuleDestroy();
    await registry.markLost(['w']);
    expect(await registry.see([sign('w')], null)).toEqual(['w']);
    await presence.report();
    expect((await registry.list()).map(({ goneAt }) => goneAt)).toEqual([null]);
    presence.ended('w', false);
    // Again, and late: nothing more happens.
    presence.ended('w', true);
    await presence.onModuleDestroy();
    await registry.sweep();
    expect((await events()).map(({ type }) => type)).toEqual([
      'worker.started',
      'worker.lost',
      'worker.started',
      'worker.lost',
    ]);
  });

  it('knows which living workers can do something', async () => {
    await registry.announce(description('one'));
    await registry.announce(description('two', { can: ['recognition'] }));
    await registry.see(
      [sign('two', { state: 'rendering', jobId: randomUUID(), attempt: 1 })],
      null,
    );
    const fulfilling = (...needs: string[]) => registry.fulfilling(needs);
    expect(await fulfilling('font:inter')).toEqual({
      areSeveral: true,
      exists: true,
      isIdle: true,
    });
    expect(await fulfilling('recognition')).toMatchObject({ exists: true, isIdle: false });
    expect(await fulfilling('recognition', 'font:inter')).toMatchObject({ exists: false });
    await registry.markLost(['two']);
    expect(await fulfilling('recognition')).toEqual({
      ...{ areSeveral: false, exists: false, isIdle: false },
    });
  });

  describe('and jobs that not all of them can do', () => {
    const NEED = 'recognition';
    let queue: RenderQueue;
    const message = (id: string): HeldMessage => ({ id, retryCount: 0 });

    beforeAll(async () => {
      queue = new RenderQueue(service.databaseUrl, () => {});
      await queue.start();
    }, 60_000);

    afterAll(() => queue.stop(5_000));

    beforeEach(() => service.dataSource.query('TRUNCATE jobs CASCADE'));

    /** A worker that lacks what the jobs need. */
    function unfit(): FittingWorker {
      const abilities = { can: new Set() } as unknown as Abilities;
      return new FittingWorker(abilities, registry, new JobNeeds(service.dataSource, queue));
    }

    async function passedOn(secondsAgo: number): Promise<string> {
      const id = randomUUID();
      const store = new JobStore(service.dataSource, queue, loadConfig({}));
      await store.accept({ id, keyId: 'k', requestId: 'r', config: {} });
      await passOn(id, secondsAgo);
      return id;
    }

    const passOn = (id: string, secondsAgo: number) =>
      service.dataSource.query(
        `UPDATE jobs SET needs = $2, passed_on_at = now() - make_interval(secs => $3) WHERE id = $1`,
        [id, [NEED], secondsAgo],
      );

    it('lets them wait for another one after the last one that can is gone', async () => {
      await registry.announce(description('able', { can: [NEED] }));
      await registry.see([sign('able', { state: 'rendering' })], null);
      const id = await passedOn(3_600);
      expect(await unfit().refuses(id, message(id))).toBe(true);
      await registry.leave('able');
      // As in a rolling restart: it is gone since a moment, though the job waits for an hour.
      expect(await unfit().refuses(id, message(id))).toBe(true);
      await passOn(id, 601);
      expect(await unfit().refuses(id, message(id))).toBe(false);
    });

    it('never gives a job up because others refuse it', async () => {
      await registry.announce(description('able', { can: [NEED] }));
      await registry.see([sign('able', { state: 'rendering' })], null);
      const id = await passedOn(1);
      // A day of refusals every two seconds.
      await service.dataSource.query(
        `UPDATE pgboss.job SET state = 'active', retry_count = 43200, started_on = now() WHERE id = $1`,
        [id],
      );
      expect(await unfit().refuses(id, { id, retryCount: 43_200 })).toBe(true);
      const messages = await service.dataSource.query<object[]>(
        `SELECT name, state::text FROM pgboss.job WHERE data->>'jobId' = $1`,
        [id],
      );
      expect(messages).toEqual([{ name: 'render', state: 'retry' }]);
    });
  });
});
