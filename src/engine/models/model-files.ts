import { mkdir, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config/types.js';
import { JobFailure } from '../../core/job/job-failure.js';
import type { Retry } from '../fetch/download.js';
import { Fetcher } from '../fetch/fetcher.js';
import { formatBytes } from '../../core/sources/format-amounts.js';
import { hashFile } from '../files/hash-file.js';
import type { CatalogModel, ModelFile } from './model-catalog.js';
import { ModelFetchError, ModelStorageFull } from './model-error.js';

const LARGEST_FILE_BYTES = 8_000_000_000;
const MIRROR = 'The host in VIDEOCRAFT_RECOGNITION_MODELS_URL';
const LONGEST_FETCH_MS = 6 * 3_600_000;
/** Written last, so a folder with this file is complete. */
export const MANIFEST = 'videocraft-model.json';

/** SHA-256 of the files of a model, as far as known. */
export type Checksums = Readonly<Record<string, string>>;

export interface InstallOptions {
  readonly signal: AbortSignal;
  /** Receives the number of bytes so far and the approximate total. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
  /** Called before a failed fetch is retried. */
  readonly onRetry?: (retry: Retry) => void;
}

export interface FetchModelOptions extends InstallOptions {
  readonly limits: Config['sources'];
  /** Replaces the hosts in the catalog; null for no mirror. */
  readonly mirror: string | null;
  /** The space that must stay free on the disk, in bytes. */
  readonly minFreeBytes: number;
}

/** Returns true when every file exists and has its expected checksum. */
export async function isCompleteModel(
  { files }: CatalogModel,
  folder: string,
  checksums: Checksums,
): Promise<boolean> {
  for (const { name } of files) {
    const checksum = await hashFile(join(folder, name)).catch(() => null);
    if (checksum === null || checksum !== checksums[name]) return false;
  }
  return true;
}

/**
 * Fetches the missing files of a model into a folder, and keeps files with the right checksum.
 *
 * @returns the checksums of all files
 * @throws ModelFetchError when a file cannot be fetched or has the wrong checksum
 * @throws ModelStorageFull when the disk has no room
 */
export async function fetchModel(
  model: CatalogModel,
  folder: string,
  known: Checksums,
  options: FetchModelOptions,
): Promise<Checksums> {
  await mkdir(folder, { recursive: true });
  const total = totalBytes(model);
  await requireSpace(model, folder, options.minFreeBytes);
  options.onProgress?.(0, total);
  const checksums: Record<string, string> = {};
  let done = 0;
  for (const file of model.files) {
    const path = join(folder, file.name);
    const expected = known[file.name];
    const onBytes = (bytes: number) => options.onProgress?.(Math.min(total, done + bytes), total);
    const checksum =
      (await checksumIfExpected(path, expected)) ??
      (await fetchFile({ model, file, path, expected }, options, onBytes));
    checksums[file.name] = checksum;
    done += file.bytes;
  }
  await writeFile(join(folder, MANIFEST), JSON.stringify({ name: model.name, sha256: checksums }));
  return checksums;
}

export function totalBytes({ files }: CatalogModel): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The size of the files in the folder of an install, in bytes; 0 if it does not exist. */
export async function fetchedBytes(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Finds out before a download that it would fill the disk. */
async function requireSpace(
  model: CatalogModel,
  folder: string,
  minFreeBytes: number,
): Promise<void> {
  const missing = totalBytes(model) - (await fetchedBytes(folder));
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize - minFreeBytes;
  if (missing <= 0 || missing <= free) return;
  throw new ModelStorageFull(
    `The disk of the data folder has no room for the speech model ${model.name}: ${formatBytes(missing)} are missing, and ` +
      `${formatBytes(Math.max(0, free))} are free beside those that VIDEOCRAFT_STORAGE_MIN_FREE_BYTES keeps.`,
  );
}

/** Returns the checksum of a file, or null when the file is missing or not the expected one. */
async function checksumIfExpected(path: string, expected?: string): Promise<string | null> {
  if (expected === undefined) return null;
  const checksum = await hashFile(path).catch(() => null);
  return checksum === expected ? checksum : null;
}

interface FileToFetch {
  readonly model: CatalogModel;
  readonly file: ModelFile;
  readonly path: string;
  /** SHA-256, if known. */
  readonly expected?: string | undefined;
}

/** Fetches a file and returns its checksum. */
async function fetchFile(
  toFetch: FileToFetch,
  options: FetchModelOptions,
  onBytes: (bytes: number) => void,
): Promise<string> {
  const { model, file, path, expected } = toFetch;
  await download(toFetch, options, onBytes);
  const checksum = await hashFile(path);
  if (expected === undefined || checksum === expected) return checksum;
  await rm(path, { force: true });
  throw new ModelFetchError(
    `The file ${file.name} of the model ${model.name} has the wrong checksum. Expected SHA-256 ${expected}, but got ${checksum}.`,
  );
}

async function download(
  { model, file, path }: FileToFetch,
  options: FetchModelOptions,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { mirror, signal, onRetry } = options;
  const address = mirror === null ? file.url : `${mirror}${new URL(file.url).pathname}`;
  const part = `${path}.part`;
  const fetcher = new Fetcher(options.limits);
  try {
    await fetcher.fetch(address, part, {
      pointer: null,
      signal,
      onBytes,
      onRetry,
      maxBytes: LARGEST_FILE_BYTES,
      totalMs: LONGEST_FETCH_MS,
      operatorsHost: mirror === null ? new URL(address).host : MIRROR,
    });
    await rename(part, path);
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    const message = `Cannot fetch the file ${file.name} of the model ${model.name}: ${error.message}`;
    if (error.code === 'STORAGE_FULL') throw new ModelStorageFull(message, { cause: error });
    throw new ModelFetchError(`${message} ${mirrorAdvice(address, mirror)}`, { cause: error });
  } finally {
    fetcher.close();
    await rm(part, { force: true });
  }
}

/** What an operator can do whose machine cannot fetch a model. */
function mirrorAdvice(address: string, mirror: string | null): string {
  if (mirror !== null) return 'Check the mirror in VIDEOCRAFT_RECOGNITION_MODELS_URL.';
  return (
    `Let the service connect to ${new URL(address).host}, or set VIDEOCRAFT_RECOGNITION_MODELS_URL to a mirror ` +
    'that it can reach.'
  );
}
