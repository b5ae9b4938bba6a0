import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;

/**
 * Matroska and WebM: a header and a segment with its length. In a live recording the length is unknown (RFC
 * 8794, 6.2: all of its bits are set).
 */
export async function matroskaExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  const head = await reader.read(0, 12);
  if (head.length < 12 || head.readUInt32BE(0) !== EBML) return {};
  const first = lengthAt(head, 4);
  if (first === null || first.value === null) return {};
  const at = 4 + first.bytes + first.value;
  const segment = await reader.read(at, 12);
  if (segment.length < 12 || segment.readUInt32BE(0) !== SEGMENT) return {};
  const length = lengthAt(segment, 4);
  const value = length?.value ?? null;
  const end = value === null ? null : at + 4 + length!.bytes + value;
  const zeroTail = await reader.trailingZeros();
  return { declaredBytes: end !== null && end > reader.size ? end : null, zeroTail };
}

/** A length of 1 to 8 bytes. Its value is null if it is unknown. */
function lengthAt(from: Buffer, at: number): { bytes: number; value: number | null } | null {
  const bytes = Math.clz32(from[at]!) - 23;
  if (bytes > 8) return null;
  let value = BigInt(from[at]!) & ((1n << BigInt(8 - bytes)) - 1n);
  for (let index = 1; index < bytes; index++) value = (value << 8n) | BigInt(from[at + index]!);
  const isUnknown = value === (1n << BigInt(7 * bytes)) - 1n;
  return { bytes, value: isUnknown ? null : Number(value) };
}
