import type { Duplex } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  type Zlib,
} from 'node:zlib';
import { FetchProblem } from './fetch-problem.js';

/** Registered codings that cannot be decoded here. */
const UNREADABLE: ReadonlySet<string> = new Set(['zstd', 'compress', 'x-compress', 'dcb', 'dcz']);
const READABLE: ReadonlySet<string> = new Set(['gzip', 'x-gzip', 'deflate', 'br']);

/** Legitimate responses do not use more codings. */
const MAX_CODINGS = 2;

/** Compressed media expand little, and text about ten times. Below this size nothing counts as a bomb. */
const HARMLESS_BYTES = 16 << 20;
const MAX_RATIO = 100;

/**
 * The codings of a body, which some servers apply even though `identity` was requested, in the order in which
 * they were applied. Tokens that are not codings (`identity`, `utf-8`, `aws-chunked`) are labels of files in
 * object storage and do not change the content.
 *
 * @throws FetchProblem when a coding cannot be decoded
 */
export function codingsOf(header: string | undefined): string[] {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const unreadable = names.find((name) => UNREADABLE.has(name));
  const codings = names.filter((name) => READABLE.has(name));
  if (unreadable === undefined && codings.length <= MAX_CODINGS) return codings;
  throw new FetchProblem(
    'SOURCE_BLOCKED',
    unreadable === undefined
      ? 'The server compresses the source several times.'
      : `The server compresses the source (${unreadable}), although the request does not allow compression.`,
  );
}

export type Decoder = Duplex & Zlib;

/**
 * The decoder for a coding and the first bytes of the body: `deflate` exists with and without a zlib header,
 * and some files that are labeled `gzip` are not compressed.
 *
 * @returns null when the body is not compressed
 */
export function decoderOf(coding: string, head: Uint8Array): Decoder | null {
  if (coding === 'br') return createBrotliDecompress();
  if (coding === 'deflate') return isZlib(head) ? createInflate() : createInflateRaw();
  return head[0] === 0x1f && head[1] === 0x8b ? createGunzip() : null;
}

/** RFC 1950, section 2.2: method 8, and a check over both bytes. */
function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

/** @throws FetchProblem when the body expands so much that it must be a decompression bomb */
export function refuseDecompressionBomb(packedBytes: number, bytes: number): void {
  if (bytes <= HARMLESS_BYTES || bytes <= packedBytes * MAX_RATIO) return;
  throw new FetchProblem(
    'SOURCE_TOO_LARGE',
    `The server compresses the source, and it expands to more than ${MAX_RATIO} times its size.`,
  );
}

/** The problem of a body that does not match its coding. */
export function notDecodable(cause?: unknown): FetchProblem {
  const sentence = 'The server compresses the source, and it cannot be decompressed.';
  return new FetchProblem('SOURCE_NOT_FOUND', sentence, { cause });
}
