import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RawAnswer, sendUnchanged } from '../support/raw-request.js';
import {
  ADMIN_KEY,
  PROJECT,
  startTestService,
  type TestService,
  videoResult,
} from '../support/service.js';

const UUID = '01a20d53-6afc-7159-b2dc-477cb4e45989';

let service: TestService;
let token: string;
let video: string;

beforeAll(async () => {
  service = await startTestService();
  token = String((await service.call('/csrf-token')).json['csrf_token']);
  video = (await service.change('POST', '/videos', { body: PROJECT })).json['job_id'] as string;
  const folder = join(service.dataDir, 'videos', video);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'video.mp4'), 'video');
  await writeFile(join(folder, 'subtitles.srt'), '1\n\nhi\n');
  await writeFile(join(service.dataDir, 'videos', 'secret.txt'), 'secret');
  await service.dataSource.query(
    `UPDATE jobs SET status = 'completed', result = $2, finished_at = now() WHERE id = $1`,
    [video, JSON.stringify(videoResult(video))],
  );
}, 120_000);

afterAll(() => service.close(), 60_000);

const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  sendUnchanged(service.url, {
    method,
    path: `/api/v1${path}`,
    headers: { authorization: `Bearer ${ADMIN_KEY}`, 'x-csrf-token': token, ...headers },
  });

const codeOf = ({ text }: RawAnswer) => (JSON.parse(text) as { code: string }).code;

/** An ID, and whether it can be decoded at all. */
const IDS: readonly (readonly [what: string, id: string, isText: boolean])[] = [
  ['an encoded parent', '..%2f..%2fetc%2fpasswd', true],
  ['a doubly encoded parent', '..%252f..%252fetc%252fpasswd', true],
  ['a parent of Windows', '..%5c..%5cwindows%5cwin.ini', true],
  ['an overlong parent', '..%c0%af..%c0%afetc', false],
  ['NUL', '%00', true],
  ['a UUID and NUL', `${UUID}%00`, true],
  ['a UUID and a line break', `${UUID}%0a`, true],
  ['CRLF and a header', '%0d%0aSet-Cookie:%20a=b', true],
  ['a lone surrogate', '%ed%a0%80', false],
  ['an emoji', '%F0%9F%92%A9', true],
  ['half an escape', '%', false],
  ['an escape of no digits', '%zz', false],
  ['SQL', "'%20OR%201=1--", true],
  ['a UUID in braces', `%7b${UUID}%7d`, true],
  ['a UUID without dashes', UUID.replaceAll('-', ''), true],
  ['a UUID with a suffix', `${UUID}0`, true],
  ['a UUID of nothing', UUID, true],
  ['a name of every object', '__proto__', true],
  ['the word null', 'null', true],
  ['5,000 letters', 'a'.repeat(5_000), true],
];

const ROUTES: readonly (readonly [method: string, before: string, after: string, code: string])[] =
  [
    ['GET', '/jobs/', '', 'JOB_NOT_FOUND'],
    ['GET', '/jobs/', '/status', 'JOB_NOT_FOUND'],
    ['GET', '/jobs/', '/events', 'JOB_NOT_FOUND'],
    ['POST', '/jobs/', '/cancel', 'JOB_NOT_FOUND'],
    ['GET', '/videos/', '', 'VIDEO_NOT_FOUND'],
    ['GET', '/videos/', '/download', 'VIDEO_NOT_FOUND'],
    ['GET', '/videos/', '/files/video.mp4', 'VIDEO_NOT_FOUND'],
    ['GET', '/videos/', '/transcript', 'VIDEO_NOT_FOUND'],
    ['DELETE', '/videos/', '', 'VIDEO_NOT_FOUND'],
    ['GET', '/templates/', '', 'TEMPLATE_NOT_FOUND'],
    ['DELETE', '/templates/', '', 'TEMPLATE_NOT_FOUND'],
    ['GET', '/batches/', '', 'BATCH_NOT_FOUND'],
    ['POST', '/batches/', '/cancel', 'BATCH_NOT_FOUND'],
    ['DELETE', '/keys/', '', 'KEY_NOT_FOUND'],
    ['POST', '/keys/', '/rotate', 'KEY_NOT_FOUND'],
  ];

