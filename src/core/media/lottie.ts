import { isJsonObject, type JsonObject } from '../util/json-object.js';
import { zipFiles } from './zip-files.js';

/** A Lottie animation that is ready to be drawn: nothing in it is run, and it refers to nothing outside of itself. */
export interface LottieAnimation {
  /** The JSON of the animation. */
  readonly text: string;
  /** Its own size, in whole pixels. */
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** Frames a second. */
  readonly frameRate: number;
  /** What is drawn otherwise than its author wants, as sentences. */
  readonly warnings: readonly string[];
}

/** Gives the data URI of a file of the animation, or null if there is no such file. */
export type LottieFile = (folder: string, name: string) => string | null;

/** A document that is not a Lottie animation. The message is a clause that says why. */
export class LottieError extends Error {}
/** An animation that takes too much. The message is a clause. */
export class LottieTooLarge extends Error {}

/** Larger files are not read. */
export const MAX_LOTTIE_BYTES = 16 << 20;
/** Files of an archive. */
export const MOST_LOTTIE_FILES = 1_000;
const LONGEST_SIDE = 16_384;
const MOST_FRAMES = 10_000;
const FASTEST = 240;
/** Layers with those of nested compositions, each time that these are used. */
const MOST_LAYERS = 5_000;
/** Animations of editors have less than 30. */
const DEEPEST = 200;
/** A last frame that is not whole, because editors write times with errors of rounding. */
const ROUNDING = 0.01;

const NESTED = 0;
const IMAGE = 2;
const NOTHING = 3;
const TEXT = 5;
const AUDIO = 6;
const DRAWN_LAYERS: ReadonlySet<unknown> = new Set([NESTED, 1, IMAGE, NOTHING, 4, TEXT]);
/** Effects that the library draws, and 5, which is a control that only expressions read. */
const KNOWN_EFFECTS: ReadonlySet<unknown> = new Set([5, 20, 21, 22, 23, 25, 29]);
/** In texts, within a paragraph. */
const LINE_BREAK = '\u0003';
const MOST_NAMES = 5;

/** Whether a text may be a Lottie animation. Only {@link prepareLottie} finds out whether it is one. */
export function looksLikeLottie(text: string): boolean {
  return ['ip', 'op', 'fr', 'layers'].every((name) => text.includes(`"${name}"`));
}

