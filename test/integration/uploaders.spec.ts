import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig } from '../../src/config/load-config.js';
import { type FtpServer, startFtpServer } from '../support/ftp-server.js';
import { BUCKET, startS3Server } from '../support/s3-server.js';
import { startSshServer } from '../support/ssh-server.js';
import { startWebdavServer, type WebdavServer } from '../support/webdav-server.js';
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
  return read.content[0]!;
}

async function put(
  to: NamedDestination,
  one = file(),
  { signal = AbortSignal.timeout(20_000), settings = sources } = {},
): Promise<void> {
  const uploader = await openUploader(to, settings);
  try {
    await uploader.put(one, signal);
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

  describe('with a server that does not replace files', () => {
    const before = Buffer.from('before');
    let server: FtpServer;
    let to: NamedDestination;
    beforeEach(async () => {
      server = await startFtpServer(join(folder, 'in'), null);
      const login = { type: 'ftp', host: '127.0.0.1', port: server.port, security: 'none' };
      to = destination({ ...login, username: 'ann', password: 'secret' });
      server.replaces = false;
      await put(to, file('a/video.mp4', before));
    });
    afterEach(() => server.close());

    it('replaces a file', async () => {
      await put(to, file('a/video.mp4'));
      await expectThere(join(folder, 'in'), 'a/video.mp4');
      expect(await readdir(join(folder, 'in', 'a'))).toEqual(['video.mp4']);
    });

    it.each([
      ['any file', (line: string) => line.startsWith('RNTO')],
      [
        'the new file',
        (line: string, from: string) => line.startsWith('RNTO v') && from.endsWith('upload'),
      ],
    ])('keeps the old one if it does not rename %s', async (_what, isRefused) => {
      let from = '';
      server.refuses = (line) => {
        if (line.startsWith('RNFR')) from = line;
        return isRefused(line, from);
      };
      await expect(put(to, file('a/video.mp4'))).rejects.toMatchObject({ isPermanent: false });
      expect(await readFile(join(folder, 'in', 'a', 'video.mp4'))).toEqual(before);
    });

    it('keeps the old one if the connection breaks when the new one gets its name', async () => {
      server.refuses = (line) => {
        if (line.startsWith('RNTO')) server.cut();
        return false;
      };
      await expect(put(to, file('a/video.mp4'))).rejects.toMatchObject({ isPermanent: false });
      expect(await readFile(join(folder, 'in', 'a', 'video.mp4'))).toEqual(before);
    });
  });

  it('closes the connection to a server that refuses what comes after the login', async () => {
    const server = await startFtpServer(join(folder, 'in'), null);
    const login = { type: 'ftp', host: '127.0.0.1', port: server.port, security: 'none' };
    server.refuses = (line) => line === 'PWD';
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

describe('a WebDAV server that moves a file', () => {
  let server: WebdavServer;
  let to: NamedDestination;
  beforeEach(async () => {
    server = await startWebdavServer(join(folder, 'in'));
    to = destination({ type: 'webdav', url: server.url, username: 'ann', password: 'secret' });
  });
  afterEach(() => server.close());

  it('may take longer than other answers', async () => {
    server.moves = () => wait(700, null);
    await put(to, file(), { settings: { ...sources, idleTimeoutMs: 200 } });
    expect(await readFile(join(folder, 'in', PATH))).toEqual(CONTENT);
  });

  const line = (status: string) => `<d:status>HTTP/1.1 ${status}</d:status>`;
  const within = (lines: string) =>
    `<d:multistatus xmlns:d="DAV:"><d:response><d:href>/x</d:href>${lines}</d:response></d:multistatus>`;

  it.each([
    ['423 Locked', within(line('423 Locked')), 423, false],
    ['403 after a success', within(line('201 Created') + line('403 Forbidden')), 403, true],
    ['nothing', '', 207, false],
    [
      'more than a server says about a file',
      `${line('201 Created')}${' '.repeat(100_000)}`,
      207,
      false,
    ],
  ])('has failed if its statuses contain %s', async (_what, body, status, isPermanent) => {
    server.moves = async () => ({ status: 207, body });
    await expect(put(to)).rejects.toMatchObject({
      ...{ isPermanent, retryAfterSeconds: 40 },
      message: `The destination answered with status ${status}.`,
    });
  });

  it('has succeeded if all of its statuses are successes', async () => {
    server.moves = async () => ({ status: 207, body: within(line('201 Created')) });
    await put(to);
    expect(server.requests.at(-1)).toMatch(/^MOVE/);
  });
});

describe('an upload that is not wanted any more', () => {
  const login = { username: 'ann', password: 'secret' };
  const stopped = AbortSignal.abort(new Error('The service stops.'));

  it('does not begin', async () => {
    const root = join(folder, 'in');
    const [ftp, dav] = [await startFtpServer(root, null), await startWebdavServer(root)];
    await chmod(folder, 0o755);
    const ssh = await startSshServer(folder, 'ecdsa');
    const s3 = await startS3Server();
    const { accessKeyId, secretAccessKey } = s3.settings.credentials!;
    const all = [
      { ...login, type: 'ftp', host: '127.0.0.1', port: ftp.port, security: 'none' },
      { ...login, type: 'webdav', url: dav.url },
      {
        ...{ type: 'sftp', host: '127.0.0.1', port: ssh.port, username: userInfo().username },
        ...{ private_key: ssh.privateKey, host_key: ssh.hostKey, folder: root },
      },
      {
        ...{ type: 's3', endpoint: s3.settings.endpoint, bucket: BUCKET },
        ...{ access_key_id: accessKeyId, secret_access_key: secretAccessKey },
      },
    ];
    try {
      for (const fields of all) {
        const sent = put(destination(fields), file('a/video.mp4'), { signal: stopped });
        await expect(sent).rejects.toThrow('The service stops.');
      }
      expect(await readdir(root)).toEqual([]);
      expect([ftp.commands.filter((line) => /^MKD|^STOR/.test(line)), dav.requests]).toEqual([
        [],
        [],
      ]);
      expect(await s3.unfinished()).toEqual([]);
    } finally {
      await Promise.all([ftp, dav, ssh, s3].map((server) => server.close()));
    }
  });

  it('ends while it waits for its content', async () => {
    await chmod(folder, 0o755);
    const ssh = await startSshServer(folder, 'ecdsa');
    const to = destination({
      ...{ type: 'sftp', host: '127.0.0.1', port: ssh.port, username: userInfo().username },
      ...{ private_key: ssh.privateKey, host_key: ssh.hostKey, folder: join(folder, 'in') },
    });
    const stop = new AbortController();
    const silent = { ...file(), open: async () => new Readable({ read() {} }) };
    setTimeout(() => stop.abort(new Error('The service stops.')), 500);
    try {
      await expect(put(to, silent, { signal: stop.signal })).rejects.toThrow('The service stops.');
    } finally {
      await ssh.close();
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

  it('passes on how long a busy store asks to wait', async () => {
    const server = await startS3Server();
    const { accessKeyId, secretAccessKey } = server.settings.credentials!;
    const to = destination({
      ...{ type: 's3', endpoint: server.settings.endpoint, bucket: BUCKET },
      ...{ access_key_id: accessKeyId, secret_access_key: secretAccessKey },
    });
    const headers = { 'retry-after': '3' };
    server.fault = () => ({ kind: 'status', status: 503, code: 'SlowDown', headers });
    try {
      await expect(put(to)).rejects.toMatchObject({ isPermanent: false, retryAfterSeconds: 3 });
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
  it('replaces files on a server that does not do that itself', async () => {
    await chmod(folder, 0o755);
    const server = await startSshServer(folder, 'ecdsa', '-P posix-rename');
    const to = destination({
      ...{ type: 'sftp', host: '127.0.0.1', port: server.port, username: userInfo().username },
      ...{ private_key: server.privateKey, host_key: server.hostKey, folder: join(folder, 'in') },
    });
    try {
      await put(to, file('video.mp4', Buffer.from('before')));
      await put(to, file('video.mp4'));
      await expectThere(join(folder, 'in'), 'video.mp4');
      expect(await readdir(join(folder, 'in'))).toEqual(['video.mp4']);
    } finally {
      await server.close();
    }
  });

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
