import { hasSlider, readNumber, stepOf, stepped, unitOf } from './numbers.js';

describe('readNumber', () => {
  it.each([
    ['1', 1],
    ['-2.5', -2.5],
    ['.5', 0.5],
    ['0.', 0],
    [' 3 ', 3],
    ['1,5', 1.5],
    ['', null],
    ['-', null],
    ['1e5', null],
    ['a', null],
    ['0x10', null],
  ])('reads %j as %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});

describe('stepped', () => {
  it('has no noise of binary fractions, and stays within bounds', () => {
    const share = { type: 'number', minimum: 0, maximum: 1 };
    expect(stepped(0.1, 2, share)).toBe(0.2);
    expect(stepped(0.9, 10, share)).toBe(1);
    expect(stepped(0, -1, share)).toBe(0);
    expect(stepped(16, 1, { type: 'integer', multipleOf: 2 })).toBe(18);
  });

  it('uses small steps for seconds', () => {
    expect(stepOf({ type: 'number', minimum: 0, maximum: 14_400 })).toBe(0.1);
    expect(stepOf({ type: 'number', minimum: 4, maximum: 1_000 })).toBe(1);
  });
});

describe('unitOf', () => {
  it.each([
    ['start', 's'],
    ['fade_in', 's'],
    ['font-size', 'px'],
    ['angle', 'deg'],
    ['opacity', 'none'],
    ['loudness', 'lufs'],
  ])('of %s is %s', (name, unit) => {
    expect(unitOf(name)).toBe(unit);
  });
});

describe('hasSlider', () => {
  it('is for small ranges', () => {
    expect(hasSlider('opacity', { type: 'number', minimum: 0, maximum: 1 })).toBe(true);
    expect(hasSlider('start', { type: 'number', minimum: 0, maximum: 10 })).toBe(false);
    expect(hasSlider('font-size', { type: 'number', minimum: 4, maximum: 1_000 })).toBe(false);
  });
});
