/** From a code point to the glyph that draws it; 0 when the font has none. */
export type GlyphLookup = (codePoint: number) => number;

const FULL_UNICODE = 12;
const BASIC_PLANE = 4;

/**
 * Reads the Unicode part of a cmap table: format 12 (all of Unicode) if there is one, else format 4.
 *
 * @throws Error when it has neither
 */
export function readCmap(cmap: Buffer): GlyphLookup {
  const byFormat = new Map<number, Buffer>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const record = 4 + index * 8;
    const platform = cmap.readUInt16BE(record);
    const encoding = cmap.readUInt16BE(record + 2);
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (!isUnicode) continue;
    const subtable = cmap.subarray(cmap.readUInt32BE(record + 4));
    byFormat.set(subtable.readUInt16BE(0), subtable);
  }
  const full = byFormat.get(FULL_UNICODE);
  if (full !== undefined) return readFormat12(full);
  const basic = byFormat.get(BASIC_PLANE);
  if (basic !== undefined) return readFormat4(basic);
  throw new Error('the font has no Unicode character map');
}

function readFormat12(table: Buffer): GlyphLookup {
  const groups = table.readUInt32BE(12);
  const at = (group: number) => 16 + group * 12;
  return (codePoint) => {
    const group = firstWhere(groups, (index) => table.readUInt32BE(at(index) + 4) >= codePoint);
    if (group === groups) return 0;
    const start = table.readUInt32BE(at(group));
    return codePoint < start ? 0 : table.readUInt32BE(at(group) + 8) + codePoint - start;
  };
}

function readFormat4(table: Buffer): GlyphLookup {
  const segments = table.readUInt16BE(6) / 2;
  const ends = 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    const segment = firstWhere(
      segments,
      (index) => table.readUInt16BE(ends + index * 2) >= codePoint,
    );
    if (segment === segments) return 0;
    const start = table.readUInt16BE(starts + segment * 2);
    if (codePoint < start) return 0;
    const delta = table.readUInt16BE(deltas + segment * 2);
    const offsetAt = offsets + segment * 2;
    const offset = table.readUInt16BE(offsetAt);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    // The offset counts from its own place in the table (OpenType, cmap format 4).
    const glyph = table.readUInt16BE(offsetAt + offset + (codePoint - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** The least index below `count` for which a monotone condition holds, else `count`. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
