import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { MemoryLocker, Server } from '@tus/server';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { AssetFiles } from '../../engine/assets/asset-files.js';
import { type AssetUpload, UploadStore } from '../../engine/assets/upload-store.js';
import type { Caller } from '../../http/access/access.js';
import { findVisible } from '../../http/access/visibility.js';
import { allowLongBody } from '../../http/requests/long-bodies.js';
import { BodyCut, type BodyPace, PACE, streamedBody } from '../../http/requests/streamed-body.js';
import { type LinkTo, linksOf } from '../../http/routes/links.js';
import { IncomingAssets } from '../files/incoming-assets.js';
import { readChecksum } from './checksum.js';
import { UploadDataStore } from './upload-data-store.js';
import { toProtocolError, uploadNotFound } from './upload-errors.js';
import { passedHeaders, requireHeaders } from './upload-headers.js';
import { UploadWriter } from './upload-writer.js';

const PATH = '/assets/uploads';

/**
 * Uploads in parts, by the tus protocol. `@tus/server` speaks it; this class checks who asks and how much, and keeps
 * the answers in the form of all others. What it holds is in the database and the store, so each request of an
 * upload may reach another process.
 */
@Injectable()
export class UploadsService {
  private readonly link: LinkTo;
  /** Requests to one upload in this process take turns. Between processes, the database decides. */
  private readonly locker = new MemoryLocker();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly incoming: IncomingAssets,
    private readonly uploads: UploadStore,
    private readonly files: AssetFiles,
    private readonly writer: UploadWriter,
  ) {
    this.link = linksOf(config);
  }

  /** Begins an upload. @throws ApiError PAYLOAD_TOO_LARGE, RATE_LIMIT_EXCEEDED, VALIDATION_ERROR */
  async create(req: HttpRequest, res: HttpResponse, caller: Caller): Promise<void> {
    requireHeaders(req);
    await this.incoming.admit(caller.id, 'tus', async () => {
      await this.incoming.requireRoom(caller.id, Number(req.headers['upload-length']));
      const id = uuidv7();
      await this.answer(req, res, caller, id).catch(async (error: unknown) => {
        // The client never learns its address, but it would count for a day. The sweeper tries again.
        await this.discard(id).catch(() => {});
        throw error;
      });
    });
  }

  private async discard(id: string): Promise<void> {
    if (await this.uploads.remove(id)) await this.files.removeParts(id);
  }

  /** Continues, describes, or ends an upload. @throws ApiError UPLOAD_NOT_FOUND, UPLOAD_CHANGED */
  async handle(id: string, req: HttpRequest, res: HttpResponse, caller: Caller): Promise<void> {
    const upload = await this.find(id, caller);
    requireHeaders(req);
    if (req.method !== 'PATCH') return this.answer(req, res, caller, upload.id);
    await this.incoming.admit(caller.id, 'tus', () => this.answer(req, res, caller, upload.id));
  }

  /** Also an administrator has only its own: whoever ends an upload owns the asset. */
  private find(id: string, caller: Caller): Promise<AssetUpload> {
    return findVisible(
      id,
      { ...caller, isAdmin: false },
      {
        find: (uploadId) => this.uploads.find(uploadId),
        notFound: uploadNotFound,
      },
    );
  }

  private async answer(
    req: HttpRequest,
    res: HttpResponse,
    caller: Caller,
    id: string,
  ): Promise<void> {
    const { uploads, files, writer } = this;
    const checksum = readChecksum(req.headersDistinct['upload-checksum']?.join());
    const store = new UploadDataStore({ caller, checksum, uploads, files, writer });
    const server = new Server({
      path: PATH,
      datastore: store,
      locker: this.locker,
      namingFunction: () => id,
      getFileIdFromRequest: () => id,
      generateUrl: () => this.link(`${PATH}/${id}`),
      disableTerminationForFinishedUploads: true,
      allowedOrigins: () => false,
      onResponseError: (_req, error) => Promise.reject(toProtocolError(error)),
    });
    allowLongBody(req, res);
    const body = new ArrivingBody(req, { ...PACE, idleMs: this.config.sources.idleTimeoutMs });
    try {
      const answer = await server.handleWeb(toWebRequest(req, body));
      if (!answer.ok) {
        throw toProtocolError({ status_code: answer.status, body: await answer.text() });
      }
      await this.send(res, answer, id);
    } catch (error) {
      // The server of the protocol does not wait for what arrived, and only tells that the body ended.
      await store.settled();
      throw error instanceof BodyCut ? (body.error ?? error) : error;
    } finally {
      body.close();
    }
  }

  /** Sends an answer of the protocol, with the asset that the upload became. */
  private async send(res: HttpResponse, answer: Response, id: string): Promise<void> {
    for (const [name, value] of answer.headers) {
      // Origins are those of the service.
      if (!name.startsWith('access-control-')) res.setHeader(name, value);
    }
    const assetId = (await this.uploads.find(id))?.assetId ?? null;
    if (assetId !== null) res.setHeader('X-Asset-ID', assetId);
    res.setHeader('Cache-Control', 'no-store');
    res.status(answer.status).end(await answer.text());
  }
}

/** A body, and why it ended early. */
class ArrivingBody {
  error: unknown = null;
  private stream: Readable | null = null;

  constructor(
    private readonly req: HttpRequest,
    private readonly pace: BodyPace,
  ) {}

  open(): ReadableStream {
    this.stream = Readable.from(this.chunks(), { objectMode: false });
    return Readable.toWeb(this.stream) as unknown as ReadableStream;
  }

  /** Stops reading, so that the rest can be discarded. */
  close(): void {
    this.stream?.destroy();
  }

  private async *chunks(): AsyncGenerator<Buffer> {
    try {
      yield* streamedBody(this.req, this.pace);
    } catch (error) {
      this.error = error;
      throw error;
    }
  }
}

/** The request as the server of the protocol reads it. */
function toWebRequest(req: HttpRequest, body: ArrivingBody): Request {
  const { method } = req;
  const init = { method, headers: passedHeaders(req) };
  const url = `http://localhost${PATH}`;
  if (method !== 'PATCH' && method !== 'POST') return new Request(url, init);
  return new Request(url, { ...init, body: body.open(), duplex: 'half' } as RequestInit);
}
