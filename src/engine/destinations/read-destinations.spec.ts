import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Destinations, loadDestinations } from './destinations.js';
import { readDestinations } from './read-destinations.js';

const FTP = {
  ...{ name: 'cms', keys: ['*'], type: 'ftp', host: 'ftp.example.com' },
  ...{ username: 'ann', password: 'very-secret' },
};
const read = (...destinations: object[]) => readDestinations(JSON.stringify({ destinations }));
const issuesOf = (...destinations: object[]) => {
  const result = read(...destinations);
  return result.ok ? [] : result.issues;
};

describe('the destinations file', () => {
  it('names destinations of all kinds', () => {
    const common = { keys: ['0123456789abcdef'], username: 'ann', password: 'x' };
    const result = read(
      FTP,
      {
        ...{ name: 's3', keys: ['*'], type: 's3', bucket: 'videos', folder: '/a//b/' },
        ...{ access_key_id: 'a', 'secret-access-key': 'b' },
      },
      {
        ...{ ...common, name: 'sftp', type: 'sftp', host: '::1', port: 2222 },
        'host-key': `SHA256:${'A'.repeat(43)}=`,
      },
      { ...common, name: 'dav', type: 'webdav', url: 'https://dav.example.com/in/' },
      { name: 'put', keys: ['*'], type: 'http', url: 'https://a.example', headers: { 'X-A': 'b' } },
    );
    expect(result).toMatchObject({
      ok: true,
      content: [
        { type: 'ftp', security: 'explicit', port: null, folder: '' },
        { type: 's3', folder: '/a/b', settings: { bucket: 'videos', pathStyle: true } },
        { type: 'sftp', hostKey: `SHA256:${'A'.repeat(43)}`, privateKey: null },
        { type: 'webdav', url: 'https://dav.example.com/in' },
        { type: 'http', url: 'https://a.example' },
      ],
    });
  });

  it.each<[what: string, destination: object, pointer: string]>([
    ['an unknown type', { ...FTP, type: 'gopher' }, '/type'],
    ['an unknown field', { ...FTP, passwort: 'very-secret' }, '/passwort'],
    ['no keys', { ...FTP, keys: undefined }, '/keys'],
    ['a wrong port', { ...FTP, port: 70_000 }, '/port'],
    ['a password that is not a text', { ...FTP, password: 12_345_678 }, '/password'],
    ['no key of the server', { ...FTP, type: 'sftp' }, '/host-key'],
    ['a name with a slash', { ...FTP, name: 'a/b' }, '/name'],
    [
      'credentials in the address',
      { name: 'd', keys: ['*'], type: 'webdav', url: 'https://ann:very-secret@a.example' },
      '/url',
    ],
  ])('is refused for %s, without its secrets', (_what, destination, pointer) => {
    const issues = issuesOf(destination);
    expect(issues.map((issue) => issue.pointer)).toContain(`/destinations/0${pointer}`);
    expect(JSON.stringify(issues)).not.toMatch(/very-secret|12345678/);
  });

  it('is refused for two destinations of a name, and if it is not JSON', () => {
    expect(issuesOf(FTP, FTP)).toMatchObject([{ pointer: '/destinations/1/name' }]);
    expect(readDestinations('{ "very-secret')).toEqual({
      ok: false,
      issues: [{ pointer: '', message: 'The file is not valid JSON.' }],
    });
  });
});

describe('loadDestinations', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'videocraft-destinations-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const load = (destinationsFile: string | null) =>
    loadDestinations({
      delivery: { destinationsFile, webhookTimeoutMs: 1, linkMaxSeconds: 1 },
    });

  it('stops the start with all problems of the file', async () => {
    const path = join(folder, 'wrong.json');
    const destinations = [
      { ...FTP, port: 0 },
      { ...FTP, keys: [] },
    ];
    await writeFile(path, JSON.stringify({ destinations }), { mode: 0o600 });
    await expect(load(path)).rejects.toThrow(
      /VIDEOCRAFT_DESTINATIONS_FILE: .*wrong\.json is not valid\.\n {2}\/destinations\/0\/port: .*\n {2}\/destinations\/1\/keys: .*\n {2}\/destinations\/1\/name: /,
    );
    await expect(load(join(folder, 'none.json'))).rejects.toThrow('cannot be read (ENOENT)');
  });

  it('answers which key may use which', async () => {
    const path = join(folder, 'right.json');
    const own = { ...FTP, name: 'own', keys: ['0123456789abcdef'] };
    await writeFile(path, JSON.stringify({ destinations: [FTP, own] }), { mode: 0o600 });
    const all = new Destinations(await load(path));
    expect(all.namesFor({ id: '0123456789abcdef', isAdmin: false })).toEqual(['cms', 'own']);
    expect(all.namesFor({ id: 'fedcba9876543210', isAdmin: false })).toEqual(['cms']);
    expect(all.namesFor({ id: 'admin', isAdmin: true })).toEqual(['cms', 'own']);
    expect([all.find('own')?.name, all.find('none')]).toEqual(['own', null]);
    expect(await load(null)).toEqual([]);
  });
});
