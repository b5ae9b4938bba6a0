import { toneMapCube, toSdr } from './tone-map.js';

describe('tone mapping', () => {
  // PQ signals of ITU-R BT.2408, table 1: 26 cd/m2 is 38 %, 203 cd/m2 58 %, 1000 cd/m2 75 %.
  it('preserves shadows, and maps reference white and peaks below white', () => {
    const toSdrGray = (signal: number) => toSdr([signal, signal, signal], 'pq')[0];
    expect(toSdrGray(0.3778)).toBeCloseTo((26 / 203) ** (1 / 2.4), 2);
    expect(toSdrGray(0)).toBe(0);
    expect(toSdrGray(0.5807)).toBeGreaterThan(0.85);
    expect(toSdrGray(0.5807)).toBeLessThan(0.95);
    expect(toSdrGray(0.7518)).toBeCloseTo(1, 3);
    expect(toSdrGray(1)).toBeCloseTo(1, 3);
  });

  it('maps HLG to the same light as PQ', () => {
    // 75 % HLG is reference white, 203 cd/m2 on a display of 1000 (ITU-R BT.2408).
    expect(toSdr([0.75, 0.75, 0.75], 'hlg')[0]).toBeCloseTo(
      toSdr([0.5807, 0.5807, 0.5807], 'pq')[0],
      2,
    );
  });

  it('preserves gray, and clips colors outside BT.709', () => {
    expect(toSdr([0.5, 0.5, 0.5], 'bt2020')[1]).toBeCloseTo(0.5, 3);
    expect(toSdr([0, 1, 0], 'bt2020')).toEqual([0, 1, 0]);
  });

  it('writes a table with 33 points per side', () => {
    const lines = toneMapCube('pq').trim().split('\n');
    expect(lines[0]).toBe('LUT_3D_SIZE 33');
    expect(lines).toHaveLength(1 + 33 ** 3);
    for (const value of lines.at(-1)!.split(' ')) expect(Number(value)).toBeCloseTo(1, 3);
  });
});
