import { isJsonObject } from '../../core/util/json-object.js';
import { readJson } from '../../core/json/read-json.js';

/** A family of the mirror, as its package describes it. */
interface FontPackage {
  readonly id: string;
  readonly weights: readonly number[];
  readonly hasItalic: boolean;
  readonly subset: string;
}

/** A file of a family. */
export interface MirrorFont {
  /** Its path in the mirror. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly weight: number;
}

export interface FontWish {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
}

/** Reads a file of the mirror; null if there is none. */
export type ReadMirror = (path: string, maxBytes: number) => Promise<Buffer | null>;

const MAX_METADATA_BYTES = 64 << 10;
/** Fonts of one subset, also those for Chinese, Japanese, and Korean. */
export const MAX_MIRROR_FONT_BYTES = 8 << 20;
/** What IDs, subsets, and paths consist of, so that none leads out of the mirror. */
const NAME = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/**
 * Finds the file of a family that comes nearest to a wish, among Fontsource packages as npm has them.
 *
 * @returns null if the mirror has no such family
 */
export async function findInMirror(wish: FontWish, read: ReadMirror): Promise<MirrorFont | null> {
  const found = await packageOf(wish.family, read);
  if (found === null) return null;
  const { id, weights, hasItalic, subset } = found;
  const weight = nearestWeight(weights, wish.weight);
  const style = wish.italic && hasItalic ? 'italic' : 'normal';
  const path = `@fontsource/${id}/files/${id}-${subset}-${weight}-${style}.woff2`;
  const bytes = await read(path, MAX_MIRROR_FONT_BYTES);
  return bytes === null ? null : { path, bytes, weight };
}

async function packageOf(family: string, read: ReadMirror): Promise<FontPackage | null> {
  const id = family
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (!NAME.test(id)) return null;
  const bytes = await read(`@fontsource/${id}/metadata.json`, MAX_METADATA_BYTES);
  const metadata = bytes === null ? null : readJson(bytes.toString('utf8'), 'The metadata');
  if (metadata === null || !metadata.ok || !isJsonObject(metadata.value)) return null;
  const { weights, styles, defSubset, subsets } = metadata.value;
  const known = (Array.isArray(weights) ? weights : []).filter(
    (weight): weight is number => Number.isInteger(weight) && weight >= 1 && weight <= 1000,
  );
  const names = Array.isArray(subsets) ? subsets : [];
  const subset = names.includes('latin') ? 'latin' : defSubset;
  if (known.length === 0 || typeof subset !== 'string' || !NAME.test(subset)) return null;
  return {
    id,
    weights: known,
    hasItalic: Array.isArray(styles) && styles.includes('italic'),
    subset,
  };
}

/** The closest weight; of two equally close, the heavier for bold text, otherwise the lighter. */
function nearestWeight(weights: readonly number[], wanted: number): number {
  const distance = (weight: number) =>
    Math.abs(weight - wanted) + ((wanted > 500 ? weight < wanted : weight > wanted) ? 0.5 : 0);
  return weights.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
