import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config/load-config.js';
import { VARIABLES } from '../../src/config/variables.js';
import {
  type Compose,
  type ComposeService,
  environmentOf,
  readCompose,
} from '../support/compose.js';
import { expectProgram } from '../support/expect-program.js';
import { NOT_PASSED } from '../support/settings-files.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FILES = ['docker-compose.yml', 'deploy/compose/cluster.yml', 'deploy/compose/workers.yml'];
/** How long a process of the service takes to stop at most. */
const STOP_SECONDS = 10;
/** What broke the URL of the database, or led to another host. */
const PASSWORD = `a/b#c@d?e%f:g h'i"j`;
const DOTENV = {
  POSTGRES_PASSWORD: PASSWORD,
  DATABASE_URL: 'postgres://videocraft@db.example.com:5432/videocraft',
  DATABASE_PASSWORD: PASSWORD,
  VIDEOCRAFT_SECURITY_API_KEY: 'a-secret-key',
  VIDEOCRAFT_SECURITY_CSRF_SECRET: 'a-csrf-secret',
  VIDEOCRAFT_STORAGE: 's3',
  VIDEOCRAFT_S3_BUCKET: 'videocraft',
  VIDEOCRAFT_S3_ACCESS_KEY_ID: 'access',
  VIDEOCRAFT_S3_SECRET_ACCESS_KEY: 'secret',
};

/** Whether a container runs a program of the service. */
const isOwn = ({ image = '' }: ComposeService) => image.startsWith('videocraft:');
const { version } = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8')) as {
  version: string;
};

describe.each(FILES)('%s', (file) => {
  let compose: Compose;
  let problems: unknown;
  let own: [string, ComposeService][];

  beforeAll(async () => {
    ({ compose, problems } = await readCompose(file));
    own = Object.entries(compose.services).filter(([, service]) => isOwn(service));
  });

  it('is valid, and refers to what exists', () => {
    expect(problems).toBeNull();
    for (const { depends_on: needs = {} } of Object.values(compose.services)) {
      for (const needed of Object.keys(needs)) {
        expect(Object.keys(compose.services)).toContain(needed);
      }
    }
  });

  it('has settings that the service accepts, with any password', async () => {
    expect(own.length).toBeGreaterThan(0);
    for (const [, service] of own) {
      const { databaseUrl, security } = loadConfig(environmentOf(service, DOTENV));
      const { hostname, password } = new URL(databaseUrl!);
      expect(decodeURIComponent(password)).toBe(PASSWORD);
      expect(['postgres', 'db.example.com']).toContain(hostname);
      if (service.command?.at(-1) !== 'dist/src/worker.js') {
        expect(security.apiKey).toBe('a-secret-key');
      }
      await expectProgram(service.command);
    }
  });

  it('passes on every setting from .env', () => {
    const names = Object.values(VARIABLES).map(({ name }): string => name);
    for (const [, { environment = {} }] of own) {
      for (const name of names.filter((one) => !(one in NOT_PASSED))) {
        expect(Object.keys(environment)).toContain(name);
      }
    }
    const [, worker] = own.at(-1)!;
    const env = environmentOf(worker, {
      ...DOTENV,
      VIDEOCRAFT_LOG_LEVEL: 'debug',
      VIDEOCRAFT_LIMITS_WAITING_JOBS: '7',
      VIDEOCRAFT_SUBTITLES_FONT_SIZE: '48',
    });
    expect(loadConfig(env)).toMatchObject({
      logLevel: 'debug',
      limits: { waitingJobs: 7 },
      subtitles: { 'font-size': 48 },
    });
  });

  it('asks for what nobody can guess before anything starts', () => {
    for (const [, service] of own) {
      expect(() => environmentOf(service, {})).toThrow(/required variable \w+ is missing/);
    }
  });

  it('has exact tags, bounds, an init process, time to stop, and logs that rotate', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      expect([name, service.image]).toEqual([name, expect.stringMatching(/:\d+(\.\d+)+(-\w+)?$/)]);
      if (isOwn(service)) expect(service.image).toBe(`videocraft:${version}`);
      expect([name, service['mem_limit']]).toEqual([name, expect.stringMatching(/\d+[gm]\b/)]);
      expect([name, service['logging']]).toMatchObject([name, { options: { 'max-file': '5' } }]);
      if (service['restart'] !== 'unless-stopped') continue;
      expect([name, service['init']]).toEqual([name, true]);
      expect(parseInt(String(service['stop_grace_period']), 10)).toBeGreaterThan(STOP_SECONDS);
    }
    for (const [, service] of own) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    }
  });

  it('checks the health of what goes on, and can run several workers', async () => {
    const worker = compose.services['worker']!;
    expect(worker.healthcheck!.test![0]).toBe('CMD');
    await expectProgram(worker.healthcheck!.test);
    // A name or a port would be that of one container only.
    for (const key of ['container_name', 'hostname', 'ports'])
      expect(worker).not.toHaveProperty(key);
    for (const { entrypoint, healthcheck, command, image } of Object.values(compose.services)) {
      if (entrypoint || command?.at(-1) === 'dist/src/migrate.js') continue;
      const byImage = image!.startsWith('videocraft:') && command === undefined;
      expect(byImage || healthcheck?.test !== undefined).toBe(true);
    }
  });
});

it('the image is that of the version in all files', async () => {
  const kustomization = await readFile(`${ROOT}deploy/kubernetes/base/kustomization.yaml`, 'utf8');
  expect(kustomization).toContain(`newTag: ${version}\n`);
  for (const [, image] of (await readFile(`${ROOT}Dockerfile`, 'utf8')).matchAll(/^FROM (\S+)/gm)) {
    expect(image).toMatch(/:\d+\.\d+\.\d+-/);
  }
});

describe('deploy/compose/secrets.yml', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'videocraft-secrets-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('takes the secrets of docker-compose.yml from files', async () => {
    const { compose, problems } = await readCompose('deploy/compose/secrets.yml');
    expect(problems).toBeNull();
    await writeFile(join(folder, 'postgres-password'), `${PASSWORD}\n`);
    await writeFile(join(folder, 'api-key'), 'a-key-from-a-file\n');
    const { compose: base } = await readCompose('docker-compose.yml');
    const empty = { POSTGRES_PASSWORD: '', VIDEOCRAFT_SECURITY_API_KEY: '' };
    for (const [name, added] of Object.entries(compose.services)) {
      expect(Object.keys(compose.secrets!)).toEqual(expect.arrayContaining([...added.secrets!]));
      const merged = { ...base.services[name]!.environment, ...added.environment };
      const env = environmentOf({ environment: merged }, empty);
      for (const [variable, path] of Object.entries(env)) {
        if (!path.startsWith('/run/secrets/')) continue;
        expect(added.secrets).toContain(path.slice('/run/secrets/'.length));
        env[variable] = path.replace('/run/secrets', folder);
      }
      if (name === 'postgres') {
        // Its image refuses a password that is set twice.
        expect(env).toMatchObject({ POSTGRES_PASSWORD: '' });
        continue;
      }
      const { databaseUrl, security } = loadConfig(env);
      expect(decodeURIComponent(new URL(databaseUrl!).password)).toBe(PASSWORD);
      expect(security.apiKey).toBe('a-key-from-a-file');
    }
  });
});
