import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { listDejavuFonts } from './dejavu-fonts.js';
import { FontFile } from './font-file.js';
import { type FontGroup, groupOf, lazyGroup } from './font-group.js';
import { readFontPackage } from './font-package.js';

const require = createRequire(import.meta.url);

/** The packages of families with a weight axis, and of those with a file for each weight. */
const VARIABLE = '@fontsource-variable';
const STATIC = '@fontsource';

/** The text families, in fallback order. */
const TEXT_FAMILIES = [
  [VARIABLE, 'Montserrat'],
  [VARIABLE, 'Inter'],
  [STATIC, 'Poppins'],
  [VARIABLE, 'Roboto'],
  [VARIABLE, 'Oswald'],
  [STATIC, 'Anton'],
  [STATIC, 'Bebas Neue'],
  [STATIC, 'Bangers'],
  [VARIABLE, 'Playfair Display'],
  // These have the same widths as Arial, Times New Roman, and Courier New.
  [VARIABLE, 'Arimo'],
  [STATIC, 'Tinos'],
  [STATIC, 'Cousine'],
] as const;

/** Families that many configs name. They come last, so that others fall back to the same families with and without them. */
const NAMED_FAMILIES = [
  [VARIABLE, 'Open Sans'],
  [STATIC, 'Lato'],
  [VARIABLE, 'Nunito'],
  [VARIABLE, 'DM Sans'],
  [VARIABLE, 'Manrope'],
] as const;

/** One family for each script that the text families don't support. */
const SCRIPT_FAMILIES = [
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Telugu',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Georgian',
  'Armenian',
  'Ethiopic',
  'SC',
  'JP',
  'KR',
].map((script) => [VARIABLE, `Noto Sans ${script}`] as const);

const EMOJI: readonly [family: string, file: string] = ['Twemoji', 'twemoji.woff2'];

/** The fonts that are installed with VideoCraft, in fallback order. */
export async function builtInFonts(): Promise<FontGroup[]> {
  const dejavu = await listDejavuFonts(packageFolder('dejavu-fonts-ttf', 'ttf'));
  return [
    ...[...TEXT_FAMILIES, ...SCRIPT_FAMILIES].map(packageGroup),
    groupOf(emojiFont()),
    // DejaVu comes after all that is more beautiful, because it has the most symbols and the plainest letters.
    ...dejavu.map(groupOf),
    ...NAMED_FAMILIES.map(packageGroup),
  ];
}

/** The family of a Fontsource package, which has the name of the family. */
function packageGroup([scope, family]: readonly [scope: string, family: string]): FontGroup {
  const name = family.toLowerCase().replaceAll(' ', '-');
  return lazyGroup(family, () => readFontPackage(`${scope}/${name}`));
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
