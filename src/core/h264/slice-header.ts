import { BitReader, BitWriter } from './bits.js';
import {
  addEmulationPrevention,
  isReference,
  NAL,
  nalType,
  removeEmulationPrevention,
} from './nal.js';
import type { Pps, Sps } from './parameter-sets.js';

/** A slice of a frame in a stream with one reference and without reordering, weights, and memory control. */
export interface Slice {
  readonly idr: boolean;
  readonly firstMb: number;
  /** `slice_type` */
  readonly type: number;
  readonly cabacInit: number;
  readonly qpDelta: number;
  /** Coded macroblocks from the first whole byte on, with the stop bit, without emulation prevention. */
  readonly data: Uint8Array;
}

/** Where a slice is in another stream. */
export interface SlicePlace {
  readonly firstMb: number;
  readonly frameNum: number;
  /** `idr_pic_id`, which differs between consecutive key pictures. */
  readonly idrPicId: number;
}

/** `disable_deblocking_filter_idc`: no edges, or none between slices. */
export const DEBLOCKING = { off: 1, withinSlices: 2 } as const;

const INTRA: readonly number[] = [2, 7];
const PREDICTED: readonly number[] = [0, 5];
/** `nal_ref_idc` 3 and 2. */
const IDR_HEADER = 0x65;
const SLICE_HEADER = 0x41;

/**
 * Reads a slice (7.3.3).
 *
 * @throws Error for what still fill does not support either
 */
export function readSlice(nal: Uint8Array, sps: Sps, pps: Pps): Slice {
  if (sps.pocType !== 2 || !pps.cabac || pps.weightedPrediction || !isReference(nal)) {
    throw new Error('the slice is not one of a still segment');
  }
  const { rbsp } = removeEmulationPrevention(nal);
  const reader = new BitReader(rbsp);
  reader.u(8); // NAL unit header
  const idr = nalType(nal) === NAL.idrSlice;
  const firstMb = reader.ue();
  const type = reader.ue();
  reader.ue(); // pic_parameter_set_id
  reader.u(sps.frameNumBits); // frame_num
  if (idr) reader.ue(); // idr_pic_id
  const predicted = PREDICTED.includes(type);
  if (!predicted && !INTRA.includes(type))
    throw new Error(`slices of type ${type} are not supported`);
  if (predicted) {
    // num_ref_idx_active_override_flag
    const refs = reader.flag() ? reader.ue() : pps.defaultRefsMinus1;
    // ref_pic_list_modification_flag_l0
    if (reader.flag() || refs > 0) throw new Error('expected slices with one reference');
  }
  // no_output_of_prior_pics_flag and long_term_reference_flag, or adaptive_ref_pic_marking_mode_flag
  if (reader.u(idr ? 2 : 1) !== 0) throw new Error('memory control is not supported');
  const cabacInit = predicted ? reader.ue() : 0;
  const qpDelta = reader.se();
  if (pps.deblockingControl && reader.ue() !== DEBLOCKING.off) {
    reader.se(); // slice_alpha_c0_offset_div2
    reader.se(); // slice_beta_offset_div2
  }
  const data = rbsp.subarray((reader.bitPosition + 7) >> 3);
  return { idr, firstMb, type, cabacInit, qpDelta, data };
}

/**
 * Writes a slice into another stream with the same width and the same picture parameter set, so that its macroblocks
 * decode to the same samples there. It needs deblocking control.
 */
export function writeSlice(
  { idr, type, cabacInit, qpDelta, data }: Slice,
  { firstMb, frameNum, idrPicId }: SlicePlace,
  { sps, pps, deblocking }: { readonly sps: Sps; readonly pps: Pps; readonly deblocking: 1 | 2 },
): Uint8Array {
  const predicted = PREDICTED.includes(type);
  const writer = new BitWriter()
    .u(idr ? IDR_HEADER : SLICE_HEADER, 8)
    .ue(firstMb)
    // From 5 on, a type promises that all slices of the picture have it.
    .ue(type % 5)
    .ue(pps.id)
    .u(frameNum, sps.frameNumBits);
  if (idr) writer.ue(idrPicId);
  if (predicted) writer.u(pps.defaultRefsMinus1 > 0 ? 1 : 0, 1);
  if (predicted && pps.defaultRefsMinus1 > 0) writer.ue(0);
  if (predicted) writer.u(0, 1);
  writer.u(0, idr ? 2 : 1);
  if (predicted) writer.ue(cabacInit);
  writer.se(qpDelta).ue(deblocking);
  if (deblocking !== DEBLOCKING.off) writer.se(0).se(0);
  const head = writer.align(1).toBytes();
  const rbsp = new Uint8Array(head.length + data.length);
  rbsp.set(head);
  rbsp.set(data, head.length);
  return addEmulationPrevention(rbsp);
}