/** Whether a ZIP archive is a dotLottie file. */
export function isDotLottie(archive: Uint8Array): boolean {
  try {
    const paths = zipFiles(archive, MOST_LOTTIE_FILES).map(({ name }) => name);
    return paths.includes('manifest.json') && paths.some((path) => /^a(nimations)?\//.test(path));
  } catch {
    return false;
  }
}

/**
 * Checks what an animation costs, removes its expressions and the files that it lacks, and says what of it is not drawn.
 *
 * @throws LottieError, or LottieTooLarge
 */
export function prepareLottie(document: unknown, fileOf: LottieFile): LottieAnimation {
  if (!isJsonObject(document) || !Array.isArray(document['layers']))
    throw new LottieError('it has no list of layers');
  const animation = { ...document } as Record<string, unknown>;
  const size = { width: side(animation, 'w'), height: side(animation, 'h') };
  const times = timesOf(animation);
  limitLayers(animation);
  const notes = new Notes();
  animation['assets'] = assetsOf(animation, fileOf, notes);
  inspect(animation, notes);
  return { text: JSON.stringify(animation), ...size, ...times, warnings: notes.warnings() };
}

function side(animation: JsonObject, name: 'w' | 'h'): number {
  const value = Math.ceil(numberOf(animation, name));
  if (value < 1) throw new LottieError(`"${name}" is not a size`);
  if (value <= LONGEST_SIDE) return value;
  throw new LottieTooLarge(`it has sides of ${value} pixels`);
}

function timesOf(animation: JsonObject) {
  const [frameRate, first, last] = ['fr', 'ip', 'op'].map((name) => numberOf(animation, name)) as [
    number,
    number,
    number,
  ];
  if (frameRate <= 0) throw new LottieError('"fr" is not a frame rate');
  if (last <= first) throw new LottieError('it ends before it begins');
  if (frameRate > FASTEST) throw new LottieTooLarge(`it has ${frameRate} frames a second`);
  const frames = Math.max(1, Math.floor(last - first + ROUNDING));
  if (frames > MOST_FRAMES) throw new LottieTooLarge(`it has ${frames} frames`);
  return { frames, frameRate };
}

function numberOf(animation: JsonObject, name: string): number {
  const value = animation[name];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new LottieError(`"${name}" is not a number`);
}

/** Counts layers through nested compositions, of which none may contain itself. */
function limitLayers(animation: JsonObject): void {
  const compositions = new Map(
    listOf(animation, 'assets').flatMap((asset) =>
      Array.isArray(asset['layers']) ? [[asset['id'], asset] as const] : [],
    ),
  );
  const counts = new Map<unknown, number>();
  const countOf = (composition: JsonObject, depth: number): number => {
    if (depth > DEEPEST)
      throw new LottieError('a composition contains itself, or is nested too deep');
    let count = 0;
    for (const { ty, refId } of listOf(composition, 'layers')) {
      const inner = ty === NESTED ? compositions.get(refId) : undefined;
      if (inner !== undefined && !counts.has(refId)) counts.set(refId, countOf(inner, depth + 1));
      count += 1 + (inner === undefined ? 0 : counts.get(refId)!);
    }
    return count;
  };
  const count = countOf(animation, 0);
  if (count > MOST_LAYERS) throw new LottieTooLarge(`it has ${count} layers`);
}

/** The assets with the files that they name inside of them. */
function assetsOf(animation: JsonObject, fileOf: LottieFile, notes: Notes): JsonObject[] {
  return listOf(animation, 'assets').flatMap((asset) => {
    const { p: name, u: folder } = asset;
    if (typeof name !== 'string' || name.startsWith('data:')) return [asset];
    const inside = fileOf(typeof folder === 'string' ? folder : '', name);
    if (inside !== null) return [{ ...asset, u: '', p: inside, e: 1 }];
    notes.missing.add(name);
    notes.missingIds.add(asset['id']);
    return [];
  });
}

/** What is found in an animation and not drawn as its author wants. */
class Notes {
  /** Names of files. */
  readonly missing = new Set<string>();
  /** The IDs of their assets. */
  readonly missingIds = new Set<unknown>();
  readonly effects = new Set<string>();
  expressions = 0;
  isMerged = false;
  isDeep = false;
  hasSound = false;
  hasOtherLayers = false;
  hasForeignText = false;

  warnings(): string[] {
    const { missing, effects, expressions } = this;
    const said = [
      [
        missing.size > 0,
        `The Lottie animation refers to other files, which are left out: ${names(missing)}.`,
      ],
      [
        expressions > 0,
        'The expressions of the Lottie animation are not run: what they compute keeps its plain value.',
      ],
      [
        this.hasForeignText,
        'Texts of the Lottie animation without embedded glyphs are drawn in a font of the library.',
      ],
      [this.isMerged, 'The merged paths of the Lottie animation are drawn one over the other.'],
      [this.isDeep, 'The Lottie animation is drawn without perspective and cameras.'],
      [this.hasSound, 'The sound of the Lottie animation is left out.'],
      [
        this.hasOtherLayers,
        'The Lottie animation has layers that are neither shapes, pictures, nor texts, which are left out.',
      ],
      [effects.size > 0, `Effects of the Lottie animation are left out: ${names(effects)}.`],
    ] as const;
    return said.flatMap(([isTrue, text]) => (isTrue ? [text] : []));
  }
}

function names(all: ReadonlySet<string>): string {
  const shown = [...all].slice(0, MOST_NAMES).map((name) => JSON.stringify(name.slice(0, 60)));
  return shown.join(', ') + (all.size > MOST_NAMES ? ', and others' : '');
}

/** Walks through all values, removes expressions and what is missing, and notes what is not drawn. */
function inspect(animation: Record<string, unknown>, notes: Notes): void {
  const glyphs = new Set(
    listOf(animation, 'chars').map(({ ch, fFamily }) => `${String(fFamily)} ${String(ch)}`),
  );
  const families = new Map(
    listOf(isJsonObject(animation['fonts']) ? animation['fonts'] : {}, 'list').map(
      ({ fName, fFamily }) => [fName, String(fFamily)] as const,
    ),
  );
  const stack: (readonly [value: unknown, depth: number])[] = [[animation, 0]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEEPEST) throw new LottieError('it is nested too deep');
    if (isJsonObject(value)) inspectObject(value, notes, { glyphs, families });
    for (const member of Object.values(value)) stack.push([member, depth + 1]);
  }
}

interface Glyphs {
  /** The family and the character of each glyph. */
  readonly glyphs: ReadonlySet<string>;
  /** The families of fonts, by the names that texts use. */
  readonly families: ReadonlyMap<unknown, string>;
}

function inspectObject(value: Record<string, unknown>, notes: Notes, fonts: Glyphs): void {
  const { ty, x, mm, t, f } = value;
  // Of a property. Other members with this name are numbers or objects.
  if (typeof x === 'string' && ('k' in value || 'd' in value)) {
    notes.expressions++;
    delete value['x'];
  }
  if (ty === 'mm' && mm !== 1) notes.isMerged = true;
  if (typeof t === 'string' && typeof f === 'string' && 's' in value) {
    const family = fonts.families.get(f) ?? f;
    const hasAll = Array.from(t).every(
      (one) => one.trim() === '' || one === LINE_BREAK || fonts.glyphs.has(`${family} ${one}`),
    );
    notes.hasForeignText ||= !hasAll;
  }
  if ('ks' in value && typeof ty === 'number') inspectLayer(value, notes);
}

function inspectLayer(layer: Record<string, unknown>, notes: Notes): void {
  const { ty, ddd, refId } = layer;
  // The library would draw a sign in the place of the picture. Other layers may move with this one.
  if (ty === IMAGE && notes.missingIds.has(refId)) layer['ty'] = NOTHING;
  if (ty === AUDIO) notes.hasSound = true;
  else if (ty === 13) notes.isDeep = true;
  else if (!DRAWN_LAYERS.has(ty)) notes.hasOtherLayers = true;
  if (ddd === 1) notes.isDeep = true;
  for (const effect of listOf(layer, 'ef')) {
    if (effect['en'] === 0 || KNOWN_EFFECTS.has(effect['ty'])) continue;
    notes.effects.add(String(effect['nm'] ?? effect['mn'] ?? effect['ty']));
  }
}

function listOf(value: JsonObject, name: string): JsonObject[] {
  const list = value[name];
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
