import { type ChildProcess, execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PROJECT, startTestService, type TestService } from '../support/service.js';

const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `videocraft keys` like an operator, in a separate process and environment. */
async function keys(env: Record<string, string>, ...args: string[]): Promise<Ran> {
  const options = { env: { PATH: process.env['PATH'], ...env } };
  try {
    const ran = await promisify(execFile)(process.execPath, [CLI, 'keys', ...args], options);
    return { code: 0, ...ran };
  } catch (error) {
    const { code, stdout, stderr } = error as Error &
      Omit<Ran, 'code'> & { code: ChildProcess['exitCode'] };
    return { code: code ?? -1, stdout, stderr };
  }
}

describe('videocraft keys, beside a running service', () => {
  let service: TestService;
  let env: Record<string, string>;

  beforeAll(async () => {
    service = await startTestService();
    env = { DATABASE_URL: service.databaseUrl, VIDEOCRAFT_DATA_DIR: service.dataDir };
  }, 120_000);

  afterAll(() => service.close(), 60_000);

  const create = (...args: string[]) => keys(env, 'create', '--name', 'newsroom', ...args);
  const status = async (key: string) => (await service.call('/jobs', { key })).status;

  it('creates a key that works at once, alone on standard output', async () => {
    const made = await create('--scopes', 'jobs:read, videos:read');
    expect(made.code).toBe(0);
    expect(made.stdout).toMatch(/^vc_[0-9a-f]{16}_[0-9a-f]{64}\n$/);
    expect(made.stderr).toContain('newsroom');
    expect(made.stderr).toContain('in the database of DATABASE_URL');
    const key = made.stdout.trim();
    expect(await status(key)).toBe(200);
    expect(made.stderr).not.toContain(key);
    expect((await service.call('/audit/events', { key })).status).toBe(403);
  });

  it('revokes and rotates within a second, while the key is in use', async () => {
    const { id, key } = JSON.parse((await create('--scopes', 'jobs:read', '--json')).stdout) as {
      id: string;
      key: string;
    };
    expect(await status(key)).toBe(200);
    const rotated = await keys(env, 'rotate', id);
    const renewed = rotated.stdout.trim();
    expect(renewed.split('_')[1]).toBe(id);
    await delay(1_000);
    expect([await status(key), await status(renewed)]).toEqual([401, 200]);
    const revoked = await keys(env, 'revoke', id, '--json');
    expect(JSON.parse(revoked.stdout)).toMatchObject({
      id,
      revoked_at: expect.any(String) as string,
    });
    await delay(1_000);
    expect(await status(renewed)).toBe(401);
    const { json } = await service.call('/audit/events?key_id=command-line');
    const events = json.data['events'] as { type: string; owner_id: string }[];
    expect(events.filter((event) => event.owner_id === id).map(({ type }) => type)).toEqual([
      'key.revoked',
      'key.rotated',
      'key.created',
    ]);
    const again = await keys(env, 'rotate', id);
    expect([again.code, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toContain('No active API key');
  });

  it('lists keys without their text', async () => {
    const made = JSON.parse(
      (await create('--scopes', 'jobs:read', '--expires', '2099-01-31', '--json')).stdout,
    ) as { id: string; key: string };
    await status(made.key);
    const listed = await keys(env, 'list', '--json');
    const { keys: all } = JSON.parse(listed.stdout) as { keys: Record<string, unknown>[] };
    const { limits, ...first } = all[0]!;
    // Those of the configuration.
    expect(new Set(Object.values(limits as object))).toEqual(new Set([null]));
    expect(first).toEqual({
      id: made.id,
      name: 'newsroom',
      scopes: ['jobs:read'],
      created_at: expect.any(String) as string,
      expires_at: '2099-01-31T00:00:00.000Z',
      revoked_at: null,
      last_used_at: expect.any(String) as string,
    });
    const text = await keys(env, 'list');
    expect(text.stdout).toContain(`${made.id}\tnewsroom\tjobs:read\texpires 2099-01-31`);
    for (const { stdout } of [listed, text]) expect(stdout).not.toMatch(/vc_|[0-9a-f]{64}/);
  });

  it('limits a key, which holds for its next job', async () => {
    const made = await create('--scopes', 'videos:write', '--json');
    const { id, key } = JSON.parse(made.stdout) as { id: string; key: string };
    const limits = async () => {
      const { json } = await service.call('/keys/me', { key });
      return json.data['limits'] as Record<string, number | null>;
    };
    const before = await limits();
    const none = await keys(env, 'limit', id);
    expect([none.code, none.stdout]).toEqual([0, `Key ${id} (newsroom): no limits of its own\n`]);

    const all = ['--waiting-jobs', '1', '--running-jobs', '2', '--daily-video-seconds', '60'];
    all.push('--assets', '5', '--asset-bytes', '3000000', '--daily-voice-characters', '9000');
    all.push('--kept-bytes', '1000000', '--daily-config-bytes', '2000000', '--priority', '-1');
    const set = await keys(env, 'limit', id, ...all);
    expect([set.code, set.stderr]).toEqual([0, '']);
    for (const own of ['--waiting-jobs 1', '--running-jobs 2', '--priority -1']) {
      expect(set.stdout).toContain(own);
    }
    expect(await limits()).toEqual({
      waiting_jobs: 1,
      running_jobs: 2,
      daily_video_seconds: 60,
      daily_voice_characters: 9_000,
      kept_bytes: 1_000_000,
      assets: 5,
      asset_bytes: 3_000_000,
      daily_config_bytes: 2_000_000,
      priority: -1,
    });
    const post = (priority: number) =>
      service.change('POST', '/videos', { key, body: { ...PROJECT, priority } });
    expect((await post(0)).json).toMatchObject({ code: 'VALIDATION_ERROR' });
    expect((await post(-1)).status).toBe(202);
    const refused = await post(-1);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(refused.json['details']).toBe(
      'Expected at most 1 waiting job of an API key, but got 2. The operator sets the limit of this key with ' +
        '`videocraft keys limit` and --waiting-jobs. Wait until jobs have ended, or cancel some.',
    );

    const some = ['--waiting-jobs', 'default', '--running-jobs', '0', '--priority', 'default'];
    const changed = await keys(env, 'limit', id, ...some, '--json');
    expect(JSON.parse(changed.stdout)).toEqual({
      ...{ id, name: 'newsroom' },
      limits: {
        running_jobs: 0,
        assets: 5,
        asset_bytes: 3_000_000,
        daily_video_seconds: 60,
        daily_voice_characters: 9_000,
        kept_bytes: 1_000_000,
        daily_config_bytes: 2_000_000,
      },
    });
    const { waiting_jobs, running_jobs, priority } = await limits();
    expect({ waiting_jobs, running_jobs, priority }).toEqual({
      ...{ waiting_jobs: before['waiting_jobs'], running_jobs: null },
      priority: before['priority'],
    });
    expect((await post(-1)).status).toBe(202);

    // As earlier versions stored a limit that was to be the default again.
    const old = `UPDATE api_keys SET limits = limits || '{"waitingJobs": ""}' WHERE id = $1`;
    await service.dataSource.query(old, [id]);
    expect((await limits())['waiting_jobs']).toBe(before['waiting_jobs']);

    await keys(env, 'revoke', id);
    const late = await keys(env, 'limit', id, '--priority', '1');
    expect([late.code, late.stdout]).toEqual([1, '']);
    expect(late.stderr).toContain('No active API key');
    const { json } = await service.call('/audit/events?type=key.limited&key_id=command-line');
    const events = json.data['events'] as { owner_id: string; data: { limits?: object } }[];
    expect(events.filter((event) => event.owner_id === id).map(({ data }) => data.limits)).toEqual([
      expect.objectContaining({ running_jobs: 0 }) as object,
      expect.objectContaining({ waiting_jobs: 1, priority: -1 }) as object,
    ]);
  }, 240_000);

  it.each([
    ['a limit that is no number', ['--waiting-jobs', 'many'], '"default"'],
    ['a negative limit', ['--running-jobs', '-1'], '"default"'],
    ['a limit beyond its range', ['--running-jobs', '201'], '200'],
    ['a fraction', ['--daily-video-seconds', '1.5'], '"default"'],
    ['no waiting jobs at all', ['--waiting-jobs', '0'], '"default"'],
    ['a priority beyond its range', ['--priority', '6'], '5'],
    ['an unknown limit', ['--speed', '1'], '--speed'],
    ['an option without a value', ['--priority'], 'argument missing'],
  ])('does not set %s', async (_name, options, reason) => {
    const ran = await keys(env, 'limit', '0123456789abcdef', ...options);
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toContain(reason);
  });

  it.each([
    ['no scopes', ['create', '--name', 'x'], '--scopes'],
    ['an unknown scope', ['create', '--name', 'x', '--scopes', 'jobs:read,root'], '"root"'],
    ['an empty name', ['create', '--name', '', '--scopes', 'admin'], '100 characters'],
    [
      'an expiry in the past',
      ['create', '--name', 'x', '--scopes', 'admin', '--expires', '2020-01-01'],
      'a time in the future',
    ],
    [
      'an invalid time',
      ['create', '--name', 'x', '--scopes', 'admin', '--expires', 'soon'],
      'a time in the future',
    ],
    [
      'limits of an unknown key',
      ['limit', '0123456789abcdef', '--priority', '1'],
      'No active API key',
    ],
    ['an unknown ID', ['revoke', '0123456789abcdef'], 'No active API key'],
    ['SQL', ['revoke', "' OR 1=1 --"], 'No active API key'],
    ['a key as the ID', ['rotate', `vc_0123456789abcdef_${'0'.repeat(64)}`], 'No active API key'],
  ])('rejects %s', async (_name, args, reason) => {
    const ran = await keys(env, ...args);
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toContain(reason);
  });
});

describe('videocraft keys, without a service', () => {
  it('starts the embedded database, stores the key, and stops the database', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-keys-'));
    await chmod(dataDir, 0o755);
    const env = { VIDEOCRAFT_DATA_DIR: dataDir };
    try {
      const made = await keys(env, 'create', '--name', 'first', '--scopes', 'admin');
      expect([made.code, made.stdout.slice(0, 3)]).toEqual([0, 'vc_']);
      expect(made.stderr).toContain(`no database in ${dataDir} yet, so this creates one`);
      expect(await readdir(join(dataDir, 'postgres-users'))).toEqual([]);
      const listed = await keys(env, 'list', '--json');
      const { keys: all } = JSON.parse(listed.stdout) as { keys: { name: string }[] };
      expect(all.map(({ name }) => name)).toEqual(['first']);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 60_000);

  it.each([
    ['list'],
    ['revoke', '0123456789abcdef'],
    ['rotate', '0123456789abcdef'],
    ['limit', '0123456789abcdef', '--priority', '1'],
  ])('says that there is no database for %s, and creates none', async (...args) => {
    const folder = await mkdtemp(join(tmpdir(), 'videocraft-keys-'));
    await chmod(folder, 0o755);
    const dataDir = join(folder, 'data');
    try {
      const ran = await keys({ VIDEOCRAFT_DATA_DIR: dataDir }, ...args);
      expect([ran.code, ran.stdout]).toEqual([1, '']);
      expect(ran.stderr).toContain(`no database in ${dataDir}. Run this where you start`);
      expect(await readdir(folder)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
