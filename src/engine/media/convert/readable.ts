import { undecodable } from '../../../core/media/damage.js';
import { type FileExtent, NOTHING_AMISS } from '../../../core/media/file-extent.js';
import type { Converted, ConvertEngines, ConvertRequest } from './convert-heif.js';
import { convertSource } from './convert-source.js';
import type { StoredSource } from '../store/media-store.js';
import { mendPng } from './mend-png.js';

/** A source as a file that every ffmpeg reads. */
export interface Readable extends Converted {
  /** Of that file, which may be another than the source's own. */
  readonly extent: FileExtent;
}

/**
 * A source as a file that ffmpeg reads: itself, what it is converted to, or what there is of it.
 *
 * @param extent of the source's own file
 * @throws JobFailure when it has to be converted, and cannot be
 */
export async function readable(
  stored: StoredSource,
  extent: FileExtent,
  engines: ConvertEngines,
  request: Omit<ConvertRequest, 'broken'>,
): Promise<Readable> {
  const { convert } = stored;
  if (convert !== null) {
    const asked = { ...request, broken: undecodable(extent) };
    const converted = await convertSource(stored, convert, engines, asked);
    return { ...converted, extent: { ...NOTHING_AMISS, bytes: 0 } };
  }
  const isCut = (extent.picture ?? extent.endsIn) !== null;
  const mended =
    stored.demuxer === 'png_pipe' && isCut ? await mendPng(stored, engines.media) : null;
  return { source: mended ?? stored, extent, complaints: {}, missing: null };
}
