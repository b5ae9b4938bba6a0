/** A frame of an animated WebP file, and how it is drawn on the canvas. */
export interface WebpFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly milliseconds: number;
  /**
   * True if the frame is blended with the canvas by its alpha. Otherwise, it replaces that part of the
   * canvas.
   */
  readonly blends: boolean;
  /** True if the rectangle of the frame becomes transparent after the frame. */
  readonly clears: boolean;
  /** The frame as a separate WebP file. */
  readonly file: Uint8Array;
}

export interface AnimatedWebp {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly WebpFrame[];
}

/** Viewers, and the GIF reader of ffmpeg, treat shorter times as mistakes. */
const SHORTEST_MS = 11;
const USUAL_MS = 100;
/** An hour of pictures, with metadata. */
const MAX_CHUNKS = 100_000;

/**
 * Reads the frames of an animated WebP file (RFC 9649, 2.7). Each becomes a still file, which every decoder
 * reads.
 *
 * @throws Error with a clause that says what is wrong with the file
 */
export function readAnimatedWebp(file: Uint8Array): AnimatedWebp {
  const chunks = chunksIn(file.subarray(12));
  const head = chunks.find(({ name }) => name === 'VP8X')?.body;
  if (!head || head.length < 10) throw new Error('its header is missing');
  const [width, height] = [uint24(head, 4) + 1, uint24(head, 7) + 1];
  const frames = chunks.flatMap(({ name, body }) =>
    name === 'ANMF' && body.length > 16 ? [frameOf(body)] : [],
  );
  if (frames.length === 0) throw new Error('it contains no frames');
  const outside = frames.some(
    (frame) => frame.x + frame.width > width || frame.y + frame.height > height,
  );
  if (outside) throw new Error('a frame lies outside its canvas');
  return { width, height, frames };
}

function frameOf(body: Uint8Array): WebpFrame {
  const [width, height] = [uint24(body, 6) + 1, uint24(body, 9) + 1];
  const time = uint24(body, 12);
  const flags = body[15]!;
  return {
    x: 2 * uint24(body, 0),
    y: 2 * uint24(body, 3),
    width,
    height,
    milliseconds: time < SHORTEST_MS ? USUAL_MS : time,
    blends: (flags & 2) === 0,
    clears: (flags & 1) !== 0,
    file: stillFile(body.subarray(16), width, height),
  };
}

const PARTS: ReadonlySet<string> = new Set(['ALPH', 'VP8 ', 'VP8L']);

function stillFile(data: Uint8Array, width: number, height: number): Uint8Array {
  const parts = chunksIn(data).filter(({ name }) => PARTS.has(name));
  const head = new Uint8Array(10);
  // Whether the file has alpha (RFC 9649, 2.7.1.1).
  if (parts.some(({ name }) => name !== 'VP8 ')) head[0] = 0x10;
  [width - 1, height - 1].forEach((side, index) => {
    for (let byte = 0; byte < 3; byte++) head[4 + 3 * index + byte] = (side >> (8 * byte)) & 255;
  });
  const chunks = parts[0]?.name === 'ALPH' ? [{ name: 'VP8X', body: head }, ...parts] : parts;
  const size = chunks.reduce((sum, { body }) => sum + 8 + body.length + (body.length & 1), 4);
  const file = new Uint8Array(8 + size);
  const view = new DataView(file.buffer);
  const write = (text: string, at: number) =>
    file.set(
      Array.from(text, (letter) => letter.charCodeAt(0)),
      at,
    );
  write('RIFF', 0);
  view.setUint32(4, size, true);
  write('WEBP', 8);
  let at = 12;
  for (const { name, body } of chunks) {
    write(name, at);
    view.setUint32(at + 4, body.length, true);
    file.set(body, at + 8);
    at += 8 + body.length + (body.length & 1);
  }
  return file;
}

interface Chunk {
  readonly name: string;
  readonly body: Uint8Array;
}

function chunksIn(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    if (chunks.length >= MAX_CHUNKS) throw new Error('it has too many chunks');
    const size = view.getUint32(at + 4, true);
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    chunks.push({ name, body: bytes.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size & 1);
  }
  return chunks;
}

function uint24(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
}

/** A canvas on which frames are drawn one after another: RGBA, with straight alpha. */
export class WebpCanvas {
  readonly pixels: Uint8Array;
  private clearing: WebpFrame | null = null;

  constructor(
    private readonly width: number,
    height: number,
  ) {
    this.pixels = new Uint8Array(width * height * 4);
  }

  /** @param picture the frame, at the top left of rows of `stride` pixels */
  put(frame: WebpFrame, picture: Uint8Array, stride: number): void {
    if (this.clearing) this.clear(this.clearing);
    for (let row = 0; row < frame.height; row++) {
      const from = row * stride * 4;
      const to = this.at(frame, row);
      const line = picture.subarray(from, from + frame.width * 4);
      if (frame.blends) this.blend(line, to);
      else this.pixels.set(line, to);
    }
    this.clearing = frame.clears ? frame : null;
  }

  private at({ x, y }: WebpFrame, row: number): number {
    return ((y + row) * this.width + x) * 4;
  }

  private clear(frame: WebpFrame): void {
    for (let row = 0; row < frame.height; row++) {
      const from = this.at(frame, row);
      this.pixels.fill(0, from, from + frame.width * 4);
    }
  }

  /** Blends one pixel (RFC 9649, 2.7.1.1, "Alpha-blending"). */
  private blend(line: Uint8Array, to: number): void {
    const { pixels } = this;
    for (let at = 0; at < line.length; at += 4) {
      const over = line[at + 3]!;
      if (over === 0) continue;
      const under = over === 255 ? 0 : (pixels[to + at + 3]! * (255 - over)) / 255;
      const alpha = over + under;
      for (let channel = 0; channel < 3; channel++) {
        const below = pixels[to + at + channel]!;
        pixels[to + at + channel] = Math.round(
          (line[at + channel]! * over + below * under) / alpha,
        );
      }
      pixels[to + at + 3] = Math.round(alpha);
    }
  }
}
