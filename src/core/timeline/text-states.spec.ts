import { textStates, type TextTimes } from './text-states.js';

const times = (more: Partial<TextTimes>): TextTimes => ({
  frames: 10,
  fadeInFrames: 0,
  fadeOutFrames: 0,
  animateIn: null,
  animateOut: null,
  ...more,
});

describe('textStates', () => {
  it('has one state if nothing moves', () => {
    expect(textStates(times({}))).toEqual([
      { from: 0, to: 10, opacity: 1, shiftX: 0, shiftY: 0, scale: 1, letters: 1, words: 1 },
    ]);
  });

  it('changes in each frame of a fade, and not in between', () => {
    const states = textStates(times({ fadeInFrames: 3, fadeOutFrames: 1 }));
    expect(states.map(({ from, to, opacity }) => [from, to, opacity])).toEqual([
      [0, 1, 0.25],
      [1, 2, 0.5],
      [2, 3, 0.75],
      [3, 9, 1],
      [9, 10, 0.5],
    ]);
  });

  it('has no gap, whatever the durations are', () => {
    const animateIn = { style: 'pop', frames: 8 } as const;
    const animateOut = { style: 'slide-up', frames: 9 } as const;
    for (const frames of [1, 2, 7, 30]) {
      const states = textStates(times({ frames, animateIn, animateOut, fadeInFrames: 5 }));
      expect(states[0]!.from).toBe(0);
      expect(states.at(-1)!.to).toBe(frames);
      states.slice(1).forEach(({ from }, index) => expect(from).toBe(states[index]!.to));
    }
  });

  it('slides up to its position, and further up at the end', () => {
    const slide = { style: 'slide-up', frames: 3 } as const;
    const states = textStates(times({ animateIn: slide, animateOut: slide }));
    const shifts = states.map(({ shiftY }) => shiftY);
    expect(shifts[0]).toBeGreaterThan(0.2);
    expect([...shifts]).toEqual([...shifts].sort((a, b) => b - a));
    expect(shifts[3]).toBe(0);
    expect(shifts.at(-1)).toBeLessThan(-0.2);
    for (const { shiftX } of states) expect(shiftX).toBe(0);
  });

  it('grows beyond its size and back in a pop', () => {
    const scales = textStates(times({ frames: 20, animateIn: { style: 'pop', frames: 10 } })).map(
      ({ scale }) => scale,
    );
    expect(scales[0]).toBeLessThan(0.9);
    expect(Math.max(...scales)).toBeGreaterThan(1.02);
    expect(scales.at(-1)).toBe(1);
  });
});
