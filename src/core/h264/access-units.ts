import { BitReader } from './bits.js';
import { isReference, NAL, nalType, splitNalUnits, removeEmulationPrevention } from './nal.js';
import { parsePps, parseSps, type Pps, type Sps } from './parameter-sets.js';

/** A coded picture: its slices in order, and the parameter sets that they refer to. */
export interface AccessUnit {
  readonly slices: readonly Uint8Array[];
  readonly sps: Sps;
  readonly pps: Pps;
  readonly idr: boolean;
  readonly reference: boolean;
  /** `pic_order_cnt_lsb`, or 0 if the stream has none. */
  readonly pocLsb: number;
}

export interface CodedStream {
  /** The only sequence and picture parameter sets, as NAL units. */
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  readonly accessUnits: readonly AccessUnit[];
}

/** The longest part of a slice header that is read: a few Exp-Golomb codes. */
export const SLICE_HEADER_BYTES = 32;

/**
 * Splits the byte stream of an encoder into access units. Delimiters, filler data, and SEI are dropped,
 * because a decoder does not need them to show the pictures.
 *
 * @throws Error if the stream has several parameter sets of a kind, or fields
 */
export function parseByteStream(stream: Uint8Array): CodedStream {
  let sps: { nal: Uint8Array; parsed: Sps } | null = null;
  let pps: { nal: Uint8Array; parsed: Pps } | null = null;
  const accessUnits: AccessUnit[] = [];
  let slices: Uint8Array[] = [];
  for (const nal of splitNalUnits(stream)) {
    const type = nalType(nal);
    if (type === NAL.sps) {
      if (sps && !sameBytes(sps.nal, nal)) throw new Error('the stream changes its SPS');
      sps = { nal, parsed: parseSps(nal) };
      if (!sps.parsed.progressive) throw new Error('interlaced streams are not supported');
    } else if (type === NAL.pps) {
      if (pps && !sameBytes(pps.nal, nal)) throw new Error('the stream changes its PPS');
      pps = { nal, parsed: parsePps(nal) };
    } else if (type === NAL.slice || type === NAL.idrSlice) {
      if (!sps || !pps) throw new Error('a slice comes before its parameter sets');
      const header = readSliceStart(nal, sps.parsed);
      if (header.firstMb === 0) {
        slices = [];
        accessUnits.push({
          slices,
          sps: sps.parsed,
          pps: pps.parsed,
          idr: type === NAL.idrSlice,
          reference: isReference(nal),
          pocLsb: header.pocLsb,
        });
      }
      slices.push(nal);
    }
  }
  if (!sps || !pps) throw new Error('the stream has no parameter sets');
  return { sps: sps.nal, pps: pps.nal, accessUnits };
}

/** The start of a slice header, up to the picture order count (7.3.3). */
function readSliceStart(nal: Uint8Array, sps: Sps): { firstMb: number; pocLsb: number } {
  const reader = new BitReader(removeEmulationPrevention(nal, SLICE_HEADER_BYTES).rbsp);
  reader.u(8); // NAL unit header
  const firstMb = reader.ue();
  reader.ue(); // slice_type
  reader.ue(); // pic_parameter_set_id
  reader.u(sps.frameNumBits); // frame_num
  if (nalType(nal) === NAL.idrSlice) reader.ue(); // idr_pic_id
  return { firstMb, pocLsb: reader.u(sps.pocLsbBits) };
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
