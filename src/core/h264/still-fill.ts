import { type AccessUnit, SLICE_HEADER_BYTES } from './access-units.js';
import { BitReader } from './bits.js';
import { addEmulationPrevention, removeEmulationPrevention } from './nal.js';
import type { Sps } from './parameter-sets.js';
import { skippedPicture } from './skipped-picture.js';

/** One picture of the finished stream, in the order of decoding, which is that of showing. */
export interface FilledPicture {
  readonly nals: readonly Uint8Array[];
  readonly idr: boolean;
}

/**
 * Still fill: from the distinct frames, encoded once each, to a stream with a picture for every
 * frame. Each repeat is a picture of skipped macroblocks, which decodes to the very samples of the
 * one before it, so nothing is encoded twice.
 *
 * `frame_num` counts reference pictures (7.4.3), so each slice that follows a repeat is renumbered in
 * place: the field has a fixed length, and all else in the slice keeps its bits.
 *
 * @param counts frames that each picture is shown for, 1 or more
 * @throws Error when the stream has reordering, several references or unused pictures: then repeats
 * would copy the wrong picture
 */
export function fillStills(
  units: readonly AccessUnit[],
  counts: readonly number[],
): FilledPicture[] {
  if (units.length !== counts.length) {
    throw new Error(`${units.length} pictures were encoded, ${counts.length} planned`);
  }
  const repeats = new Map<number, Uint8Array>();
  const pictures: FilledPicture[] = [];
  let frameNum = 0;
  units.forEach((unit, index) => {
    const { sps, pps } = unit;
    assertFillable(unit);
    const wrap = 2 ** sps.frameNumBits;
    frameNum = unit.idr ? 0 : (frameNum + 1) % wrap;
    const nals = unit.slices.map((slice) => renumber(slice, sps, frameNum));
    pictures.push({ nals, idr: unit.idr });
    for (let repeat = 1; repeat < counts[index]!; repeat++) {
      frameNum = (frameNum + 1) % wrap;
      const known = repeats.get(frameNum) ?? skippedPicture(sps, pps, frameNum);
      repeats.set(frameNum, known);
      pictures.push({ nals: [known], idr: false });
    }
  });
  return pictures;
}

function assertFillable({ sps, pps, reference }: AccessUnit): void {
  if (sps.pocType !== 2) throw new Error('still fill needs pictures in the order of showing');
  if (sps.refFrames !== 1) throw new Error('still fill needs one reference frame');
  if (!reference) throw new Error('still fill needs every picture to be a reference');
  if (pps.redundantPictures) throw new Error('still fill knows no redundant pictures');
}

/** Writes `frame_num` into a slice header, without touching any bit after it. */
function renumber(slice: Uint8Array, sps: Sps, frameNum: number): Uint8Array {
  const { rbsp: head, used } = removeEmulationPrevention(slice, SLICE_HEADER_BYTES);
  const reader = new BitReader(head);
  reader.u(8);
  reader.ue();
  reader.ue();
  reader.ue();
  const start = reader.bitPosition;
  if (reader.u(sps.frameNumBits) === frameNum) return slice;
  for (let bit = 0; bit < sps.frameNumBits; bit++) {
    const at = start + bit;
    const mask = 128 >> (at & 7);
    const one = (frameNum >> (sps.frameNumBits - 1 - bit)) & 1;
    head[at >> 3] = one ? head[at >> 3]! | mask : head[at >> 3]! & ~mask;
  }
  // Where the head ends in a zero, escaping depends on both sides of the seam: do all of it anew.
  if (head.at(-1) === 0 || used >= slice.length) {
    const rest = removeEmulationPrevention(slice).rbsp.subarray(head.length);
    return addEmulationPrevention(join(head, rest));
  }
  return join(addEmulationPrevention(head), slice.subarray(used));
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
