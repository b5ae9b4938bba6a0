import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { Asset } from '../engine/assets/asset.js';
import { AssetFiles } from '../engine/assets/asset-files.js';
import { AssetStore } from '../engine/assets/asset-store.js';
import { Fetcher } from '../engine/fetch/fetcher.js';
import { actorOf, type Caller, type Identity } from '../http/access/access.js';
import { findVisible, visibleOwner } from '../http/access/visibility.js';
import { LOST_FILE, type StoredFile } from '../http/downloads/downloads.js';
import { ApiError } from '../http/errors/api-error.js';
import { createdBetween, cursorPosition } from '../http/paging/page-query.js';
import { creationPosition, cursorPagination } from '../http/paging/pagination.dto.js';
import { allowLongBody } from '../http/requests/long-bodies.js';
import { PACE, streamedBody } from '../http/requests/streamed-body.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import type { AssetRequest } from './asset-request.js';
import { type AssetListDto, type AssetsQuery, toAssetDto } from './assets.dto.js';
import { fileNameOf, fileNameOfUrl } from './files/file-name.js';
import { IncomingFolder } from './files/incoming-folder.js';
import { atMost, readForm } from './files/read-form.js';
import { receiveFetched, receiveFile } from './files/receive-file.js';
import { announcedBytes, IncomingAssets, type Upload } from './files/incoming-assets.js';

/** The parts of a form besides the file take less. */
const FORM_BYTES = 64 * 1024;

/** Takes, lists, and deletes uploaded files. */
@Injectable()
export class AssetsService {
  private readonly link: LinkTo;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly incoming: IncomingAssets,
    private readonly folder: IncomingFolder,
    private readonly store: AssetStore,
    private readonly files: AssetFiles,
  ) {
    this.link = linksOf(config);
  }

  /**
   * Stores the file of a form, as it arrives.
   *
   * @throws ApiError VALIDATION_ERROR, PAYLOAD_TOO_LARGE, REQUEST_TOO_SLOW, RATE_LIMIT_EXCEEDED, MEDIA_INVALID,
   *   STORAGE_FULL
   */
  uploadForm(req: Request, res: Response, caller: Caller): Promise<Upload> {
    return this.incoming.admit(caller.id, 'form', () =>
      this.folder.withFile(async (path) => {
        const announced = announcedBytes(req.headers['content-length']);
        await this.incoming.requireRoom(caller.id, Math.max(0, announced - FORM_BYTES));
        allowLongBody(req, res);
        const body = streamedBody(req, { ...PACE, idleMs: this.config.sources.idleTimeoutMs });
        const { bounds } = this.incoming;
        const all = atMost(bounds.maxBytes + FORM_BYTES, body, bounds.tooLarge);
        const form = await readForm(req.headers, all, (content) =>
          receiveFile(content, path, bounds),
        );
        const whole = { file: form.file, name: fileNameOf(form.name) };
        return this.incoming.keep(whole, 'form', (stored) =>
          this.store.keep(stored, actorOf(caller)),
        );
      }),
    );
  }

  /**
   * Fetches a file and stores it.
   *
   * @param signal aborted when nobody waits for it any more
   * @throws ApiError with the code with which a job would fail, RATE_LIMIT_EXCEEDED, STORAGE_FULL
   */
  uploadUrl({ url, name }: AssetRequest, caller: Caller, signal: AbortSignal): Promise<Upload> {
    return this.incoming.admit(caller.id, 'url', () =>
      this.folder.withFile(async (path) => {
        await this.incoming.requireRoom(caller.id, 0);
        const fetcher = new Fetcher(this.config.sources);
        try {
          await fetcher.fetch(url.trim(), path, { pointer: '/url', signal });
        } finally {
          fetcher.close();
        }
        const file = await receiveFetched(path);
        const shown = name === null ? fileNameOfUrl(url) : fileNameOf(name);
        return this.incoming.keep({ file, name: shown }, 'url', (stored) =>
          this.store.keep(stored, actorOf(caller)),
        );
      }),
    );
  }

  /**
   * Stores a text, such as captions, as a file in UTF-8.
   *
   * @throws ApiError PAYLOAD_TOO_LARGE, RATE_LIMIT_EXCEEDED, MEDIA_INVALID, STORAGE_FULL
   */
  uploadText(text: string, name: string, caller: Caller): Promise<Upload> {
    const content = Buffer.from(text);
    return this.incoming.admit(caller.id, 'text', () =>
      this.folder.withFile(async (path) => {
        await this.incoming.requireRoom(caller.id, content.length);
        const file = await receiveFile(Readable.from([content]), path, this.incoming.bounds);
        return this.incoming.keep({ file, name: fileNameOf(name) }, 'text', (stored) =>
          this.store.keep(stored, actorOf(caller)),
        );
      }),
    );
  }

  async list(query: AssetsQuery, key: Identity): Promise<AssetListDto> {
    const { assets, hasMore } = await this.store.page(
      { ...createdBetween(query), keyId: visibleOwner(key), name: query.name ?? null },
      query.limit,
      cursorPosition(query, 'uuid'),
    );
    return {
      assets: assets.map((asset) => toAssetDto(asset, this.link)),
      pagination: cursorPagination(query, hasMore, creationPosition(assets.at(-1))),
    };
  }

  /** @throws ApiError ASSET_NOT_FOUND */
  find(id: string, key: Identity): Promise<Asset> {
    return findVisible(id, key, {
      find: (assetId) => this.store.find(assetId),
      notFound: () => new ApiError('ASSET_NOT_FOUND', 'No asset with this ID belongs to your key.'),
    });
  }

  /** @throws ApiError ASSET_NOT_FOUND, FILE_NOT_FOUND */
  async file(asset: Asset): Promise<StoredFile> {
    const object = await this.store.objectOf(asset);
    if (object === null) throw new ApiError('FILE_NOT_FOUND', LOST_FILE);
    const { contentType, bytes, sha256, createdAt: shownAs } = asset;
    return { object, contentType, sizeBytes: bytes, sha256, shownAs };
  }

  /**
   * Deletes an asset. Jobs that were accepted before keep it until they have ended.
   *
   * @throws ApiError ASSET_NOT_FOUND
   */
  async remove(id: string, caller: Caller): Promise<void> {
    const asset = await this.find(id, caller);
    const objects = await this.store.remove(asset, actorOf(caller));
    // A concurrent request deleted the asset first: this one gets 404.
    if (objects === null) await this.find(id, caller);
    else await this.files.remove(objects);
  }
}
