import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { faultOf, type RawRequest, sendUnchanged } from '../support/raw-request.js';
import { ADMIN_KEY, startTestService, type TestService } from '../support/service.js';

const CAPTIONS = '1\n00:00:01,000 --> 00:00:02,000\nHello\n';
const FORM = [
  '--edge',
  'Content-Disposition: form-data; name="name"',
  '',
  'a.srt',
  '--edge',
  'Content-Disposition: form-data; name="file"; filename="b.srt"',
  'Content-Type: text/plain',
  '',
  CAPTIONS,
  '--edge--',
  '',
].join('\r\n');

/** What parsers of forms and of headers stumble over. */
const PIECES = [
  '--edge',
  '--edge--',
  '\r\n',
  '\r\n\r\n',
  '\0',
  '"',
  '\\',
  ';',
  '=',
  "filename*=UTF-8''%ff%zz",
  'filename="',
  'name="__proto__"',
  'Content-Disposition: form-data',
  'Content-Type: multipart/mixed; boundary=edge',
  'Content-Transfer-Encoding: base64',
  `X: ${'x'.repeat(9_000)}`,
  '../../../etc/passwd',
  '\u202e',
];

describe('arbitrary uploads', () => {
  let service: TestService;
  let common: Record<string, string>;

  beforeAll(async () => {
    service = await startTestService({
      VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
      VIDEOCRAFT_SOURCES_MAX_BYTES: '20000',
      VIDEOCRAFT_SOURCES_IDLE_TIMEOUT_SECONDS: '1',
    });
    const token = String((await service.call('/csrf-token')).json['csrf_token']);
    common = { authorization: `Bearer ${ADMIN_KEY}`, 'x-csrf-token': token };
  }, 120_000);

  afterAll(() => service.close());

  const send = (sent: RawRequest) => sendUnchanged(service.url, sent);

  /** Nothing of a request stays, whatever became of it. */
  async function expectNothingLeft(): Promise<void> {
    const folder = join(service.dataDir, 'incoming');
    for (let n = 0; n < 100; n++) {
      if ((await readdir(folder).catch(() => [])).length === 0) return;
      await delay(50);
    }
    expect(await readdir(folder)).toEqual([]);
  }

  it('as damaged forms', async () => {
    const damage = fc.record({
      at: fc.nat(FORM.length),
      drop: fc.nat(60),
      add: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 40 })),
    });
    const type = fc.constantFrom(
      'multipart/form-data; boundary=edge',
      'multipart/form-data; boundary="edge"',
      'multipart/form-data; boundary=',
      `multipart/form-data; boundary=${'e'.repeat(500)}`,
      'multipart/form-data; charset=utf-16; boundary=edge',
      'MULTIPART/FORM-DATA;boundary=edge;boundary=other',
    );
    const form = fc.record({ damages: fc.array(damage, { minLength: 1, maxLength: 4 }), type });
    const post = async (damages: { at: number; drop: number; add: string }[], type: string) => {
      let body = FORM;
      for (const { at, drop, add } of damages) {
        body = body.slice(0, at) + add + body.slice(at + drop);
      }
      const headers = { ...common, 'content-type': type };
      const sent = { method: 'POST', path: '/api/v1/assets', headers, body };
      expect(faultOf(sent, await send(sent))).toBeNull();
    };
    // At the same time, because a form that seems to go on is only refused after a second.
    await fc.assert(
      fc.asyncProperty(fc.array(form, { minLength: 5, maxLength: 5 }), async (forms) => {
        await Promise.all(forms.map(({ damages, type }) => post(damages, type)));
      }),
      // Without shrinking, in which each case without an answer takes 20 s.
      { numRuns: 20, endOnFailure: true },
    );
    await expectNothingLeft();
  }, 120_000);

  it('in parts, with any headers', async () => {
    const value = fc.oneof(
      fc.constantFrom(
        '0',
        '5',
        '-1',
        '1e3',
        '99999999999999999999',
        '',
        ' 1',
        '1.0',
        'a b',
        'YQ==',
      ),
      fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
    );
    const headers = fc.dictionary(
      fc.constantFrom(
        'tus-resumable',
        'upload-length',
        'upload-offset',
        'upload-metadata',
        'upload-checksum',
        'upload-concat',
        'upload-defer-length',
        'content-type',
        'content-encoding',
        'x-http-method-override',
        'x-forwarded-proto',
      ),
      value,
    );
    const begun = await send({
      method: 'POST',
      path: '/api/v1/assets/uploads',
      headers: { ...common, 'tus-resumable': '1.0.0', 'upload-length': '9000' },
    });
    const upload = String(begun.headers['location']);
    const right = fc.constantFrom<Record<string, string>>(
      {},
      { 'tus-resumable': '1.0.0' },
      {
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
        'upload-length': '9',
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('POST', 'PATCH', 'HEAD', 'DELETE'),
        headers,
        right,
        fc.string({ maxLength: 20 }),
        async (method, odd, base, body) => {
          // The upload itself is not ended, so that others go on with it.
          const path = method === 'POST' ? '/api/v1/assets/uploads' : upload;
          if (method === 'DELETE') return;
          const content = method === 'HEAD' ? '' : body;
          const sent = { method, path, headers: { ...common, ...odd, ...base }, body: content };
          expect(faultOf(sent, await send(sent))).toBeNull();
        },
      ),
      { numRuns: 100 },
    );
    await expectNothingLeft();
  }, 120_000);

  it('that are cut anywhere', async () => {
    const { port } = new URL(service.url);
    const head = [
      'POST /api/v1/assets HTTP/1.1',
      'Host: localhost',
      ...Object.entries(common).map(([name, text]) => `${name}: ${text}`),
      'Content-Type: multipart/form-data; boundary=edge',
      `Content-Length: ${FORM.length}`,
      '',
      '',
    ].join('\r\n');
    for (let cut = 0; cut < FORM.length; cut += 23) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => {
          socket.write(head + FORM.slice(0, cut), () => socket.destroy());
        });
        socket.on('error', () => {});
        socket.on('close', () => resolve());
      });
    }
    await expectNothingLeft();
    expect((await service.call('/assets')).status).toBe(200);
  }, 60_000);
});
