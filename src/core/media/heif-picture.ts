import type { Orientation } from './picture-traits.js';
import type { ColorTag } from '../color/color-tags.js';
import { splitLengthPrefixed, hevcHeaders } from './hevc-stream.js';
import { type HeifItem, heifItems } from './heif-items.js';
import { boxIn, Reader } from './iso-boxes.js';
import { writeIvf } from './ivf-file.js';

/** Pictures of the same size that form a grid. */
export interface TiledStream {
  readonly demuxer: 'hevc' | 'ivf';
  readonly bytes: Uint8Array;
  readonly columns: number;
  readonly rows: number;
  /** Number of tiles with missing bytes. */
  readonly truncatedTiles: number;
  /** Size of the whole picture, without what the tiles have beyond its edges. */
  readonly width: number;
  readonly height: number;
}

/** The picture that a HEIC or AVIF file shows. */
export interface HeifPicture {
  readonly picture: TiledStream;
  readonly alpha: TiledStream | null;
  readonly orientation: Orientation;
  readonly colors: ColorTag | null;
  /** Matrix coefficients by ITU-T H.273, and whether samples have the full range. */
  readonly matrix: number;
  readonly fullRange: boolean;
  /** True for more than 8 bits per sample. */
  readonly deep: boolean;
}

/** 64 megapixels at 8 bytes each, uncompressed. */
const MAX_BYTES = 512 << 20;
/** Units of all tiles together. */
const MAX_PARTS = 200_000;
const ALPHA = /:auxiliary:alpha$|:auxid:1$/;
/** The default if no matrix is declared: BT.601 (ISO/IEC 23000-22, 7.3.6.4). */
const BT601 = 6;

/**
 * Extracts the primary picture of a HEIF file (ISO/IEC 23008-12) in HEVC or AV1 as streams for the decoders:
 * one for the whole picture, or one for each of the tiles that phones write.
 *
 * @throws Error with a clause that says what is wrong with the file
 */
export function readHeifPicture(file: Uint8Array, mostPixels: number): HeifPicture {
  const found = heifItems(file);
  const primary = found?.items.get(found.primary);
  if (!found || !primary) throw new Error('it contains no picture, or is damaged');
  const { items } = found;
  const tiled = (item: HeifItem) => tiledStream(item, items, mostPixels);
  const aux = [...items.values()].find(
    (item) => item.refersTo.get('auxl')?.includes(found.primary) && ALPHA.test(auxiliaryType(item)),
  );
  const coded = nclxOf(primary);
  const sample = primary.type === 'grid' ? (tilesOf(primary, items)[0] ?? primary) : primary;
  return {
    picture: tiled(primary),
    alpha: aux ? tiled(aux) : null,
    orientation: orientationOf(primary),
    colors: colorsOf(primary) ?? colorsOf(sample),
    matrix: coded?.matrix ?? BT601,
    fullRange: coded?.fullRange ?? true,
    deep: isDeep(sample),
  };
}

function tiledStream(
  item: HeifItem,
  items: ReadonlyMap<number, HeifItem>,
  mostPixels: number,
): TiledStream {
  const size = new Reader(boxIn(item.properties, 'ispe') ?? new Uint8Array());
  size.take(4);
  const whole = { width: size.unsigned(4), height: size.unsigned(4) };
  if (item.type !== 'grid') {
    return { ...streamOf([item]), columns: 1, rows: 1, ...bounded(whole, mostPixels) };
  }
  const grid = new Reader(item.data());
  grid.take(1);
  const wide = (grid.unsigned(1) & 1) === 1 ? 4 : 2;
  const [rows, columns] = [grid.unsigned(1) + 1, grid.unsigned(1) + 1];
  const [width, height] = [grid.unsigned(wide), grid.unsigned(wide)];
  const tiles = tilesOf(item, items);
  if (tiles.length !== rows * columns) throw new Error('tiles of its picture are missing');
  return { ...streamOf(tiles), columns, rows, ...bounded({ width, height }, mostPixels) };
}

function bounded(size: { width: number; height: number }, mostPixels: number) {
  const pixels = size.width * size.height;
  if (pixels > 0 && pixels <= mostPixels) return size;
  throw new Error(`its size of ${size.width} x ${size.height} pixels is not supported`);
}

function tilesOf(item: HeifItem, items: ReadonlyMap<number, HeifItem>): HeifItem[] {
  return (item.refersTo.get('dimg') ?? []).flatMap((id) => items.get(id) ?? []);
}

