/** Reads an RBSP bit by bit, most significant first (ITU-T H.264, 7.2 and 9.1). */
export class BitReader {
  private position = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Bits read so far. */
  get bitPosition(): number {
    return this.position;
  }

  /** u(n): at most 32 bits. */
  bits(count: number): number {
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
    return this.bits(1) === 1;
  }

  /** ue(v): Exp-Golomb, unsigned. */
  unsigned(): number {
    let zeros = 0;
    while (this.bits(1) === 0) {
      zeros++;
      if (zeros > 31) throw new RangeError('an Exp-Golomb code is too long');
    }
    return 2 ** zeros - 1 + this.bits(zeros);
  }

  /** se(v): Exp-Golomb, signed. */
  signed(): number {
    const code = this.unsigned();
    return code % 2 === 1 ? (code + 1) / 2 : -code / 2;
  }
}

/** Writes an RBSP bit by bit. */
export class BitWriter {
  private readonly bytes: number[] = [];
  private free = 0;

  bits(value: number, count: number): this {
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

  unsigned(value: number): this {
    const length = Math.floor(Math.log2(value + 1));
    return this.bits(0, length).bits(value + 1, length + 1);
  }

  signed(value: number): this {
    return this.unsigned(value > 0 ? 2 * value - 1 : -2 * value);
  }

  /** Fills the last byte with `bit`. */
  align(bit: 0 | 1): this {
    while (this.free > 0) this.bits(bit, 1);
    return this;
  }

  toBytes(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}
