import { pointerIn, warningProblems } from './warning-problems.js';

describe('pointerIn', () => {
  it('finds the place that a warning names', () => {
    expect(pointerIn('No font has a glyph for U+1FBE9 (/scenes/0/elements/1).')).toBe(
      '/scenes/0/elements/1',
    );
    expect(pointerIn('The words of /elements/2 are approximate.')).toBe('/elements/2');
    expect(pointerIn('Fetched from https://example.com/elements/2.')).toBeNull();
    expect(pointerIn('The video is long (2 h).')).toBeNull();
  });

  it('makes problems only of warnings with a place', () => {
    const message = 'Quiet (/elements/0)';
    expect(warningProblems([message, 'Long', '/elements/0/captions: 1 cue has no time.'])).toEqual([
      { pointer: '/elements/0', message, severity: 'warning' },
      { pointer: '/elements/0/captions', message: '1 cue has no time.', severity: 'warning' },
    ]);
  });
});
