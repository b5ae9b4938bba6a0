import { type Download, download } from './download.js';
import { ApiError, VideoCraftError } from './errors.js';
import type { Transport } from './transport.js';
import type { Asset, AssetList, RequestOptions } from './types.js';

export interface UploadOptions extends RequestOptions {
  /** The name of the file. The default is that of a `File`. */
  readonly name?: string | undefined;
  /** Called as parts arrive, with 0 to 1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /** Files above this size are sent in parts, which continue after an interruption. The default is 16 MiB. */
  readonly partBytes?: number | undefined;
}

/** What can be uploaded. In Node, `fs.openAsBlob` makes a blob of a file without reading it. */
export type Uploadable = Blob | Uint8Array | ArrayBuffer;

const PART_BYTES = 16 * 1024 * 1024;
const MAX_BREAKS = 5;
const TUS = { 'Tus-Resumable': '1.0.0' };

/** Files of yours that videos use. */
export class Assets {
  constructor(private readonly transport: Transport) {}

  /** Uploads a file. Its `src` is what a config names. The same content twice is one asset. */
  async upload(file: Uploadable, options: UploadOptions = {}): Promise<Asset> {
    const { partBytes = PART_BYTES, onProgress, signal, timeoutMs } = options;
    const blob = file instanceof Blob ? file : new Blob([file as BlobPart]);
    const name = options.name ?? (blob as Partial<File>).name ?? 'file';
    if (blob.size > partBytes) return this.uploadParts(blob, { ...options, name, partBytes });
    const body = new FormData();
    body.set('file', blob, name);
    const asset = await this.transport.json<Asset>({
      method: 'POST',
      path: '/assets',
      body,
      // The same content gives the same asset.
      isRepeatable: true,
      signal,
      timeoutMs,
    });
    onProgress?.(1);
    return asset;
  }

  /** Lets the service fetch a file once. */
  fromUrl(url: string, options: RequestOptions & { readonly name?: string } = {}): Promise<Asset> {
    const { name, ...rest } = options;
    const json = { url, ...(name === undefined ? {} : { name }) };
    const method = 'POST' as const;
    return this.transport.json<Asset>({
      method,
      path: '/assets',
      json,
      isRepeatable: true,
      ...rest,
    });
  }

  get(id: string, options: RequestOptions = {}): Promise<Asset> {
    return this.transport.json<Asset>({ path: pathOf(id), ...options });
  }

  list(
    options: RequestOptions & {
      readonly limit?: number;
      readonly cursor?: string;
      /** What the names contain, in upper or lower case. */
      readonly name?: string | undefined;
    } = {},
  ): Promise<AssetList> {
    const { limit, cursor, name, ...rest } = options;
    const query = { limit, cursor, name };
    return this.transport.json<AssetList>({ path: '/assets', query, ...rest });
  }

  /** The content of an asset. */
  download(id: string, options: RequestOptions = {}): Promise<Download> {
    return download(this.transport, { path: `${pathOf(id)}/download`, ...options });
  }

  async delete(id: string, options: RequestOptions = {}): Promise<void> {
    await this.transport.json({ method: 'DELETE', path: pathOf(id), ...options });
  }

  /** Uploads by the tus protocol, version 1.0.0. */
  private async uploadParts(
    blob: Blob,
    options: UploadOptions & { readonly name: string; readonly partBytes: number },
  ): Promise<Asset> {
    const { partBytes, onProgress } = options;
    const path = await this.begin(blob, options);
    let offset = 0;
    for (let breaks = 0; offset < blob.size;) {
      try {
        const part = blob.slice(offset, offset + partBytes);
        const answer = await this.sendPart(path, part, offset, options);
        offset = answer.offset;
        breaks = 0;
        onProgress?.(offset / blob.size);
        if (answer.asset !== null) return await this.get(answer.asset, options);
      } catch (error) {
        if (options.signal?.aborted || !isPassing(error) || ++breaks > MAX_BREAKS) throw error;
        const { offset: arrived, asset } = await this.state(path, options);
        if (asset !== null) return this.get(asset, options);
        offset = arrived;
      }
    }
    throw new VideoCraftError('The service did not name the asset of the upload.');
  }

  private begin(
    blob: Blob,
    { name, signal, timeoutMs }: UploadOptions & { readonly name: string },
  ): Promise<string> {
    const request = {
      method: 'POST' as const,
      path: '/assets/uploads',
      headers: {
        ...TUS,
        'Upload-Length': String(blob.size),
        'Upload-Metadata': `filename ${base64(new TextEncoder().encode(name))}`,
      },
      // One that nobody continues is removed.
      isRepeatable: true,
      signal,
      timeoutMs,
    };
    return this.transport.send(request, async ({ response }) => {
      const id = (response.headers.get('location') ?? '').split('/').pop()!;
      await response.arrayBuffer();
      return `/assets/uploads/${encodeURIComponent(id)}`;
    });
  }

  private sendPart(
    path: string,
    part: Blob,
    offset: number,
    { signal, timeoutMs }: RequestOptions,
  ): Promise<UploadState> {
    const headers = {
      ...TUS,
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
    };
    // A part on a slow line takes longer than an answer.
    const time = timeoutMs ?? 600_000;
    const request = {
      method: 'PATCH' as const,
      path,
      headers,
      body: part,
      signal,
      timeoutMs: time,
    };
    return this.transport.send(request, ({ response }) => stateOf(response));
  }

  private state(path: string, { signal, timeoutMs }: RequestOptions): Promise<UploadState> {
    const request = { method: 'HEAD' as const, path, headers: TUS, signal, timeoutMs };
    return this.transport.send(request, ({ response }) => stateOf(response));
  }
}

interface UploadState {
  readonly offset: number;
  /** The ID of the asset, if the upload is complete. */
  readonly asset: string | null;
}

async function stateOf(response: Response): Promise<UploadState> {
  await response.arrayBuffer();
  const { headers } = response;
  return { offset: Number(headers.get('upload-offset')), asset: headers.get('x-asset-id') };
}

/** Whether the upload may continue: the connection broke, or another request was faster. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return error instanceof VideoCraftError;
  return [408, 409, 429, 502, 503, 504].includes(error.status);
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function pathOf(id: string): string {
  return `/assets/${encodeURIComponent(id)}`;
}
