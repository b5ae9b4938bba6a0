import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { decodedBody } from './decoded-body.js';
import { discardBody } from './outbound-client.js';

function responseOf(coding: string, ...chunks: readonly Buffer[]): IncomingMessage {
  const headers = { 'content-encoding': coding };
  return Object.assign(Readable.from(chunks), { headers }) as unknown as IncomingMessage;
}

async function decoded(coding: string, ...chunks: readonly Buffer[]): Promise<string> {
  const parts: Uint8Array[] = [];
  const options = { idleMs: 10_000, onSilence: () => {} };
  for await (const part of decodedBody(responseOf(coding, ...chunks), options)) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
}

const HELLO = Buffer.from('hello');
const bytes = (packed: Buffer) => Array.from(packed, (byte) => Buffer.from([byte]));

describe('decodedBody', () => {
  it.each<[what: string, coding: string, chunks: readonly Buffer[], text: string]>([
    ['no coding', 'identity', [HELLO], 'hello'],
    ['gzip byte by byte', 'gzip', bytes(gzipSync(HELLO)), 'hello'],
    ['deflate with a header', 'deflate', bytes(deflateSync(HELLO)), 'hello'],
    ['deflate without a header', 'deflate', bytes(deflateRawSync(HELLO)), 'hello'],
    ['two codings', 'gzip, deflate', [deflateSync(gzipSync(HELLO))], 'hello'],
    ['no bytes', 'gzip', [], ''],
    ['one byte that is not compressed', 'gzip', [Buffer.from('a')], 'a'],
    ['one byte of gzip', 'gzip', [Buffer.from([0x1f])], '\u001f'],
    ['bytes that are not compressed', 'gzip', [HELLO], 'hello'],
  ])('decodes %s', async (_what, coding, chunks, text) => {
    await expect(decoded(coding, ...chunks)).resolves.toBe(text);
  });

  it.each<[what: string, coding: string, chunk: Buffer, message: string]>([
    [
      'more codings than two',
      'gzip, gzip, gzip',
      HELLO,
      'The server compresses the source several times.',
    ],
    [
      'a coding that it cannot read',
      'zstd',
      HELLO,
      'The server compresses the source (zstd), although the request does not allow compression.',
    ],
    [
      'a bomb',
      'gzip',
      gzipSync(Buffer.alloc(70 << 20)),
      'The server compresses the source, and it expands to more than 100 times its size.',
    ],
    [
      'data behind the end of deflate',
      'deflate',
      Buffer.concat([deflateSync(HELLO), HELLO]),
      'The server compresses the source, and it cannot be decompressed.',
    ],
    ['half a byte of deflate', 'deflate', Buffer.from([8]), 'unexpected end of file'],
  ])('refuses %s', async (_what, coding, chunk, message) => {
    await expect(decoded(coding, chunk)).rejects.toThrow(message);
  });
});

describe('discardBody', () => {
  it.each([
    ['reads a small body to its end', 1_000, 0],
    ['closes a connection with a large body', 70_000, 1],
  ])('%s', async (_what, size, unread) => {
    const response = responseOf('identity', Buffer.alloc(size), Buffer.alloc(1));
    let ended = 0;
    response.once('end', () => ended++);
    await discardBody(response);
    expect(ended).toBe(1 - unread);
  });
});
