import { crc32 } from 'node:zlib';

/** EXIF with an orientation only, little endian. */
export function exifOf(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return tiff;
}

/** A JPEG, PNG, or WebP file with EXIF added. */
export const withExif: Readonly<Record<string, (file: Buffer, exif: Buffer) => Buffer>> = {
  jpg: (file, exif) => {
    const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]);
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([file.subarray(0, 2), head, body, file.subarray(2)]);
  },
  png: (file, exif) => {
    const typed = Buffer.concat([Buffer.from('eXIf', 'latin1'), exif]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(exif.length);
    sum.writeUInt32BE(crc32(typed));
    // After the signature and IHDR.
    return Buffer.concat([file.subarray(0, 33), length, typed, sum, file.subarray(33)]);
  },
  webp: (file, exif) => {
    const chunk = (name: string, body: Buffer) => {
      const head = Buffer.alloc(8);
      head.write(name, 0, 'latin1');
      head.writeUInt32LE(body.length, 4);
      return Buffer.concat([head, body, Buffer.alloc(body.length & 1)]);
    };
    const extended = Buffer.alloc(10);
    extended[0] = 0x08;
    extended.writeUIntLE(WEBP_SIZE.width - 1, 4, 3);
    extended.writeUIntLE(WEBP_SIZE.height - 1, 7, 3);
    const chunks = [chunk('VP8X', extended), file.subarray(12), chunk('EXIF', exif)];
    return chunk('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]));
  },
};

/** Size of the WebP files to which EXIF is added. */
export const WEBP_SIZE = { width: 64, height: 48 };
