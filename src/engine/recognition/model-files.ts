import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config/types.js';
import { JobFailure } from '../../core/job/job-failure.js';
import type { Retry } from '../fetch/download.js';
import { Fetcher } from '../fetch/fetcher.js';
import { hashFile } from '../files/hash-file.js';
import type { CatalogueModel, ModelFile } from './model-catalogue.js';
import { ModelError } from './model-error.js';

const LARGEST_FILE_BYTES = 8_000_000_000;
const MIRROR = 'The host in VIDEOCRAFT_RECOGNITION_MODELS_URL';
const LONGEST_FETCH_MS = 6 * 3_600_000;
/** Written last, so that a folder which has it is whole. */
export const MANIFEST = 'videocraft-model.json';

/** SHA-256 of each file of a model, as far as they are known. */
export type Checksums = Readonly<Record<string, string>>;

export interface InstallOptions {
  readonly signal: AbortSignal;
  /** Bytes there are by now, and about how many there will be. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
  /** Told when a file could not be fetched, and is tried again. */
  readonly onRetry?: (retry: Retry) => void;
}

export interface FetchModelOptions extends InstallOptions {
  readonly limits: Config['sources'];
  /** Takes the place of the hosts in the catalogue; null: none does. */
  readonly mirror: string | null;
}

/** True when every file is there and has the checksum it should have. */
export async function isWholeModel(
  { files }: CatalogueModel,
  folder: string,
  checksums: Checksums,
): Promise<boolean> {
  for (const { name } of files) {
    const found = await hashFile(join(folder, name)).catch(() => null);
    if (found === null || found !== checksums[name]) return false;
  }
  return true;
}

/**
 * Fetches what is missing of a model into a folder; files that are there and right are kept.
 *
 * @returns the checksums of all files
 * @throws ModelError when a file cannot be fetched, or has another checksum than is known
 */
export async function fetchModel(
  model: CatalogueModel,
  folder: string,
  known: Checksums,
  options: FetchModelOptions,
): Promise<Checksums> {
  await mkdir(folder, { recursive: true });
  const total = totalBytes(model);
  const checksums: Record<string, string> = {};
  let done = 0;
  for (const file of model.files) {
    const path = join(folder, file.name);
    const wanted = known[file.name];
    let found = wanted === undefined ? null : await hashFile(path).catch(() => null);
    if (found === null || found !== wanted) {
      await fetchFile(model, file, path, options, (bytes) =>
        options.onProgress?.(Math.min(total, done + bytes), total),
      );
      found = await hashFile(path);
    }
    if (wanted !== undefined && found !== wanted) {
      await rm(path, { force: true });
      throw new ModelError(
        `The file ${file.name} of the model ${model.name} is not the one expected: its SHA-256 is ${found}, not ${wanted}.`,
      );
    }
    checksums[file.name] = found;
    done += file.bytes;
  }
  await writeFile(join(folder, MANIFEST), JSON.stringify({ name: model.name, sha256: checksums }));
  return checksums;
}

export function totalBytes({ files }: CatalogueModel): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function fetchFile(
  model: CatalogueModel,
  file: ModelFile,
  path: string,
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
    throw new ModelError(
      `The file ${file.name} of the model ${model.name} cannot be fetched: ${error.message}`,
      { cause: error },
    );
  } finally {
    fetcher.close();
    await rm(part, { force: true });
  }
}
