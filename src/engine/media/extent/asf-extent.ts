import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

/** The header, and in it the file properties object (ASF specification, 10). */
const HEADER = '3026b2758e66cf11a6d900aa0062ce6c';
const FILE_PROPERTIES = 'a1dcab8c47a9cf118ee400c00c205365';
const MAX_OBJECTS = 1_000;
/** The size is invalid in broadcast files. */
const BROADCAST = 1;

/** WMV and WMA: the header declares the size of the file. */
export async function asfExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  if ((await reader.read(0, 16)).toString('hex') !== HEADER) return {};
  let at = 30;
  for (let object = 0; object < MAX_OBJECTS; object++) {
    const bytes = await reader.read(at, 92);
    if (bytes.length < 92) return {};
    if (bytes.toString('hex', 0, 16) === FILE_PROPERTIES) {
      const whole = Number(bytes.readBigUInt64LE(40));
      const isKnown = (bytes.readUInt32LE(88) & BROADCAST) === 0;
      return isKnown && whole > reader.size ? { declaredBytes: whole } : {};
    }
    at += Math.max(24, Number(bytes.readBigUInt64LE(16)));
  }
  return {};
}
