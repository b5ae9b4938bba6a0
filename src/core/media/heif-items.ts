import { type Box, boxesIn, boxIn, Reader } from './iso-boxes.js';

/** The position of some bytes of an item. */
interface Extent {
  readonly inData: boolean;
  readonly offset: number;
  readonly length: number;
}

/** An item of a HEIF file (ISO/IEC 23008-12): a picture, or a part of one. */
export interface HeifItem {
  readonly type: string;
  /** In the order in which they apply. */
  readonly properties: readonly Box[];
  readonly data: () => Uint8Array;
  /** False if some of its bytes lie beyond the end of the file. */
  readonly isWhole: () => boolean;
  /** The items that it refers to, by type of reference. */
  readonly refersTo: ReadonlyMap<string, readonly number[]>;
}

export interface HeifItems {
  readonly primary: number;
  readonly items: ReadonlyMap<number, HeifItem>;
}

/** More parts than a picture of 64 megapixels has. */
const MAX_ITEMS = 5_000;
/** Most items lie in one piece. */
const MAX_EXTENTS = 20_000;

/** Reads the items of a HEIF file. Null if it contains a sequence instead of a picture, or is damaged. */
export function heifItems(file: Uint8Array): HeifItems | null {
  const meta = boxIn(boxesIn(file), 'meta');
  if (meta === null) return null;
  const boxes = boxesIn(meta.subarray(4));
  const primary = boxIn(boxes, 'pitm');
  if (primary === null) return null;
  const types = itemTypes(boxIn(boxes, 'iinf'));
  const places = itemPlaces(boxIn(boxes, 'iloc'));
  const properties = itemProperties(boxIn(boxes, 'iprp'));
  const references = itemReferences(boxIn(boxes, 'iref'));
  const idat = boxIn(boxes, 'idat') ?? new Uint8Array();
  const items = new Map<number, HeifItem>();
  for (const [id, type] of types) {
    const extents = places.get(id) ?? [];
    items.set(id, {
      type,
      properties: properties.get(id) ?? [],
      data: () => gathered(extents, file, idat),
      isWhole: () =>
        extents.every(
          ({ inData, offset, length }) => offset + length <= (inData ? idat : file).length,
        ),
      refersTo: references.get(id) ?? new Map<string, number[]>(),
    });
  }
  const reader = new Reader(primary);
  return { primary: idOf(reader, versionOf(reader)), items };
}

function versionOf(reader: Reader): number {
  const version = reader.unsigned(1);
  reader.take(3);
  return version;
}

const idOf = (reader: Reader, version: number, wideFrom = 1) =>
  reader.unsigned(version >= wideFrom ? 4 : 2);

function gathered(extents: readonly Extent[], file: Uint8Array, idat: Uint8Array): Uint8Array {
  const parts = extents.map(({ inData, offset, length }) => {
    const from = inData ? idat : file;
    return from.subarray(offset, length === 0 ? undefined : offset + length);
  });
  // Extents may overlap, so the size of the file limits their sum.
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  if (size > file.length) return new Uint8Array();
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** ISO/IEC 14496-12, 8.11.6. */
function itemTypes(body: Uint8Array | null): Map<number, string> {
  const types = new Map<number, string>();
  if (body === null) return types;
  const reader = new Reader(body);
  idOf(reader, versionOf(reader));
  for (const { type, body: entry } of boxesIn(body.subarray(reader.at)).slice(0, MAX_ITEMS)) {
    if (type !== 'infe') continue;
    const at = new Reader(entry);
    const version = versionOf(at);
    const id = idOf(at, version, 3);
    at.take(2);
    types.set(id, at.text(4));
  }
  return types;
}

/** ISO/IEC 14496-12, 8.11.3. */
function itemPlaces(body: Uint8Array | null): Map<number, Extent[]> {
  const places = new Map<number, Extent[]>();
  if (body === null) return places;
  const reader = new Reader(body);
  const version = versionOf(reader);
  const sizes = reader.unsigned(2);
  const [offsetSize, lengthSize, baseSize, indexSize] = [12, 8, 4, 0].map(
    (shift) => (sizes >> shift) & 15,
  ) as [number, number, number, number];
  const count = Math.min(MAX_ITEMS, idOf(reader, version, 2));
  let extentsLeft = MAX_EXTENTS;
  for (let item = 0; item < count && reader.left > 0; item++) {
    const id = idOf(reader, version, 2);
    const inData = version > 0 && (reader.unsigned(2) & 15) === 1;
    reader.take(2);
    const base = reader.unsigned(baseSize);
    const extents: Extent[] = [];
    const extentCount = reader.unsigned(2);
    for (let extent = 0; extent < extentCount && reader.left > 0 && extentsLeft > 0; extent++) {
      // They may have no bytes of their own: then nothing but this ends them.
      extentsLeft--;
      if (version > 0) reader.take(indexSize);
      const offset = base + reader.unsigned(offsetSize);
      extents.push({ inData, offset, length: reader.unsigned(lengthSize) });
    }
    places.set(id, extents);
  }
  return places;
}

/** ISO/IEC 23008-12, 9.3. */
function itemProperties(body: Uint8Array | null): Map<number, Box[]> {
  const boxes = boxesIn(body ?? new Uint8Array());
  const all = boxesIn(boxIn(boxes, 'ipco') ?? new Uint8Array());
  return associations(new Reader(boxIn(boxes, 'ipma') ?? new Uint8Array()), all);
}

function associations(reader: Reader, all: readonly Box[]): Map<number, Box[]> {
  const found = new Map<number, Box[]>();
  const version = reader.unsigned(1);
  const wide = (reader.unsigned(3) & 1) === 1;
  const count = Math.min(MAX_ITEMS, reader.unsigned(4));
  for (let item = 0; item < count && reader.left > 0; item++) {
    const id = idOf(reader, version);
    const properties: Box[] = [];
    const propertyCount = reader.unsigned(1);
    for (let index = 0; index < propertyCount && reader.left > 0; index++) {
      const place = wide ? reader.unsigned(2) & 0x7fff : reader.unsigned(1) & 0x7f;
      const property = all[place - 1];
      if (property) properties.push(property);
    }
    found.set(id, properties);
  }
  return found;
}

/** ISO/IEC 14496-12, 8.11.12. */
function itemReferences(body: Uint8Array | null): Map<number, Map<string, number[]>> {
  const found = new Map<number, Map<string, number[]>>();
  if (body === null) return found;
  const reader = new Reader(body);
  const version = versionOf(reader);
  for (const { type, body: entry } of boxesIn(body.subarray(reader.at)).slice(0, MAX_ITEMS)) {
    const at = new Reader(entry);
    const from = idOf(at, version);
    const count = Math.min(MAX_ITEMS, at.unsigned(2));
    const to: number[] = [];
    for (let index = 0; index < count && at.left > 0; index++) to.push(idOf(at, version));
    const known = found.get(from) ?? new Map<string, number[]>();
    found.set(from, known.set(type, to));
  }
  return found;
}
