import { type GlyphLookup, readCmap } from './cmap-table.js';
import { readFamilyName } from './name-table.js';
import { readSfnt, requireTable } from './sfnt.js';

/** One font file: whose face it is and how wide its letters are. */
export interface FontFace {
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly unitsPerEm: number;
  /** usWinAscent + usWinDescent: the height libass scales to the font size, in font units. */
  readonly lineUnits: number;
  /** 0 when the face has no glyph for the character. */
  readonly glyphOf: GlyphLookup;
  /** In font units. */
  readonly advanceOf: (glyph: number) => number;
}

const BOLD = 1 << 5;
const ITALIC = 1 << 0;

/**
 * Reads what captions need to know of a font file.
 *
 * @throws RangeError or Error when the bytes are not a usable TrueType or OpenType font
 */
export function readFontFace(bytes: Buffer): FontFace {
  const tables = readSfnt(bytes);
  const os2 = requireTable(tables, 'OS/2');
  const selection = os2.readUInt16BE(62);
  const hmtx = requireTable(tables, 'hmtx');
  const metrics = requireTable(tables, 'hhea').readUInt16BE(34);
  return {
    family: readFamilyName(requireTable(tables, 'name')),
    bold: (selection & BOLD) !== 0,
    italic: (selection & ITALIC) !== 0,
    unitsPerEm: requireTable(tables, 'head').readUInt16BE(18),
    lineUnits: os2.readUInt16BE(74) + os2.readUInt16BE(76),
    glyphOf: readCmap(requireTable(tables, 'cmap')),
    // Glyphs past the last full entry share its advance (OpenType, hmtx).
    advanceOf: (glyph) => hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4),
  };
}
