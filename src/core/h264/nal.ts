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
 * @returns the bytes, which are those of the NAL unit if it has nothing to remove, and how many bytes of it they took
 */
export function removeEmulationPrevention(
  nal: Uint8Array,
  limit = Infinity,
): { readonly rbsp: Uint8Array; readonly used: number } {
  const length = Math.min(nal.length, limit);
  // Most units have none of them, and native code finds bytes much faster.
  const removed: number[] = [];
  for (let at = nal.indexOf(3, 2); at >= 0; at = nal.indexOf(3, at + 1)) {
    if (at - removed.length >= length) break;
    if (nal[at - 1] === 0 && nal[at - 2] === 0) removed.push(at);
  }
  const used = Math.min(nal.length, length + removed.length);
  if (removed.length === 0) return { rbsp: nal.subarray(0, used), used };
  const rbsp = new Uint8Array(used - removed.length);
  let from = 0;
  let to = 0;
  for (const end of [...removed, used]) {
    rbsp.set(nal.subarray(from, end), to);
    to += end - from;
    from = end + 1;
  }
  return { rbsp, used };
}

/** Inserts emulation prevention bytes, so that the payload contains no start code. Without one, it is the payload itself. */
export function addEmulationPrevention(rbsp: Uint8Array): Uint8Array {
  const before: number[] = [];
  for (let at = rbsp.indexOf(0); at >= 0; at = rbsp.indexOf(0, at)) {
    let zeros = 0;
    for (; at < rbsp.length; at++) {
      const byte = rbsp[at]!;
      if (zeros >= 2 && byte <= 3) {
        before.push(at);
        zeros = 0;
      }
      if (byte !== 0) break;
      zeros++;
    }
  }
  if (before.length === 0) return rbsp;
  const nal = new Uint8Array(rbsp.length + before.length).fill(3);
  let from = 0;
  [...before, rbsp.length].forEach((end, index) => {
    nal.set(rbsp.subarray(from, end), from + index);
    from = end;
  });
  return nal;
}
