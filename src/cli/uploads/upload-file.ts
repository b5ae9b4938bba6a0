import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { DetailedError, Upload, type UploadOptions } from 'tus-js-client';
import { InputError } from '../input-error.js';
import type { RememberedUploads } from './remembered-uploads.js';
import type { ServiceAccess } from './service-access.js';

/** Few requests for a large file, and little to send again after an interruption. */
const CHUNK_BYTES = 64 * 1024 * 1024;
const RETRY_DELAYS_MS = [500, 2_000, 5_000, 15_000, 30_000];
/** Statuses after which the same request may succeed. */
const PASSING: ReadonlySet<number> = new Set([0, 408, 409, 423, 429, 500, 502, 503, 504]);

export interface UploadTools {
  readonly access: ServiceAccess;
  readonly remembered: RememberedUploads;
  readonly signal: AbortSignal;
  /** @param fraction 0 to 1 */
  readonly onProgress: (fraction: number) => void;
}

/**
 * Uploads a file in parts. An upload that was interrupted before continues where it ended.
 *
 * @returns the ID of the asset
 * @throws InputError for a path that is no file; Error with the answer of the service
 */
export async function uploadFile(path: string, tools: UploadTools): Promise<string> {
  const file = await stat(path).catch(() => null);
  if (!file?.isFile()) throw new InputError(`The file ${path} does not exist.`);
  if (file.size === 0) throw new InputError(`The file ${path} is empty.`);
  const { access, remembered, signal } = tools;
  const source = createReadStream(path);
  // It only tells the path; the client opens the parts itself.
  source.on('error', () => {});
  const identity = [access.api, resolve(path), file.size, file.mtimeMs].join('|');
  const headers = await access.headers();
  try {
    return await new Promise<string>((fulfill, reject) => {
      const upload = new Upload(source as never, {
        ...optionsOf(path, { ...tools, headers }),
        urlStorage: remembered,
        fingerprint: () => Promise.resolve(identity),
        uploadSize: file.size,
        onError: (error) => reject(explain(error)),
        onSuccess: ({ lastResponse }) => {
          const id = lastResponse.getHeader('X-Asset-ID');
          if (id) fulfill(id);
          else reject(new Error('The service did not tell the ID of the asset.'));
        },
      });
      signal.addEventListener('abort', () => {
        void upload.abort().finally(() => reject(new Error('Stopped.')));
      });
      start(upload).catch(reject);
    });
  } finally {
    source.destroy();
  }
}

async function start(upload: Upload): Promise<void> {
  const [previous] = await upload.findPreviousUploads();
  if (previous) upload.resumeFromPreviousUpload(previous);
  upload.start();
}

function optionsOf(
  path: string,
  { access, onProgress, headers }: UploadTools & { readonly headers: Record<string, string> },
): UploadOptions {
  return {
    endpoint: `${access.api}/assets/uploads`,
    headers,
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_DELAYS_MS,
    removeFingerprintOnSuccess: true,
    metadata: { filename: basename(path) },
    // A long upload outlives its first token.
    onBeforeRequest: async (req) => {
      for (const [name, value] of Object.entries(await access.headers()))
        req.setHeader(name, value);
    },
    onShouldRetry: (error) => PASSING.has(error.originalResponse?.getStatus() ?? 0),
    onProgress: (sent, total) => onProgress(sent / total),
  };
}

/** What the service answered, or what prevented an answer. */
function explain(error: Error | DetailedError): Error {
  if (!(error instanceof DetailedError)) return error;
  const body = error.originalResponse?.getBody() ?? '';
  try {
    const { code, details } = JSON.parse(body) as { code: string; details: string };
    return new Error(`${code}: ${details}`, { cause: error });
  } catch {
    const status = error.originalResponse?.getStatus();
    const reason = status === undefined ? 'does not respond' : `responded with HTTP ${status}`;
    return new Error(`The service ${reason}.`, { cause: error });
  }
}
