import { readFile, stat, writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import type { MediaStore } from '../store/media-store.js';
import { MAX_WHOLE_PICTURE_BYTES } from '../formats/read-whole-picture.js';
import type { StoredSource } from '../formats/stored-source.js';
import { pngChunks, readPngShape } from '../extent/png-chunks.js';
import { countRows, dataBytes, inflateRows } from '../extent/png-rows.js';

/** Larger pictures are not repaired, because all of their pixels are in memory at once. */
const MAX_BYTES = 256 << 20;

/**
 * Repairs a PNG file that was cut short or has a damaged chunk, because ffmpeg decodes nothing from such a
 * file. Missing rows become black or transparent.
 *
 * @returns null if no row is left, or if the picture is too large
 */
export async function repairPng(
  source: StoredSource,
  media: MediaStore,
): Promise<StoredSource | null> {
  if ((await stat(source.path)).size > MAX_WHOLE_PICTURE_BYTES) return null;
  const chunks = [...pngChunks(await readFile(source.path))];
  const shape = readPngShape(chunks[0]);
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  if (shape === null || dataBytes(shape) > MAX_BYTES) return null;
  if ((await countRows(data, shape)) === 0) return null;
  const path = await media.derived(source, 'mended.png', async (part) => {
    const pixels = Buffer.alloc(dataBytes(shape));
    await inflateRows(data, pixels);
    const before = chunks.slice(
      0,
      chunks.findIndex(({ type }) => type === 'IDAT'),
    );
    await writeFile(
      part,
      Buffer.concat([
        SIGNATURE,
        ...before.filter(({ whole, type }) => whole && type !== 'acTL').map(chunkBytes),
        chunkBytes({ type: 'IDAT', data: deflateSync(pixels, { level: 1 }) }),
        chunkBytes({ type: 'IEND', data: Buffer.alloc(0) }),
      ]),
    );
  });
  return { ...source, path, demuxer: 'png_pipe' };
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunkBytes({ type, data }: { readonly type: string; readonly data: Buffer }): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
