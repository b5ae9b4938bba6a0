import { startTestService, type TestService } from '../support/service.js';

/** An item of the request has 2 bytes, and its job stores 2,000. */
const CONFIG = {
  width: 16,
  height: 16,
  scenes: [{ duration: 1 }],
  'client-data': 'x'.repeat(2_000),
};
const ITEMS = (count: number) => Array.from({ length: count }, () => ({}));

describe('what a key may store', () => {
  let service: TestService;
  let ann: string;
  let bob: string;

  beforeAll(async () => {
    service = await startTestService({
      VIDEOCRAFT_LIMITS_WAITING_JOBS: '5',
      VIDEOCRAFT_LIMITS_DAILY_CONFIG_BYTES: '15000',
    });
    ann = (await service.key('videos:write', 'jobs:read', 'jobs:cancel')).key;
    bob = (await service.key('videos:write')).key;
  }, 120_000);

  afterAll(() => service.close(), 60_000);

  const batch = (key: string, items: number) =>
    service.change('POST', '/videos/batch', { key, body: { config: CONFIG, items: ITEMS(items) } });
  const jobs = async () =>
    (await service.dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM jobs'))[0]!.n;

  it.each([
    [
      'jobs',
      6,
      'Expected at most 5 waiting jobs of an API key, but got 6. The operator sets the limit with VIDEOCRAFT_LIMITS_WAITING_JOBS.',
    ],
  ])('refuses a batch of too many %s, whatever the key has', async (_what, items, message) => {
    const { status, json } = await batch(ann, items);
    expect([status, json['errors']]).toEqual([400, [{ pointer: '/items', message }]]);
    expect(await jobs()).toBe(0);
  });

  it('refuses a config of too many bytes, whatever the key has', async () => {
    const body = { ...CONFIG, 'client-data': 'x'.repeat(15_000) };
    const { status, json } = await service.change('POST', '/videos', { key: ann, body });
    expect([status, json['errors']]).toEqual([
      400,
      [
        {
          pointer: '',
          message:
            'Expected at most 15000 bytes of configs of an API key in a day, but got 15067. The operator sets the limit with VIDEOCRAFT_LIMITS_DAILY_CONFIG_BYTES.',
        },
      ],
    ]);
    expect(await jobs()).toBe(0);
  });

  it('refuses what is too much beside the jobs of the key, until they end', async () => {
    const first = await batch(ann, 4);
    expect(first.status).toBe(202);
    const second = await batch(ann, 2);
    expect([second.status, second.json['code'], second.json['details']]).toEqual([
      429,
      'RATE_LIMIT_EXCEEDED',
      'Expected at most 5 waiting jobs of an API key, but got 6. The operator sets the limit with VIDEOCRAFT_LIMITS_WAITING_JOBS. Wait until jobs have ended, or cancel some.',
    ]);
    expect(second.headers.get('retry-after')).toBe('60');
    expect(await jobs()).toBe(4);

    // Cancelled jobs no longer wait, but what they have stored remains.
    const { batch_id } = first.json['data'] as { batch_id: string };
    await service.change('POST', `/batches/${batch_id}/cancel`, { key: ann, body: {} });
    expect((await batch(ann, 2)).status).toBe(202);
    const third = await batch(ann, 2);
    expect([third.status, third.json['code']]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    expect(third.json['details']).toMatch(
      /^Expected at most 15000 bytes of configs of an API key in a day, but got 1[67]\d{3}\. The operator sets the limit with VIDEOCRAFT_LIMITS_DAILY_CONFIG_BYTES\. Submit again on the next day \(UTC\)\.$/,
    );
    expect(Number(third.headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
    expect(await jobs()).toBe(6);

    // Another key has its own.
    expect((await batch(bob, 1)).status).toBe(202);
    await service.dataSource.query(`UPDATE key_usage SET day = day - 1`);
    expect((await batch(ann, 2)).status).toBe(202);
  });

  it('never stores more, however many requests come at once', async () => {
    await service.dataSource.query(`UPDATE jobs SET status = 'cancelled' WHERE status = 'pending'`);
    await service.dataSource.query('DELETE FROM key_usage');
    const before = await jobs();
    const answers = await Promise.all(Array.from({ length: 8 }, () => batch(bob, 2)));
    const accepted = answers.filter(({ status }) => status === 202).length;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 429]));
    expect(accepted).toBeLessThanOrEqual(3);
    expect(await jobs()).toBe(before + 2 * accepted);
  });
});
