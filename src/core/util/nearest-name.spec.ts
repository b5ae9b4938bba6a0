import { nearestName, suggestName } from './nearest-name.js';

describe('nearestName', () => {
  const known = ['opacity', 'position', 'x', 'y', 'z-index', 'width', 'fps', 'scenes'];

  it.each([
    ['opactiy', 'opacity'],
    ['widht', 'width'],
    ['zindex', 'z-index'],
    ['fp', 'fps'],
    ['scene', 'scenes'],
  ])('suggests for %j', (mistyped, name) => {
    expect(nearestName(mistyped, known)).toBe(name);
  });

  it.each(['z', 'color', 'constructor', '', 'o'.repeat(1_000_000)])(
    'suggests nothing that is unlike a name (case %#)',
    (mistyped) => {
      expect(nearestName(mistyped, known)).toBeNull();
    },
  );

  it('does not count a common prefix', () => {
    expect(nearestName('VIDEOCRAFT_A', ['VIDEOCRAFT_B'], 'VIDEOCRAFT_'.length)).toBeNull();
  });

  it('makes a sentence of it', () => {
    expect(suggestName('widht', known)).toBe(' Did you mean "width"?');
    expect(suggestName('nothing', known)).toBe('');
  });
});
