import { type AccessUnit, SLICE_HEADER_BYTES } from './access-units.js';
import { BitReader } from './bits.js';
import { addEmulationPrevention, removeEmulationPrevention } from './nal.js';
import type { Sps } from './parameter-sets.js';
import { skippedPicture } from './skipped-picture.js';

/** A picture of the finished stream. Decoding order is output order. */
export interface FilledPicture {
  readonly nals: readonly Uint8Array[];
  readonly idr: boolean;
}

/**
 * Still fill: extends a stream of distinct frames, each encoded once, to a stream with a picture for every
 * frame. Each repeat is a picture of skipped macroblocks, which decodes to exactly the samples of the
 * picture before it, so nothing is encoded twice.
 *
 * `frame_num` counts reference pictures (7.4.3), so each slice after a repeat is renumbered in place. The
 * field has a fixed length, and all other bits of the slice stay.
 *
 * @param counts the number of frames that each picture shows, at least 1
 * @throws Error if the stream has reordering, several references, or pictures that are no reference,
 * because repeats would then copy the wrong picture
 */
export function fillStills(
  units: readonly AccessUnit[],
  counts: readonly number[],
): FilledPicture[] {
  if (units.length !== counts.length) {
    throw new Error(`expected ${counts.length} encoded pictures, but got ${units.length}`);
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
  if (sps.pocType !== 2) throw new Error('still fill needs pictures in output order');
  if (sps.refFrames !== 1) throw new Error('still fill needs one reference frame');
  if (!reference) throw new Error('still fill needs every picture to be a reference');
  if (pps.redundantPictures) throw new Error('still fill does not support redundant pictures');
}

/** Writes `frame_num` into a slice header and leaves all other bits as they are. */
function renumber(slice: Uint8Array, sps: Sps, frameNum: number): Uint8Array {
  const { rbsp, used } = removeEmulationPrevention(slice, SLICE_HEADER_BYTES);
  // A copy, because it may be the slice itself.
  const head = rbsp.slice();
  const reader = new BitReader(head);
  reader.u(8); // NAL unit header
  reader.ue(); // first_mb_in_slice
  reader.ue(); // slice_type
  reader.ue(); // pic_parameter_set_id
  const start = reader.bitPosition;
  if (reader.u(sps.frameNumBits) === frameNum) return slice;
  for (let bit = 0; bit < sps.frameNumBits; bit++) {
    const at = start + bit;
    const mask = 128 >> (at & 7);
    const one = (frameNum >> (sps.frameNumBits - 1 - bit)) & 1;
    head[at >> 3] = one ? head[at >> 3]! | mask : head[at >> 3]! & ~mask;
  }
  // If the head ends in a zero, emulation prevention depends on both sides of the seam: redo all of it.
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
