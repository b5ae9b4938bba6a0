import { BitReader } from './bits.js';
import { isReference, NAL, nalType, splitNalUnits, removeEmulationPrevention } from './nal.js';
import { parsePps, parseSps, type Pps, type Sps } from './parameter-sets.js';

/** One coded picture: its slices in order, with the sets they refer to. */
export interface AccessUnit {
  readonly slices: readonly Uint8Array[];
  readonly sps: Sps;
  readonly pps: Pps;
  readonly idr: boolean;
  readonly reference: boolean;
  /** `pic_order_cnt_lsb`; 0 where the stream has none. */
  readonly pocLsb: number;
}

export interface CodedStream {
  /** The one sequence and the one picture parameter set, as NAL units. */
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  readonly accessUnits: readonly AccessUnit[];
}

/** Longest slice header that is read: a few Exp-Golomb codes. */
export const SLICE_HEADER_BYTES = 32;

/**
 * Takes an encoder's byte stream apart. Delimiters, filler and SEI are left out: nothing that
 * a decoder needs to show the pictures is in them.
 *
 * @throws Error when the stream has more than one parameter set of a kind, or fields
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
  reader.u(8);
  const firstMb = reader.ue();
  reader.ue();
  reader.ue();
  reader.u(sps.frameNumBits);
  if (nalType(nal) === NAL.idrSlice) reader.ue();
  return { firstMb, pocLsb: reader.u(sps.pocLsbBits) };
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
