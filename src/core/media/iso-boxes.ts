/** A box of a file in the ISO base media format (ISO/IEC 14496-12, 4.2). */
export interface Box {
  readonly type: string;
  readonly body: Uint8Array;
}

/** Far more than any picture file has. */
const MAX_BOXES = 20_000;

/** The boxes in a range of bytes. A box that declares more bytes than the range has ends with the range. */
export function boxesIn(bytes: Uint8Array): Box[] {
  const boxes: Box[] = [];
  const reader = new Reader(bytes);
  while (reader.left >= 8 && boxes.length < MAX_BOXES) {
    const from = reader.at;
    const short = reader.unsigned(4);
    const type = reader.text(4);
    const size = short === 1 ? reader.unsigned(8) : short === 0 ? bytes.length - from : short;
    if (size < reader.at - from) break;
    boxes.push({ type, body: bytes.subarray(reader.at, from + size) });
    reader.at = from + size;
  }
  return boxes;
}

export function boxIn(boxes: readonly Box[], type: string): Uint8Array | null {
  return boxes.find((box) => box.type === type)?.body ?? null;
}

/** Reads numbers and strings one after another. Beyond the end, everything is 0. */
export class Reader {
  at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  unsigned(size: number): number {
    let value = 0;
    for (let index = 0; index < size; index++) value = value * 256 + (this.bytes[this.at++] ?? 0);
    return value;
  }

  text(size: number): string {
    return String.fromCharCode(...this.take(size));
  }

  /** Up to the next 0, and up to 1,000 letters of it. */
  string(): string {
    const end = this.bytes.indexOf(0, this.at);
    const length = (end < 0 ? this.bytes.length : end) - this.at;
    const part = this.take(length);
    this.at++;
    return String.fromCharCode(...part.subarray(0, 1_000));
  }

  take(size: number): Uint8Array {
    const part = this.bytes.subarray(this.at, this.at + size);
    this.at += size;
    return part;
  }
}
