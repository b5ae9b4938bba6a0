import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import type { Config } from '../../config/types.js';
import { type CatalogModel, MODEL_CATALOG, VOICE_ACTIVITY_MODEL } from './model-catalog.js';
import { LastFailure } from './last-failure.js';
import { ModelError, ModelFetchError } from './model-error.js';
import {
  type Checksums,
  fetchedBytes,
  fetchModel,
  type InstallOptions,
  isCompleteModel,
  MANIFEST,
  totalBytes,
} from './model-files.js';
import { pathExists } from '../files/path-exists.js';

/** A lock that was not renewed for this long belongs to a process that died. */
const STALE_LOCK_MS = 20_000;
const LOCK_POLL_MS = 500;

export interface ListedModel extends CatalogModel {
  readonly installed: boolean;
  readonly bytes: number;
}

/**
 * The speech models in the data folder. One process at a time fetches and checks a model, which then appears
 * complete or not at all. If a checksum is unknown, the store records that of the first install, keeps it
 * after a removal, and rejects other content from then on.
 */
export class ModelStore {
  /** Models whose files this process has checked. */
  private readonly checked = new Set<string>();

  /**
   * @param dir folder of the models
   * @param mirror replaces the hosts in the catalog; null for no mirror
   * @param minFreeBytes the space that must stay free on the disk
   */
  constructor(
    private readonly dir: string,
    private readonly limits: Config['sources'],
    private readonly mirror: string | null,
    private readonly catalog: readonly CatalogModel[] = MODEL_CATALOG,
    private readonly minFreeBytes = 0,
  ) {}

  async list(): Promise<ListedModel[]> {
    return Promise.all(
      this.catalog.map(async (model) => ({
        ...model,
        installed: await pathExists(join(this.dir, model.name, MANIFEST)),
        bytes: totalBytes(model),
      })),
    );
  }

  /** @throws ModelError when the text is neither the name of a speech model nor the path of a folder */
  async assertKnown(nameOrPath: string): Promise<void> {
    const speech = this.catalog.map(({ name }) => name).filter((n) => n !== VOICE_ACTIVITY_MODEL);
    if (speech.includes(nameOrPath) || (isPath(nameOrPath) && (await pathExists(nameOrPath))))
      return;
    throw new ModelError(
      `The speech model ${JSON.stringify(nameOrPath)} does not exist. Use the path of a folder (with a slash), or one of ${speech.join(', ')}.`,
    );
  }

  /** Returns whether a model can be used without a download. */
  async isInstalled(nameOrPath: string): Promise<boolean> {
    return isPath(nameOrPath)
      ? pathExists(nameOrPath)
      : pathExists(join(this.dir, nameOrPath, MANIFEST));
  }

  /** Returns the folder of a model; installs a catalog model if necessary. */
  async folderOf(nameOrPath: string, options: InstallOptions): Promise<string> {
    await this.assertKnown(nameOrPath);
    return isPath(nameOrPath) ? resolve(nameOrPath) : this.install(nameOrPath, options);
  }

  /**
   * Installs a model. Checks and repairs an installed model, once in each process.
   *
   * @returns the folder of the model
   * @throws ModelFetchError when a file cannot be fetched or has the wrong checksum, now or while this process waited
   * @throws ModelStorageFull when the disk has no room
   */
  async install(name: string, options: InstallOptions): Promise<string> {
    const model = this.findByName(name);
    const folder = join(this.dir, name);
    if (this.checked.has(name)) return folder;
    const failure = new LastFailure(this.failurePath(name));
    const throwIfFailed = await failure.since();
    const onWait = () => this.showFetch(model, options);
    await this.withLock(name, { signal: options.signal, onWait }, async (signal) => {
      const known = await this.checksumsOf(model);
      if (await isCompleteModel(model, folder, known)) return;
      await throwIfFailed();
      const part = `${folder}.part`;
      if (await pathExists(folder)) {
        await rm(part, { recursive: true, force: true });
        await rename(folder, part);
      }
      const { limits, mirror, minFreeBytes } = this;
      const fetching = { ...options, signal, limits, mirror, minFreeBytes };
      const checksums = await failure.watch(signal, () => fetchModel(model, part, known, fetching));
      await mkdir(join(this.dir, 'checksums'), { recursive: true });
      await writeFile(this.checksumsPath(name), JSON.stringify(checksums));
      await rename(part, folder);
    });
    this.checked.add(name);
    return folder;
  }

