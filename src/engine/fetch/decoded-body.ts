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

/** As many first bytes as tell codings apart. */
const TELLING_BYTES = 2;

/**
 * The content of an answer, chunk by chunk, with the codings undone that it came in.
 *
 * @param onSilence is called when nothing came for `idleMs`; it may destroy the answer
 * @throws FetchProblem for what cannot be undone and for bombs, and what Node says of connections
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

/** Undoes one coding, once its first bytes tell how. */
async function undoCoding(body: Chunks, coding: string): Promise<Chunks> {
  const rest = body[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < TELLING_BYTES) {
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
  // What fails shows where the decoder is read.
  pipeline(Readable.from(whole(), { objectMode: false }), decoder).catch(() => {});
  return checkedToEnd(decoder, () => packed);
}

/**
 * What a decoder makes, provided that the coding ends where its input does: a file that is not packed
 * may begin with bytes that read as the whole of one that is. (Zeros may follow gzip, which its own
 * decoder checks.)
 */
async function* checkedToEnd(
  decoder: Decoder,
  packedBytes: () => number,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of decoder as AsyncIterable<Uint8Array>) yield chunk;
  if (!(decoder instanceof Gunzip) && decoder.bytesWritten < packedBytes()) throw notDecodable();
}
