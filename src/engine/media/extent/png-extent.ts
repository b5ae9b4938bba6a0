import type { FileExtent } from '../../../core/media/file-extent.js';
import { MAX_PIXELS } from '../formats/formats.js';
import { MAX_WHOLE_PICTURE_BYTES } from '../formats/read-whole-picture.js';
import type { FileReader } from './file-reader.js';
import { MAX_PNG_CHUNKS, type PngChunk, pngChunks, readPngShape } from './png-chunks.js';
import { countRows } from './png-rows.js';

/** Chunks that contain pixels. */
const NEEDED: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'fdAT', 'IEND']);

/**
 * PNG and APNG: a sequence of chunks, each with its length and a checksum. A picture with all of its rows is
 * complete, even if later chunks are missing. Files that are too large to be read as a whole count as complete.
 */
export async function pngExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  if (reader.size > MAX_WHOLE_PICTURE_BYTES) return {};
  const chunks = [...pngChunks(await reader.read(0, reader.size))];
  const isWhole = ({ type, whole }: PngChunk) => whole || !NEEDED.has(type);
  if (chunks.length >= MAX_PNG_CHUNKS) return {};
  if (chunks.at(-1)?.type === 'IEND' && chunks.every(isWhole)) return {};
  const shape = readPngShape(chunks[0]);
  if (shape === null) return { missingPart: 'its entire picture' };
  // Larger pictures are refused later.
  if (shape.width * shape.height > MAX_PIXELS) return {};
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  const rows = await countRows(data, shape);
  if (rows < shape.height)
    return { missingPicture: `only ${rows} of its ${shape.height} rows are present` };
  const pictures = chunks.filter(({ type }) => type === 'fcTL').length;
  const promised = promisedPictures(chunks);
  if (promised > pictures)
    return { missingPicture: `only ${pictures} of its ${promised} pictures are present` };
  return { truncatedIn: 'a chunk', isClearlyTruncated: promised > 1 };
}

/** What an animation says of the number of its pictures. */
function promisedPictures(chunks: readonly PngChunk[]): number {
  const control = chunks.find(({ type }) => type === 'acTL')?.data;
  return control && control.length >= 4 ? control.readUInt32BE(0) : 0;
}