function streamOf(
  tiles: readonly HeifItem[],
): Pick<TiledStream, 'demuxer' | 'bytes' | 'truncatedTiles'> {
  const { type } = tiles[0]!;
  if (tiles.some((tile) => tile.type !== type)) throw new Error('its tiles have different codecs');
  const truncatedTiles = tiles.filter((tile) => !tile.isWhole()).length;
  if (type === 'av01') return { demuxer: 'ivf', bytes: writeIvf(dataOf(tiles)), truncatedTiles };
  if (type !== 'hvc1') throw new Error(`its picture is coded as ${JSON.stringify(type)}`);
  const data = dataOf(tiles);
  const parts: Uint8Array[] = [];
  for (const [index, tile] of tiles.entries()) {
    const headers = hevcHeaders(boxIn(tile.properties, 'hvcC') ?? new Uint8Array());
    for (const unit of headers.units) parts.push(unit);
    for (const unit of splitLengthPrefixed(data[index]!, headers.lengthSize)) parts.push(unit);
    if (parts.length > MAX_PARTS) throw new Error('its picture has too many parts');
  }
  const start = new Uint8Array([0, 0, 0, 1]);
  const size = parts.reduce((sum, part) => sum + 4 + part.length, 0);
  if (size > MAX_BYTES) throw new Error('its parts share their bytes');
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(start, at);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return { demuxer: 'hevc', bytes, truncatedTiles };
}

/**
 * The bytes of each tile.
 *
 * @throws Error when tiles share so many bytes that they are more than any file has
 */
function dataOf(tiles: readonly HeifItem[]): Uint8Array[] {
  let left = MAX_BYTES;
  return tiles.map((tile) => {
    const data = tile.data();
    left -= data.length;
    if (left < 0) throw new Error('its parts share their bytes');
    return data;
  });
}

function auxiliaryType(item: HeifItem): string {
  const reader = new Reader(boxIn(item.properties, 'auxC') ?? new Uint8Array());
  reader.take(4);
  return reader.string();
}

function nclxOf({ properties }: HeifItem) {
  for (const { type, body } of properties) {
    const reader = new Reader(body);
    if (type !== 'colr' || reader.text(4) !== 'nclx') continue;
    const [primaries, transfer, matrix] = [2, 2, 2].map((size) => reader.unsigned(size));
    const fullRange = reader.unsigned(1) >= 128;
    return { primaries: primaries!, transfer: transfer!, matrix: matrix!, fullRange };
  }
  return null;
}

/** A profile takes precedence over code points. */
function colorsOf(item: HeifItem): ColorTag | null {
  for (const { type, body } of item.properties) {
    const kind = String.fromCharCode(...body.subarray(0, 4));
    if (type === 'colr' && (kind === 'prof' || kind === 'rICC')) {
      return { kind: 'icc', profile: body.subarray(4), deflated: false };
    }
  }
  const coded = nclxOf(item);
  // 2 means unspecified: sRGB.
  return coded && coded.transfer !== 2 ? { kind: 'coded', ...coded } : null;
}

function isDeep({ properties }: HeifItem): boolean {
  const hevc = boxIn(properties, 'hvcC');
  if (hevc) return ((hevc[17] ?? 0) & 7) > 0;
  return ((boxIn(properties, 'av1C')?.[2] ?? 0) & 0x40) !== 0;
}

/** For each EXIF orientation, what a step to the right and a step down become. */
const STEPS: Readonly<Record<Orientation, readonly [number, number, number, number]>> = {
  1: [1, 0, 0, 1],
  2: [-1, 0, 0, 1],
  3: [-1, 0, 0, -1],
  4: [1, 0, 0, -1],
  5: [0, 1, 1, 0],
  6: [0, 1, -1, 0],
  7: [0, -1, -1, 0],
  8: [0, -1, 1, 0],
};
const QUARTERS: readonly Orientation[] = [1, 8, 3, 6];

/**
 * Combines counterclockwise turns (`irot`) and mirrors (`imir`: 0 swaps top and bottom, 1 left and right), in
 * order.
 */
function orientationOf({ properties }: HeifItem): Orientation {
  let steps = STEPS[1];
  for (const { type, body } of properties) {
    if (type === 'irot') steps = after(steps, STEPS[QUARTERS[(body[0] ?? 0) & 3]!]);
    if (type === 'imir') steps = after(steps, STEPS[(body[0] ?? 0) & 1 ? 2 : 4]);
  }
  const same = (other: readonly number[]) => other.every((value, at) => value === steps[at]);
  const [found] = Object.entries(STEPS).find(([, other]) => same(other))!;
  return Number(found) as Orientation;
}

type Steps = readonly [number, number, number, number];

function after([a, b, c, d]: Steps, [e, f, g, h]: Steps): Steps {
  return [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h];
}
