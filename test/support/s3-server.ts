import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Settings } from '../../src/config/types.js';

export const BUCKET = 'videos';
export const ACCESS_KEY = 'S3RVER';
const PREFIX = 'vc';

const UNSIGNED = { kind: 'status', status: 403, code: 'AccessDenied' } as const;

/** What goes wrong with a request. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'silence' }
  | { readonly kind: 'pause'; readonly ms: number }
  /** The connection breaks off after some bytes of the body of the response. */
  | { readonly kind: 'half'; readonly bytes: number }
  /** A bit of the body of the response is another one. */
  | { readonly kind: 'damage' }
  /** The request loses a header, or the response does, as behind some gateways. */
  | { readonly kind: 'lost-header'; readonly of: 'request' | 'response'; readonly name: string }
  /** A page of a list ends after this many keys, though the client asked for more. */
  | { readonly kind: 'short-page'; readonly keys: number };

/**
 * An S3 server (s3rver, which checks signatures), behind a proxy that fails on demand.
 *
 * What s3rver lacks is here, without signatures: removing the parts of an upload, and listing unfinished
 * uploads. `docs/operations.md` names that, too. Nothing checks the checksums of what is put, conditions of reads,
 * and policies. An interrupted request may leave half an object.
 */
export interface S3Server {
  readonly url: string;
  readonly settings: S3Settings;
  readonly env: Record<string, string>;
  /** Requests as `GET /videos/key?query`, in their order. */
  readonly requests: string[];
  /** Decides about each request. The default lets all pass. */
  fault: (request: IncomingMessage) => Fault | null;
  /** The keys of unfinished uploads. */
  unfinished(): Promise<string[]>;
  close(): Promise<void>;
}

interface S3rver {
  run(): Promise<AddressInfo>;
  on(event: 'error', listener: (error: Error) => void): void;
  httpServer: Server;
}
type S3rverClass = new (options: object) => S3rver;
type Ciphers = Record<
  'createCipheriv' | 'createDecipheriv',
  (algorithm: string, key: Buffer, iv: Buffer) => unknown
>;
interface Signatures {
  getStringToSign(request: { uri: string; querystring: string }, ...rest: unknown[]): string;
}

/**
 * s3rver removes a folder when its last object goes, and a put into the folder at the same time fails. A file that it
 * does not take for an object keeps those that many objects share.
 */
async function keepFolders(root: string): Promise<void> {
  for (const name of ['assets', 'caches', 'plans', 'sources', 'videos']) {
    await mkdir(join(root, name), { recursive: true });
    await writeFile(join(root, name, '.keep'), '');
  }
}

export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'videocraft-s3-'));
  const require = createRequire(import.meta.url);
  const Implementation = require('@20minutes/s3rver') as S3rverClass;
  signAsClients(require('@20minutes/s3rver/lib/signature/v4.js') as Signatures);
  replaceDes(require('node:crypto') as Ciphers);
  const store = new Implementation({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    vhostBuckets: false,
    directory,
    configureBuckets: [{ name: BUCKET }],
  });
  // Its answer to a fault of its own is a 500 that says nothing.
  store.on('error', ({ constructor, message }) => {
    // An upload that is completed is gone when the request is repeated.
    const isAsked =
      constructor.name === 'S3Error' ||
      /ECONNRESET|EPIPE|HPE_INVALID_EOF_STATE|ENOENT.*_S3rver_uploads.*key/.test(message);
    if (!isAsked) process.stderr.write(`s3rver: ${message}\n`);
  });
  const { port: target } = await store.run();
  await keepFolders(join(directory, BUCKET, PREFIX));
  const uploads = new Uploads(join(directory, BUCKET, '._S3rver_uploads'));
  const requests: string[] = [];
  const front = createServer((incoming, response) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    const fault = isSigned(incoming) ? server.fault(incoming) : UNSIGNED;
    incoming.on('error', () => {});
    if (fault !== null && fails(fault, incoming, response)) return;
    const wait = fault?.kind === 'pause' ? fault.ms : 0;
    setTimeout(() => {
      void uploads.answer(incoming, response).then((answered) => {
        if (!answered) forward(incoming, response, target, fault);
      });
    }, wait);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const server: S3Server = {
    url,
    settings: {
      endpoint: url,
      publicEndpoint: url,
      region: 'us-east-1',
      bucket: BUCKET,
      prefix: `${PREFIX}/`,
      pathStyle: true,
      credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: ACCESS_KEY },
      timeoutMs: 5_000,
    },
    env: {
      VIDEOCRAFT_STORAGE: 's3',
      VIDEOCRAFT_S3_ENDPOINT: url,
      VIDEOCRAFT_S3_BUCKET: BUCKET,
      VIDEOCRAFT_S3_PREFIX: PREFIX,
      VIDEOCRAFT_S3_ACCESS_KEY_ID: ACCESS_KEY,
      VIDEOCRAFT_S3_SECRET_ACCESS_KEY: ACCESS_KEY,
    },
    requests,
    fault: () => null,
    unfinished: async () => (await uploads.all()).map(({ key }) => key),
    async close() {
      for (const one of [front, store.httpServer]) {
        one.closeAllConnections();
        await new Promise((resolve) => one.close(resolve));
      }
      await rm(directory, { recursive: true, force: true });
    },
  };
  return server;
}

