import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import {
  type ByteRange,
  OBJECT_STORE,
  type ObjectInfo,
  type ObjectStore,
} from '../../engine/storage/object-store.js';
import { DownloadHolds } from '../../engine/retention/download-holds.js';
import { ApiError } from '../errors/api-error.js';
import { preconditionFailed, requireIfMatch } from '../preconditions/if-match.js';
import { matchesETag } from '../preconditions/if-none-match.js';
import { contentDisposition } from './content-disposition.js';

/** A file in the store. */
export interface StoredFile {
  /** The key of its object. */
  readonly object: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /**
   * When the file was modified, for an object that others may have stored before. Such an object is not shown
   * itself: the store would tell its real time.
   */
  readonly shownAs?: Date;
}

/** How a browser shows or saves a file. */
export interface Saving {
  readonly fileName: string;
  readonly type: 'attachment' | 'inline';
  /** How long a signed address of the store may be valid at most. Missing: as long as the operator allows. */
  readonly secondsLeft?: number;
}

/** A file, and its name for whoever saves it. */
export interface SavedFile {
  readonly file: StoredFile;
  readonly saving: Saving;
}

/** What is answered if the store has lost a file, or a part of it. */
export const LOST_FILE = 'The file is no longer in the storage of the service.';

/** Sends files: through the API, or by signed addresses of the store. */
@Injectable()
export class Downloads {
  private readonly logger = new Logger(Downloads.name);

  constructor(
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Config,
    private readonly holds: DownloadHolds,
  ) {}

  /**
   * Sends a file, the requested range of it, 304, or a redirect to the store.
   *
   * @param saving how a browser shows or saves the file
   * @throws ApiError FILE_NOT_FOUND, PRECONDITION_FAILED, RANGE_NOT_SATISFIABLE
   */
  async send(res: Response, file: StoredFile, saving: Saving): Promise<void> {
    const { req } = res;
    const tag = `"${file.sha256}"`;
    requireIfMatch(req.headers['if-match'], tag);
    if (matchesETag(req.headers['if-none-match'], tag)) {
      res.status(304).set('ETag', tag).end();
      return;
    }
    const stored = await this.store.stat(file.object);
    if (stored?.bytes !== file.sizeBytes) throw new ApiError('FILE_NOT_FOUND', LOST_FILE);
    const found = { ...stored, modifiedAt: file.shownAs ?? stored.modifiedAt };
    const isModified = modifiedSince(req, found.modifiedAt);
    // Not by `set`, which adds a charset to JSON, which has none (RFC 8259, section 11).
    res.setHeaders(headersOf(file, found, saving));
    if (!isModified) {
      res.status(304).end();
      return;
    }
    if (await this.redirect(res, file, saving)) return;
    await this.holds.during(file.object, () => this.sendBytes(res, file, found));
  }

  /** @returns false if the API sends the file itself */
  private async redirect(res: Response, file: StoredFile, saving: Saving): Promise<boolean> {
    const { redirectDownloads, linkSeconds } = this.config.storage;
    // A signed address is for one method.
    if (!redirectDownloads || res.req.method === 'HEAD' || file.shownAs) return false;
    const seconds = Math.max(1, Math.min(linkSeconds, saving.secondsLeft ?? linkSeconds));
    const address = await this.store.link(file.object, {
      disposition: contentDisposition(saving.type, saving.fileName),
      contentType: file.contentType,
      seconds,
    });
    if (address === null) return false;
    await this.holds.for(file.object, seconds);
    for (const header of ['Content-Type', 'Content-Disposition', 'ETag', 'Last-Modified']) {
      res.removeHeader(header);
    }
    res.set('Cache-Control', 'no-store').redirect(address);
    return true;
  }

  private async sendBytes(
    res: Response,
    { object: key, sha256 }: StoredFile,
    { bytes, modifiedAt }: ObjectInfo,
  ): Promise<void> {
    const range = requestedRange(res.req, { bytes, tag: `"${sha256}"`, modifiedAt });
    if (range !== null) {
      res.status(206).set('Content-Range', `bytes ${range.first}-${range.last}/${bytes}`);
    }
    res.set('Content-Length', String(range === null ? bytes : range.last - range.first + 1));
    if (res.req.method === 'HEAD') {
      res.end();
      return;
    }
    const object = await this.store.open(key, range);
    if (object === null) {
      for (const header of ['Content-Length', 'Content-Range']) res.removeHeader(header);
      throw new ApiError('FILE_NOT_FOUND', LOST_FILE);
    }
    // An error breaks the connection, so that no part of a file looks like all of it.
    await pipeline(object.stream, res).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
      this.logger.warn({ err: error, object: key, msg: 'A download broke off' });
    });
  }
}

function headersOf(
  { contentType, sha256 }: StoredFile,
  { modifiedAt }: ObjectInfo,
  { type, fileName }: Saving,
): Map<string, string> {
  return new Map([
    ['Content-Type', contentType],
    ['Content-Disposition', contentDisposition(type, fileName)],
    ['Accept-Ranges', 'bytes'],
    ['Cache-Control', 'public, max-age=0'],
    ['ETag', `"${sha256}"`],
    ['Last-Modified', modifiedAt.toUTCString()],
  ]);
}

/**
 * False if the client has the file already (RFC 9110, section 13). Entity tags, which are checked before, count
 * instead of dates.
 *
 * @throws ApiError PRECONDITION_FAILED
 */
function modifiedSince({ headers }: Request, modifiedAt: Date): boolean {
  const modified = inSeconds(modifiedAt.getTime());
  const unmodifiedSince = inSeconds(Date.parse(headers['if-unmodified-since'] ?? ''));
  if (headers['if-match'] === undefined && modified > unmodifiedSince) throw preconditionFailed();
  const since = inSeconds(Date.parse(headers['if-modified-since'] ?? ''));
  return headers['if-none-match'] !== undefined || !(modified <= since);
}

/** Dates in headers have no fractions. */
function inSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** What a range is compared with. */
interface Representation {
  readonly bytes: number;
  readonly tag: string;
  readonly modifiedAt: Date;
}

/**
 * The range that a client asks for; null: the whole file. Several ranges that do not touch count as the whole
 * file.
 *
 * @throws ApiError RANGE_NOT_SATISFIABLE
 */
function requestedRange(
  req: Request,
  { bytes, tag, modifiedAt }: Representation,
): ByteRange | null {
  const { range, 'if-range': ifRange } = req.headers;
  if (range === undefined || !/^ *bytes=/.test(range)) return null;
  if (ifRange !== undefined && !isCurrent(ifRange, tag, modifiedAt)) return null;
  // RFC 9110, section 14.1.2: of a file that is shorter, all of it.
  const last = /^bytes=-(\d+)$/.exec(range)?.[1];
  if (last !== undefined && Number(last) > bytes && bytes > 0) return { first: 0, last: bytes - 1 };
  const ranges = req.range(bytes, { combine: true });
  if (ranges === -1) {
    throw new ApiError('RANGE_NOT_SATISFIABLE', 'The requested range is outside the file.', {
      headers: { 'Content-Range': `bytes */${bytes}` },
    });
  }
  if (!Array.isArray(ranges) || ranges.length !== 1) return null;
  return { first: ranges[0]!.start, last: ranges[0]!.end };
}

/** Whether the client has the beginning of this very file. */
function isCurrent(validator: string | string[], tag: string, modifiedAt: Date): boolean {
  const ifRange = String(validator);
  if (ifRange.includes('"')) return ifRange.trim() === tag;
  return inSeconds(modifiedAt.getTime()) <= inSeconds(Date.parse(ifRange));
}
