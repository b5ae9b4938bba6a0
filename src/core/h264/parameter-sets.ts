import { BitReader } from './bits.js';
import { removeEmulationPrevention } from './nal.js';

/** What of a sequence parameter set is needed to read slice headers and to write pictures. */
export interface Sps {
  readonly id: number;
  readonly frameNumBits: number;
  /** 0: order is written in each slice; 2: pictures are shown as they are decoded. */
  readonly pocType: number;
  /** Bits of `pic_order_cnt_lsb`; 0 unless `pocType` is 0. */
  readonly pocLsbBits: number;
  readonly refFrames: number;
  readonly widthMbs: number;
  readonly heightMbs: number;
  readonly progressive: boolean;
  /** What is shown of the picture, in pixels. */
  readonly width: number;
  readonly height: number;
  /** `chroma_format_idc`: 1 is 4:2:0. */
  readonly chromaFormat: number;
  /** Of luma, or of chroma where that has more. */
  readonly bitDepth: number;
}

/** What of a picture parameter set is needed to write a slice header. */
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

/** Profiles whose SPS says how chroma is sampled (7.3.2.1.1). */
const HIGH_PROFILES: ReadonlySet<number> = new Set([100, 110, 122, 244]);

/** @throws Error for what no encoder here writes: scaling matrices, POC type 1 */
export function parseSps(nal: Uint8Array): Sps {
  return readSps(new BitReader(removeEmulationPrevention(nal).rbsp));
}

/** Reads a sequence parameter set up to its usability information, which the reader is left at. */
export function readSps(reader: BitReader): Sps {
  reader.u(8);
  const profile = reader.u(8);
  reader.u(16);
  const id = reader.ue();
  let chromaFormat = 1;
  let bitDepth = 8;
  if (HIGH_PROFILES.has(profile)) {
    chromaFormat = reader.ue();
    if (chromaFormat === 3) reader.u(1);
    bitDepth = 8 + Math.max(reader.ue(), reader.ue());
    reader.u(1);
    if (reader.flag()) throw new Error('scaling matrices are not supported');
  }
  const frameNumBits = reader.ue() + 4;
  const pocType = reader.ue();
  if (pocType === 1) throw new Error('picture order count type 1 is not supported');
  const pocLsbBits = pocType === 0 ? reader.ue() + 4 : 0;
  const refFrames = reader.ue();
  reader.u(1);
  const widthMbs = reader.ue() + 1;
  const heightMbs = reader.ue() + 1;
  const progressive = reader.flag();
  // mb_adaptive_frame_field_flag, direct_8x8_inference_flag
  reader.u(progressive ? 1 : 2);
  const [left, right, top, bottom] = reader.flag()
    ? [reader.ue(), reader.ue(), reader.ue(), reader.ue()]
    : [0, 0, 0, 0];
  // Of luma samples; the units are those of 4:2:0 frames, which is all that is ever shown here.
  const width = widthMbs * 16 - 2 * (left + right);
  const height = (progressive ? 1 : 2) * (heightMbs * 16 - 2 * (top + bottom));
  return {
    id,
    frameNumBits,
    pocType,
    pocLsbBits,
    refFrames,
    widthMbs,
    heightMbs,
    progressive,
    width,
    height,
    chromaFormat,
    bitDepth,
  };
}

export function parsePps(nal: Uint8Array): Pps {
  const reader = new BitReader(removeEmulationPrevention(nal).rbsp);
  reader.u(8);
  const id = reader.ue();
  const spsId = reader.ue();
  const cabac = reader.flag();
  reader.u(1);
  const sliceGroupsMinus1 = reader.ue();
  if (sliceGroupsMinus1 > 0) throw new Error('slice groups are not supported');
  const defaultRefsMinus1 = reader.ue();
  reader.ue();
  const weightedPrediction = reader.flag();
  reader.u(2);
  const initQp = 26 + reader.se();
  reader.se();
  reader.se();
  const deblockingControl = reader.flag();
  reader.u(1);
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
