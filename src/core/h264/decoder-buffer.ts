import { BitReader, BitWriter } from './bits.js';
import { addEmulationPrevention, removeEmulationPrevention } from './nal.js';
import { readSps } from './parameter-sets.js';

/** The `aspect_ratio_idc` after which the ratio follows explicitly. */
const EXTENDED_SAR = 255;

/**
 * `max_dec_frame_buffering` of a sequence parameter set: the frames for which a decoder allocates buffers.
 *
 * @returns null if the set leaves this to the level
 */
export function maxDecFrameBuffering(sps: Uint8Array): number | null {
  return locateMaxDecFrameBuffering(sps)?.frames ?? null;
}

/**
 * The set with a decoder buffer of at least `frames` frames. Where the buffer size changes between sets,
 * a decoder may drop pictures that it has not output yet (C.4.4) and allocates its buffers again. A larger
 * buffer than the pictures need is always allowed. A set that leaves the size to the level is unchanged.
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

function locateMaxDecFrameBuffering(
  sps: Uint8Array,
): { rbsp: Uint8Array; at: number; frames: number } | null {
  const { rbsp } = removeEmulationPrevention(sps);
  const reader = new BitReader(rbsp);
  readSps(reader);
  if (!reader.flag() || !skipVui(reader)) return null;
  reader.u(1); // motion_vectors_over_pic_boundaries_flag
  reader.ue(); // max_bytes_per_pic_denom
  reader.ue(); // max_bits_per_mb_denom
  reader.ue(); // log2_max_mv_length_horizontal
  reader.ue(); // log2_max_mv_length_vertical
  reader.ue(); // max_num_reorder_frames
  const at = reader.bitPosition;
  return { rbsp, at, frames: reader.ue() };
}

/**
 * Skips `vui_parameters` (E.1.1) up to and including `bitstream_restriction_flag`.
 *
 * @returns that flag
 */
function skipVui(reader: BitReader): boolean {
  // aspect_ratio_info_present_flag, aspect_ratio_idc, sar_width, sar_height
  if (reader.flag() && reader.u(8) === EXTENDED_SAR) reader.u(32);
  // overscan_info_present_flag, overscan_appropriate_flag
  if (reader.flag()) reader.u(1);
  // video_signal_type_present_flag
  if (reader.flag()) {
    reader.u(4); // video_format, video_full_range_flag
    // colour_description_present_flag; colour_primaries, transfer_characteristics, matrix_coefficients
    if (reader.flag()) reader.u(24);
  }
  // chroma_loc_info_present_flag
  if (reader.flag()) {
    reader.ue(); // chroma_sample_loc_type_top_field
    reader.ue(); // chroma_sample_loc_type_bottom_field
  }
  // timing_info_present_flag
  if (reader.flag()) {
    reader.u(32); // num_units_in_tick
    reader.u(32); // time_scale
    reader.u(1); // fixed_frame_rate_flag
  }
  const hasNalHrd = reader.flag(); // nal_hrd_parameters_present_flag
  if (hasNalHrd) skipHrd(reader);
  const hasVclHrd = reader.flag(); // vcl_hrd_parameters_present_flag
  if (hasVclHrd) skipHrd(reader);
  if (hasNalHrd || hasVclHrd) reader.u(1); // low_delay_hrd_flag
  reader.u(1); // pic_struct_present_flag
  return reader.flag();
}

/** Skips `hrd_parameters` (E.1.2). */
function skipHrd(reader: BitReader): void {
  const cpbCount = reader.ue() + 1;
  reader.u(8); // bit_rate_scale, cpb_size_scale
  for (let cpb = 0; cpb < cpbCount; cpb++) {
    reader.ue(); // bit_rate_value_minus1
    reader.ue(); // cpb_size_value_minus1
    reader.u(1); // cbr_flag
  }
  // initial_cpb_removal_delay_length_minus1, cpb_removal_delay_length_minus1,
  // dpb_output_delay_length_minus1, time_offset_length
  reader.u(20);
}
