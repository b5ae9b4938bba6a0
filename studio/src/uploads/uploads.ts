import { signal } from '@preact/signals';
import { client, session } from '../api/index.js';
import { noteAsset } from './asset-list.js';
import { EmptyFile } from './upload-failure.js';
import { UploadQueue } from './upload-queue.js';

/** The service takes 16 at a time from a key. Someone may have more than one page. */
const AT_ONCE = 3;
/** Each part counts as a request, and shows how far a file is. */
const PART_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MS = 10 * 60_000;

/** What the page uploads. */
export const queue = new UploadQueue(
  (file, options) => {
    const api = client.peek();
    if (file.size === 0) return Promise.reject(new EmptyFile(file.name));
    if (api === null) return Promise.reject(new Error('The session has ended.'));
    const sent = { ...options, partBytes: PART_BYTES, timeoutMs: TIMEOUT_MS };
    return api.assets.upload(file, sent);
  },
  AT_ONCE,
  noteAsset,
);

/** What a screen does with files that are dropped or pasted, instead of only uploading them. */
export const fileTaker = signal<((files: readonly File[]) => void) | null>(null);

/** Takes files that someone dropped, pasted, or chose. */
export function takeFiles(files: readonly File[]): void {
  if (files.length === 0 || session.peek().state !== 'open') return;
  const taker = fileTaker.peek();
  if (taker === null) queue.add(files);
  else taker(files);
}

/** A page that is closed loses the files that are on their way, so the browser asks first. */
window.addEventListener('beforeunload', (event) => {
  const isSending = queue.uploads
    .peek()
    .some(({ state }) => state === 'waiting' || state === 'sending');
  if (isSending) event.preventDefault();
});
