import type { Response } from 'express';
import type { OutputFile } from '../core/job/output-file.js';
import { requireIfMatch } from '../http/preconditions/if-match.js';
import { matchesETag } from '../http/preconditions/if-none-match.js';

/** An output file and its place on disk. */
export type StoredFile = OutputFile & { readonly path: string };

/**
 * Sends a file of a video, the requested range of it, or 304.
 *
 * @param fileName the suggested name for saving the file
 * @throws ApiError PRECONDITION_FAILED, RANGE_NOT_SATISFIABLE
 */
export async function sendOutput(
  res: Response,
  { path, sha256, sizeBytes, contentType }: StoredFile,
  fileName: string,
): Promise<void> {
  const tag = `"${sha256}"`;
  requireIfMatch(res.req.headers['if-match'], tag);
  if (matchesETag(res.req.headers['if-none-match'], tag)) {
    res.status(304).set('ETag', tag).end();
    return;
  }
  const range = rangeWithin(sizeBytes, res.req.headers.range);
  if (range !== undefined) res.req.headers.range = range;
  const headers = {
    'Content-Type': contentType,
    ETag: tag,
    'Content-Disposition': `attachment; filename="${fileName}"`,
  };
  await new Promise<void>((resolve, reject) => {
    res.sendFile(path, { headers, dotfiles: 'allow' }, (error: Error | undefined) => {
      // After the headers are sent, an error means that the client disconnected.
      if (error && !res.headersSent) reject(error);
      else resolve();
    });
  });
}

/**
 * The range, or the whole file if the range has more last bytes than the file (RFC 9110, section 14.1.2).
 * `send` would reject such a range.
 */
function rangeWithin(sizeBytes: number, range: string | undefined): string | undefined {
  const last = /^bytes=-(\d+)$/.exec(range ?? '')?.[1];
  return last !== undefined && Number(last) > sizeBytes ? 'bytes=0-' : range;
}
