import { Reader } from './iso-boxes.js';

/**
 * The parameter sets that a decoder needs before the pictures, and the size of the length fields before NAL
 * units.
 */
export interface HevcHeaders {
  readonly units: readonly Uint8Array[];
  readonly lengthSize: number;
}

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
    for (let unit = 0; unit < count && reader.left > 0; unit++) {
      units.push(reader.take(reader.unsigned(2)));
    }
  }
  return { units, lengthSize };
}

/** Splits a picture into its NAL units, each of which follows its length. */
export function splitLengthPrefixed(data: Uint8Array, lengthSize: number): Uint8Array[] {
  const reader = new Reader(data);
  const units: Uint8Array[] = [];
  while (reader.left > lengthSize) units.push(reader.take(reader.unsigned(lengthSize)));
  return units;
}
