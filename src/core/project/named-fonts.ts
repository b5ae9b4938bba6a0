import type { Project } from './types/index.js';

/** A font that a text or the captions name, of a family that is not installed. */
export interface NamedFont {
  readonly family: string;
  /** 100 to 900. */
  readonly weight: number;
  readonly italic: boolean;
  /** JSON pointer of the first element that names it. */
  readonly pointer: string;
}

/** What takes the place of a named font. */
export interface FontChoice {
  readonly family: string;
  readonly weight: number;
  /** The address of its file, or null for an installed family. */
  readonly url: string | null;
}

/** The weight of letters without one. */
const USUAL_WEIGHT = 700;

/** The fonts that a project names without an address, and whose families are not installed, each once. */
export function namedFontsOf(
  project: Project,
  isInstalled: (family: string) => boolean,
): NamedFont[] {
  const found = new Map<string, NamedFont>();
  mapLetters(withoutData(project), '', (font) => {
    const key = keyOf(font);
    if (!isInstalled(font.family) && !found.has(key)) found.set(key, font);
    return null;
  });
  return [...found.values()];
}

/** A project in which the named fonts are what was chosen for them. */
export function withFonts(
  project: Project,
  choiceOf: (font: NamedFont) => FontChoice | null,
): Project {
  const mapped = mapLetters(withoutData(project), '', choiceOf) as Project;
  return { ...mapped, clientData: project.clientData };
}

/** Fonts with the same key are the same. */
export function keyOf({ family, weight, italic }: NamedFont): string {
  return `${family.toLowerCase()} ${weight} ${italic}`;
}

/** What belongs to the client has no fonts. */
function withoutData(project: Project): Project {
  return { ...project, clientData: null };
}

function mapLetters(
  value: unknown,
  pointer: string,
  choiceOf: (font: NamedFont) => FontChoice | null,
): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLetters(item, pointer, choiceOf));
  if (typeof value !== 'object' || value === null) return value;
  const own = (value as { pointer?: unknown }).pointer;
  const at = typeof own === 'string' ? own : pointer;
  const mapped = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, mapLetters(member, at, choiceOf)]),
  );
  const { fontFamily, fontUrl, fontWeight, italic } = mapped;
  if (typeof fontFamily !== 'string' || fontUrl !== null) return mapped;
  const weight = typeof fontWeight === 'number' ? fontWeight : USUAL_WEIGHT;
  const font = { family: fontFamily, weight, italic: italic === true, pointer: at };
  const choice = choiceOf(font);
  if (choice === null) return mapped;
  const { family, url } = choice;
  return { ...mapped, fontFamily: family, fontUrl: url, fontWeight: choice.weight };
}
