import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Gunzip } from 'node:zlib';
import {
  codingsOf,
  type Decoder,
  decoderOf,
  notDecodable,
  refuseDecompressionBomb,
} from './content-coding.js';

type Chunks = AsyncIterable<Uint8Array>;

/** The number of bytes that identify a coding. */
const HEAD_BYTES = 2;

/**
 * Yields the decoded content of a response in chunks.
 *
 * @param onSilence called when no data arrives for `idleMs`. It can destroy the response.
 * @throws FetchProblem for codings that cannot be decoded and for decompression bombs, and connection errors
 *   of Node
 */
export async function* decodedBody(
  response: IncomingMessage,
  { idleMs, onSilence }: { readonly idleMs: number; readonly onSilence: () => void },
): AsyncGenerator<Uint8Array> {
  const codings = codingsOf(response.headers['content-encoding']);
  const silence = setTimeout(onSilence, idleMs);
  let packed = 0;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      silence.refresh();
      packed += chunk.length;
      yield chunk;
    }
  };
  try {
    let body: Chunks = watched();
    for (const coding of codings.reverse()) body = await undoCoding(body, coding);
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (codings.length > 0) refuseDecompressionBomb(packed, bytes);
      yield chunk;
    }
  } finally {
    clearTimeout(silence);
    response.destroy();
  }
}

/** Decodes one coding. The first bytes select the decoder. */
async function undoCoding(body: Chunks, coding: string): Promise<Chunks> {
  const rest = body[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < HEAD_BYTES) {
    const { done, value } = await rest.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  let packed = 0;
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    packed = head.length;
    if (head.length > 0) yield head;
    for (;;) {
      const { done, value } = await rest.next();
      if (done) return;
      packed += value.length;
      yield value;
    }
  };
  const decoder = head.length > 0 ? decoderOf(coding, head) : null;
  if (decoder === null) return whole();
  // Errors surface where the decoder is read.
  pipeline(Readable.from(whole(), { objectMode: false }), decoder).catch(() => {});
  return checkedToEnd(decoder, () => packed);
}

/**
 * Yields the output of a decoder, and checks that the coding ends where its input ends: the beginning of a
 * file that is not compressed can look like a complete compressed file. (Zeros may follow gzip, which its
 * decoder checks.)
 */
async function* checkedToEnd(
  decoder: Decoder,
  packedBytes: () => number,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of decoder as AsyncIterable<Uint8Array>) yield chunk;
  if (!(decoder instanceof Gunzip) && decoder.bytesWritten < packedBytes()) throw notDecodable();
}
