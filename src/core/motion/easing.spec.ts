import { EASING_NAMES, easingOf, readEasing } from './easing.js';

describe('easings', () => {
  it.each(EASING_NAMES.filter((name) => name !== 'step-start'))('%s runs from 0 to 1', (name) => {
    expect(easingOf(name)(0)).toBeCloseTo(0, 9);
    expect(easingOf(name)(1)).toBeCloseTo(1, 9);
  });

  it.each([
    ['linear', 0.3, 0.3],
    ['ease', 0.5, 0.8024],
    ['ease-in', 0.5, 0.3153],
    ['ease-out', 0.5, 0.6847],
    ['ease-in-out', 0.25, 0.1292],
    ['quad-in', 0.5, 0.25],
    ['cubic-out', 0.5, 0.875],
    ['quart-in-out', 0.25, 0.03125],
    ['sine-out', 1 / 3, 0.5],
    ['expo-in', 0.5, 0.03125],
    ['circ-in', 0.6, 0.2],
    ['back-in', 0.5, -0.0877],
    ['back-out', 0.5, 1.0877],
    ['elastic-out', 0.5, 1.0156],
    ['bounce-out', 0.5, 0.7656],
    ['cubic-bezier(0.1, 0.7, 1, 0.1)', 0.5, 0.4173],
    ['hold', 0.99, 0],
    ['steps(4)', 0.49, 0.25],
    ['steps(4)', 0.5, 0.5],
    ['steps(4, start)', 0.1, 0.25],
    ['steps(2, jump-none)', 0.4, 0],
    ['steps(2, jump-none)', 0.6, 1],
    ['steps(2, jump-both)', 0.1, 1 / 3],
  ])('%s is at %f', (name, progress, expected) => {
    expect(easingOf(name)(progress)).toBeCloseTo(expected, 3);
  });

  it('keep the steps of CSS where a time is not exact', () => {
    expect(easingOf('steps(10)')(0.3 - 1e-16)).toBeCloseTo(0.3, 9);
  });

  it.each([
    ['easeOutQuad', 'quad-out'],
    ['ease-in-out-cubic', 'cubic-in-out'],
    ['quadratic-in', 'quad-in'],
    ['easeInOut', 'ease-in-out'],
    ['steps', 'steps(1)'],
    ['ease-in-out-quintic', 'quint-in-out'],
    ['cubic-bezier(.1,.2,1,-.5)', 'cubic-bezier(0.1, 0.2, 1, -0.5)'],
    ['steps(3, end)', 'steps(3)'],
    ['steps(3,jump-start)', 'steps(3, start)'],
    ['spring(1,100,10)', 'spring(1, 100, 10)'],
  ])('read %s as %s', (text, canonical) => {
    expect(readEasing(text)).toBe(canonical);
    expect(easingOf(text)(0.5)).toBe(easingOf(canonical)(0.5));
  });

  it.each([
    ...['fast', 'quad', 'constructor', 'constructor-in', 'cubic-bezier(2,0,0,0)'],
    ...['cubic-bezier(0,0,1)', 'cubic-bezier(0,,1,1)', 'cubic-bezier(0,1e999,1,1)', 'steps(0)'],
    ...['steps(1, jump-none)', 'steps(5000)', 'steps(2, middle)', 'spring(0,1,1)', 'spring(1,1)'],
  ])('refuse %s', (text) => {
    expect(readEasing(text)).toBeNull();
    expect(() => easingOf(text)).toThrow(RangeError);
  });
});

describe('springs', () => {
  it.each([
    ['swinging', 'spring(1, 100, 5)', true],
    ['critical', 'spring(1, 100, 20)', false],
    ['damped', 'spring(1, 100, 60)', false],
  ])('come to rest: %s', (_, name, swings) => {
    const way = Array.from({ length: 1001 }, (__, step) => easingOf(name)(step / 1000));
    expect([way[0], way[1000]]).toEqual([0, 1]);
    expect(Math.abs(way[999]! - 1)).toBeLessThan(0.002);
    expect(Math.max(...way) > 1.01).toBe(swings);
    const steps = way.slice(1).map((at, index) => Math.abs(at - way[index]!));
    expect(Math.max(...steps)).toBeLessThan(0.05);
  });
});