describe.each(ROUTES)('%s %s{id}%s', (method, before, after, code) => {
  it.each(IDS)('does not know %s', async (_, id, isText) => {
    const answer = await ask(method, `${before}${id}${after}`);
    const expected = isText ? [404, code] : [400, 'VALIDATION_ERROR'];
    expect([answer.status, codeOf(answer)]).toEqual(expected);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.text).not.toContain('root:');
  });
});

describe('a file of a video', () => {
  it.each([
    ['an encoded parent', '..%2fsecret.txt', 404, 'FILE_NOT_FOUND'],
    ['a parent', '../../secret.txt', 404, 'NOT_FOUND'],
    ['an encoded dot', '%2e%2e/secret.txt', 404, 'NOT_FOUND'],
    ['a doubly encoded parent', '..%252fsecret.txt', 404, 'FILE_NOT_FOUND'],
    ['a parent of Windows', '..%5csecret.txt', 404, 'FILE_NOT_FOUND'],
    ['an absolute path', '%2fetc%2fpasswd', 404, 'FILE_NOT_FOUND'],
    ['the name and NUL', 'video.mp4%00', 404, 'FILE_NOT_FOUND'],
    ['the name, NUL, and another type', 'video.mp4%00.txt', 404, 'FILE_NOT_FOUND'],
    ['the name and a line break', 'video.mp4%0d%0aX:1', 404, 'FILE_NOT_FOUND'],
    ['the name in another case', 'VIDEO.MP4', 404, 'FILE_NOT_FOUND'],
    ['the name and a space', 'video.mp4%20', 404, 'FILE_NOT_FOUND'],
    ['the name and a dot', 'video.mp4.', 404, 'FILE_NOT_FOUND'],
    ['the folder itself', '.', 404, 'FILE_NOT_FOUND'],
    ['a name of every object', '__proto__', 404, 'FILE_NOT_FOUND'],
    ['a lone surrogate', '%ed%a0%80', 400, 'VALIDATION_ERROR'],
    ['5,000 letters', 'a'.repeat(5_000), 404, 'FILE_NOT_FOUND'],
  ])('is not %s', async (_, name, status, code) => {
    const answer = await ask('GET', `/videos/${video}/files/${name}`);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it('is each of its own names', async () => {
    const names = ['video.mp4', 'subtitles.srt'];
    const statuses = names.map(async (name) => {
      return (await ask('GET', `/videos/${video}/files/${name}`)).status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 200]);
  });
});

describe('Range', () => {
  const whole = [200, 'video', undefined];
  const beyond = [416, 'RANGE_NOT_SATISFIABLE', 'bytes */5'];

  it.each([
    ['of 1,000 parts', `bytes=${'0-0,'.repeat(999)}0-0`, [206, 'v', 'bytes 0-0/5']],
    ['of 1,000 parts that overlap', `bytes=${'0-,'.repeat(999)}0-`, [206, 'video', 'bytes 0-4/5']],
    ['of 1,000 parts with gaps', `bytes=${'0-0,2-2,4-4,'.repeat(333)}0-0`, whole],
    ['of one part', 'bytes=1-2', [206, 'id', 'bytes 1-2/5']],
    ['beyond the end of the last byte', 'bytes=3-99', [206, 'eo', 'bytes 3-4/5']],
    ['after the end', 'bytes=5-', beyond],
    ['of the last 0 bytes', 'bytes=-0', beyond],
    ['of the last 9 bytes', 'bytes=-9', [206, 'video', 'bytes 0-4/5']],
    ['whose end is before its start', 'bytes=3-1', beyond],
    ['beyond 64 bits', 'bytes=18446744073709551616-', beyond],
    ['that ends beyond 64 bits', 'bytes=4-18446744073709551616', [206, 'o', 'bytes 4-4/5']],
    ['of lines', 'lines=0-1', whole],
    ['without numbers', 'bytes=-', whole],
    ['without a unit', '0-1', whole],
    ['with two signs', 'bytes=--1', whole],
    ['in hexadecimal digits', 'bytes=0x0-0x4', whole],
    ['with an exponent', 'bytes=1e0-2', whole],
    ['with a fraction', 'bytes=0.5-1', whole],
    ['of nothing', '', whole],
    ['of 8,000 digits', `bytes=${'9'.repeat(8_000)}-`, beyond],
  ])('%s has its exact answer', async (_, range, expected) => {
    const answer = await ask('GET', `/videos/${video}/download`, { range });
    const text = answer.status === 416 ? codeOf(answer) : answer.text;
    expect([answer.status, text, answer.headers['content-range']]).toEqual(expected);
  });
});
