/** The NAL unit types that are used here (ITU-T H.264, table 7-1). */
export const NAL = {
  slice: 1,
  idrSlice: 5,
  sps: 7,
  pps: 8,
} as const;

export function nalType(nal: Uint8Array): number {
  return nal[0]! & 31;
}

/** Whether other pictures may refer to this one (`nal_ref_idc`). */
export function isReference(nal: Uint8Array): boolean {
  return (nal[0]! >> 5) % 4 !== 0;
}

/** The NAL units of a byte stream, without start codes and trailing zeros (annex B). */
export function* splitNalUnits(stream: Uint8Array): Generator<Uint8Array> {
  let start = -1;
  for (let one = stream.indexOf(1); one >= 0; one = stream.indexOf(1, one + 1)) {
    if (one < 2 || stream[one - 1] !== 0 || stream[one - 2] !== 0) continue;
    if (start >= 0) yield withoutTrailingZeros(stream, start, one - 2);
    start = one + 1;
  }
  if (start >= 0) yield withoutTrailingZeros(stream, start, stream.length);
}

function withoutTrailingZeros(stream: Uint8Array, start: number, end: number): Uint8Array {
  let last = end;
  while (last > start && stream[last - 1] === 0) last--;
  return stream.subarray(start, last);
}

/**
 * Removes emulation prevention bytes from a NAL unit (7.4.1).
 *
 * @param limit maximum length of the result, because most readers need only the header
 * @returns the bytes, and how many bytes of the NAL unit they took
 */
export function removeEmulationPrevention(
  nal: Uint8Array,
  limit = Infinity,
): { readonly rbsp: Uint8Array; readonly used: number } {
  const rbsp = new Uint8Array(Math.min(nal.length, limit));
  let length = 0;
  let zeros = 0;
  let used = 0;
  for (; used < nal.length && length < limit; used++) {
    const byte = nal[used]!;
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    rbsp[length++] = byte;
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return { rbsp: rbsp.subarray(0, length), used };
}

/** Inserts emulation prevention bytes, so that the payload contains no start code. */
export function addEmulationPrevention(rbsp: Uint8Array): Uint8Array {
  const nal: number[] = [];
  let zeros = 0;
  for (const byte of rbsp) {
    if (zeros >= 2 && byte <= 3) {
      nal.push(3);
      zeros = 0;
    }
    nal.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Uint8Array.from(nal);
}
