import { splitWeight, withNamedWeights } from './font-weight-names.js';

describe('splitWeight', () => {
  it.each([
    ['Montserrat ExtraBold', 'Montserrat', 800],
    ['Montserrat Extra Bold', 'Montserrat', 800],
    ['Open-Sans-Light', 'Open Sans', 300],
    ['Bold', 'Bold', null],
    ['Bebas Neue', 'Bebas Neue', null],
  ])('reads %j', (name, family, weight) => {
    expect(splitWeight(name)).toEqual({ family, weight });
  });
});

describe('withNamedWeights', () => {
  const resolve = (name: string) => (['Inter', 'Archivo Black'].includes(name) ? name : null);
  const read = (value: unknown) => withNamedWeights(value, resolve);

  it('divides names of which only the family is installed', () => {
    const given = { a: [{ 'font-family': 'Inter Bold' }, { font_family: 'Inter Thin' }] };
    expect(read(given)).toEqual({
      a: [
        { 'font-family': 'Inter', 'font-weight': 700 },
        { font_family: 'Inter', 'font-weight': 100 },
      ],
    });
  });

  it('leaves everything else as it is', () => {
    const given = {
      a: { 'font-family': 'Archivo Black' },
      b: { 'font-family': 'Other Bold' },
      variables: { 'font-family': 'Inter Bold' },
      'client-data': { 'font-family': 'Inter Bold' },
      c: [1, null, 'Inter Bold'],
    };
    expect(read(given)).toBe(given);
    const weighted = { 'font-family': 'Inter Bold', 'font-weight': 300 };
    expect(read(weighted)).toEqual({ 'font-family': 'Inter', 'font-weight': 300 });
  });
});
