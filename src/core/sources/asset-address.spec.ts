import { assetAddress, ASSET_PATTERN, assetIdOf } from './asset-address.js';

const ID = '01890000-0000-7000-8000-00000000abcd';

describe('asset addresses', () => {
  it('contain the ID of the file, in either case', () => {
    expect(assetIdOf(assetAddress(ID))).toBe(ID);
    expect(assetIdOf(`ASSET:${ID.toUpperCase()}`)).toBe(ID);
    expect(new RegExp(ASSET_PATTERN, 'u').test(`ASSET:${ID.toUpperCase()}`)).toBe(true);
  });

  it.each([
    ID,
    'asset:',
    `asset:${ID}x`,
    `asset://${ID}`,
    `asset:${ID}/../x`,
    `https://asset:${ID}`,
    `asset:${ID}?x`,
    `\nasset:${ID}`,
  ])('are not %j', (text) => {
    expect(assetIdOf(text)).toBeNull();
  });
});
