import type { FrameAnimation } from '../timeline/text-states.js';
import { AT_REST, lookOf, momentsOf, shownOfPart, wholeMovement } from './text-motion.js';

const animation = (more: Partial<FrameAnimation>): FrameAnimation => ({
  style: 'slide',
  frames: 10,
  by: 'element',
  easing: null,
  stagger: null,
  direction: 'up',
  distance: null,
  scale: null,
  angle: null,
  frequency: null,
  fade: null,
  ...more,
});

describe('lookOf', () => {
  it.each([
    ['up', 0, 1],
    ['down', 0, -1],
    ['left', 1, 0],
    ['right', -1, 0],
  ] as const)('slides %s from the other side', (direction, x, y) => {
    const { shiftX, shiftY } = lookOf(animation({ direction, easing: 'linear' }), 0.25);
    expect([shiftX + 0, shiftY + 0]).toEqual([x * 0.75, y * 0.75]);
  });

  it('grows beyond its size and back in a pop', () => {
    const scales = [0.1, 0.5, 0.7, 0.9].map((at) => lookOf(animation({ style: 'pop' }), at).scaleX);
    expect(scales[0]).toBeLessThan(0.9);
    expect(Math.max(...scales)).toBeGreaterThan(1.02);
    expect(lookOf(animation({ style: 'pop' }), 1)).toBe(AT_REST);
  });

  it('is visible between nothing and everything, whatever the easing', () => {
    for (const at of [0, 0.2, 0.4, 0.6, 0.8]) {
      const { opacity } = lookOf(animation({ style: 'fade', easing: 'elastic-out' }), at);
      expect(opacity).toBeGreaterThanOrEqual(0);
      expect(opacity).toBeLessThanOrEqual(1);
    }
  });
});

describe('shownOfPart', () => {
  const shownAt = (shown: number, more: Partial<FrameAnimation> = {}) =>
    [0, 1, 2].map((index) => shownOfPart(animation(more), shown, { index, count: 3 }));

  it('spreads the starts over the first part of the movement', () => {
    expect(shownAt(0.2).map((value) => Number(value.toFixed(3)))).toEqual([0.5, 0, 0]);
    expect(shownAt(1)).toEqual([1, 1, 1]);
  });

  it('moves each part for its time, at the given times after each other', () => {
    const whole = wholeMovement(animation({ frames: 10, stagger: 20 }), 3);
    expect(whole.frames).toBe(50);
    const at = (frame: number) => shownAt(frame / 50, whole);
    expect(at(5).map((value) => Number(value.toFixed(3)))).toEqual([0.5, 0, 0]);
    expect(at(25).map((value) => Number(value.toFixed(3)))).toEqual([1, 0.5, 0]);
    expect(at(45).map((value) => Number(value.toFixed(3)))).toEqual([1, 1, 0.5]);
    expect(shownAt(0.5, { stagger: 0 })).toEqual([0.5, 0.5, 0.5]);
  });
});

describe('momentsOf', () => {
  it('lets the first part enter first, and leave first', () => {
    const state = { from: 0, to: 1, opacity: 1, shown: 0.3, remaining: 0.3 };
    const both = { animateIn: animation({}), animateOut: animation({}) };
    const first = momentsOf(state, both, { index: 0, count: 2 });
    const last = momentsOf(state, both, { index: 1, count: 2 });
    expect(first.shown).toBeGreaterThan(last.shown);
    expect(first.remaining).toBeLessThan(last.remaining);
  });
});
