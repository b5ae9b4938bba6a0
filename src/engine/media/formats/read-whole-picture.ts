import { readFile, stat } from 'node:fs/promises';
import { JobFailure } from '../../../core/job/job-failure.js';

/** Pictures whose files are read as a whole: 64 megapixels with 4 bytes each. */
export const MAX_WHOLE_PICTURE_BYTES = 256 << 20;

/**
 * Reads a picture file that is converted in memory.
 *
 * @throws JobFailure MEDIA_LIMIT_EXCEEDED if the file is larger than 256 MiB
 */
export async function readWholePicture(path: string, pointer: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size <= MAX_WHOLE_PICTURE_BYTES) return readFile(path);
  const mebibytes = Math.ceil(size / (1 << 20));
  throw new JobFailure(
    'MEDIA_LIMIT_EXCEEDED',
    `The picture file has ${mebibytes} MiB. HEIC, AVIF, and animated WebP files can have at most ` +
      `${MAX_WHOLE_PICTURE_BYTES >> 20} MiB. Convert it to PNG or MP4.`,
    pointer,
  );
}
