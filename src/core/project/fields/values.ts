import { anyOf, constants, number, pattern } from '../../fields/scalars.js';
import { Field, REFUSED } from '../../fields/field.js';
import { assetAddress, ASSET_PATTERN, assetIdOf } from '../../sources/asset-address.js';
import { INLINE_PATTERN, LONGEST_INLINE, normalizeInline } from '../../sources/inline-drawing.js';
import { normalizeAddress } from '../../sources/normalize-address.js';
import type { CaptionPosition, HorizontalAlign, Position, VerticalAlign } from '../types/index.js';

export { color } from '../../fields/color.js';
export { family } from '../../fields/font-family.js';

export const LONGEST_SECONDS = 4 * 3600;
const HORIZONTAL: readonly HorizontalAlign[] = ['left', 'center', 'right'];
const VERTICAL: readonly VerticalAlign[] = ['top', 'center', 'bottom'];

const toMs = (seconds: number) => Math.round(seconds * 1000);

/** Seconds, converted to whole milliseconds. The default is 0. */
export function seconds(max = LONGEST_SECONDS): Field<number> {
  return number({ min: 0, max, unit: 'seconds' }).default(0).map(toMs);
}

/** A length: seconds above 0, -1 (the length of the source), or -2 (until the end of the scene or the video). */
export function duration(
  missing: 'natural' | 'container',
): Field<number | 'natural' | 'container'> {
  return anyOf(
    number({ min: 0.001, max: LONGEST_SECONDS, unit: 'seconds' }).map(toMs),
    constants<'natural' | 'container'>([
      { value: -1, means: 'natural', words: 'the length of the source' },
      { value: -2, means: 'container', words: 'until the end of the scene or the video' },
    ]),
  ).defaultFrom(() => missing);
}

/** `#RRGGBB` in uppercase. */
export function opaqueColor(missing: string): Field<string> {
  return pattern('^#[0-9a-fA-F]{6}$', '#RRGGBB')
    .default(missing)
    .map((color) => color.toUpperCase());
}

/** One of nine positions, in either order: `center-bottom`, `bottom-center`, `center`. */
export function position(missing: string): Field<Position> {
  const center = new Map([['center', { horizontal: 'center', vertical: 'center' } as const]]);
  return oneOfPositions(new Map([...center, ...presets(VERTICAL)]), missing, VERTICAL.join(', '));
}

/** The same, and `mid-top` and `mid-bottom`, with or without a horizontal position. */
export function captionPosition(missing: string): Field<CaptionPosition> {
  const vertical = ['top', 'center', 'bottom', 'mid-top', 'mid-bottom'] as const;
  const center = (['center', 'mid-top', 'mid-bottom'] as const).map(
    (name) => [name, { horizontal: 'center', vertical: name }] as const,
  );
  return oneOfPositions(new Map([...center, ...presets(vertical)]), missing, vertical.join(', '));
}

/** Both orders of each combination. */
function presets<V extends string>(verticals: readonly V[]) {
  return HORIZONTAL.flatMap((horizontal) =>
    verticals.flatMap((vertical) => [
      [`${horizontal}-${vertical}`, { horizontal, vertical }] as const,
      [`${vertical}-${horizontal}`, { horizontal, vertical }] as const,
    ]),
  );
}

function oneOfPositions<P>(
  positions: ReadonlyMap<string, P>,
  missing: string,
  verticals: string,
): Field<P> {
  return new Field<P>({
    schema: { type: 'string', enum: [...positions.keys()], default: missing },
    expected: `"center", or two of left, center, right and ${verticals} joined by a hyphen, such as "left-top"`,
    tryRead: (value) => (typeof value === 'string' ? (positions.get(value) ?? REFUSED) : REFUSED),
    fallback: () => positions.get(missing)!,
  });
}

/** Patterns in JSON Schema have no flags, so this one lists both cases. */
const ADDRESS = '^\\s*[hH][tT][tT][pP][sS]?:\\/\\/[^\\/?#\\s@\\\\]+([\\/?#]\\P{Cc}*)?\\s*$';
/** The same for a normalized address, without backtracking when it does not match. */
const isAddress = /^https?:\/\/[^/?#\s@\\]+(?:[/?#]\P{Cc}*)?$/iu;

const NO_ASSETS =
  'An asset belongs to a service. On the command line, use the path of the file, or its address.';

/**
 * An `http` or `https` address without credentials, normalized, or `asset:` and the ID of an uploaded file. On the
 * command line a path, unchanged, instead of an asset.
 */
export const address: Field<string> = new Field<string>({
  schema: { type: 'string', maxLength: 4096, pattern: `${ADDRESS}|${ASSET_PATTERN}` },
  expected: 'an http or https address without a user name, or "asset:" and the ID of an asset',
  tryRead: (value, { context, pointer, issues }) => {
    if (typeof value !== 'string' || value.length > 4096) return REFUSED;
    const normalized = normalizeAddress(value);
    const asset = assetIdOf(normalized);
    if (asset !== null) {
      if (context.localSources) issues.add(pointer, NO_ASSETS);
      return assetAddress(asset);
    }
    if (isAddress.test(normalized) && URL.canParse(normalized)) return normalized;
    const isPath =
      context.localSources &&
      value.length > 0 &&
      !/^[a-z][a-z0-9+.-]+:/i.test(value) &&
      !value.includes('\0');
    return isPath ? value : REFUSED;
  },
  fallback: () => '',
});

/** The address of the source of an element. */
export const source = address.required();

/** The address of a picture, or an SVG drawing as a `data:` address. */
export const pictureSource: Field<string> = new Field<string>({
  schema: {
    type: 'string',
    maxLength: LONGEST_INLINE,
    pattern: `${ADDRESS}|${ASSET_PATTERN}|${INLINE_PATTERN}`,
  },
  expected: address.expected,
  tryRead: (value, place) => {
    const inline = typeof value === 'string' ? normalizeInline(value) : null;
    return inline ?? address.tryRead(value, place);
  },
  fallback: () => '',
}).required();

/** The same, for elements that need none. */
export const optionalSource = address.orNull();
