import { maxDecFrameBuffering, withDecoderBuffer } from './decoder-buffer.js';
import { BitReader, BitWriter } from './bits.js';
import { addEmulationPrevention, removeEmulationPrevention } from './nal.js';
import { parseSps, readSps } from './parameter-sets.js';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
/** From x264 at 320x180: one reference without reordering, and several with reordering. */
const STILL = bytes('6764001f4b2d02833f3e02d40404050000030001000003003c0f1832a0');
const MOVING = bytes('6764001f6b36505067e7c05a808080a0000003002000000781e30632c0');
/** From x264 with `nal-hrd=vbr` and a sample aspect ratio of 7:5. */
const WITH_HRD = bytes(
  '6764000dacd941419f9fff0007000510000003001000000303c602001e840007a12930c01e28532c',
);
const PLAIN = withoutUsability(STILL);

function withoutUsability(sps: Uint8Array): Uint8Array {
  const { rbsp } = removeEmulationPrevention(sps);
  const reader = new BitReader(rbsp);
  readSps(reader);
  const copied = new BitReader(rbsp);
  const writer = new BitWriter();
  for (let bit = 0; bit < reader.bitPosition; bit++) writer.u(copied.u(1), 1);
  return addEmulationPrevention(writer.u(0, 1).u(1, 1).align(0).toBytes());
}

describe('decoder buffer size', () => {
  it('is read from a set that contains it', () => {
    expect([STILL, MOVING, WITH_HRD, PLAIN].map(maxDecFrameBuffering)).toEqual([1, 4, 4, null]);
  });

  it('can grow without any other change', () => {
    const grown = withDecoderBuffer(STILL, 4);
    expect(maxDecFrameBuffering(grown)).toBe(4);
    expect(parseSps(grown)).toEqual(parseSps(STILL));
    expect(Buffer.from(grown).toString('hex')).toBe(
      '6764001f4b2d02833f3e02d40404050000030001000003003c0f183258',
    );
    expect(maxDecFrameBuffering(withDecoderBuffer(WITH_HRD, 9))).toBe(9);
  });

  it('is unchanged if it is large enough, or left to the level', () => {
    expect(withDecoderBuffer(MOVING, 4)).toBe(MOVING);
    expect(withDecoderBuffer(PLAIN, 4)).toBe(PLAIN);
  });
});

describe('sequence parameter set', () => {
  it('contains the displayed size', () => {
    expect(parseSps(STILL)).toMatchObject({
      id: 1,
      width: 320,
      height: 180,
      heightMbs: 12,
      chromaFormat: 1,
      bitDepth: 8,
    });
  });
});
