import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FontFile } from './font-file.js';
import { readFontFolder } from './font-folder.js';
import { readFontPackage } from './font-package.js';

const require = createRequire(import.meta.url);

/** Families to choose from, in the order in which one lends its letters to others. */
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
  // As wide as Arial, Times New Roman and Courier New.
  '@fontsource-variable/arimo',
  '@fontsource/tinos',
  '@fontsource/cousine',
];

/** One for each script the others lack. */
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

/** Mathematical fonts reserve lines several letters tall. */
const UNWANTED = /^DejaVu Math/;

/** The fonts that are installed with the program, in the order of falling back. */
export async function builtInFonts(): Promise<FontFile[]> {
  const packages = await Promise.all([...TEXT_FAMILIES, ...SCRIPT_FAMILIES].map(readFontPackage));
  const dejavu = await readFontFolder(packageFolder('dejavu-fonts-ttf', 'ttf'));
  return [
    ...packages.flat(),
    emojiFont(),
    // Has the most symbols and the plainest letters, so it comes last.
    ...dejavu.filter(({ fields }) => !UNWANTED.test(fields.family)),
  ];
}

/**
 * A font for libass, which shows nothing at all when it finds none. Captions are drawn as outlines, so
 * it is never seen.
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
