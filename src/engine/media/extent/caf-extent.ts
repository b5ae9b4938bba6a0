import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

const MAX_CHUNKS = 10_000;

/** CAF: chunks with 64-bit lengths. The length of the sound chunk may be -1 for "not known". */
export async function cafExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  if ((await reader.read(0, 4)).toString('latin1') !== 'caff') return {};
  let at = 8;
  for (let chunk = 0; chunk < MAX_CHUNKS && at + 12 <= reader.size; chunk++) {
    const head = await reader.read(at, 12);
    const length = Number(head.readBigInt64BE(4));
    if (length < 0) return {};
    at += 12 + length;
    if (head.toString('latin1', 0, 4) === 'data')
      return at > reader.size ? { declaredBytes: at } : {};
  }
  return {};
}
