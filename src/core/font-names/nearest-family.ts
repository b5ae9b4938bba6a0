import { splitWeight } from './font-weight-names.js';

/** The font families of this installation. */
export interface InstalledFamilies {
  /** The canonical name of a font family, with aliases resolved, or null. */
  readonly resolveFont: (family: string) => string | null;
  readonly fontFamilies: readonly string[];
}

/** A font family in place of another one. */
export interface FamilyMatch {
  readonly family: string;
  /** The weight that the name contained, such as 700 for "Oswald Bold", or null. */
  readonly weight: number | null;
  /** Whether it is the family that the name says. */
  readonly isSame: boolean;
}

/** The look of common families that are not installed, each with installed families that come near, the nearest first. */
const LOOKS: readonly (readonly [names: RegExp, nearest: readonly string[]])[] = [
  [/mono|code|courier|consol/, ['Cousine']],
  [/condensed|narrow|league ?gothic|fjalla|pathway|saira|barlow|archivo/, ['Oswald', 'Bebas Neue']],
  [
    /anton|impact|black ops|alfa|boldonse|rubik mono|titan|passion one|bowlby|luckiest/,
    ['Anton', 'Bangers'],
  ],
  [/bebas|oswald|teko|staatliches|big shoulders/, ['Bebas Neue', 'Oswald']],
  [
    /bangers|comic|fredoka|chewy|baloo|lobster|pacifico|marker|hand|script|grape|caveat/,
    ['Bangers', 'Poppins'],
  ],
  [/playfair|didot|bodoni|abril|cinzel|cormorant|dm serif/, ['Playfair Display', 'Tinos']],
  [
    /serif(?!.*sans)|merriweather|lora|garamond|baskerville|georgia|times|crimson|bitter|slab|spectral|noto serif/,
    ['Playfair Display', 'Tinos'],
  ],
  [
    /nunito|quicksand|poppins|comfortaa|varela|urbanist|outfit|sora|lexend|jost|figtree/,
    ['Poppins', 'Montserrat'],
  ],
  [/montserrat|raleway|gotham|futura|kanit|league spartan|prompt|exo/, ['Montserrat', 'Poppins']],
  [
    /lato|open sans|source sans|noto sans|work sans|dm sans|ubuntu|mulish|rubik|karla|manrope/,
    ['Inter', 'Roboto'],
  ],
];
/** Design tools name families with several masters so: "DM Sans 9pt". */
const OPTICAL_SIZE = / \d+ ?pt$/i;
/** A list of families longer than that is cut. */
const LONGEST_NAME = 500;
const ANY = ['Inter', 'Roboto', 'Montserrat', 'DejaVu Sans'];

/**
 * The installed family for a name of another system: the family itself, also without the weight in its name, or else
 * the one that comes nearest. Null only if no family is installed.
 */
export function nearestFamily(name: string, options: InstalledFamilies): FamilyMatch | null {
  const choices = name
    .slice(0, LONGEST_NAME)
    .split(',')
    .map((one) =>
      one
        .trim()
        .replace(/^["']|["']$/g, '')
        .replace(OPTICAL_SIZE, ''),
    );
  for (const choice of choices) {
    const match = sameFamily(choice, options);
    if (match !== null) return match;
  }
  const wanted = (choices[0] ?? '').toLowerCase();
  const look = LOOKS.find(([names]) => names.test(wanted))?.[1] ?? [];
  const found = [...look, ...ANY, ...options.fontFamilies.slice(0, 1)]
    .map((family) => options.resolveFont(family))
    .find((family) => family !== null);
  if (found === undefined || found === null) return null;
  return { family: found, weight: splitWeight(wanted).weight, isSame: false };
}

function sameFamily(name: string, { resolveFont }: InstalledFamilies): FamilyMatch | null {
  const whole = resolveFont(name);
  if (whole !== null) return { family: whole, weight: null, isSame: true };
  const { family: rest, weight } = splitWeight(name);
  const family = weight === null ? null : resolveFont(rest);
  return family === null ? null : { family, weight, isSame: true };
}
