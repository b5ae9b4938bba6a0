import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

/** Four hours have about 1.5 million. */
const MAX_TAGS = 3_000_000;
/** Of a script, the part that is searched for the size of the file. */
const MAX_SCRIPT_BYTES = 1 << 20;
const TAG_HEAD = 11;
const SCRIPT = 18;
/** A number in a script tag (AMF 0). */
const NUMBER = 0;
const SIZE = 'filesize';

/**
 * FLV: a sequence of tags with their lengths. If the file ends in the middle of a tag and its script tag
 * declares a larger size, it was cut short. Without that, it may be a recording that was stopped.
 */
export async function flvExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  const head = await reader.read(0, 9);
  if (head.length < 9 || head.toString('latin1', 0, 3) !== 'FLV') return {};
  let declaredBytes = 0;
  let at = head.readUInt32BE(5) + 4;
  for (let tags = 0; tags < MAX_TAGS && at < reader.size; tags++) {
    const tag = await reader.read(at, TAG_HEAD);
    const isTag = [8, 9, SCRIPT].includes(tag[0]! & 0x1f);
    if (!isTag) return {};
    const length = tag.length < TAG_HEAD ? 0 : tag.readUIntBE(1, 3);
    if (declaredBytes === 0 && tag[0] === SCRIPT) {
      declaredBytes = sizeIn(await reader.read(at + TAG_HEAD, Math.min(length, MAX_SCRIPT_BYTES)));
    }
    at += TAG_HEAD + length + 4;
    if (at - 4 > reader.size) {
      return {
        truncatedIn: 'a tag',
        declaredBytes: declaredBytes > reader.size ? declaredBytes : null,
      };
    }
  }
  return {};
}

function sizeIn(script: Buffer): number {
  const at = script.indexOf(SIZE, 0, 'latin1') + SIZE.length;
  if (at < SIZE.length || at + 9 > script.length || script[at] !== NUMBER) return 0;
  return script.readDoubleBE(at + 1);
}
