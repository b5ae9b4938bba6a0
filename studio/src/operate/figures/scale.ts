/** Where a chart ends at its top, and where its lines of the grid are. */
export interface Scale {
  readonly top: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];
const PARTS = 4;

/** A scale from 0 to a round number that nothing exceeds. @param least the top is at least there */
export function scaleFor(values: readonly (number | null)[], least: number): Scale {
  const most = values.reduce<number>((max, value) => Math.max(max, value ?? 0), least);
  const part = roundUp(most / PARTS);
  return { top: part * PARTS, ticks: [0, 1, 2, 3, 4].map((index) => index * part) };
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return step * power;
}

/**
 * The lines of a path through values, broken where there are none. A value alone is a short line, since a point would not
 * be drawn.
 *
 * @param xOf the place of an index, and `yOf` of a value
 */
export function pathThrough(
  values: readonly (number | null)[],
  xOf: (index: number) => number,
  yOf: (value: number) => number,
): string {
  let path = '';
  let isDown = false;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      isDown = false;
      continue;
    }
    const point = `${xOf(index).toFixed(1)} ${yOf(value).toFixed(1)}`;
    path += isDown ? `L${point}` : `M${point}h0.1`;
    isDown = true;
  }
  return path;
}
