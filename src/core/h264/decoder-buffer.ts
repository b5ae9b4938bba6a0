import { BitReader, BitWriter } from './bits.js';
import { addEmulationPrevention, removeEmulationPrevention } from './nal.js';
import { readSps } from './parameter-sets.js';

/** `aspect_ratio_idc` of a ratio that is written out. */
const EXTENDED_SAR = 255;

/**
 * `max_dec_frame_buffering` of a sequence parameter set: the frames a decoder makes room for.
 *
 * @returns null where the set leaves it to the level
 */
export function maxDecFrameBuffering(sps: Uint8Array): number | null {
  return locateMaxDecFrameBuffering(sps)?.frames ?? null;
}

/**
 * The set with room for at least so many frames in the decoder. Where the room differs from one set to
 * the next, a decoder may drop what it has not shown yet (C.4.4) and makes its buffers anew; more of it
 * than the pictures need is always allowed. A set that leaves the room to the level stays as it is.
 */
export function withDecoderBuffer(sps: Uint8Array, frames: number): Uint8Array {
  const found = locateMaxDecFrameBuffering(sps);
  if (found === null || found.frames >= frames) return sps;
  const reader = new BitReader(found.rbsp);
  const writer = new BitWriter();
  for (let bit = 0; bit < found.at; bit++) writer.u(reader.u(1), 1);
  // Nothing follows but the stop bit.
  return addEmulationPrevention(writer.ue(frames).u(1, 1).align(0).toBytes());
}

function locateMaxDecFrameBuffering(sps: Uint8Array): { rbsp: Uint8Array; at: number; frames: number } | null {
  const { rbsp } = removeEmulationPrevention(sps);
  const reader = new BitReader(rbsp);
  readSps(reader);
  if (!reader.flag() || !skipVui(reader)) return null;
  reader.u(1); // motion_vectors_over_pic_boundaries_flag
  // Most bytes and bits, longest vectors, most frames that are reordered.
  for (let code = 0; code < 5; code++) reader.ue();
  const at = reader.bitPosition;
  return { rbsp, at, frames: reader.ue() };
}

/**
 * Reads video usability information (E.1.1) up to the restrictions of the bitstream.
 *
 * @returns whether there are any
 */
function skipVui(reader: BitReader): boolean {
  if (reader.flag() && reader.u(8) === EXTENDED_SAR) reader.u(32);
  if (reader.flag()) reader.u(1); // overscan
  if (reader.flag()) {
    reader.u(4);
    if (reader.flag()) reader.u(24); // colours
  }
  if (reader.flag()) {
    reader.ue(); // chroma location of each field
    reader.ue();
  }
  if (reader.flag()) {
    reader.u(32); // length of a tick
    reader.u(32);
    reader.u(1);
  }
  const nal = reader.flag();
  if (nal) skipHrd(reader);
  const vcl = reader.flag();
  if (vcl) skipHrd(reader);
  if (nal || vcl) reader.u(1); // low_delay_hrd_flag
  reader.u(1); // pic_struct_present_flag
  return reader.flag();
}

/** E.1.2. */
function skipHrd(reader: BitReader): void {
  const buffers = reader.ue() + 1;
  reader.u(8);
  for (let buffer = 0; buffer < buffers; buffer++) {
    reader.ue();
    reader.ue();
    reader.u(1);
  }
  reader.u(20);
}
