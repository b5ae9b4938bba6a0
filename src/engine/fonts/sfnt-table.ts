const COLLECTION = 0x74746366;
const HEADER = 12;
const ENTRY = 16;

/**
 * Finds a table of a TrueType or OpenType font, or of the first font of a collection (OpenType, "otff").
 *
 * @returns null if there is no such table within the file
 */
export function sfntTable(font: Buffer, tag: string): Buffer | null {
  const at = font.length >= 16 && font.readUInt32BE(0) === COLLECTION ? font.readUInt32BE(12) : 0;
  if (at + HEADER > font.length) return null;
  const count = font.readUInt16BE(at + 4);
  for (let index = 0; index < count; index++) {
    const entry = at + HEADER + ENTRY * index;
    if (entry + ENTRY > font.length) return null;
    if (font.toString('latin1', entry, entry + 4) !== tag) continue;
    const from = font.readUInt32BE(entry + 8);
    const end = from + font.readUInt32BE(entry + 12);
    return end <= font.length ? font.subarray(from, end) : null;
  }
  return null;
}
