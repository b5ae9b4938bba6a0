import { canTime, isUntilEnd, limited, timeFields } from './time-edits.js';

const TIMES = { span: { start: 12, end: 14 }, holder: { start: 10, end: 20 }, shortest: 0.04 };
const TEXT = { type: 'text', start: 2, duration: 2 };
const LASTING = { type: 'image', start: 2 };
const SOUND = { type: 'audio', start: 2, seek: 1, speed: 2 };

describe('canTime', () => {
  it.each([
    [TEXT, true],
    [{ ...TEXT, start: null }, true],
    [{ ...TEXT, start: 'auto' }, false],
    [{ ...TEXT, start: { after: 'a' } }, false],
    [{ ...TEXT, duration: '{{ seconds }}' }, false],
  ])('knows whether the times of %j are numbers', (element, expected) => {
    expect(canTime(element)).toBe(expected);
  });
});

describe('isUntilEnd', () => {
  it('knows that a group is as long as its elements', () => {
    expect(isUntilEnd({ type: 'group' })).toBe(false);
    expect(isUntilEnd({ type: 'group', duration: -2 })).toBe(true);
  });
});

describe('limited', () => {
  it('moves an element within its scene', () => {
    expect(limited(TEXT, 'move', { start: 8, end: 10 }, TIMES)).toEqual({ start: 10, end: 12 });
    expect(limited(TEXT, 'move', { start: 15, end: 17 }, TIMES)).toEqual({ start: 15, end: 17 });
  });

  it('keeps the end of an element that lasts until its scene ends', () => {
    const times = { ...TIMES, span: { start: 12, end: 20 } };
    expect(limited(LASTING, 'move', { start: 13, end: 21 }, times)).toEqual({ start: 13, end: 20 });
  });

  it('leaves an element at least a frame', () => {
    expect(limited(TEXT, 'end', { start: 12, end: 11 }, TIMES).end).toBeCloseTo(12.04);
    expect(limited(TEXT, 'start', { start: 15, end: 14 }, TIMES).start).toBeCloseTo(13.96);
  });

  it('cuts no more from a source than was cut from it before', () => {
    expect(limited(SOUND, 'start', { start: 10, end: 14 }, TIMES)).toEqual({
      start: 11.5,
      end: 14,
    });
  });
});

describe('timeFields', () => {
  it('counts from the scene, in milliseconds', () => {
    expect(timeFields(TEXT, 'move', { start: 12.33333, end: 14.33333 }, TIMES)).toEqual({
      start: 2.333,
    });
  });

  it('changes the duration with an edge', () => {
    expect(timeFields(TEXT, 'end', { start: 12, end: 15 }, TIMES)).toEqual({ duration: 3 });
    expect(timeFields(TEXT, 'start', { start: 13, end: 14 }, TIMES)).toEqual({
      start: 3,
      duration: 1,
    });
    expect(timeFields(LASTING, 'start', { start: 13, end: 20 }, TIMES)).toEqual({ start: 3 });
  });

  it('lets an element that reaches the end of its scene follow it', () => {
    expect(timeFields(TEXT, 'end', { start: 12, end: 20 }, TIMES)).toEqual({ duration: undefined });
    expect(timeFields(SOUND, 'end', { start: 12, end: 20 }, TIMES)).toEqual({ duration: 8 });
  });

  it('keeps what is heard where it was when the start of a sound moves', () => {
    expect(timeFields(SOUND, 'start', { start: 13, end: 14 }, TIMES)).toEqual({
      start: 3,
      seek: 3,
    });
  });
});

it('knows which elements last until the end, and which have expressions', () => {
  expect(isUntilEnd(LASTING)).toBe(true);
  expect(isUntilEnd({ type: 'audio' })).toBe(false);
  expect(isUntilEnd({ type: 'audio', duration: -2 })).toBe(true);
  expect(canTime(TEXT)).toBe(true);
  expect(canTime({ ...TEXT, start: '{{ begin }}' })).toBe(false);
});
