import type { Response } from 'express';
import type { OutputFile } from '../core/job/output-file.js';
import { requireIfMatch } from '../http/preconditions/if-match.js';
import { matchesETag } from '../http/preconditions/if-none-match.js';

/**
 * Sends a file of a video, or the part that is asked for, or that it is known already.
 *
 * @param fileName what the client may save it as
 * @throws ApiError PRECONDITION_FAILED, RANGE_NOT_SATISFIABLE
 */
export async function sendOutput(
  res: Response,
  { path, sha256, contentType }: OutputFile & { readonly path: string },
  fileName: string,
): Promise<void> {
  const tag = `"${sha256}"`;
  requireIfMatch(res.req.headers['if-match'], tag);
  if (matchesETag(res.req.headers['if-none-match'], tag)) {
    res.status(304).set('ETag', tag).end();
    return;
  }
  const headers = {
    'Content-Type': contentType,
    ETag: tag,
    'Content-Disposition': `attachment; filename="${fileName}"`,
  };
  await new Promise<void>((resolve, reject) => {
    res.sendFile(path, { headers, dotfiles: 'allow' }, (error: Error | undefined) => {
      // A client that went away got what it wanted of the file.
      if (error && !res.headersSent) reject(error);
      else resolve();
    });
  });
}
