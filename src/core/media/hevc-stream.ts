import { Reader } from './iso-boxes.js';

/**
 * The parameter sets that a decoder needs before the pictures, and the size of the length fields before NAL
 * units.
 */
export interface HevcHeaders {
  readonly units: readonly Uint8Array[];
  readonly lengthSize: number;
}

/** Parameter sets are at most 96; the slices of a picture are a few hundred. */
const MAX_HEADERS = 1_000;
const MAX_UNITS = 20_000;

/** Reads an `hvcC` box (ISO/IEC 14496-15, 8.3.2.1). */
export function hevcHeaders(body: Uint8Array): HevcHeaders {
  const reader = new Reader(body);
  reader.take(21);
  const lengthSize = (reader.unsigned(1) & 3) + 1;
  const units: Uint8Array[] = [];
  const arrays = reader.unsigned(1);
  for (let array = 0; array < arrays && reader.left > 0; array++) {
    reader.take(1);
    const count = reader.unsigned(2);
    for (let unit = 0; unit < count && reader.left > 0 && units.length < MAX_HEADERS; unit++) {
      units.push(reader.take(reader.unsigned(2)));
    }
  }
  return { units, lengthSize };
}

/**
 * The units of a picture that have their lengths before them.
 *
 * @throws Error when there are more than any picture has
 */
export function splitLengthPrefixed(data: Uint8Array, lengthSize: number): Uint8Array[] {
  const reader = new Reader(data);
  const units: Uint8Array[] = [];
  while (reader.left > lengthSize) {
    if (units.length >= MAX_UNITS) throw new Error('its picture has too many parts');
    units.push(reader.take(reader.unsigned(lengthSize)));
  }
  return units;
}
