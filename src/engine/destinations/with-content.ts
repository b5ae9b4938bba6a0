import { addAbortSignal, type Readable } from 'node:stream';
import type { OutgoingFile } from './types.js';

/**
 * Opens the content of a file for an upload, and ends it afterward. The content ends with the signal, too: an upload
 * that waits for more of it would not notice.
 *
 * @throws the reason of the signal if it was aborted before the upload began
 */
export async function withContent<T>(
  { open }: Pick<OutgoingFile, 'open'>,
  signal: AbortSignal,
  upload: (content: Readable) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const content = await open();
  // Whoever reads it learns of errors. Before and after, nobody does.
  content.on('error', () => {});
  try {
    signal.throwIfAborted();
    return await upload(addAbortSignal(signal, content));
  } finally {
    content.destroy();
  }
}
