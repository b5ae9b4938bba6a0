import { judgeDamage, type SourceMeasurements, explainUndecodable } from './damage.js';
import { INTACT_FILE } from './file-extent.js';

const extent = { ...INTACT_FILE, bytes: 1000 };
const WHOLE: SourceMeasurements = {
  extent,
  isTruncated: false,
  still: null,
  hasDecodeErrors: false,
  pictures: { seconds: 4, declaredSeconds: 4, pictures: 100, declaredPictures: 100 },
  sound: { seconds: 4, declaredSeconds: 4, exact: false, undecoded: 0 },
};
const cut = { ...extent, declaredBytes: 2000 };
const sound = { ...WHOLE.sound!, seconds: 1.88 };
const pictures = { ...WHOLE.pictures!, seconds: 2 };

describe('judgeDamage', () => {
  const missing = (more: Partial<SourceMeasurements>) =>
    judgeDamage({ ...WHOLE, ...more }).missing.map(({ part, text }) => `${part}: ${text}`);
  const complaints = (more: Partial<SourceMeasurements>) =>
    judgeDamage({ ...WHOLE, ...more }).complaints.map(({ part, text }) => `${part}: ${text}`);

  it('reports nothing for a file that matches its description', () => {
    expect(judgeDamage(WHOLE)).toEqual({ missing: [], complaints: [] });
  });

  it('does not trust a container alone, unless it counts samples', () => {
    expect(missing({ sound, pictures })).toEqual([]);
    expect(missing({ sound: { ...sound, exact: true } })).toEqual([
      'sound: its sound ends at 1.88 s instead of 4.00 s',
    ]);
  });

  it.each<[string, Partial<SourceMeasurements>]>([
    ['its size in bytes', { extent: cut }],
    ['its demuxer', { isTruncated: true }],
    ['trailing zeros', { extent: { ...extent, zeroTail: 5000 } }],
  ])('trusts it if %s agree', (_, shown) => {
    expect(missing({ ...shown, sound })).toEqual([
      'sound: its sound ends at 1.88 s instead of 4.00 s',
    ]);
    expect(missing({ ...shown, pictures })).toEqual([
      'picture: its picture ends at 2.00 s instead of 4.00 s',
    ]);
  });

  it('counts pictures if their number is known', () => {
    const count = (there: number) => ({ ...WHOLE.pictures!, pictures: there });
    expect(missing({ extent: cut, pictures: count(97) })).toEqual([
      'picture: only 97 of its 100 pictures are present',
    ]);
    expect(missing({ extent: cut, pictures: count(98) })).toEqual([]);
  });

  it('warns if at most one frame is missing', () => {
    const nearly = {
      extent: { ...cut, declaredBytes: 1002 },
      sound: { ...WHOLE.sound!, seconds: 3.95 },
    };
    expect(missing(nearly)).toEqual([]);
    expect(complaints(nearly)).toEqual(['file: only 1,000 of its 1,002 bytes are present']);
    expect(complaints({ extent: { ...extent, truncatedIn: 'a frame' } })).toEqual([
      'file: it ends in the middle of a frame',
    ]);
    expect(complaints({ isTruncated: true })).toEqual(['file: it ends too early']);
  });

  it('uses the bytes of a file that does not state its duration', () => {
    const silent = { pictures: null, sound: { ...sound, declaredSeconds: null } };
    expect(missing({ ...silent, extent: cut })).toEqual([
      'file: only 1,000 of its 2,000 bytes are present',
    ]);
    expect(missing({ ...silent, extent: { ...cut, declaredBytes: 1005 } })).toEqual([]);
    expect(
      missing({ pictures: null, sound: null, extent: { ...cut, declaredBytes: 1005 } }),
    ).toEqual(['file: only 1,000 of its 1,005 bytes are present']);
    expect(missing({ extent: { ...extent, lostZeros: 500 } })[0]).toMatch(
      /last 500 of 1,000 bytes are zeros/,
    );
  });

  it('trusts the structure of a file that ends in the middle of a part', () => {
    const silent = { pictures: null, sound: { ...sound, declaredSeconds: null } };
    const inFrame = { ...extent, truncatedIn: 'picture 3', isClearlyTruncated: true };
    expect(missing({ ...silent, extent: inFrame })).toEqual([
      'file: it ends in the middle of picture 3',
    ]);
    const zeros = { ...extent, bytes: 10_000, zeroTail: 8000 };
    expect(missing({ ...silent, isTruncated: true, extent: zeros })).toEqual([
      'file: its last 8,000 of 10,000 bytes are zeros, as after an incomplete download',
    ]);
  });

  it('warns about data that cannot be decoded', () => {
    const undecoded = (count: number) =>
      complaints({ sound: { ...WHOLE.sound!, undecoded: count } });
    expect(undecoded(1)).toEqual(['sound: a part of its sound cannot be decoded']);
    expect(undecoded(3)).toEqual(['sound: 3 parts of its sound cannot be decoded']);
    expect(complaints({ hasDecodeErrors: true })).toEqual([
      'picture: some of its pictures cannot be decoded',
    ]);
    expect(complaints({ extent: { ...extent, corruption: 'some pages are gone' } })).toEqual([
      'file: some pages are gone',
    ]);
  });
});

describe('undecodable', () => {
  it('describes what is missing, or returns nothing', () => {
    expect(explainUndecodable(extent)).toBeNull();
    expect(explainUndecodable({ ...cut, missingPart: 'its index' })).toBe(
      'The source cannot be decoded: its index is missing (only 1,000 of its 2,000 bytes are present). It was cut short or is damaged. Upload or export it again.',
    );
    expect(
      explainUndecodable({ ...extent, missingPicture: 'only 3 of its 9 rows are present' }),
    ).toMatch(/: only 3 of its 9 rows/);
    expect(explainUndecodable({ ...extent, lostZeros: 500 })).toMatch(
      /: its last 500 of 1,000 bytes/,
    );
    expect(explainUndecodable({ ...extent, truncatedIn: 'a chunk' })).toMatch(
      /: it ends in the middle of a chunk\. /,
    );
  });
});
