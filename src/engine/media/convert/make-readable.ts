import { explainUndecodable } from '../../../core/media/damage.js';
import { type FileExtent, INTACT_FILE } from '../../../core/media/file-extent.js';
import type { ConvertedSource, ConvertRequest } from './convert-heif.js';
import { convertSource } from './convert-source.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaEngines } from '../store/media-engines.js';
import { repairPng } from './repair-png.js';

/** A source as a file that every ffmpeg can read. */
export interface ReadableSource extends ConvertedSource {
  /** The extent of that file, which may differ from that of the source. */
  readonly extent: FileExtent;
}

/**
 * Returns a source as a file that ffmpeg can read: the source itself, its conversion, or a repaired copy.
 *
 * @param extent the extent of the original file
 * @throws JobFailure if the source needs a conversion that fails
 */
export async function makeReadable(
  stored: StoredSource,
  extent: FileExtent,
  engines: MediaEngines,
  request: Omit<ConvertRequest, 'broken'>,
): Promise<ReadableSource> {
  const { convert } = stored;
  if (convert !== null) {
    const conversion = { ...request, broken: explainUndecodable(extent) };
    const converted = await convertSource(stored, convert, engines, conversion);
    return { ...converted, extent: { ...INTACT_FILE, bytes: 0 } };
  }
  const isCut = (extent.missingPicture ?? extent.truncatedIn) !== null;
  const repaired =
    stored.demuxer === 'png_pipe' && isCut ? await repairPng(stored, engines.media) : null;
  return { source: repaired ?? stored, extent, complaints: {}, missing: null };
}
