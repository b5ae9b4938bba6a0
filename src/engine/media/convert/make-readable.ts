import { explainUndecodable } from '../../../core/media/damage.js';
import { type FileExtent, INTACT_FILE } from '../../../core/media/file-extent.js';
import type { ConvertedSource, ConvertRequest } from './convert-heif.js';
import { convertSource } from './convert-source.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaEngines } from '../store/media-engines.js';
import { repairPng } from './repair-png.js';

/** A source as a file that every ffmpeg reads. */
export interface ReadableSource extends ConvertedSource {
  /** Of that file, which may be another than the source's own. */
  readonly extent: FileExtent;
}

/**
 * A source as a file that ffmpeg reads: itself, what it is converted to, or what there is of it.
 *
 * @param extent of the source's own file
 * @throws JobFailure when it has to be converted, and cannot be
 */
export async function makeReadable(
  stored: StoredSource,
  extent: FileExtent,
  engines: MediaEngines,
  request: Omit<ConvertRequest, 'broken'>,
): Promise<ReadableSource> {
  const { convert } = stored;
  if (convert !== null) {
    const asked = { ...request, broken: explainUndecodable(extent) };
    const converted = await convertSource(stored, convert, engines, asked);
    return { ...converted, extent: { ...INTACT_FILE, bytes: 0 } };
  }
  const isCut = (extent.missingPicture ?? extent.truncatedIn) !== null;
  const mended =
    stored.demuxer === 'png_pipe' && isCut ? await repairPng(stored, engines.media) : null;
  return { source: mended ?? stored, extent, complaints: {}, missing: null };
}
