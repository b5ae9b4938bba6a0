import { exifOf, withExif } from '../../../test/support/exif-files.js';
import { exifOrientation } from './exif-orientation.js';

const JPEG = Buffer.from('ffd8ffe000044141ffda0002', 'hex');
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.alloc(17),
]);
const WEBP = Buffer.from('RIFF\u0014\0\0\0WEBPVP8 \u0001\0\0\0\0\0', 'latin1');
const FILES = { jpg: JPEG, png: PNG, webp: WEBP };

/** EXIF in which some bytes are replaced. */
const changed = (at: number, bytes: string) => {
  const exif = exifOf(6);
  exif.write(bytes, at, 'hex');
  return exif;
};
/** The same in big endian. */
const BIG = Buffer.from('4d4d002a0000000800010112000300000001000800000000', 'hex');

describe('exifOrientation', () => {
  it.each(['jpg', 'png', 'webp'] as const)('of %s', (format) => {
    expect(exifOrientation(FILES[format])).toBe(1);
    expect(exifOrientation(withExif[format]!(FILES[format], exifOf(6)))).toBe(6);
  });

  it.each<[what: string, exif: Buffer, orientation: number]>([
    ['in big endian', BIG, 8],
    ['behind another entry', Buffer.concat([changed(8, '02000f01'), BIG.subarray(10)]), 1],
    ['shorter than its header', exifOf(6).subarray(0, 7), 1],
    ['in no byte order', changed(0, '4d49'), 1],
    ['whose directory lies behind its end', changed(4, 'ffffff7f'), 1],
    ['whose entries end early', exifOf(6).subarray(0, 20), 1],
    ['with a count that is too large', changed(8, 'ffff0f01'), 1],
    ['with orientation 0', exifOf(0), 1],
    ['with orientation 9', exifOf(9), 1],
  ])('of EXIF %s', (_what, exif, orientation) => {
    expect(exifOrientation(withExif['jpg']!(JPEG, exif))).toBe(orientation);
  });

  it.each<[what: string, file: Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a JPEG without segments', Buffer.from('ffd80000', 'hex')],
    ['a JPEG segment of another kind', Buffer.from('ffd8ffe1000841414141ffda', 'hex')],
    ['one byte of a JPEG', Buffer.from('ff', 'hex')],
  ])('of %s is 1', (_what, file) => expect(exifOrientation(file)).toBe(1));

  it('of WebP with the marker of JPEG', () => {
    const marked = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(3)]);
    expect(exifOrientation(withExif['webp']!(WEBP, marked))).toBe(3);
  });
});
