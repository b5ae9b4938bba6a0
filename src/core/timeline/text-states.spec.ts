import { type FrameAnimation, textStates, type TextTimes } from './text-states.js';

const times = (more: Partial<TextTimes>): TextTimes => ({
  frames: 10,
  fadeInFrames: 0,
  fadeOutFrames: 0,
  animateIn: null,
  animateOut: null,
  ...more,
});
const over = (frames: number): FrameAnimation => ({
  style: 'slide',
  frames,
  by: 'element',
  easing: null,
  stagger: null,
  direction: 'up',
  distance: null,
  scale: null,
  ...{ angle: null, frequency: null, fade: null },
});

describe('textStates', () => {
  it('has one state if nothing moves', () => {
    expect(textStates(times({}))).toEqual([
      { from: 0, to: 10, opacity: 1, shown: 1, remaining: 1 },
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

  it('enters from the first frame on, and exits up to the last one', () => {
    const states = textStates(times({ animateIn: over(3), animateOut: over(1) }));
    expect(states.map(({ from, shown, remaining }) => [from, shown, remaining])).toEqual([
      [0, 0.25, 1],
      [1, 0.5, 1],
      [2, 0.75, 1],
      [3, 1, 1],
      [9, 1, 0.5],
    ]);
  });

  it('has no gap, whatever the durations are', () => {
    for (const frames of [1, 2, 7, 30]) {
      const animations = { animateIn: over(8), animateOut: over(9), fadeInFrames: 5 };
      const states = textStates(times({ frames, ...animations }));
      expect(states[0]!.from).toBe(0);
      expect(states.at(-1)!.to).toBe(frames);
      states.slice(1).forEach(({ from }, index) => expect(from).toBe(states[index]!.to));
    }
  });
});
