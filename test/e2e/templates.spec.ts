import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Program } from '../support/program.js';

const KEY = 'the-configured-key';

describe('a batch of videos from a template', () => {
  let dir: string;
  let service: Program;
  let api: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-templates-'));
    await chmod(dir, 0o755);
    const env = {
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_SECURITY_API_KEY: KEY,
      VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
      VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '10000',
    };
    service = new Program('main', [], env);
    [, api = ''] = await service.waitForOutput(/API: +(http:\S+\/api\/v1)/);
  }, 120_000);

  afterAll(async () => {
    await service.stop();
    await rm(dir, { recursive: true, force: true });
  });

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect([200, 201, 202]).toContain(response.status);
    return ((await response.json()) as { data: T }).data;
  }

  it('is rendered with the variables of each video', async () => {
    const template = JSON.parse(
      await readFile(new URL('../../examples/templates/product.json', import.meta.url), 'utf8'),
    ) as { scenes: unknown[] };
    // Plain scenes, because the HTTP API does not read local pictures.
    const config = {
      ...template,
      width: 160,
      height: 90,
      scenes: [
        template.scenes[0],
        { iterate: 'photos', duration: '{{ sale ? seconds + 1 : seconds }}' },
      ],
    };
    const { id } = await call<{ id: string }>('POST', '/templates', { name: 'product', config });
    const made = await call<{ batch_id: string; job_ids: string[] }>('POST', '/videos/batch', {
      template: id,
      items: [
        { variables: { seconds: 1, photos: ['a', 'b'], sale: true } },
        { variables: { seconds: 0.5, photos: ['c'] } },
      ],
    });
    let batch: { finished: boolean; counts: object };
    do {
      await delay(200);
      batch = await call('GET', `/batches/${made.batch_id}`);
    } while (!batch.finished);
    expect(batch.counts).toMatchObject({ completed: 2, failed: 0 });
    const videos = await Promise.all(
      made.job_ids.map((job) => call<{ duration_seconds: number }>('GET', `/videos/${job}`)),
    );
    expect(videos.map(({ duration_seconds }) => duration_seconds)).toEqual([5, 1]);
  }, 90_000);
});
