/** A box of an ISO base media file (ISO/IEC 14496-12, 4.2), as a part of the bytes that contain it. */
export interface ReadBox {
  readonly type: string;
  /** The whole box, including its header. */
  readonly bytes: Uint8Array;
  /** The bytes after its header. */
  readonly content: Uint8Array;
}

export interface BoxHeader {
  readonly type: string;
  readonly headerBytes: number;
  /** Size of the whole box, or null if it extends to the end of the file. */
  readonly bytes: number | null;
}

/** The longest header, which has a length of 64 bits. */
export const LONGEST_BOX_HEADER = 16;

/** @throws Error if the header is incomplete, or the length is shorter than the header */
export function readBoxHeader(at: Uint8Array): BoxHeader {
  const view = viewOf(at);
  if (view.byteLength < 8) throw new Error('a box is truncated');
  const type = String.fromCharCode(...at.subarray(4, 8));
  const short = view.getUint32(0);
  if (short === 0) return { type, headerBytes: 8, bytes: null };
  const headerBytes = short === 1 ? LONGEST_BOX_HEADER : 8;
  if (view.byteLength < headerBytes) throw new Error('a box is truncated');
  const bytes = short === 1 ? Number(view.getBigUint64(8)) : short;
  if (bytes < headerBytes) throw new Error('a box is shorter than its header');
  return { type, headerBytes, bytes };
}

/** The consecutive boxes in a range of bytes. */
export function readBoxes(within: Uint8Array): ReadBox[] {
  const found: ReadBox[] = [];
  for (let at = 0; at < within.length;) {
    const { type, headerBytes, bytes } = readBoxHeader(within.subarray(at));
    const end = at + (bytes ?? within.length - at);
    if (end > within.length) throw new Error('a box is truncated');
    const whole = within.subarray(at, end);
    found.push({ type, bytes: whole, content: whole.subarray(headerBytes) });
    at = end;
  }
  return found;
}

/**
 * The first box at a path of types, each inside the one before.
 *
 * @throws Error if there is no such box
 */
export function boxAt(within: Uint8Array, ...path: readonly string[]): ReadBox {
  let content = within;
  let last: ReadBox | undefined;
  for (const type of path) {
    last = readBoxes(content).find((box) => box.type === type);
    if (last === undefined) throw new Error(`the box ${path.join('/')} is missing`);
    content = last.content;
  }
  return last!;
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
