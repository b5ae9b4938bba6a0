import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { listDejavuFonts } from './dejavu-fonts.js';
import { FontFile } from './font-file.js';
import { readFontPackage } from './font-package.js';

const require = createRequire(import.meta.url);

/** The text families, in fallback order. */
const TEXT_FAMILIES = [
  '@fontsource-variable/montserrat',
  '@fontsource-variable/inter',
  '@fontsource/poppins',
  '@fontsource-variable/roboto',
  '@fontsource-variable/oswald',
  '@fontsource/anton',
  '@fontsource/bebas-neue',
  '@fontsource/bangers',
  '@fontsource-variable/playfair-display',
  // These have the same widths as Arial, Times New Roman, and Courier New.
  '@fontsource-variable/arimo',
  '@fontsource/tinos',
  '@fontsource/cousine',
];

/** Families that many configs name. They come last, so that others fall back to the same families with and without them. */
const NAMED_FAMILIES = [
  '@fontsource-variable/open-sans',
  '@fontsource/lato',
  '@fontsource-variable/nunito',
  '@fontsource-variable/dm-sans',
  '@fontsource-variable/manrope',
];

/** One family for each script that the text families don't support. */
const SCRIPT_FAMILIES = [
  'arabic',
  'hebrew',
  'devanagari',
  'bengali',
  'tamil',
  'telugu',
  'gujarati',
  'gurmukhi',
  'kannada',
  'malayalam',
  'sinhala',
  'thai',
  'lao',
  'khmer',
  'myanmar',
  'georgian',
  'armenian',
  'ethiopic',
  'sc',
  'jp',
  'kr',
].map((script) => `@fontsource-variable/noto-sans-${script}`);

const EMOJI: readonly [family: string, file: string] = ['Twemoji', 'twemoji.woff2'];

/** Loads the fonts that are installed with VideoCraft, in fallback order. */
export async function loadBuiltInFonts(): Promise<FontFile[]> {
  const packages = await Promise.all([...TEXT_FAMILIES, ...SCRIPT_FAMILIES].map(readFontPackage));
  const named = await Promise.all(NAMED_FAMILIES.map(readFontPackage));
  const dejavu = await listDejavuFonts(packageFolder('dejavu-fonts-ttf', 'ttf'));
  return [
    ...packages.flat(),
    emojiFont(),
    // DejaVu comes after all that is more beautiful, because it has the most symbols and the plainest letters.
    ...dejavu,
    ...named.flat(),
  ];
}

/**
 * The font for libass, which draws nothing without a font. Captions are drawn as outlines, so the font is never
 * visible.
 */
export function rasterizerFont(): string {
  return packageFolder('dejavu-fonts-ttf', 'ttf', 'DejaVuSans.ttf');
}

function emojiFont(): FontFile {
  const [family, file] = EMOJI;
  const path = join(packageFolder('twemoji-colr-font'), file);
  return new FontFile({ path, family, weights: [400, 400], italic: false, ranges: null });
}

function packageFolder(name: string, ...inside: string[]): string {
  return join(dirname(require.resolve(`${name}/package.json`)), ...inside);
}
