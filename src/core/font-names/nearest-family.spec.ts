import { nearestFamily } from './nearest-family.js';

const INSTALLED = [
  'Anton',
  'Arimo',
  'Bangers',
  'Bebas Neue',
  'Cousine',
  'Inter',
  'Montserrat',
].concat(...['Oswald', 'Playfair Display', 'Poppins', 'Roboto', 'Tinos']);
const options = {
  isNamed: true,
  fontFamilies: INSTALLED,
  resolveFont: (name: string) =>
    INSTALLED.find((family) => family.toLowerCase() === name.toLowerCase()) ?? null,
};
const nearest = (name: string) => nearestFamily(name, options);

describe('nearestFamily', () => {
  it.each([
    ['roboto', 'Roboto', null],
    ['Oswald Bold', 'Oswald', 700],
    ['Montserrat-ExtraBold', 'Montserrat', 800],
    ['Inter Semi Bold', 'Inter', 600],
    ['Inter 18pt', 'Inter', null],
    ['"Lato", Inter, sans-serif', 'Inter', null],
  ])('finds %j', (name, family, weight) =>
    expect(nearest(name)).toEqual({ family, weight, isSame: true }),
  );

  it.each([
    ['Nunito', 'Poppins'],
    ['Libre Baskerville', 'Playfair Display'],
    ['Roboto Condensed', 'Oswald'],
    ['Luckiest Guy', 'Anton'],
    ['Fira Code', 'Cousine'],
    ['Boldonse-Regular', 'Anton'],
    ['Something Else', 'Inter'],
  ])('comes near to %j', (name, family) =>
    expect(nearest(name)).toMatchObject({ family, isSame: false }),
  );

  it('finds nothing without any family', () => {
    expect(
      nearestFamily('Inter', { ...options, fontFamilies: [], resolveFont: () => null }),
    ).toBeNull();
  });
});
