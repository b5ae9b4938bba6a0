import { BitReader, BitWriter } from './bits.js';
import { levelFor } from './level.js';
import { addEmulationPrevention, splitNalUnits, removeEmulationPrevention } from './nal.js';

describe('level', () => {
  it.each([
    [1280, 720, 30, '3.1'],
    [1920, 1080, 30, '4.0'],
    [1080, 1920, 60, '4.2'],
    [3840, 2160, 30, '5.1'],
    [3840, 2160, 60, '5.2'],
    // Long and thin: few macroblocks, but a side that low levels do not allow.
    [4096, 64, 30, '4.0'],
  ])('of %i x %i at %i is %s', (width, height, rate, level) => {
    expect(levelFor(width, height, rate)).toBe(level);
  });
});

describe('bits and NAL units', () => {
  it('are read as they were written', () => {
    const bytes = new BitWriter().u(5, 3).ue(0).ue(254).se(-7).align(1).toBytes();
    const reader = new BitReader(bytes);
    expect([reader.u(3), reader.ue(), reader.ue(), reader.se()]).toEqual([5, 0, 254, -7]);
    expect(() => reader.u(32)).toThrow('too early');
  });

  it('escape and restore bytes that resemble a start code', () => {
    const rbsp = Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 3, 9, 0, 0);
    const nal = addEmulationPrevention(rbsp);
    expect([...nal]).toEqual([0, 0, 3, 0, 0, 3, 1, 0, 0, 3, 3, 9, 0, 0]);
    expect(removeEmulationPrevention(nal).rbsp).toEqual(rbsp);
  });

  it('escape and restore any bytes, of which only the first may be wanted', () => {
    for (let seed = 1; seed < 3 ** 9; seed += 7) {
      // All sequences of zeros, threes, and another byte.
      const rbsp = Uint8Array.from(
        { length: 9 },
        (_, at) => [0, 3, 9][Math.floor(seed / 3 ** at) % 3]!,
      );
      const nal = addEmulationPrevention(rbsp);
      expect(nal.join().replace(/^|$/g, ',')).not.toMatch(/,0,0,0,/);
      for (const limit of [4, 9, Infinity]) {
        const { rbsp: restored, used } = removeEmulationPrevention(nal, limit);
        expect(restored.join()).toBe(rbsp.subarray(0, Math.min(limit, 9)).join());
        if (limit > 8) expect(used).toBe(nal.length);
      }
    }
  });

  it('are split at start codes of both lengths', () => {
    const stream = Uint8Array.of(0, 0, 0, 1, 0x67, 7, 0, 0, 1, 0x68, 8, 0, 0, 0, 1, 0x65, 1, 2);
    expect([...splitNalUnits(stream)].map((nal) => [...nal])).toEqual([
      [0x67, 7],
      [0x68, 8],
      [0x65, 1, 2],
    ]);
  });
});
