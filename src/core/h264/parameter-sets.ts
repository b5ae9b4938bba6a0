import { BitReader } from './bits.js';
import { removeEmulationPrevention } from './nal.js';

/** The fields of a sequence parameter set that are needed to read slice headers and to write pictures. */
export interface Sps {
  readonly id: number;
  readonly frameNumBits: number;
  /** `pic_order_cnt_type`. 0: each slice holds its order. 2: output order is decoding order. */
  readonly pocType: number;
  /** Bits of `pic_order_cnt_lsb`, or 0 unless `pocType` is 0. */
  readonly pocLsbBits: number;
  readonly refFrames: number;
  readonly widthMbs: number;
  readonly heightMbs: number;
  readonly progressive: boolean;
  /** Size after cropping, in pixels. */
  readonly width: number;
  readonly height: number;
  /** `chroma_format_idc`: 1 is 4:2:0. */
  readonly chromaFormat: number;
  /** Bit depth of luma, or of chroma if that has more bits. */
  readonly bitDepth: number;
}

/** The fields of a picture parameter set that are needed to write a slice header. */
export interface Pps {
  readonly id: number;
  readonly spsId: number;
  readonly cabac: boolean;
  /** `num_ref_idx_l0_default_active_minus1`. */
  readonly defaultRefsMinus1: number;
  readonly weightedPrediction: boolean;
  readonly initQp: number;
  readonly deblockingControl: boolean;
  readonly redundantPictures: boolean;
}

/** Profiles whose SPS holds `chroma_format_idc` (7.3.2.1.1). */
const HIGH_PROFILES: ReadonlySet<number> = new Set([100, 110, 122, 244]);

/** @throws Error for features that no supported encoder writes: scaling matrices, POC type 1 */
export function parseSps(nal: Uint8Array): Sps {
  return readSps(new BitReader(removeEmulationPrevention(nal).rbsp));
}

/** Reads a sequence parameter set (7.3.2.1.1) up to `vui_parameters_present_flag`, where it stops. */
export function readSps(reader: BitReader): Sps {
  const start = readSpsStart(reader);
  return { ...start, ...readPictureSize(reader, start.widthMbs) };
}

/** Reads a sequence parameter set up to `pic_height_in_map_units_minus1`, where it stops. */
export function readSpsStart(reader: BitReader) {
  reader.u(8); // NAL unit header
  const profileIdc = reader.u(8);
  reader.u(16); // constraint_set flags, reserved_zero_2bits, level_idc
  const id = reader.ue();
  const format = readSampleFormat(reader, profileIdc);
  const frameNumBits = reader.ue() + 4;
  const pocType = reader.ue();
  if (pocType === 1) throw new Error('picture order count type 1 is not supported');
  const pocLsbBits = pocType === 0 ? reader.ue() + 4 : 0;
  const refFrames = reader.ue();
  reader.u(1); // gaps_in_frame_num_value_allowed_flag
  const widthMbs = reader.ue() + 1;
  return { id, frameNumBits, pocType, pocLsbBits, refFrames, widthMbs, ...format };
}

/** Reads how samples are stored. Profiles below High have 4:2:0 with 8 bits. */
function readSampleFormat(
  reader: BitReader,
  profileIdc: number,
): Pick<Sps, 'chromaFormat' | 'bitDepth'> {
  if (!HIGH_PROFILES.has(profileIdc)) return { chromaFormat: 1, bitDepth: 8 };
  const chromaFormat = reader.ue();
  if (chromaFormat === 3) reader.u(1); // separate_colour_plane_flag
  const bitDepth = 8 + Math.max(reader.ue(), reader.ue());
  reader.u(1); // qpprime_y_zero_transform_bypass_flag
  if (reader.flag()) throw new Error('scaling matrices are not supported');
  return { chromaFormat, bitDepth };
}

/** Reads the coded height of pictures, and the size that remains after cropping. */
function readPictureSize(
  reader: BitReader,
  widthMbs: number,
): Pick<Sps, 'heightMbs' | 'progressive' | 'width' | 'height'> {
  const heightMbs = reader.ue() + 1;
  const progressive = reader.flag();
  if (!progressive) reader.u(1); // mb_adaptive_frame_field_flag
  reader.u(1); // direct_8x8_inference_flag
  const [left, right, top, bottom] = reader.flag()
    ? [reader.ue(), reader.ue(), reader.ue(), reader.ue()]
    : [0, 0, 0, 0];
  // In luma samples. The crop units are those of 4:2:0 frames, the only format that is shown here.
  const width = widthMbs * 16 - 2 * (left + right);
  const height = (progressive ? 1 : 2) * (heightMbs * 16 - 2 * (top + bottom));
  return { heightMbs, progressive, width, height };
}

/** Reads a picture parameter set (7.3.2.2). */
export function parsePps(nal: Uint8Array): Pps {
  const reader = new BitReader(removeEmulationPrevention(nal).rbsp);
  reader.u(8); // NAL unit header
  const id = reader.ue();
  const spsId = reader.ue();
  const cabac = reader.flag();
  reader.u(1); // bottom_field_pic_order_in_frame_present_flag
  const sliceGroupsMinus1 = reader.ue();
  if (sliceGroupsMinus1 > 0) throw new Error('slice groups are not supported');
  const defaultRefsMinus1 = reader.ue();
  reader.ue(); // num_ref_idx_l1_default_active_minus1
  const weightedPrediction = reader.flag();
  reader.u(2); // weighted_bipred_idc
  const initQp = 26 + reader.se();
  reader.se(); // pic_init_qs_minus26
  reader.se(); // chroma_qp_index_offset
  const deblockingControl = reader.flag();
  reader.u(1); // constrained_intra_pred_flag
  const redundantPictures = reader.flag();
  return {
    id,
    spsId,
    cabac,
    defaultRefsMinus1,
    weightedPrediction,
    initQp,
    deblockingControl,
    redundantPictures,
  };
}
