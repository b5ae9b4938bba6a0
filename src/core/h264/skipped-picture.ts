import { BitWriter } from './bits.js';
import { addEmulationPrevention } from './nal.js';
import type { Pps, Sps } from './parameter-sets.js';

/** `nal_ref_idc` 2, `nal_unit_type` 1: a slice of a picture that later ones refer to. */
const NAL_HEADER = 0x41;
const SLICE_TYPE_P = 5;
const DEBLOCKING_OFF = 1;

/** Table 9-44, `rangeTabLPS`: range of the less probable symbol, by state and quarter of the range. */
const LPS_RANGE: readonly (readonly [number, number, number, number])[] = [
  [128, 176, 208, 240],
  [128, 167, 197, 227],
  [128, 158, 187, 216],
  [123, 150, 178, 205],
  [116, 142, 169, 195],
  [111, 135, 160, 185],
  [105, 128, 152, 175],
  [100, 122, 144, 166],
  [95, 116, 137, 158],
  [90, 110, 130, 150],
  [85, 104, 123, 142],
  [81, 99, 117, 135],
  [77, 94, 111, 128],
  [73, 89, 105, 122],
  [69, 85, 100, 116],
  [66, 80, 95, 110],
  [62, 76, 90, 104],
  [59, 72, 86, 99],
  [56, 69, 81, 94],
  [53, 65, 77, 89],
  [51, 62, 73, 85],
  [48, 59, 69, 80],
  [46, 56, 66, 76],
  [43, 53, 63, 72],
  [41, 50, 59, 69],
  [39, 48, 56, 65],
  [37, 45, 54, 62],
  [35, 43, 51, 59],
  [33, 41, 48, 56],
  [32, 39, 46, 53],
  [30, 37, 43, 50],
  [29, 35, 41, 48],
  [27, 33, 39, 45],
  [26, 31, 37, 43],
  [24, 30, 35, 41],
  [23, 28, 33, 39],
  [22, 27, 32, 37],
  [21, 26, 30, 35],
  [20, 24, 29, 33],
  [19, 23, 27, 31],
  [18, 22, 26, 30],
  [17, 21, 25, 28],
  [16, 20, 23, 27],
  [15, 19, 22, 25],
  [14, 18, 21, 24],
  [14, 17, 20, 23],
  [13, 16, 19, 22],
  [12, 15, 18, 21],
  [12, 14, 17, 20],
  [11, 14, 16, 19],
  [11, 13, 15, 18],
  [10, 12, 15, 17],
  [10, 12, 14, 16],
  [9, 11, 13, 15],
  [9, 11, 12, 14],
  [8, 10, 12, 14],
  [8, 9, 11, 13],
  [7, 9, 11, 12],
  [7, 9, 10, 12],
  [7, 8, 10, 11],
  [6, 8, 9, 11],
  [6, 7, 9, 10],
  [6, 7, 8, 9],
];
const LAST_STATE = LPS_RANGE.length - 1;

/** Table 9-45, `transIdxLPS`: the state after the less probable symbol. At low QPs, "skipped" starts as that. */
const AFTER_LPS: readonly number[] = [
  ...[0, 0, 1, 2, 2, 4, 4, 5, 6, 7, 8, 9, 9, 11, 11, 12],
  ...[13, 13, 15, 15, 16, 16, 18, 18, 19, 19, 21, 21, 22, 22, 23, 24],
];

/** From this QP on, the context of `mb_skip_flag` starts with "skipped" as the more probable symbol. */
const MIN_QP = 26;

/** Macroblocks of a picture, in raster order. */
export interface MacroblockSpan {
  readonly first: number;
  readonly count: number;
}

/**
 * A picture that exactly repeats the one decoded before it: one P slice in which every macroblock is
 * skipped (7.3.4). Its reference is the previous picture, its motion is zero, and it has no residual, so
 * prediction is a copy. Deblocking is off, though it would not change such macroblocks.
 *
 * @returns one NAL unit: about 70 bytes for 1080p with CABAC, 10 without
 */
export function skippedPicture(sps: Sps, pps: Pps, frameNum: number): Uint8Array {
  return skippedSlice(sps, pps, frameNum, { first: 0, count: sps.widthMbs * sps.heightMbs });
}

