import { crc32 } from 'node:zlib';
import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';
import { countRows, type PngShape } from './png-rows.js';

/** Chunks that pixels come from. */
const NEEDED: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'fdAT']);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** False: cut off, or other bytes than were written. */
  readonly whole: boolean;
}

/**
 * PNG and APNG: a row of chunks, each with its length and a checksum (W3C PNG, 5.3). A picture that has
 * all its rows is whole even if what follows is missing.
 */
export async function pngExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  const file = await reader.read(0, reader.size);
  const chunks = [...chunksOf(file)];
  const isWhole = ({ type, whole }: Chunk) => whole || !NEEDED.has(type);
  const ends = chunks.some(({ type }) => type === 'IEND');
  if (ends && chunks.every(isWhole)) return {};
  const shape = shapeOf(chunks[0]);
  if (shape === null) return { lacks: 'all of its picture' };
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  const rows = await countRows(data, shape);
  const pictures = chunks.filter(({ type }) => type === 'fcTL').length;
  const promised = chunks.find(({ type }) => type === 'acTL')?.data.readUInt32BE(0) ?? 0;
  if (rows < shape.height) return { picture: `${rows} of ${shape.height} rows are there` };
  if (promised > pictures) return { picture: `${pictures} of ${promised} pictures are there` };
  return chunks.every(isWhole) && promised === 0
    ? {}
    : { endsIn: 'a chunk', endsShort: promised > 0 };
}

function* chunksOf(file: Buffer): Generator<Chunk> {
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    const type = file.toString('latin1', at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type)) return;
    const isThere = end + 4 <= file.length;
    const whole = isThere && crc32(file.subarray(at + 4, end)) === file.readUInt32BE(end);
    yield { type, data: file.subarray(at + 8, Math.min(end, file.length)), whole };
    if (type === 'IEND') return;
    at = end + 4;
  }
}

/** What the first chunk says of the picture; null: it is not there. */
function shapeOf(first: Chunk | undefined): PngShape | null {
  if (first?.type !== 'IHDR' || first.data.length < 13) return null;
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[first.data[9]!];
  if (samples === undefined) return null;
  return {
    width: first.data.readUInt32BE(0),
    height: first.data.readUInt32BE(4),
    bitsPerPixel: first.data[8]! * samples,
    interlaced: first.data[12] === 1,
  };
}
