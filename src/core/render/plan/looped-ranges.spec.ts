import { divideIntoLoops, type PassFrames } from './looped-ranges.js';

const FRAME = { width: 1920, height: 1080, fps: { num: 10, den: 1 } };
const always = () => true;

const shape = (
  to: number,
  restarts: readonly number[],
  repeats: (first: PassFrames, other: PassFrames) => boolean = always,
  frame = FRAME,
) =>
  divideIntoLoops({ from: 0, to }, restarts, frame, repeats).map(
    ({ from, to: end, passFrames }) => `${from}-${end}${passFrames ? ` of ${passFrames}` : ''}`,
  );

describe('passes of a loop', () => {
  it('become one range, the last pass of which may be shorter', () => {
    expect(shape(75, [30, 60])).toEqual(['0-75 of 30']);
    expect(shape(60, [30])).toEqual(['0-60 of 30']);
  });

  it('stay apart where they differ', () => {
    const differs = ({ from }: PassFrames, other: PassFrames) => from !== 30 && other.from !== 30;
    expect(shape(120, [30, 60, 90], differs)).toEqual(['0-60', '60-120 of 30']);
  });

  it('begin with a whole pass', () => {
    expect(shape(70, [10, 40])).toEqual(['0-10', '10-70 of 30']);
  });

  it('are at most five, two in 4K, and 20 seconds', () => {
    const starts = (length: number, end: number) =>
      Array.from({ length: end / length - 1 }, (_, index) => (index + 1) * length);
    expect(shape(180, starts(30, 180))).toEqual(['0-150 of 30', '150-180']);
    const large = { ...FRAME, width: 3840, height: 2160 };
    expect(shape(90, starts(30, 90), always, large)).toEqual(['0-60 of 30', '60-90']);
    expect(shape(400, starts(100, 400))).toEqual(['0-200 of 100', '200-400 of 100']);
  });

  it('are not looked at if they are short, or if there is only one', () => {
    expect(shape(30, [10, 20])).toEqual(['0-30']);
    expect(shape(220, [])).toEqual(['0-73', '73-147', '147-220']);
  });
});
