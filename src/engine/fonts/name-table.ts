const FAMILY = 1;
const WINDOWS = 3;
const ENGLISH_US = 0x409;
const MACINTOSH = 1;
const RECORD_BYTES = 12;

/**
 * The family name of a font (name ID 1), the one of which regular, bold and italic are members and
 * which libass looks for. Windows English first, else Macintosh Roman.
 *
 * @throws Error when it names none
 */
export function readFamilyName(name: Buffer): string {
  const count = name.readUInt16BE(2);
  const storage = name.readUInt16BE(4);
  let macintosh: string | undefined;
  for (let index = 0; index < count; index++) {
    const record = 6 + index * RECORD_BYTES;
    if (name.readUInt16BE(record + 6) !== FAMILY) continue;
    const platform = name.readUInt16BE(record);
    const start = storage + name.readUInt16BE(record + 10);
    const bytes = name.subarray(start, start + name.readUInt16BE(record + 8));
    if (platform === WINDOWS && name.readUInt16BE(record + 4) === ENGLISH_US) {
      return Buffer.from(bytes).swap16().toString('utf16le');
    }
    if (platform === MACINTOSH) macintosh = bytes.toString('latin1');
  }
  if (macintosh === undefined) throw new Error('the font names no family');
  return macintosh;
}
