/** A GIF of one picture whose data are that many blocks of one byte. */
export function gifOfTinyBlocks(count: number): Buffer {
  const head = Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2]),
  ]);
  return Buffer.concat([head, Buffer.alloc(count * 2, 1), Buffer.from([0, 0x3b])]);
}
