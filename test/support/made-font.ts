/** A TrueType font whose glyphs are costly and whose file is small. */
export interface MadeFont {
  /** Points in the outline of the letter `a`. */
  readonly points: number;
  /** How many glyphs the letter `a` becomes when it is shaped. 1 without a substitution. */
  readonly glyphsOfLetter?: number;
  /** How many characters from U+4E00 on show the outline of `a`, each as a glyph of its own. */
  readonly copies?: number;
  /** How many layers the letter `a` has, each with the outline. 0 for a font without colors. */
  readonly layers?: number;
}

const FIRST_COPY = 0x4e00;
const u16 = (...values: number[]) =>
  Buffer.concat(values.map((value) => Buffer.from([(value >> 8) & 255, value & 255])));
const u32 = (...values: number[]) =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    }),
  );

export function madeFont({ points, glyphsOfLetter = 1, copies = 0, layers = 0 }: MadeFont): Buffer {
  const glyphs = [Buffer.alloc(0), outline(points), ...Array<Buffer>(copies).fill(COMPOSITE)];
  const count = glyphs.length;
  const ends = glyphs.reduce<number[]>((all, { length }) => [...all, all.at(-1)! + length], [0]);
  const tables: Record<string, Buffer> = {
    cmap: cmap(copies),
    glyf: Buffer.concat(glyphs),
    head: head(),
    hhea: Buffer.concat([u32(0x10000), u16(800, -200, 0, 1000), Buffer.alloc(22), u16(1)]),
    hmtx: Buffer.concat([u16(500, 0), Buffer.alloc(2 * (count - 1))]),
    loca: u32(...ends),
    maxp: Buffer.concat([u32(0x10000), u16(count, points), Buffer.alloc(24)]),
    name: name('Made'),
  };
  if (glyphsOfLetter > 1) tables['GSUB'] = substitution(glyphsOfLetter);
  if (layers > 0) Object.assign(tables, { COLR: colors(layers), CPAL: PALETTE });
  return sfnt(tables);
}

function sfnt(tables: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(tables).sort();
  let at = 12 + 16 * names.length;
  const entries: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const tag of names) {
    const body = tables[tag]!;
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    entries.push(Buffer.from(tag, 'latin1'), u32(0, at, body.length));
    bodies.push(padded);
    at += padded.length;
  }
  return Buffer.concat([u32(0x10000), u16(names.length, 0, 0, 0), ...entries, ...bodies]);
}

/** A zigzag: each point is one unit to the right or left of the one before, and up or down. */
function outline(points: number): Buffer {
  // On the curve, with one byte for each coordinate; positive x, then negative x.
  const flags = Buffer.from(
    Array.from({ length: points }, (_, at) => (at % 2 === 0 ? 0x37 : 0x27)),
  );
  const steps = Buffer.alloc(points, 100);
  const ups = Buffer.alloc(points);
  for (let at = 0; at < points; at += 64) ups[at] = 1;
  return padded(Buffer.concat([u16(1, 0, 0, 500, 500, points - 1, 0), flags, steps, ups]));
}

const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);

/** Shows glyph 1 in its place. */
const COMPOSITE = padded(Buffer.concat([u16(-1, 0, 0, 500, 500, 0x0002, 1), Buffer.alloc(2)]));

function head(): Buffer {
  return Buffer.concat([
    u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
    u16(0, 1000),
    Buffer.alloc(16),
    u16(0, 0, 500, 500, 0, 8, 2, 1, 0),
  ]);
}

/** Format 12: `a` is glyph 1, and the copies follow. */
function cmap(copies: number): Buffer {
  const groups = [u32(0x61, 0x61, 1)];
  if (copies > 0) groups.push(u32(FIRST_COPY, FIRST_COPY + copies - 1, 2));
  const body = Buffer.concat(groups);
  const table = Buffer.concat([u16(12, 0), u32(16 + body.length, 0, groups.length), body]);
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), table]);
}

function name(family: string): Buffer {
  const text = Buffer.from(family, 'utf16le').swap16();
  return Buffer.concat([u16(0, 1, 18, 3, 1, 0x409, 1, text.length, 0), text]);
}

/** `ccmp`, which every shaper applies: `a` becomes many times itself. */
function substitution(glyphs: number): Buffer {
  const script = Buffer.concat([
    u16(1),
    Buffer.from('DFLT', 'latin1'),
    u16(8, 4, 0, 0, 0xffff, 1, 0),
  ]);
  const features = Buffer.concat([u16(1), Buffer.from('ccmp', 'latin1'), u16(8, 0, 1, 0)]);
  const sequence = u16(glyphs, ...Array<number>(glyphs).fill(1));
  const subtable = Buffer.concat([u16(1, 8, 1, 14, 1, 1, 1), sequence]);
  const lookups = Buffer.concat([u16(1, 4, 2, 0, 1, 8), subtable]);
  const from = 10;
  const offsets = [from, from + script.length, from + script.length + features.length];
  return Buffer.concat([u32(0x10000), u16(...offsets), script, features, lookups]);
}

const PALETTE = Buffer.concat([u16(0, 1, 1, 1), u32(14), u16(0), u32(0x0000ffff)]);

function colors(layers: number): Buffer {
  const records = Buffer.concat(Array<Buffer>(layers).fill(u16(1, 0)));
  return Buffer.concat([u16(0, 1), u32(14, 20), u16(layers), u16(1, 0, layers), records]);
}
