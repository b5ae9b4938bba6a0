import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { concat, u32 } from '../../core/mp4/boxes.js';
import type { TrackSample } from '../../core/mp4/video-track.js';

/** A coded picture: its NAL units, in the order of decoding. */
export interface CodedPicture {
  readonly nals: readonly Uint8Array[];
  readonly frame: number;
  readonly sync: boolean;
}

export interface SegmentHeader {
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  readonly samples: readonly TrackSample[];
  /** Where the samples begin in the file. */
  readonly payloadOffset: number;
  readonly payloadBytes: number;
}

/** Changes when the layout of the file does, so that older files are made anew. */
const MAGIC = Buffer.from('VCSEG002');
const PREFIX_BYTES = MAGIC.length + 4;
const LONGEST_HEADER = 64 << 20;

interface StoredHeader {
  readonly sps: string;
  readonly pps: string;
  readonly sizes: readonly number[];
  readonly frames: readonly number[];
  readonly sync: readonly number[];
  readonly sha256: string;
}

/**
 * Writes a segment: a header in JSON, then its samples as they stand in an MP4, each NAL unit behind
 * its length in four bytes. The header has a digest of the samples, so that damage is found.
 */
export async function writeSegmentFile(
  path: string,
  sets: { readonly sps: Uint8Array; readonly pps: Uint8Array },
  pictures: readonly CodedPicture[],
): Promise<void> {
  const samples = pictures.map(({ nals }) => concat(nals.flatMap((nal) => [u32(nal.length), nal])));
  const hash = createHash('sha256');
  for (const sample of samples) hash.update(sample);
  const header: StoredHeader = {
    sps: Buffer.from(sets.sps).toString('base64'),
    pps: Buffer.from(sets.pps).toString('base64'),
    sizes: samples.map((sample) => sample.length),
    frames: pictures.map(({ frame }) => frame),
    sync: pictures.flatMap(({ sync }, index) => (sync ? [index] : [])),
    sha256: hash.digest('hex'),
  };
  const json = Buffer.from(JSON.stringify(header));
  const file = await open(path, 'wx');
  try {
    await file.writev([MAGIC, u32(json.length), json]);
    // One buffer at a time: a call takes a bounded number of them.
    for (const sample of samples) await file.write(sample);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Reads a segment's header.
 *
 * @param verify true: read the samples too and compare their digest
 * @returns null when the file is damaged or of another layout
 */
export async function readSegmentFile(
  path: string,
  { verify }: { verify: boolean },
): Promise<SegmentHeader | null> {
  const file = await open(path);
  try {
    const prefix = await readExactly(file, 0, PREFIX_BYTES);
    if (!prefix?.subarray(0, MAGIC.length).equals(MAGIC)) return null;
    const length = prefix.readUInt32BE(MAGIC.length);
    if (length > LONGEST_HEADER) return null;
    const json = await readExactly(file, PREFIX_BYTES, length);
    if (!json) return null;
    const stored = parseHeader(json);
    if (!stored) return null;
    const payloadOffset = PREFIX_BYTES + length;
    const payloadBytes = stored.sizes.reduce((sum, size) => sum + size, 0);
    const { size } = await file.stat();
    if (size !== payloadOffset + payloadBytes) return null;
    if (verify && (await digestFrom(file, payloadOffset)) !== stored.sha256) return null;
    const sync = new Set(stored.sync);
    return {
      sps: Buffer.from(stored.sps, 'base64'),
      pps: Buffer.from(stored.pps, 'base64'),
      samples: stored.sizes.map((sizeBytes, index) => ({
        sizeBytes,
        frame: stored.frames[index]!,
        sync: sync.has(index),
      })),
      payloadOffset,
      payloadBytes,
    };
  } finally {
    await file.close();
  }
}

export async function isWholeSegment(path: string): Promise<boolean> {
  return (await readSegmentFile(path, { verify: true })) !== null;
}

function parseHeader(json: Buffer): StoredHeader | null {
  try {
    return JSON.parse(json.toString('utf8')) as StoredHeader;
  } catch {
    return null;
  }
}

async function readExactly(file: FileHandle, at: number, length: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  return bytesRead === length ? bytes : null;
}

async function digestFrom(file: FileHandle, start: number): Promise<string> {
  const hash = createHash('sha256');
  const stream = file.createReadStream({ start, autoClose: false });
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
