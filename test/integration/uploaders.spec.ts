import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { loadConfig } from '../../src/config/load-config.js';
import { startFtpServer } from '../support/ftp-server.js';
import { startSshServer } from '../support/ssh-server.js';
import { startWebdavServer } from '../support/webdav-server.js';
import { openUploader } from '../../src/engine/destinations/open-uploader.js';
import { readDestinations } from '../../src/engine/destinations/read-destinations.js';
import type { NamedDestination, OutgoingFile } from '../../src/engine/destinations/types.js';

const { sources } = loadConfig({});
const CONTENT = randomBytes(300_000);
const PATH = '2026/Häfen & Boote #1/Video 100%.mp4';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videocraft-uploads-'));
  await mkdir(join(folder, 'in'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = (path = PATH, content = CONTENT): OutgoingFile => ({
  path,
  contentType: 'video/mp4',
  sizeBytes: content.length,
  open: async () => Readable.from([content.subarray(0, 100_000), content.subarray(100_000)]),
});

function destination(fields: object): NamedDestination {
  const text = JSON.stringify({ destinations: [{ name: 'there', keys: ['*'], ...fields }] });
  const read = readDestinations(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.destinations[0]!;
}

async function put(to: NamedDestination, one = file()): Promise<void> {
  const uploader = await openUploader(to, sources);
  try {
    await uploader.put(one, AbortSignal.timeout(20_000));
  } finally {
    await uploader.close();
  }
}

const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function expectThere(root: string, path = PATH, content = CONTENT): Promise<void> {
  expect(hash(await readFile(join(root, path)))).toBe(hash(content));
  const names = await readdir(root, { recursive: true });
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
}

describe('FTP', () => {
  it.each(['none', 'explicit'])('uploads, replaces, and leaves no part (%s)', async (security) => {
    const tls = {
      cert: await readFile('test/fixtures/tls/signed.pem'),
      key: await readFile('test/fixtures/tls/signed.pem'),
    };
    const server = await startFtpServer(join(folder, 'in'), security === 'none' ? null : tls);
    const ca = await readFile('test/fixtures/tls/authority.pem', 'utf8');
    const login = { type: 'ftp', port: server.port, username: 'ann', security, ca };
    const to = destination({ ...login, host: 'localhost', password: 'secret', folder: 'videos' });
    try {
      await put(to);
      await expectThere(join(folder, 'in', 'videos'));
      const other = randomBytes(10);
      await put(to, file(PATH, other));
      await expectThere(join(folder, 'in', 'videos'), PATH, other);
      expect(server.commands.some((line) => line.startsWith('AUTH'))).toBe(security !== 'none');
    } finally {
      await server.close();
    }
  });

  it('leaves what is there if the connection breaks, and says why a login fails', async () => {
    const server = await startFtpServer(join(folder, 'in'), null);
    const login = { type: 'ftp', host: '127.0.0.1', port: server.port, security: 'none' };
    const to = destination({ ...login, username: 'ann', password: 'secret' });
    try {
      await put(to, file('video.mp4', Buffer.from('before')));
      server.cutAfter = 50_000;
      await expect(put(to, file('video.mp4'))).rejects.toMatchObject({ isPermanent: false });
      expect(await readFile(join(folder, 'in', 'video.mp4'), 'utf8')).toBe('before');
      await put(to, file('video.mp4'));
      await expectThere(join(folder, 'in'), 'video.mp4');
      const wrong = destination({ ...login, username: 'ann', password: 'wrong' });
      await expect(put(wrong)).rejects.toMatchObject({ isPermanent: true });
    } finally {
      await server.close();
    }
  });
});

describe('WebDAV', () => {
  it('makes folders, uploads under another name, and moves', async () => {
    const server = await startWebdavServer(join(folder, 'in'));
    const to = destination({
      type: 'webdav',
      url: server.url,
      username: 'ann',
      password: 'secret',
    });
    try {
      await put(to);
      await put(to);
      await expectThere(join(folder, 'in'));
      expect(server.requests.find((line) => line.startsWith('PUT'))).toContain('.part');
      const wrong = destination({ type: 'webdav', url: server.url });
      await expect(put(wrong)).rejects.toMatchObject({
        isPermanent: true,
        message: 'The destination answered with status 401.',
      });
    } finally {
      await server.close();
    }
  });
});

describe('SFTP', () => {
  it.each(['rsa', 'ecdsa'] as const)(
    'uploads, replaces, and leaves no part (%s)',
    async (type) => {
      await chmod(folder, 0o755);
      const server = await startSshServer(folder, type);
      const fields = {
        ...{ type: 'sftp', host: '127.0.0.1', port: server.port, username: userInfo().username },
        ...{ private_key: server.privateKey, folder: join(folder, 'in') },
      };
      try {
        const to = destination({ ...fields, host_key: server.hostKey });
        await put(to);
        const other = randomBytes(100_001);
        await put(to, file(PATH, other));
        await expectThere(join(folder, 'in'), PATH, other);
        const hostKey = `SHA256:${'A'.repeat(43)}`;
        await expect(put(destination({ ...fields, host_key: hostKey }))).rejects.toMatchObject({
          isPermanent: true,
          message: 'The key of the server is not the one of the destination.',
        });
        await rm(join(folder, 'in'), { recursive: true });
        await writeFile(join(folder, 'in'), 'not a folder');
        await expect(put(to)).rejects.toThrow('The server answered with status');
      } finally {
        await server.close();
      }
    },
    30_000,
  );
});
