import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig } from '../../src/config/load-config.js';
import { startFtpServer } from '../support/ftp-server.js';
import { BUCKET, startS3Server } from '../support/s3-server.js';
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
  deliveryId: 'b1a4a1de-0000-4000-8000-000000000000',
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
  expect(names.filter((name) => name.includes('.videocraft-'))).toEqual([]);
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

  it('keeps deliveries apart that write to one path at the same time', async () => {
    const server = await startFtpServer(join(folder, 'in'), null);
    const login = { type: 'ftp', port: server.port, username: 'ann', security: 'none' };
    const to = destination({ ...login, host: 'localhost', password: 'secret' });
    const contents = [0, 1].map((byte) => Buffer.alloc(300_000, byte));
    const both = contents.map((content) => {
      const slow = async function* () {
        for (let at = 0; at < content.length; at += 100_000) {
          yield content.subarray(at, at + 100_000);
          await wait(50);
        }
      };
      return {
        ...file('latest.mp4', content),
        deliveryId: randomUUID(),
        open: async () => Readable.from(slow()),
      };
    });
    try {
      await Promise.all(both.map((one) => put(to, one)));
      const stored = hash(await readFile(join(folder, 'in', 'latest.mp4')));
      expect(contents.map(hash)).toContain(stored);
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

  it('closes the connection to a server that refuses what comes after the login', async () => {
    const server = await startFtpServer(join(folder, 'in'), null);
    const login = { type: 'ftp', host: '127.0.0.1', port: server.port, security: 'none' };
    server.refused = 'PWD';
    try {
      await expect(
        put(destination({ ...login, username: 'ann', password: 'secret' })),
      ).rejects.toThrow('The server answered with code 550.');
      await wait(100);
      expect(server.connections()).toBe(0);
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
      const uploads = server.requests.filter((line) => line.startsWith('PUT'));
      expect(uploads).toEqual(uploads.map(() => expect.stringContaining('/.videocraft-')));
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

describe('S3', () => {
  it.each([
    ['a refused login', 'of somebody else', BUCKET],
    ['a missing bucket', null, 'missing'],
  ])('gives up at %s', async (_what, secret, bucket) => {
    const server = await startS3Server();
    const { accessKeyId, secretAccessKey } = server.settings.credentials!;
    const to = destination({
      ...{ type: 's3', endpoint: server.settings.endpoint, bucket },
      ...{ access_key_id: accessKeyId, secret_access_key: secret ?? secretAccessKey },
    });
    try {
      await expect(put(to)).rejects.toMatchObject({ isPermanent: true });
    } finally {
      await server.close();
    }
  });

  it('leaves no parts of an upload that the service interrupts', async () => {
    const server = await startS3Server();
    const { accessKeyId, secretAccessKey } = server.settings.credentials!;
    const to = destination({
      ...{ type: 's3', endpoint: server.settings.endpoint, bucket: BUCKET },
      ...{ access_key_id: accessKeyId, secret_access_key: secretAccessKey },
    });
    const stop = new AbortController();
    server.fault = ({ url }) => {
      if (url!.includes('partNumber=2')) stop.abort(new Error('The service stops.'));
      return null;
    };
    const uploader = await openUploader(to, sources);
    try {
      const sent = uploader.put(file('video.mp4', randomBytes(40_000_000)), stop.signal);
      await expect(sent).rejects.toThrow('The service stops.');
      await uploader.close();
      expect(await server.unfinished()).toEqual([]);
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
