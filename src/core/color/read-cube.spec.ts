import { lookUp } from './look-up.js';
import { lutTable } from './lut-table.js';
import { CubeError, readCube } from './read-cube.js';

/** Two points on each side, whose values are those of the corners. */
const CORNERS = ['0 0 0', '1 0 0', '0 1 0', '1 1 0', '0 0 1', '1 0 1', '0 1 1', '1 1 1'];
const WITH_RED_LOWERED = CORNERS.map((line) => line.replace(/^1/, '0.5'));
const cube = (...lines: string[]) => lines.join('\n');
const gridOf = (lines: readonly string[], ...header: string[]) =>
  cube(...header, 'LUT_3D_SIZE 2', ...lines);

function look(text: string, ...color: [number, number, number]): number[] {
  const values = Float64Array.from(color);
  lookUp(readCube(text), values);
  return [...values].map((value) => Number(value.toFixed(4)));
}

/** What `lut3d` or `lut1d` of ffmpeg makes of a color with the table. */
function shown(text: string, intensity: number, ...color: [number, number, number]): number[] {
  return look(lutTable(readCube(text), intensity, 17)!.text, ...color);
}

describe('reading .cube files', () => {
  it.each([
    ['with a title, comments, and empty lines', ['TITLE "A # look"', '# by me', '', '  ']],
    ['with a domain', ['DOMAIN_MIN 0 0 0', 'DOMAIN_MAX 1.0 1.0 1.0']],
    ['with the range of Resolve', ['LUT_3D_INPUT_RANGE 0.0 1.0']],
    ['with the range of curves that it does not have', ['LUT_1D_INPUT_RANGE 0.0 1.095']],
  ])('reads a grid %s', (_, header) => {
    expect(look(gridOf(WITH_RED_LOWERED, ...header), 0.5, 0.25, 1)).toEqual([0.25, 0.25, 1]);
  });

  it.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['the line ends of old Macs', (text: string) => text.replaceAll('\n', '\r')],
    ['tabs and spaces at the ends', (text: string) => text.replaceAll('\n', ' \t\n\t')],
    ['numbers with exponents', (text: string) => text.replaceAll('0.5', '+5.0E-01')],
    ['a space below', (text: string) => `${text}\n\n`],
  ])('reads a grid with %s', (_, changed) => {
    expect(look(changed(gridOf(WITH_RED_LOWERED)), 1, 0, 0)).toEqual([0.5, 0, 0]);
  });

  it('changes red first, as the format says', () => {
    const [red, green, blue] = [CORNERS[1]!, CORNERS[2]!, CORNERS[4]!];
    expect([red, green, blue]).toEqual(['1 0 0', '0 1 0', '0 0 1']);
    expect(look(gridOf(CORNERS), 0.1, 0.5, 0.9)).toEqual([0.1, 0.5, 0.9]);
  });

  it('reads curves, and keeps values outside of 0 to 1', () => {
    const curves = cube('LUT_1D_SIZE 3', '-0.2 0 0', '0.5 0.2 1', '1.4 1 2');
    expect(look(curves, 0.75, 0.75, 0.25)).toEqual([0.95, 0.6, 0.5]);
  });

  it('reads curves before a grid, each with its range', () => {
    const both = cube('LUT_1D_SIZE 2', 'LUT_1D_INPUT_RANGE 0 2', 'LUT_3D_SIZE 2').concat(
      `\n${['0 0 0', '1 1 1', ...WITH_RED_LOWERED].join('\n')}`,
    );
    expect(look(both, 1, 1, 0)).toEqual([0.25, 0.5, 0]);
  });

  it('reads a domain that is not 0 to 1, and video levels', () => {
    const wide = gridOf(CORNERS, 'DOMAIN_MIN -1 0 0', 'DOMAIN_MAX 1 2 1');
    expect(look(wide, 0, 1, 0.5)).toEqual([0.5, 0.5, 0.5]);
    const levels = gridOf(CORNERS, 'LUT_IN_VIDEO_RANGE');
    expect(look(levels, 0, 1, 0)).toEqual([0.0626, 0.9189, 0.0626]);
    expect(look(`LUT_OUT_VIDEO_RANGE\n${levels}`, 0.3, 1, 0)).toEqual([0.3, 1, 0]);
  });

  it('names keywords that it does not know', () => {
    expect(readCube(gridOf(CORNERS, 'AUTHOR me')).ignored).toEqual(['"AUTHOR" in line 1']);
  });

  it.each([
    ['', 'it has no points'],
    ['TITLE "x"', 'it has no points'],
    ['1 2 3', 'it has neither LUT_3D_SIZE nor LUT_1D_SIZE before its numbers'],
    ['{"a": 1}', 'it has neither LUT_3D_SIZE nor LUT_1D_SIZE before its numbers'],
    ['LUT_3D_SIZE 300\n0 0 0', 'LUT_3D_SIZE is 300, but has to be from 2 to 256'],
    ['LUT_3D_SIZE 1\n0 0 0', 'LUT_3D_SIZE is 1, but has to be from 2 to 256'],
    ['LUT_3D_SIZE', 'LUT_3D_SIZE in line 1 does not have 1 number'],
    ['LUT_1D_SIZE 2 2', 'LUT_1D_SIZE in line 1 does not have 1 number'],
    ['DOMAIN_MIN 0 0', 'DOMAIN_MIN in line 1 does not have 3 numbers'],
    ['LUT_3D_SIZE 256\n0 0 0', 'it ends before its 16777216 points'],
    [gridOf(CORNERS.slice(1), '#'.repeat(30)), 'it has 7 of its 8 points'],
    [gridOf([...CORNERS, '0 0 0']), 'it has more points than its size says'],
    [gridOf(['0 0', ...CORNERS]), 'line 2 is not three numbers'],
    [gridOf([...CORNERS, 'TITLE "late"']), 'line 10 is not three numbers'],
    [gridOf(['0 nan 0', ...CORNERS]), '"nan" in line 2 is not a number'],
    [gridOf(['0 0,5 0', ...CORNERS]), '"0,5" in line 2 is not a number'],
    [gridOf(['0 1e99 0', ...CORNERS]), '"1e99" in line 2 is not a number'],
    [gridOf(CORNERS, 'DOMAIN_MIN 1 1 1'), 'its domain ends before it begins'],
    ['x'.repeat(1000), 'it has lines that are too long'],
  ])('refuses %j', (text, message) => {
    expect(() => readCube(text)).toThrow(new CubeError(message));
  });
});

