/** Reads an RBSP bit by bit, most significant first (ITU-T H.264, 7.2 and 9.1). */
export class BitReader {
  private position = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Bits read so far. */
  get bitPosition(): number {
    return this.position;
  }

  /** u(n): at most 32 bits. */
  u(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left--) {
      const byte = this.bytes[this.position >> 3];
      if (byte === undefined) throw new RangeError('the NAL unit ends too early');
      value = value * 2 + ((byte >> (7 - (this.position & 7))) & 1);
      this.position++;
    }
    return value;
  }

  flag(): boolean {
    return this.u(1) === 1;
  }

  /** ue(v): Exp-Golomb, unsigned. */
  ue(): number {
    let zeros = 0;
    while (this.u(1) === 0) {
      zeros++;
      if (zeros > 31) throw new RangeError('an Exp-Golomb code is too long');
    }
    return 2 ** zeros - 1 + this.u(zeros);
  }

  /** se(v): Exp-Golomb, signed. */
  se(): number {
    const code = this.ue();
    return code % 2 === 1 ? (code + 1) / 2 : -code / 2;
  }
}

/** Writes an RBSP bit by bit. */
export class BitWriter {
  private readonly bytes: number[] = [];
  private free = 0;

  u(value: number, count: number): this {
    for (let at = count - 1; at >= 0; at--) {
      if (this.free === 0) {
        this.bytes.push(0);
        this.free = 8;
      }
      this.free--;
      const bit = Math.floor(value / 2 ** at) % 2;
      this.bytes[this.bytes.length - 1]! |= bit << this.free;
    }
    return this;
  }

  ue(value: number): this {
    const length = Math.floor(Math.log2(value + 1));
    return this.u(0, length).u(value + 1, length + 1);
  }

  se(value: number): this {
    return this.ue(value > 0 ? 2 * value - 1 : -2 * value);
  }

  /** Fills the last byte with `bit`. */
  align(bit: 0 | 1): this {
    while (this.free > 0) this.u(bit, 1);
    return this;
  }

  /** Appends whole bytes after the last one, which must be full. */
  append(bytes: Uint8Array): this {
    if (this.free > 0) throw new Error('the last byte is not full');
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }

  toBytes(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}
