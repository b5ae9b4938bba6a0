import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config-error.js';
import { loadConfig, SECRETS } from './load-config.js';

const PASSWORD = ' a/b#c@d?e%f:g+h&i \\"\'$x ';
const URL_WITHOUT = 'postgres://videocraft@db:5432/videocraft';

/** The address of a database with a password, as it stands. */
const urlWith = (password: string) => `postgres://videocraft:${password}@postgres:5432/videocraft`;

describe('secrets', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'videocraft-secrets-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  let count = 0;
  const file = (text: string | Buffer) => {
    const path = join(folder, `secret-${count++}`);
    writeFileSync(path, text);
    return path;
  };
  const problemsOf = (env: Record<string, string>) => {
    try {
      loadConfig(env);
      return [];
    } catch (error) {
      if (error instanceof ConfigError) return error.problems;
      throw error;
    }
  };
  const passwordIn = (url: string | null) => decodeURIComponent(new URL(url!).password);

  it.each(SECRETS)('%s can come from a file', (name) => {
    const problem = problemsOf({ [`${name}_FILE`]: join(folder, 'missing') })[0];
    expect(problem?.name).toBe(`${name}_FILE`);
    expect(problem?.message).toMatch(/^Could not read the value: ENOENT/);
  });

  it('come from files without line ends at their end', () => {
    const env = { VIDEOCRAFT_SECURITY_API_KEY_FILE: file('an-api-key\n') };
    expect(loadConfig(env).security.apiKey).toBe('an-api-key');
    const url = file(`${urlWith('p%2F')}\n\n`);
    expect(loadConfig({ DATABASE_URL_FILE: url }).databaseUrl).toBe(urlWith('p%2F'));
  });

  it('refuse what is set twice, unless the variable is empty as by compose', () => {
    const both = {
      VIDEOCRAFT_SECURITY_API_KEY: 'a-first-key',
      VIDEOCRAFT_SECURITY_API_KEY_FILE: file('a-second-key'),
    };
    expect(problemsOf(both)).toEqual([
      {
        name: 'VIDEOCRAFT_SECURITY_API_KEY_FILE',
        message: 'Set VIDEOCRAFT_SECURITY_API_KEY or VIDEOCRAFT_SECURITY_API_KEY_FILE, not both.',
      },
    ]);
    const config = loadConfig({ ...both, VIDEOCRAFT_SECURITY_API_KEY: '' });
    expect(config.security.apiKey).toBe('a-second-key');
    expect(loadConfig({ VIDEOCRAFT_SECURITY_API_KEY_FILE: '' }).security.apiKey).toBeNull();
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /is empty/],
    ['only a line end', '\n', /is empty/],
    ['a line end of Windows', 'a-secret-key\r\n', /Unix line ends/],
    ['too much', 'x'.repeat(70_000), /more than 65536 bytes/],
    ['other than text', Buffer.from([0xff, 0xfe, 0x41]), /not valid/],
  ])('refuse a file with %s', (_what, content, message) => {
    const [problem] = problemsOf({ VIDEOCRAFT_SECURITY_API_KEY_FILE: file(content) });
    expect(problem?.message).toMatch(message);
  });

  it('refuse a folder and a device, and never show a value', () => {
    for (const path of [folder, '/dev/zero']) {
      const [problem] = problemsOf({ VIDEOCRAFT_SECURITY_API_KEY_FILE: path });
      expect(problem?.message).toContain('is not a file');
    }
    const problems = problemsOf({ VIDEOCRAFT_SECURITY_API_KEY_FILE: file('hush hush hush') });
    expect(JSON.stringify(problems)).not.toContain('hush');
    expect(problems[0]?.name).toBe('VIDEOCRAFT_SECURITY_API_KEY');
  });

  it('accept any password of the database beside its URL, from a variable or a file', () => {
    const direct = {
      VIDEOCRAFT_DATABASE_DIRECT_URL: 'postgres://videocraft@direct:5432/videocraft',
    };
    const plain = loadConfig({ DATABASE_URL: URL_WITHOUT, DATABASE_PASSWORD: PASSWORD, ...direct });
    expect(passwordIn(plain.databaseUrl)).toBe(PASSWORD);
    expect(passwordIn(plain.directDatabaseUrl)).toBe(PASSWORD);
    const path = file(`${PASSWORD}\n`);
    const filed = loadConfig({ DATABASE_URL: URL_WITHOUT, DATABASE_PASSWORD_FILE: path });
    expect(filed.databaseUrl).toBe(plain.databaseUrl);
    expect(filed.directDatabaseUrl).toBeNull();
  });

  it.each([
    ['DATABASE_PASSWORD', { DATABASE_PASSWORD: 'x' }],
    ['DATABASE_PASSWORD', { DATABASE_PASSWORD: 'x', DATABASE_URL: 'postgres://u:p@db/x' }],
    ['DATABASE_URL', { DATABASE_URL: urlWith('123#4') }],
    ['DATABASE_URL', { DATABASE_URL: urlWith('12/4') }],
    ['DATABASE_URL', { DATABASE_URL: urlWith('a%zz') }],
  ])('refuse a password that is lost or misread in %s: %j', (name, env) => {
    expect(problemsOf(env).map((problem) => problem.name)).toEqual([name]);
  });
});