  /** @param forgetChecksums whether to allow other content in a later install */
  async remove(name: string, forgetChecksums: boolean): Promise<void> {
    this.findByName(name);
    const { signal } = new AbortController();
    await this.withLock(name, { signal, onWait: async () => {} }, async () => {
      this.checked.delete(name);
      for (const folder of [join(this.dir, name), join(this.dir, `${name}.part`)]) {
        await rm(folder, { recursive: true, force: true });
      }
      await rm(this.failurePath(name), { force: true });
      if (forgetChecksums) await rm(this.checksumsPath(name), { force: true });
    });
  }

  /** Returns an ID that changes with the content of a model. */
  async revisionOf(nameOrPath: string): Promise<string> {
    await this.assertKnown(nameOrPath);
    const hash = createHash('sha256');
    if (!isPath(nameOrPath)) {
      const model = this.findByName(nameOrPath);
      const known = await this.checksumsOf(model);
      const files = model.files.map(({ name, url }) => known[name] ?? url);
      return hash.update(JSON.stringify([model.name, files])).digest('hex');
    }
    for (const name of (await readdir(nameOrPath)).sort()) {
      const { size, mtimeMs } = await stat(join(nameOrPath, name));
      hash.update(JSON.stringify([name, size, mtimeMs]));
    }
    return hash.digest('hex');
  }

  /** Returns the path of the voice activity model in a model's folder, or the installed one, or null. */
  async voiceActivityModel(folder: string): Promise<string | null> {
    const name = 'silero_vad.onnx';
    for (const path of [join(folder, name), join(this.dir, VOICE_ACTIVITY_MODEL, name)]) {
      if (await pathExists(path)) return path;
    }
    return null;
  }

  private findByName(name: string): CatalogModel {
    const model = this.catalog.find((one) => one.name === name);
    if (model) return model;
    const names = this.catalog.map((one) => one.name).join(', ');
    throw new ModelError(
      `The model ${JSON.stringify(name)} does not exist. Known models: ${names}.`,
    );
  }

  /** Returns the checksums in the catalog and those of earlier installs. */
  private async checksumsOf(model: CatalogModel): Promise<Checksums> {
    const recorded = await readFile(this.checksumsPath(model.name), 'utf8')
      .then((text) => JSON.parse(text) as Checksums)
      .catch((): Checksums => ({}));
    const known = model.files.flatMap(({ name, sha256 }) => (sha256 ? [[name, sha256]] : []));
    return { ...recorded, ...(Object.fromEntries(known) as Checksums) };
  }

  private checksumsPath(name: string): string {
    return join(this.dir, 'checksums', `${name}.json`);
  }

  private failurePath(name: string): string {
    return join(this.dir, `${name}.failure`);
  }

  /** Reports the progress of the process that fetches a model. */
  private async showFetch(model: CatalogModel, { onProgress }: InstallOptions): Promise<void> {
    if (onProgress === undefined || (await this.isInstalled(model.name))) return;
    const total = totalBytes(model);
    onProgress(Math.min(total, await fetchedBytes(join(this.dir, `${model.name}.part`))), total);
  }

  /**
   * Runs `work` in one process at a time. Calls `onWait` again and again while another process has the lock. The signal
   * for `work` is also aborted when this process loses the lock, as after a sleep of the machine.
   */
  private async withLock(
    name: string,
    { signal, onWait }: { readonly signal: AbortSignal; readonly onWait: () => Promise<void> },
    work: (signal: AbortSignal) => Promise<void>,
  ) {
    await mkdir(this.dir, { recursive: true });
    const lockfilePath = join(this.dir, `${name}.lock`);
    const lost = new AbortController();
    const onCompromised = (cause: Error) => {
      const message = `The download of the model ${name} was interrupted for too long.`;
      lost.abort(new ModelFetchError(message, { cause }));
    };
    let release: (() => Promise<void>) | null = null;
    while (release === null) {
      signal.throwIfAborted();
      try {
        release = await lock(this.dir, { lockfilePath, stale: STALE_LOCK_MS, onCompromised });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
        await onWait();
        await wait(LOCK_POLL_MS, undefined, { signal });
      }
    }
    try {
      await work(AbortSignal.any([signal, lost.signal]));
    } finally {
      // A lost lock belongs to another process.
      if (!lost.signal.aborted) await release();
    }
  }
}

function isPath(text: string): boolean {
  return text.includes('/') || text.includes(sep);
}
