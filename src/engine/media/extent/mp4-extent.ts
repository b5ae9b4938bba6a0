import type { FileExtent } from '../../../core/media/file-extent.js';
import { LONGEST_BOX_HEADER, readBoxHeader } from '../../../core/mp4/read-boxes.js';
import type { FileReader } from './file-reader.js';

/** Four hours of one-second fragments have about 30,000. */
const MAX_BOXES = 1_000_000;
/** Boxes that must be complete. Other boxes, such as `free`, may be cut off without harm. */
const NEEDED: ReadonlySet<string> = new Set(['moov', 'moof', 'mdat']);

/** MP4 and MOV: a sequence of boxes, each with its length (ISO/IEC 14496-12, 4.2). */
export async function mp4Extent(reader: FileReader): Promise<Partial<FileExtent>> {
  const { size } = reader;
  let declaredBytes: number | null = null;
  let hasIndex = false;
  let at = 0;
  let lastMedia = 0;
  for (let box = 0; box < MAX_BOXES && at + 8 <= size; box++) {
    const head = await reader.read(at, LONGEST_BOX_HEADER);
    let header;
    try {
      header = readBoxHeader(head);
    } catch {
      break;
    }
    const { type } = header;
    if (!/^[\w \xa9-]{4}$/.test(type)) break;
    const end = header.bytes === null ? size : at + header.bytes;
    if (type === 'moov' && end <= size) hasIndex = true;
    if (type === 'mdat') lastMedia = Math.min(size, end);
    if (end > size && NEEDED.has(type)) declaredBytes = end;
    at = end;
  }
  return {
    declaredBytes,
    missingPart: hasIndex ? null : 'its index (the "moov" box)',
    zeroTail: await zerosOfMedia(reader, lastMedia),
  };
}

/** Number of zero bytes at the end of the file that replace media. */
async function zerosOfMedia(reader: FileReader, mediaEnd: number): Promise<number> {
  const zeros = await reader.trailingZeros();
  return reader.size - zeros < mediaEnd ? zeros : 0;
}
