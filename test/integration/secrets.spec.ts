import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TOOL = fileURLToPath(new URL('../../tools/secrets.mjs', import.meta.url));
// Put together here, so that this file contains none.
const TOKEN = ['ghp', 'aB3'.repeat(12)].join('_');
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

describe('the search for secrets', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'videocraft-secrets-'));
    execFileSync('git', ['init', '--quiet', folder]);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function search(file: string, content: string | Buffer): readonly [number | null, string] {
    const path = join(folder, file);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    execFileSync('git', ['-C', folder, 'add', '--all']);
    const { status, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
    return [status, stderr];
  }

  it.each<[what: string, file: string, content: string | Buffer, place: string]>([
    ['a token', 'src/a.ts', `\nconst token = '${TOKEN}';\n`, 'src/a.ts:2'],
    ['a private key', 'deploy/key', privateKey, 'deploy/key:1'],
    ['a token beside bytes that are not UTF-8', 'a', Buffer.from(`\xff ${TOKEN}`, 'latin1'), 'a:1'],
  ])('finds %s, and does not print it', (_what, file, content, place) => {
    const [status, printed] = search(file, content);
    expect(status).toBe(1);
    expect(printed).toMatch(new RegExp(`^${place} contains a secret \\(\\w+\\)\\.\\n$`));
  });

  it.each<[what: string, file: string, content: string]>([
    ['nothing', 'src/a.ts', 'const token = process.env.TOKEN;\n'],
    ['the keys of test servers', 'test/fixtures/tls/self.pem', privateKey],
  ])('accepts %s', (_what, file, content) => {
    expect(search(file, content)).toEqual([0, '']);
  });
});
