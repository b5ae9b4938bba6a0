import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.js';
import { explainToOperator } from './explain-to-operator.js';
import { Fetcher } from './fetcher.js';
import { FetchProblem, NoPublicHost } from './fetch-problem.js';
import { pageProblem } from './page-problem.js';
import { redirectLocationOf } from './redirect-location.js';
import { statusProblem } from './status-problem.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videocraft-problems-'));
});
afterAll(() => rm(folder, { recursive: true }));

const DRIVE = 'https://drive.google.com/file/d/1AbC/view';
const response = (statusCode: number, headers = {}) =>
  ({ statusCode, headers }) as unknown as IncomingMessage;

describe('pageProblem', () => {
  it.each<[what: string, page: string, url: string, address: string, message: string | null]>([
    ['a media file', '\0\0\0\u0018ftyp', 'https://a.com/', 'https://a.com/', null],
    [
      'nothing',
      '',
      'https://a.com/',
      'https://a.com/',
      'The file at the address is empty (0 bytes).',
    ],
    [
      'a page',
      '<!doctype html>',
      'https://a.com/',
      'https://a.com/',
      'The address opens a web page, not a file. Use the address of the file itself. To check it, open it in a browser in which you are not logged in.',
    ],
    [
      'a page for an address that is none',
      '<!doctype html>',
      'https://a.com/',
      'not an address',
      'The address opens a web page, not a file. Use the address of the file itself. To check it, open it in a browser in which you are not logged in.',
    ],
    [
      'a login',
      '<html>',
      'https://accounts.google.com/v3/signin',
      'https://a.com/',
      'The address opens a web page, not a file. The page asks for a login. Use the address of the file itself. To check it, open it in a browser in which you are not logged in.',
    ],
    [
      'a file that Google does not scan',
      '<html>Google Drive - Virus scan warning',
      'https://drive.usercontent.google.com/download',
      DRIVE,
      'The address opens a web page, not a file. It is a link of Google Drive. The file is too large for the virus scan of Google, which asks for a confirmation. Upload the file elsewhere.',
    ],
  ])('of %s', async (_what, page, url, address, message) => {
    const path = join(folder, 'page');
    await writeFile(path, page, 'latin1');
    const problem = await pageProblem(path, new URL(url), address);
    expect(problem?.message ?? null).toBe(message);
  });

  it.each([
    ['Google Drive', DRIVE],
    ['Dropbox', 'https://www.dropbox.com/scl/fi/x/a.mp4'],
  ])('advises about a link of %s', async (service, address) => {
    const path = join(folder, 'page');
    await writeFile(path, '<html>');
    const problem = await pageProblem(path, new URL('https://a.com/'), address);
    expect(problem!.message).toMatch(
      new RegExp(`^The address opens a web page, not a file. It is a link of ${service}. [A-Z]`),
    );
  });
});

describe('statusProblem', () => {
  it.each<[number, object, string, RegExp]>([
    [418, {}, 'https://a.com/', /^The server responded with status 418\.$/],
    [
      429,
      { 'retry-after': '5' },
      'https://a.com/',
      /^The server responded with status 429\. It receives too many requests\. It asks clients to wait 5 s\.$/,
    ],
    [
      404,
      {},
      DRIVE,
      /^The server responded with status 404\. The file does not exist\. Check the address\. The address is a link of Google Drive\. [A-Z]/,
    ],
  ])('of %d', (status, headers, url, message) => {
    expect(statusProblem(response(status, headers), new URL(url), 0).message).toMatch(message);
  });
});

describe('redirectLocationOf', () => {
  it.each([
    [302, { location: ' /a ' }, '/a'],
    [302, { location: '/\u00c3\u00bc' }, '/%C3%BC'],
    [302, {}, null],
    [304, { location: '/a' }, null],
    [200, { location: '/a' }, null],
  ])('%d %j: %s', (status, headers, location) => {
    expect(redirectLocationOf(response(status, headers))).toBe(location);
  });
});

describe('explainToOperator', () => {
  it.each([
    [
      new NoPublicHost('private'),
      'The host is not on the public internet. To allow it, add it to VIDEOCRAFT_SOURCES_ALLOWED_HOSTS.',
    ],
    [new NoPublicHost('unknown'), 'The host does not exist: its host name has no address.'],
    [new FetchProblem('SOURCE_TIMEOUT', 'Too late.'), 'Too late.'],
  ])('%#', (problem, message) => expect(explainToOperator(problem, 'The host')).toBe(message));
});

describe('Fetcher', () => {
  it.each([
    [
      'http://10.0.0.1/a',
      undefined,
      'The host of the address does not exist or is not on the public internet.',
    ],
    [
      'http://10.0.0.1/a',
      'The mirror',
      'The mirror is not on the public internet. To allow it, add it to VIDEOCRAFT_SOURCES_ALLOWED_HOSTS.',
    ],
    ['nonsense', undefined, 'The address is not a valid URL.'],
  ])('refuses %s for %s', async (address, operatorsHost, message) => {
    const fetcher = new Fetcher(loadConfig({ VIDEOCRAFT_SOURCES_RETRIES: '0' }).sources);
    const { signal } = new AbortController();
    const options = { pointer: '/src', signal, operatorsHost };
    try {
      await expect(fetcher.fetch(address, join(folder, 'a'), options)).rejects.toMatchObject({
        code: 'SOURCE_BLOCKED',
        message,
        pointer: '/src',
      });
    } finally {
      fetcher.close();
    }
  });
});
