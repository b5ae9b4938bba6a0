import { BitReader, BitWriter } from './bits.js';
import { addEmulationPrevention, removeEmulationPrevention } from './nal.js';
import { readSps, readSpsStart } from './parameter-sets.js';

const MB = 16;

/**
 * A sequence parameter set for frames of another height, cropped at the bottom. Everything else stays, and so do the
 * slices that refer to the set.
 *
 * @param height in pixels, even
 */
export function withFrameHeight(sps: Uint8Array, height: number): Uint8Array {
  const { rbsp } = removeEmulationPrevention(sps);
  const reader = new BitReader(rbsp);
  const { widthMbs } = readSpsStart(reader);
  const start = reader.bitPosition;
  const sized = new BitReader(rbsp);
  const { width } = readSps(sized);
  const rows = Math.ceil(height / MB);
  const writer = copyBits(rbsp, { from: 0, to: start }, new BitWriter()).ue(rows - 1);
  reader.ue(); // pic_height_in_map_units_minus1
  writer.u(reader.u(1), 1); // frame_mbs_only_flag
  writer.u(reader.u(1), 1); // direct_8x8_inference_flag
  const [right, bottom] = [(widthMbs * MB - width) / 2, (rows * MB - height) / 2];
  // frame_cropping_flag, and the offsets in units of two pixels
  if (right + bottom > 0) writer.u(1, 1).ue(0).ue(right).ue(0).ue(bottom);
  else writer.u(0, 1);
  const last = rbsp.length - 1;
  const stopBit = last * 8 + 7 - Math.log2(rbsp[last]! & -rbsp[last]!);
  copyBits(rbsp, { from: sized.bitPosition, to: stopBit }, writer);
  return addEmulationPrevention(writer.u(1, 1).align(0).toBytes());
}

function copyBits(
  bytes: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
  writer: BitWriter,
): BitWriter {
  for (let bit = from; bit < to; bit++) writer.u((bytes[bit >> 3]! >> (7 - (bit & 7))) & 1, 1);
  return writer;
}
