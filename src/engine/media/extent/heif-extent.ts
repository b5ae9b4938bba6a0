import type { FileExtent } from '../../../core/media/file-extent.js';
import { LONGEST_BOX_HEADER, readBoxHeader } from '../../../core/mp4/read-boxes.js';
import type { FileReader } from './file-reader.js';

const MAX_BOXES = 20_000;

/**
 * HEIC and AVIF: a sequence of boxes. Whether the missing bytes belong to the picture becomes clear when the
 * picture is extracted.
 */
export async function heifExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  let at = 0;
  for (let box = 0; box < MAX_BOXES && at + 8 <= reader.size; box++) {
    try {
      const { bytes, type } = readBoxHeader(await reader.read(at, LONGEST_BOX_HEADER));
      if (!/^[\w ]{4}$/.test(type)) return {};
      at = bytes === null ? reader.size : at + bytes;
      if (at > reader.size) return { truncatedIn: `its ${JSON.stringify(type)} box` };
    } catch {
      return {};
    }
  }
  return {};
}