/**
 * Before it checks a signature, s3rver drops the slash that ends the address of a bucket and is signed. It also leaves
 * letters as they are that clients encode (RFC 3986, section 2.2).
 */
function signAsClients(signatures: Signatures): void {
  const original = signatures.getStringToSign.bind(signatures);
  signatures.getStringToSign = (request, ...rest) => {
    const uri = request.uri.lastIndexOf('/') === 0 ? `${request.uri}/` : request.uri;
    const querystring = request.querystring.replace(
      /[!'()*]/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    return original({ ...request, uri, querystring }, ...rest);
  };
}

/** The tokens of s3rver that continue a list are encrypted by DES, which OpenSSL no longer has. Triple DES does. */
function replaceDes(ciphers: Ciphers): void {
  for (const name of ['createCipheriv', 'createDecipheriv'] as const) {
    const original = ciphers[name];
    ciphers[name] = (algorithm, key, iv) =>
      algorithm === 'des'
        ? original('des-ede3-cbc', Buffer.concat([key, key, key]), iv)
        : original(algorithm, key, iv);
  }
}

/** s3rver serves requests without a signature, too. */
function isSigned({ headers, url }: IncomingMessage): boolean {
  return headers.authorization !== undefined || url!.includes('X-Amz-Signature=');
}

/** @returns true if nothing else answers the request */
function fails(fault: Fault, incoming: IncomingMessage, response: ServerResponse): boolean {
  if (fault.kind === 'reset') {
    incoming.socket.resetAndDestroy();
    return true;
  }
  if (fault.kind === 'silence') return true;
  if (fault.kind !== 'status') return false;
  incoming.resume();
  incoming.on('end', () => {
    response.writeHead(fault.status, { 'Content-Type': 'application/xml', ...fault.headers });
    response.end(`<Error><Code>${fault.code}</Code><Message>As asked.</Message></Error>`);
  });
  return true;
}

function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  port: number,
  fault: Fault | null,
): void {
  const { method, url } = incoming;
  const headers = remaining(incoming.headers, fault, 'request');
  const path =
    fault?.kind === 'short-page' ? url!.replace(/max-keys=\d+/, `max-keys=${fault.keys}`) : url;
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode!, remaining(answer.headers, fault, 'response'));
    let sent = 0;
    answer.on('data', (chunk: Buffer) => {
      if (fault?.kind === 'damage') chunk[0] = (chunk[0] ?? 0) ^ 1;
      if (fault?.kind === 'half' && sent + chunk.length > fault.bytes) {
        response.write(chunk.subarray(0, fault.bytes - sent), () => response.destroy());
        answer.destroy();
        return;
      }
      sent += chunk.length;
      response.write(chunk);
    });
    answer.on('end', () => response.end());
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function remaining(
  headers: IncomingHttpHeaders,
  fault: Fault | null,
  of: 'request' | 'response',
): IncomingHttpHeaders {
  const lost: string[] = [];
  if (fault?.kind === 'lost-header' && fault.of === of) lost.push(fault.name);
  // s3rver takes changed requests only without a signature.
  if (of === 'request' && (lost.length > 0 || fault?.kind === 'short-page')) {
    lost.push('authorization');
  }
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !lost.includes(name)));
}

/** The operations on unfinished uploads that s3rver lacks. */
class Uploads {
  constructor(private readonly folder: string) {}

  async all(): Promise<{ id: string; key: string }[]> {
    const ids = await readdir(this.folder).catch(() => []);
    return Promise.all(
      ids.map(async (id) => ({ id, key: await readFile(join(this.folder, id, 'key'), 'utf8') })),
    );
  }

  async answer({ method, url }: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname, searchParams } = new URL(url!, 'http://localhost');
    const id = searchParams.get('uploadId');
    if (method === 'DELETE' && id !== null) {
      // s3rver may still write a part whose request has ended.
      await rm(join(this.folder, id), { recursive: true, force: true, maxRetries: 10 });
      response.writeHead(204).end();
      return true;
    }
    if (method !== 'GET' || !searchParams.has('uploads') || pathname.split('/').length > 3) {
      return false;
    }
    const prefix = searchParams.get('prefix') ?? '';
    const found = (await this.all()).filter(({ key }) => key.startsWith(prefix));
    const entries = found.map(
      (one) =>
        `<Upload><Key>${one.key}</Key><UploadId>${one.id}</UploadId><Initiated>2026-01-01T00:00:00.000Z</Initiated></Upload>`,
    );
    response.writeHead(200, { 'Content-Type': 'application/xml' });
    response.end(
      `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${entries.join('')}</ListMultipartUploadsResult>`,
    );
    return true;
  }
}
