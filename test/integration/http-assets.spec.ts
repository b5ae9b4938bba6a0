import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, utimes } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ADMIN_KEY, type Answer, startTestService, type TestService } from '../support/service.js';

const NOBODY = '01a20d53-6afc-7159-b2dc-477cb4e45989';
const SCOPES = ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel'];
const MAX_BYTES = 4_000_000;

/** A PNG of one pixel, and bytes after its end that make its content unique. */
function picture(extra = randomBytes(16)): Buffer {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  return Buffer.concat([png, extra]);
}

let service: TestService;
let files: Server;
let filesUrl: string;
let served: Buffer;

beforeAll(async () => {
  files = createServer((req, res) => {
    if (req.url === '/missing') res.writeHead(404).end();
    else if (req.url === '/silent') return;
    else if (req.url === '/page') res.writeHead(200).end('<!doctype html><p>Log in</p>');
    else if (req.url === '/large') res.writeHead(200, { 'Content-Length': MAX_BYTES + 1 }).end();
    else res.writeHead(200).end(served);
  });
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(files.address() as AddressInfo).port}`;
  filesUrl = `http://${host}`;
  service = await startTestService({
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: host,
    VIDEOCRAFT_SOURCES_MAX_BYTES: String(MAX_BYTES),
    VIDEOCRAFT_SOURCES_RETRIES: '0',
    VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
  });
}, 120_000);

afterAll(async () => {
  await service.close();
  files.close();
}, 60_000);

interface FormPart {
  readonly headers: string;
  readonly body: Buffer | string;
}

const BOUNDARY = 'edge';