describe('tables for ffmpeg', () => {
  it('keeps the points of a plain grid', () => {
    const table = lutTable(readCube(gridOf(WITH_RED_LOWERED, 'TITLE "x"')), 1, 65)!;
    const [size, ...points] = table.text.trimEnd().split('\n');
    expect([size, table.dimensions, table.isNear]).toEqual(['LUT_3D_SIZE 2', 3, false]);
    expect(points[1]).toBe('0.500000 0.000000 0.000000');
    expect(points).toHaveLength(8);
  });

  it('mixes the table with the colors themselves', () => {
    expect(shown(gridOf(WITH_RED_LOWERED), 0.5, 1, 0.4, 0)).toEqual([0.75, 0.4, 0]);
  });

  it('is nothing if no color changes', () => {
    expect(lutTable(readCube(gridOf(CORNERS)), 1, 65)).toBeNull();
    expect(lutTable(readCube(gridOf(WITH_RED_LOWERED)), 0, 65)).toBeNull();
    expect(lutTable(readCube('LUT_1D_SIZE 2\n0 0 0\n1 1 1'), 1, 65)).toBeNull();
  });

  it('is over 0 to 1, whatever the domain is', () => {
    const wide = gridOf(WITH_RED_LOWERED, 'DOMAIN_MAX 2 2 2');
    expect(shown(wide, 1, 1, 0.4, 0.8)).toEqual([0.25, 0.2, 0.4]);
    const curves = cube('DOMAIN_MIN -1 -1 -1', 'LUT_1D_SIZE 2', '0 0 0', '1 1 1');
    expect(shown(curves, 1, 0, 0.5, 1)).toEqual([0.5, 0.75, 1]);
  });

  it('has no more points than ffmpeg reads', () => {
    const points = gridPoints(9, (value) => value ** 2);
    const table = lutTable(readCube(cube('LUT_3D_SIZE 9', ...points)), 1, 5)!;
    expect([table.text.split('\n', 1)[0], table.isNear]).toEqual(['LUT_3D_SIZE 5', true]);
    // Every second point is one of the original.
    expect(look(table.text, 0.25, 0.5, 0.75)).toEqual([0.0625, 0.25, 0.5625]);
  });
});

function gridPoints(size: number, curve: (value: number) => number): string[] {
  return Array.from({ length: size ** 3 }, (_, index) =>
    [index % size, Math.floor(index / size) % size, Math.floor(index / size ** 2)]
      .map((at) => curve(at / (size - 1)).toFixed(6))
      .join(' '),
  );
}