/** The same for some macroblocks of a picture, whose others are in other slices. */
export function skippedSlice(
  sps: Sps,
  pps: Pps,
  frameNum: number,
  { first, count: macroblocks }: MacroblockSpan,
): Uint8Array {
  const qp = Math.max(pps.initQp, MIN_QP);
  const writer = new BitWriter()
    .ue(first) // first_mb_in_slice
    .ue(SLICE_TYPE_P) // slice_type
    .ue(pps.id) // pic_parameter_set_id
    .u(frameNum, sps.frameNumBits); // frame_num
  // num_ref_idx_active_override_flag: the decoder keeps one reference, so list 0 has one entry.
  if (pps.defaultRefsMinus1 > 0) writer.u(1, 1).ue(0);
  else writer.u(0, 1);
  writer.u(0, 1); // ref_pic_list_modification_flag_l0
  // luma_log2_weight_denom, chroma_log2_weight_denom, luma_weight_l0_flag, chroma_weight_l0_flag
  if (pps.weightedPrediction) writer.ue(0).ue(0).u(0, 2);
  writer.u(0, 1); // adaptive_ref_pic_marking_mode_flag
  if (pps.cabac) writer.ue(0); // cabac_init_idc
  writer.se(qp - pps.initQp); // slice_qp_delta
  if (pps.deblockingControl) writer.ue(DEBLOCKING_OFF); // disable_deblocking_filter_idc
  if (pps.cabac) writer.align(1).append(skippedSliceData(macroblocks, qp));
  else {
    writer.ue(macroblocks); // mb_skip_run
    writer.u(1, 1);
  }
  writer.align(0);
  const payload = writer.toBytes();
  const rbsp = new Uint8Array(payload.length + 1);
  rbsp[0] = NAL_HEADER;
  rbsp.set(payload, 1);
  return addEmulationPrevention(rbsp);
}

/** The data of slices by what it depends on. A video has a few, each of which repeats in most of its pictures. */
const sliceData = new Map<string, Uint8Array>();
const MOST_KEPT = 64;

/** The data of a slice with CABAC in which all macroblocks are skipped, up to its stop bit. */
export function skippedSliceData(macroblocks: number, qp: number): Uint8Array {
  const key = `${macroblocks} ${qp}`;
  const known = sliceData.get(key);
  if (known !== undefined) return known;
  const writer = new BitWriter();
  encodeSkips(writer, macroblocks, qp);
  const data = writer.align(0).toBytes();
  if (sliceData.size >= MOST_KEPT) sliceData.clear();
  sliceData.set(key, data);
  return data;
}

/**
 * Encodes `mb_skip_flag` = 1 and `end_of_slice_flag` for each macroblock with CABAC (9.3.4.2). All neighbors
 * are skipped or absent, so all flags share one context, number 11 (m = 23, n = 33).
 */
function encodeSkips(writer: BitWriter, macroblocks: number, qp: number): void {
  const start = Math.min(126, ((23 * qp) >> 4) + 33);
  let isLikely = start > 63;
  let state = isLikely ? start - 64 : 63 - start;
  let low = 0;
  let range = 510;
  let outstanding = 0;
  let first = true;
  const put = (bit: 0 | 1): void => {
    if (first) first = false;
    else writer.u(bit, 1);
    for (; outstanding > 0; outstanding--) writer.u(1 - bit, 1);
  };
  const renormalize = (): void => {
    while (range < 256) {
      if (low < 256) put(0);
      else if (low >= 512) {
        low -= 512;
        put(1);
      } else {
        low -= 256;
        outstanding++;
      }
      range *= 2;
      low *= 2;
    }
  };
  for (let index = 1; index <= macroblocks; index++) {
    const unlikely = LPS_RANGE[state]![((range >> 6) & 3) as 0 | 1 | 2 | 3];
    range -= unlikely;
    if (isLikely) {
      state = Math.min(state + 1, LAST_STATE);
    } else {
      low += range;
      range = unlikely;
      isLikely = state === 0;
      state = AFTER_LPS[state]!;
    }
    renormalize();
    range -= 2;
    if (index === macroblocks) {
      low += range;
      range = 2;
    }
    renormalize();
  }
  put(((low >> 9) & 1) as 0 | 1);
  // The last bit written is the stop bit of the RBSP.
  writer.u(((low >> 7) & 3) | 1, 2);
}
