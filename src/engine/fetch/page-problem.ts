import { open } from 'node:fs/promises';
import { shareServiceOf } from '../../core/sources/share-links.js';
import { isWebPage } from '../../core/sources/web-page.js';
import { FetchProblem } from './fetch-problem.js';

const READ_BYTES = 65_536;

/** Hosts of login pages. */
const LOGIN_HOSTS: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'login.microsoftonline.com',
  'login.live.com',
  'appleid.apple.com',
]);

/** Texts on pages that Google Drive sends instead of the file. */
const DRIVE_PAGES: readonly (readonly [RegExp, string])[] = [
  [
    /virus scan warning|can['’]t scan this file for viruses|id="download-form"|uc-download-link/i,
    'The file is too large for the virus scan of Google, which asks for a confirmation. Upload the file elsewhere.',
  ],
  [
    /quota exceeded|too many users have viewed or downloaded/i,
    'Google blocks the file because it was downloaded too often. Upload the file elsewhere.',
  ],
];

/**
 * The problem of a downloaded file that is empty or a web page. Share links, logins, and error pages with
 * status 200 return web pages.
 *
 * @param finalUrl the address after all redirects
 * @param address the requested address
 * @returns null when the file is neither
 */
export async function pageProblem(
  path: string,
  finalUrl: URL,
  address: string,
): Promise<FetchProblem | null> {
  const head = await readHead(path);
  if (head.length === 0) {
    return new FetchProblem('MEDIA_INVALID', 'The file at the address is empty (0 bytes).');
  }
  if (!isWebPage(head)) return null;
  const service =
    shareServiceOf(finalUrl) ?? (URL.canParse(address) ? shareServiceOf(new URL(address)) : null);
  const sentences = ['The address opens a web page, not a file.'];
  if (LOGIN_HOSTS.has(finalUrl.hostname)) sentences.push('The page asks for a login.');
  if (service) {
    const text = new TextDecoder().decode(head);
    const drive =
      service.name === 'Google Drive' && DRIVE_PAGES.find(([phrase]) => phrase.test(text));
    sentences.push(`It is a link of ${service.name}.`, drive ? drive[1] : service.advice);
  } else {
    sentences.push(
      'Use the address of the file itself. To check it, open it in a browser in which you are not logged in.',
    );
  }
  return new FetchProblem('MEDIA_INVALID', sentences.join(' '));
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const head = new Uint8Array(READ_BYTES);
    const { bytesRead } = await file.read(head, 0, READ_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
