import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Small drawings are drawn larger, so that they stay sharp in a frame. */
const LONGER_SIDE = 2048;
const FAMILY = 'DejaVu Sans';
const FONTS = ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSans-Oblique', 'DejaVuSerif'].concat(
  'DejaVuSerif-Bold',
  'DejaVuSansMono',
);

/** A drawing as a picture. */
export interface DrawnSvg {
  readonly png: Uint8Array;
  /** Pixels of the picture for each pixel of the drawing: a whole number. */
  readonly density: number;
  readonly hasText: boolean;
  /** Whether it refers to files, which are not drawn. */
  readonly hasFiles: boolean;
}

/** A drawing that is larger than a picture may be. */
export class SvgTooLarge extends Error {}

const require = createRequire(import.meta.url);
let engine: Promise<typeof import('@resvg/resvg-wasm')> | null = null;

/**
 * Draws an SVG file. The library is WebAssembly without files and without a network, so nothing outside of the
 * drawing is read.
 *
 * @throws SvgTooLarge, or an error of the library that says what is wrong with the drawing
 */
export async function drawSvg(file: Uint8Array, maxPixels: number): Promise<DrawnSvg> {
  const { Resvg } = await (engine ??= load());
  const fonts = dirname(require.resolve('dejavu-fonts-ttf/package.json'));
  const fontBuffers = await Promise.all(
    FONTS.map((name) => readFile(join(fonts, 'ttf', `${name}.ttf`))),
  );
  const text = decoded(file);
  const font = { fontBuffers, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY };
  const families = { serifFamily: 'DejaVu Serif', monospaceFamily: 'DejaVu Sans Mono' };
  const options = { font: { ...font, ...families } };
  const { width, height } = new Resvg(text, options);
  if (!(width * height <= maxPixels))
    throw new SvgTooLarge(`it has ${Math.round(width)} x ${Math.round(height)} pixels`);
  const density = densityOf(width, height, maxPixels);
  const drawing = new Resvg(text, { ...options, fitTo: { mode: 'zoom', value: density } });
  const hasFiles = drawing.imagesToResolve().length > 0;
  return { png: drawing.render().asPng(), density, hasText: /<text[\s>]/.test(text), hasFiles };
}

function densityOf(width: number, height: number, maxPixels: number): number {
  const wanted = Math.ceil(LONGER_SIDE / Math.max(width, height));
  const most = Math.floor(Math.sqrt(maxPixels / (width * height)));
  return Math.max(1, Math.min(wanted, most));
}

async function load() {
  const library = await import('@resvg/resvg-wasm');
  await library.initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return library;
}

/** The text of a file in UTF-8 or UTF-16. */
function decoded(file: Uint8Array): string {
  const isBig = file[0] === 0xfe && file[1] === 0xff;
  const isLittle = file[0] === 0xff && file[1] === 0xfe;
  const encoding = isBig ? 'utf-16be' : isLittle ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(file);
}
