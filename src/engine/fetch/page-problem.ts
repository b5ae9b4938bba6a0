import { open } from 'node:fs/promises';
import { shareServiceOf } from '../../core/sources/share-links.js';
import { isWebPage } from '../../core/sources/web-page.js';
import { FetchProblem } from './fetch-problem.js';

const READ_BYTES = 65_536;

/** Hosts that ask who one is before they show anything. */
const LOGINS: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'login.microsoftonline.com',
  'login.live.com',
  'appleid.apple.com',
]);

/** What pages of Google Drive say instead of giving the file. */
const DRIVE_PAGES: readonly (readonly [RegExp, string])[] = [
  [
    /virus scan warning|can['’]t scan this file for viruses|id="download-form"|uc-download-link/i,
    'The file is too large for Google to scan it for viruses, so that Google asks for a confirmation first: put it elsewhere.',
  ],
  [
    /quota exceeded|too many users have viewed or downloaded/i,
    'The file has been fetched too often lately, so that Google does not give it out: put it elsewhere.',
  ],
];

/**
 * Why a file is of no use that is empty or a web page: a link to share opens one, and so do logins and
 * error pages that are sent with status 200.
 *
 * @param came where the file came from
 * @param given the address that was asked for
 * @returns null: it is neither
 */
export async function pageProblem(
  path: string,
  came: URL,
  given: string,
): Promise<FetchProblem | null> {
  const head = await readHead(path);
  if (head.length === 0) {
    return new FetchProblem('MEDIA_INVALID', 'The address gives an empty file, of 0 bytes.');
  }
  if (!isWebPage(head)) return null;
  const service =
    shareServiceOf(came) ?? (URL.canParse(given) ? shareServiceOf(new URL(given)) : null);
  const sentences = ['The address gives a web page, not a file.'];
  if (LOGINS.has(came.hostname)) sentences.push('The page asks for a login.');
  if (service) {
    const text = new TextDecoder().decode(head);
    const drive = service.name === 'Google Drive' && DRIVE_PAGES.find(([said]) => said.test(text));
    sentences.push(`It is a link of ${service.name}.`, drive ? drive[1] : service.advice);
  } else {
    sentences.push(
      'Use the address of the file itself; a browser that is not logged in shows what the address gives.',
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
