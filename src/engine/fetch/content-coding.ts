import type { Duplex } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  type Zlib,
} from 'node:zlib';
import { FetchProblem } from './fetch-problem.js';

/** Codings that are real, and that nothing here can undo. */
const UNREADABLE: ReadonlySet<string> = new Set(['zstd', 'compress', 'x-compress', 'dcb', 'dcz']);
const READABLE: ReadonlySet<string> = new Set(['gzip', 'x-gzip', 'deflate', 'br']);

/** Nobody packs a file more often than that in good faith. */
const MOST_CODINGS = 2;

/** Packed media grow by little, and text by some ten times; below this size nothing is a bomb. */
const HARMLESS_BYTES = 16 << 20;
const LARGEST_RATIO = 100;

/**
 * The codings in which a body comes though `identity` was asked for, first applied first. Tokens are
 * told apart by letters alone, and those that are no coding (`identity`, `utf-8`, `aws-chunked`) are
 * labels that people put on files in a store: the content is as it is.
 *
 * @throws FetchProblem when one cannot be undone
 */
export function codingsOf(header: string | undefined): string[] {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const unreadable = names.find((name) => UNREADABLE.has(name));
  const codings = names.filter((name) => READABLE.has(name));
  if (unreadable === undefined && codings.length <= MOST_CODINGS) return codings;
  throw new FetchProblem(
    'SOURCE_BLOCKED',
    unreadable === undefined
      ? 'The server sends the source compressed several times over.'
      : `The server sends the source compressed (${unreadable}), though it was asked not to.`,
  );
}

export type Decoder = Duplex & Zlib;

/**
 * What undoes one coding, by the first bytes: `deflate` comes with and without the frame of zlib, and
 * files that are not packed are labelled `gzip`.
 *
 * @returns null: the body is as it is
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

/** @throws FetchProblem when so little has become so much that it was made to */
export function refuseDecompressionBomb(packedBytes: number, bytes: number): void {
  if (bytes <= HARMLESS_BYTES || bytes <= packedBytes * LARGEST_RATIO) return;
  throw new FetchProblem(
    'SOURCE_TOO_LARGE',
    `The server sends the source compressed, and it grows to more than ${LARGEST_RATIO} times its size.`,
  );
}

/** A body is not what its label says. */
export function notDecodable(cause?: unknown): FetchProblem {
  const sentence = 'The server sends the source compressed, and it cannot be decompressed.';
  return new FetchProblem('SOURCE_NOT_FOUND', sentence, { cause });
}
