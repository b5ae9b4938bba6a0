import { createHash } from 'node:crypto';
import { open, writeFile, type FileHandle } from 'node:fs/promises';
import { concat, u32 } from '../../../core/mp4/boxes.js';
import type { TrackSample } from '../../../core/mp4/video-track.js';

/** The NAL units of a coded picture, in decoding order. */
export interface CodedPicture {
  readonly nals: readonly Uint8Array[];
  readonly frame: number;
  readonly sync: boolean;
}

export interface SegmentHeader {
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  readonly samples: readonly TrackSample[];
  /** Position of the first sample in the file. */
  readonly payloadOffset: number;
  readonly payloadBytes: number;
}

/** Increase this version when the layout of the file changes, so that older files are made again. */
const MAGIC = Buffer.from('VCSEG004');
const DIGEST_BYTES = 32;
const HEADER_SIZE_AT = MAGIC.length + DIGEST_BYTES;
const PREFIX_BYTES = HEADER_SIZE_AT + 4;
const LONGEST_HEADER = 64 << 20;

interface StoredHeader {
  readonly sps: string;
  readonly pps: string;
  readonly sizes: readonly number[];
  readonly frames: readonly number[];
  readonly sync: readonly number[];
}

/**
 * Writes a segment: a digest of everything after it, which detects any damage; the size of the header, and
 * the header in JSON; and the samples as in an MP4 file, with the length of each NAL unit before it in four
 * bytes.
 */
export async function writeSegmentFile(
  path: string,
  sets: { readonly sps: Uint8Array; readonly pps: Uint8Array },
  pictures: readonly CodedPicture[],
): Promise<void> {
  const header: StoredHeader = {
    sps: Buffer.from(sets.sps).toString('base64'),
    pps: Buffer.from(sets.pps).toString('base64'),
    sizes: pictures.map(({ nals }) => nals.reduce((sum, nal) => sum + 4 + nal.length, 0)),
    frames: pictures.map(({ frame }) => frame),
    sync: pictures.flatMap(({ sync }, index) => (sync ? [index] : [])),
  };
  const json = Buffer.from(JSON.stringify(header));
  const head = [u32(json.length), json];
  const hash = createHash('sha256');
  for (const part of head) hash.update(part);
  for (const sample of samplesOf(pictures)) hash.update(sample);
  const file = await open(path, 'wx');
  try {
    await file.writeFile(concat([MAGIC, hash.digest(), ...head]));
    // Not `write`, which succeeds after a partial write if the disk becomes full.
    await writeFile(file, samplesOf(pictures));
    await file.sync();
  } finally {
    await file.close();
  }
}

function* samplesOf(pictures: readonly CodedPicture[]): Generator<Uint8Array> {
  for (const { nals } of pictures) yield concat(nals.flatMap((nal) => [u32(nal.length), nal]));
}

/**
 * Reads the header of a segment.
 *
 * @param verify if true, reads the whole file and compares its digest
 * @returns null if the file is damaged or has another layout
 */
export async function readSegmentFile(
  path: string,
  { verify }: { verify: boolean },
): Promise<SegmentHeader | null> {
  const file = await open(path);
  try {
    const prefix = await readExactly(file, 0, PREFIX_BYTES);
    if (!prefix?.subarray(0, MAGIC.length).equals(MAGIC)) return null;
    const digest = prefix.subarray(MAGIC.length, HEADER_SIZE_AT);
    if (verify && !digest.equals(await digestFrom(file, HEADER_SIZE_AT))) return null;
    const length = prefix.readUInt32BE(HEADER_SIZE_AT);
    if (length > LONGEST_HEADER) return null;
    const json = await readExactly(file, PREFIX_BYTES, length);
    if (!json) return null;
    const stored = parseHeader(json);
    if (!stored) return null;
    const payloadOffset = PREFIX_BYTES + length;
    const payloadBytes = stored.sizes.reduce((sum, size) => sum + size, 0);
    const { size } = await file.stat();
    if (size !== payloadOffset + payloadBytes) return null;
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

export async function isIntactSegment(path: string): Promise<boolean> {
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

async function digestFrom(file: FileHandle, start: number): Promise<Buffer> {
  const hash = createHash('sha256');
  const stream = file.createReadStream({ start, autoClose: false });
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest();
}
