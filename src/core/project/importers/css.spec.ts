import { cssDeclarations, cssParts, cssPixels, cssShadows, cssSides } from './css.js';

const scope = { frame: { width: 1920, height: 1080 }, whole: 500, em: 20 };

describe('values of CSS', () => {
  it.each([
    [12, 12],
    ['12', 12],
    ['12px', 12],
    [' -1.5em ', -30],
    ['2rem', 32],
    ['5vw', 96],
    ['10vh', 108],
    ['1vmin', 10.8],
    ['50%', 250],
    ['12pt', 16],
    ['auto', null],
    ['calc(1px)', null],
    [null, null],
  ])('have a length for %j', (value, pixels) => expect(cssPixels(value, scope)).toEqual(pixels));

  it('refer percentages to something known only', () => {
    expect(cssPixels('50%', { frame: scope.frame })).toBeNull();
  });

  it('are separated outside of parentheses', () => {
    expect(cssParts(' 1px  2px rgba(0, 0, 0, 0.5) ', ' ')).toEqual([
      '1px',
      '2px',
      'rgba(0, 0, 0, 0.5)',
    ]);
    expect(cssParts('a(1, 2), b', ',')).toEqual(['a(1, 2)', 'b']);
  });

  it('have four sides', () => {
    expect(cssSides('380px 90px 0 10px', scope)).toEqual([380, 90, 0, 10]);
    expect(cssSides('1em 2px', scope)).toEqual([20, 2, 20, 2]);
    expect(cssSides(7, scope)).toEqual([7, 7, 7, 7]);
    expect(cssSides('1px auto', scope)).toBeNull();
  });

  it('have shadows, the uppermost first', () => {
    expect(cssShadows('2px 2px 4px rgba(0, 0, 0, 0.8), 0 4px red', scope)).toEqual([
      { x: 2, y: 2, blur: 4, color: 'rgba(0, 0, 0, 0.8)' },
      { x: 0, y: 4, blur: 0, color: 'red' },
    ]);
    expect(cssShadows('none', scope)).toEqual([]);
    expect(cssShadows('some words', scope)).toBeNull();
  });

  it('are declared in a style', () => {
    expect(cssDeclarations('Color: red; width:10px !important;; nothing')).toEqual({
      color: 'red',
      width: '10px',
    });
  });
});