/** A form as bytes, so that a test decides about each header. */
function form(...parts: readonly FormPart[]): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ headers, body }) => [
      Buffer.from(`--${BOUNDARY}\r\n${headers}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}

const filePart = (body: Buffer | string, name = 'a.png'): FormPart => ({
  headers: `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png`,
  body,
});
const fieldPart = (name: string, body: string): FormPart => ({
  headers: `Content-Disposition: form-data; name="${name}"`,
  body,
});

/** Sends a form. */
async function send(body: Buffer, { key, type }: { key?: string; type?: string } = {}) {
  const headers = { 'Content-Type': type ?? `multipart/form-data; boundary=${BOUNDARY}` };
  return change('POST', '/assets', body, headers, key);
}

async function change(
  method: string,
  path: string,
  body: Buffer | undefined,
  headers: Record<string, string>,
  key?: string,
): Promise<Answer> {
  const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
  return service.call(path, {
    method,
    ...(key === undefined ? {} : { key }),
    headers: { 'X-CSRF-Token': token, ...headers },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
}

const upload = (body: Buffer, key?: string) =>
  send(form(filePart(body)), key === undefined ? {} : { key });
const byUrl = (body: object) => service.change('POST', '/assets', { body });
const idOf = ({ json }: Answer) => json.data['id'] as string;
const newKey = async () => (await service.key(...SCOPES)).key;

/** Copies are removed after the response, so that its time tells nothing. */
async function expectStored(count: number): Promise<void> {
  for (let n = 0; n < 200; n++) {
    if ((await filesIn('assets')).length === count) return;
    await delay(20);
  }
  expect((await filesIn('assets')).length).toBe(count);
}

/** The names of the files in a folder of the service. */
const filesIn = (folder: string) =>
  readdir(join(service.dataDir, folder)).catch(() => [] as string[]);

describe('a file that is uploaded as a form', () => {
  it('becomes an asset, and can be downloaded as it was', async () => {
    const bytes = picture();
    const created = await upload(bytes);
    expect(created.status).toBe(201);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(created.json.data).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      src: `asset:${idOf(created)}`,
      name: 'a.png',
      content_type: 'image/png',
      size_bytes: bytes.length,
      sha256,
      created_at: expect.stringMatching(/Z$/),
      links: {
        self: `/api/v1/assets/${idOf(created)}`,
        download: `/api/v1/assets/${idOf(created)}/download`,
      },
    });
    expect(created.headers.get('location')).toBe(`/api/v1/assets/${idOf(created)}`);
    expect((await service.call(`/assets/${idOf(created)}`)).json.data).toEqual(created.json.data);
    const download = await fetch(`${service.url}/api/v1/assets/${idOf(created)}/download`, {
      headers: { Authorization: 'Bearer the-configured-key', Range: 'bytes=1-3' },
    });
    expect([download.status, await download.text()]).toEqual([206, 'PNG']);
    expect(download.headers.get('etag')).toBe(`"${sha256}"`);
    expect(download.headers.get('content-type')).toBe('image/png');
    expect(download.headers.get('content-disposition')).toBe('attachment; filename="a.png"');
    expect(download.headers.get('x-content-type-options')).toBe('nosniff');
    const head = await service.call(`/assets/${idOf(created)}/download`, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(bytes.length));
    expect(await filesIn('incoming')).toEqual([]);
  });

  it.each([
    ['UTF-8 bytes', 'filename="お疲れ様.png"', 'お疲れ様.png'],
    ['RFC 5987', `filename*=UTF-8''%C4%8Daj.png`, 'čaj.png'],
    ['quotes', 'filename="a\\"b.png"', 'a"b.png'],
    ['a path', 'filename="../../etc/passwd"', 'passwd'],
    ['a Windows path', 'filename="C:\\fakepath\\b.png"', 'b.png'],
    ['no file name', '', 'file'],
    ['an empty file name', 'filename=""', 'file'],
  ])('has the name of %s', async (_what, parameter, name) => {
    const headers = `Content-Disposition: form-data; name="file"${parameter && `; ${parameter}`}`;
    const created = await send(form({ headers, body: picture() }));
    expect([created.status, created.json.data?.['name']]).toEqual([201, name]);
  });

  it('may come before or after the fields, and under any name', async () => {
    const part = {
      headers: 'Content-Disposition: form-data; name="data"; filename="x.bin"',
      body: picture(),
    };
    for (const parts of [
      [part, fieldPart('name', 'named.png')],
      [fieldPart('name', 'named.png'), { ...part, body: picture() }],
    ]) {
      const created = await send(form(...parts));
      expect([created.status, created.json.data?.['name']]).toEqual([201, 'named.png']);
    }
  });

  it('can come in chunks, without a length', async () => {
    const bytes = form(filePart(picture()));
    const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
    const response = await fetch(`${service.url}/api/v1/assets`, {
      method: 'POST',
      headers: {
        Authorization: 'Bearer the-configured-key',
        'X-CSRF-Token': token,
        'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
      body: new Blob([new Uint8Array(bytes)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(201);
  });

  it.each([
    ['no part', form(), 'Expected a part with a file'],
    ['only fields', form(fieldPart('name', 'x')), 'Expected a part with a file'],
    ['two files', form(filePart(picture()), filePart(picture())), 'Expected one file'],
    ['an unknown field', form(filePart(picture()), fieldPart('folder', 'x')), 'unknown field'],
    ['a long name', form(fieldPart('name', 'x'.repeat(5_000)), filePart(picture())), 'too long'],
    [
      'many fields',
      form(...Array.from({ length: 200 }, () => fieldPart('name', 'x')), filePart(picture())),
      'too many',
    ],
    ['another boundary', Buffer.from('--other\r\n\r\nx\r\n--other--'), 'incomplete'],
    ['no end', form(filePart(picture())).subarray(0, -12), 'incomplete'],
    ['nothing', Buffer.alloc(0), 'incomplete'],
    [
      'its end before its file',
      Buffer.concat([
        Buffer.from(`--${BOUNDARY}\r\n--${BOUNDARY}--\r\n`),
        form(filePart(picture())),
      ]),
      'Expected a part with a file',
    ],
  ])('is refused with %s, and leaves nothing', async (_what, body, reason) => {
    const before = await filesIn('assets');
    const answer = await send(body);
    expect([answer.status, answer.json['code']]).toEqual([400, 'VALIDATION_ERROR']);
    expect(answer.json['details']).toContain(reason);
    expect(await filesIn('incoming')).toEqual([]);
    expect(await filesIn('assets')).toEqual(before);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'empty file'],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'web page'],
    ['a playlist', Buffer.from('#EXTM3U\nhttp://127.0.0.1/'), 'playlist'],
    ['an archive', Buffer.from('PK\u0003\u0004' + '\0'.repeat(40), 'latin1'), 'ZIP'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01' + '\0'.repeat(40), 'latin1'), 'program'],
  ])('is refused as %s', async (_what, body, reason) => {
    const answer = await upload(body);
    expect([answer.status, answer.json['code']]).toEqual([422, 'MEDIA_INVALID']);
    expect(answer.json['details']).toContain(reason);
    expect(await filesIn('incoming')).toEqual([]);
  });

  it.each([
    ['a caption file', '1\n00:00:01,000 --> 00:00:02,000\nHello\n', 'text/plain; charset=utf-8'],
    ['WebVTT', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n', 'text/plain; charset=utf-8'],
    ['a lookup table', 'TITLE "a"\nLUT_1D_SIZE 2\n0 0 0\n1 1 1', 'text/plain; charset=utf-8'],
    [
      'a Lottie animation',
      '{"v":"5.7.0","fr":25,"ip":0,"op":9,"w":9,"h":9,"layers":[]}',
      'video/lottie+json',
    ],
    ['words', '{"words":[{"word":"Hello","start":0,"end":1}]}', 'application/json'],
  ])('can be %s', async (_what, body, type) => {
    const answer = await upload(Buffer.from(`${body}\n${randomBytes(8).toString('hex')}`));
    expect([answer.status, answer.json.data?.['content_type']]).toEqual([201, type]);
  });

  it('can be a font', async () => {
    const font = await readFile(
      'node_modules/@fontsource/anton/files/anton-latin-400-normal.woff2',
    );
    const answer = await upload(font);
    expect([answer.status, answer.json.data?.['content_type']]).toEqual([201, 'font/woff2']);
  });

  it('is refused if it is too large, by its length and as it arrives', async () => {
    const large = Buffer.alloc(MAX_BYTES + 100_000, 1);
    const answer = await upload(large);
    expect([answer.status, answer.json['code']]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const almost = Buffer.alloc(MAX_BYTES + 10, 1);
    const late = await upload(almost);
    expect([late.status, late.json['code']]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(late.json['details']).toContain(`${MAX_BYTES} bytes`);
    expect(await filesIn('incoming')).toEqual([]);
  });

  it('is refused with too much around its parts', async () => {
    const padding = Buffer.alloc(MAX_BYTES + 100_000, 'x');
    const answer = await send(Buffer.concat([padding, form(filePart(picture()))]));
    expect([answer.status, answer.json['code']]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const body = new Blob([new Uint8Array(padding)]).stream();
    const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
    const type = `multipart/form-data; boundary=${BOUNDARY}`;
    const streamed = await service.call('/assets', {
      method: 'POST',
      headers: { 'X-CSRF-Token': token, 'Content-Type': type },
      body,
      duplex: 'half',
    } as RequestInit);
    expect([streamed.status, streamed.json['code']]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it.each([
    ['image/png', 'multipart/form-data'],
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    ['multipart/mixed; boundary=edge', 'multipart/form-data'],
  ])('is refused as a body of type %s, with what to send', async (type, advice) => {
    const answer = await send(picture(), { type });
    expect([answer.status, answer.json['code']]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(answer.json['details']).toContain(advice);
  });

  it('is refused without a boundary', async () => {
    const answer = await send(picture(), { type: 'multipart/form-data' });
    expect([answer.status, answer.json['details']]).toEqual([
      400,
      'The `Content-Type` of the form has no boundary.',
    ]);
  });
});

describe('a file that is fetched from a URL', () => {
  it('becomes an asset with the name of the address', async () => {
    served = picture();
    const created = await byUrl({ url: `${filesUrl}/my%20clip.png?token=1` });
    expect([created.status, created.json.data?.['name']]).toEqual([201, 'my clip.png']);
    const again = await byUrl({ url: ` ${filesUrl}/x`, name: 'other.png' });
    expect([again.status, idOf(again), again.json.data['name']]).toEqual([
      200,
      idOf(created),
      'my clip.png',
    ]);
  });

  it.each([
    ['/missing', 'SOURCE_NOT_FOUND', '404'],
    ['/large', 'SOURCE_TOO_LARGE', String(MAX_BYTES)],
    ['/page', 'MEDIA_INVALID', 'web page'],
  ])('%s is refused as %s', async (path, code, reason) => {
    const answer = await byUrl({ url: `${filesUrl}${path}` });
    expect([answer.status, answer.json['code']]).toEqual([422, code]);
    expect(answer.json['details']).toContain(reason);
    expect(answer.json['errors']).toEqual([
      { pointer: '/url', message: expect.stringContaining(reason) },
    ]);
    expect(await filesIn('incoming')).toEqual([]);
  });

  it('holds no place of large bodies while it arrives', async () => {
    const headers = {
      ...{ Authorization: `Bearer ${ADMIN_KEY}`, 'Content-Type': 'application/json' },
      'X-CSRF-Token': (await service.call('/csrf-token')).json['csrf_token'] as string,
    };
    const body = JSON.stringify({ url: `${filesUrl}/silent` }).padEnd(70_000);
    const answer = await fetch(`${service.url}/api/v1/assets`, { method: 'POST', headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([
      413,
      { details: 'The request body is larger than the limit of 65536 bytes.' },
    ]);
  });

  it.each(['http://127.0.0.1:1/', 'http://localhost/', 'http://[::1]/', 'http://10.0.0.1/x.png'])(
    'is never at a private address: %s',
    async (url) => {
      const answer = await byUrl({ url });
      expect([answer.status, answer.json['code']]).toEqual([422, 'SOURCE_BLOCKED']);
    },
  );

  it.each([
    [{}, '/url'],
    [{ url: 'file:///etc/passwd' }, '/url'],
    [{ url: `asset:${NOBODY}` }, '/url'],
    [{ url: 1 }, '/url'],
    [{ url: 'https://a.com/', extra: 1 }, '/extra'],
    [[], ''],
  ])('%j is not valid', async (body, pointer) => {
    const answer = await byUrl(body);
    expect([answer.status, answer.json['code']]).toEqual([400, 'VALIDATION_ERROR']);
    expect(answer.json['errors']).toContainEqual({ pointer, message: expect.any(String) });
  });
});

describe('the assets of a key', () => {
  it('are listed, newest first, by cursor', async () => {
    const key = await newKey();
    const made = [];
    for (let n = 0; n < 3; n++) made.unshift(idOf(await upload(picture(), key)));
    const first = await service.call('/assets?limit=2', { key });
    const { assets, pagination } = first.json.data as {
      assets: { id: string }[];
      pagination: { next_cursor: string };
    };
    const next = await service.call(`/assets?cursor=${pagination.next_cursor}`, { key });
    const rest = next.json.data['assets'] as { id: string }[];
    expect([...assets, ...rest].map(({ id }) => id)).toEqual(made);
    expect((await service.call('/assets?cursor=x', { key })).status).toBe(400);
    expect((await service.call('/assets?name=', { key })).status).toBe(400);
  });

  it('are found by what their names contain, in any case', async () => {
    const [ann, bob] = [await newKey(), await newKey()];
    for (const name of ['Harbor 100%.png', 'boat.png', 'old harbor.png']) {
      await send(form(filePart(picture(), name)), { key: ann });
    }
    const found = async (name: string, key: string) => {
      const { json } = await service.call(`/assets?name=${encodeURIComponent(name)}`, { key });
      return (json.data['assets'] as { name: string }[]).map((asset) => asset.name);
    };
    expect(await found('HARBOR', ann)).toEqual(['old harbor.png', 'Harbor 100%.png']);
    expect(await found('0%', ann)).toEqual(['Harbor 100%.png']);
    // No character stands for others.
    expect(await found('h%r', ann)).toEqual([]);
    expect(await found('harbor', bob)).toEqual([]);
  });

  it('are the same asset if their content is the same, and stored once for all keys', async () => {
    const [ann, bob] = [await newKey(), await newKey()];
    const bytes = picture();
    const before = (await filesIn('assets')).length;
    const first = await upload(bytes, ann);
    const again = await upload(bytes, ann);
    const other = await upload(bytes, bob);
    // What another key has shows in nothing.
    expect([first.status, again.status, other.status]).toEqual([201, 200, 201]);
    expect(idOf(again)).toBe(idOf(first));
    expect(idOf(other)).not.toBe(idOf(first));
    await expectStored(before + 1);
    // Neither does when the other key uploaded it.
    const past = new Date('2020-01-01');
    for (const file of await filesIn('assets')) {
      await utimes(join(service.dataDir, 'assets', file), past, past);
    }
    const seen = await service.call(`/assets/${idOf(other)}/download`, { key: bob });
    const createdAt = Date.parse(other.json.data['created_at'] as string);
    expect(Date.parse(seen.headers.get('last-modified')!)).toBe(createdAt - (createdAt % 1_000));
    const remove = (id: string, key: string) => service.change('DELETE', `/assets/${id}`, { key });
    expect((await remove(idOf(first), bob)).status).toBe(404);
    expect((await remove(idOf(first), ann)).status).toBe(200);
    expect((await filesIn('assets')).length).toBe(before + 1);
    expect((await service.call(`/assets/${idOf(other)}/download`, { key: bob })).status).toBe(200);
    expect((await remove(idOf(other), bob)).status).toBe(200);
    expect((await filesIn('assets')).length).toBe(before);
    expect((await remove(idOf(other), bob)).status).toBe(404);
  });

  it('keep their content however uploads and deletions of it race', async () => {
    const keys = await Promise.all([newKey(), newKey(), newKey()]);
    const bytes = picture();
    const before = (await filesIn('assets')).length;
    let ids = await Promise.all(keys.map(async (key) => idOf(await upload(bytes, key))));
    for (let round = 0; round < 8; round++) {
      const results = await Promise.all(
        keys.map(async (key, index) => {
          const [, made] = await Promise.all([
            service.change('DELETE', `/assets/${ids[index]}`, { key }),
            upload(bytes, key),
          ]);
          return made;
        }),
      );
      expect(results.every(({ status }) => status === 200 || status === 201)).toBe(true);
      ids = await Promise.all(
        keys.map(async (key, index) => {
          const id = idOf(results[index]!);
          const found = await service.call(`/assets/${id}/download`, { key });
          // The upload may have found the asset before it was deleted.
          if (found.status === 200) return id;
          expect(found.json['code']).toBe('ASSET_NOT_FOUND');
          return idOf(await upload(bytes, key));
        }),
      );
    }
    await Promise.all(
      keys.map((key, index) => service.change('DELETE', `/assets/${ids[index]}`, { key })),
    );
    await expectStored(before);
    expect(await filesIn('incoming')).toEqual([]);
  }, 60_000);

  it('have audit events', async () => {
    const { id: keyId, key } = await service.key(...SCOPES);
    const id = idOf(await upload(picture(), key));
    await service.change('DELETE', `/assets/${id}`, { key });
    const { json } = await service.call(`/audit/events?key_id=${keyId}`);
    const events = json.data['events'] as { type: string; data: Record<string, unknown> }[];
    const types = events.filter(({ data }) => data['asset_id'] === id).map(({ type }) => type);
    expect(types).toEqual(['asset.deleted', 'asset.created']);
  });

  it('show in the metrics', async () => {
    const { text } = await service.call('/metrics');
    expect(text).toMatch(/^videocraft_asset_uploads_total\{way="form",result="stored"\} [1-9]/m);
    expect(text).toMatch(/^videocraft_asset_uploads_total\{way="url",result="failed"\} [1-9]/m);
    expect(text).toMatch(/^videocraft_assets [1-9]/m);
    expect(text).toMatch(/^videocraft_asset_bytes [1-9]/m);
  });
});
