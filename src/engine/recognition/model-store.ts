import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import type { Config } from '../../config/types.js';
import { type CatalogModel, MODEL_CATALOG, VOICE_ACTIVITY_MODEL } from './model-catalog.js';
import { ModelError } from './model-error.js';
import {
  type Checksums,
  fetchModel,
  type InstallOptions,
  isCompleteModel,
  MANIFEST,
  totalBytes,
} from './model-files.js';

/** A lock nobody renewed for so long belongs to a process that died. */
const STALE_LOCK_MS = 20_000;
const LOCK_POLL_MS = 500;

export interface ListedModel extends CatalogModel {
  readonly installed: boolean;
  readonly bytes: number;
}

/**
 * Speech models in the data folder. A model is fetched by one process at a time, checked, and appears
 * whole or not at all. Where a checksum is not known beforehand, that of the first install is kept,
 * also beyond a removal, and another content is refused from then on.
 */
export class ModelStore {
  /** Models whose files were checked by this process. */
  private readonly checked = new Set<string>();

  /**
   * @param dir folder of the models
   * @param mirror takes the place of the hosts in the catalogue; null: none does
   */
  constructor(
    private readonly dir: string,
    private readonly limits: Config['sources'],
    private readonly mirror: string | null,
    private readonly catalogue: readonly CatalogModel[] = MODEL_CATALOG,
  ) {}

  async list(): Promise<ListedModel[]> {
    return Promise.all(
      this.catalogue.map(async (model) => ({
        ...model,
        installed: await exists(join(this.dir, model.name, MANIFEST)),
        bytes: totalBytes(model),
      })),
    );
  }

  /** @throws ModelError when the text neither names a speech model nor is the path of a folder */
  async assertKnown(nameOrPath: string): Promise<void> {
    const speech = this.catalogue.map(({ name }) => name).filter((n) => n !== VOICE_ACTIVITY_MODEL);
    if (speech.includes(nameOrPath) || (isPath(nameOrPath) && (await exists(nameOrPath)))) return;
    throw new ModelError(
      `There is no speech model ${JSON.stringify(nameOrPath)}: give the path of a folder (with a slash), or one of ${speech.join(', ')}.`,
    );
  }

  /** Whether a model can be used without fetching anything. */
  async isInstalled(nameOrPath: string): Promise<boolean> {
    return isPath(nameOrPath) ? exists(nameOrPath) : exists(join(this.dir, nameOrPath, MANIFEST));
  }

  /** The folder of a model; one of the catalogue is installed when it is not there yet. */
  async folderOf(nameOrPath: string, options: InstallOptions): Promise<string> {
    await this.assertKnown(nameOrPath);
    return isPath(nameOrPath) ? resolve(nameOrPath) : this.install(nameOrPath, options);
  }

  /**
   * Installs a model; one that is there is checked, once by each process, and mended.
   *
   * @returns its folder
   * @throws ModelError when it cannot be fetched or is not what it should be
   */
  async install(name: string, options: InstallOptions): Promise<string> {
    const model = this.findByName(name);
    const folder = join(this.dir, name);
    if (this.checked.has(name)) return folder;
    await this.withLock(name, options.signal, async () => {
      const known = await this.checksumsOf(model);
      if (await isCompleteModel(model, folder, known)) return;
      const part = `${folder}.part`;
      if (await exists(folder)) {
        await rm(part, { recursive: true, force: true });
        await rename(folder, part);
      }
      const { limits, mirror } = this;
      const checksums = await fetchModel(model, part, known, { ...options, limits, mirror });
      await mkdir(join(this.dir, 'checksums'), { recursive: true });
      await writeFile(this.checksumsPath(name), JSON.stringify(checksums));
      await rename(part, folder);
    });
    this.checked.add(name);
    return folder;
  }

  /** @param forget the checksums too, so that another content may be installed */
  async remove(name: string, forget: boolean): Promise<void> {
    this.findByName(name);
    await this.withLock(name, new AbortController().signal, async () => {
      this.checked.delete(name);
      for (const folder of [join(this.dir, name), join(this.dir, `${name}.part`)]) {
        await rm(folder, { recursive: true, force: true });
      }
      if (forget) await rm(this.checksumsPath(name), { force: true });
    });
  }

  /** Changes with the content of a model. */
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

  /** Path of silero's model: in the folder of a speech model, or installed; null: neither. */
  async voiceActivityModel(folder: string): Promise<string | null> {
    const name = 'silero_vad.onnx';
    for (const path of [join(folder, name), join(this.dir, VOICE_ACTIVITY_MODEL, name)]) {
      if (await exists(path)) return path;
    }
    return null;
  }

  private findByName(name: string): CatalogModel {
    const model = this.catalogue.find((one) => one.name === name);
    if (model) return model;
    const names = this.catalogue.map((one) => one.name).join(', ');
    throw new ModelError(`There is no model ${JSON.stringify(name)}; there are ${names}.`);
  }

  /** Checksums of the catalogue, and of what was installed before. */
  private async checksumsOf(model: CatalogModel): Promise<Checksums> {
    const kept = await readFile(this.checksumsPath(model.name), 'utf8')
      .then((text) => JSON.parse(text) as Checksums)
      .catch((): Checksums => ({}));
    const known = model.files.flatMap(({ name, sha256 }) => (sha256 ? [[name, sha256]] : []));
    return { ...kept, ...(Object.fromEntries(known) as Checksums) };
  }

  private checksumsPath(name: string): string {
    return join(this.dir, 'checksums', `${name}.json`);
  }

  /** One process at a time; the others wait as long as they are wanted. */
  private async withLock(name: string, signal: AbortSignal, work: () => Promise<void>) {
    await mkdir(this.dir, { recursive: true });
    const lockfilePath = join(this.dir, `${name}.lock`);
    let release: (() => Promise<void>) | null = null;
    while (release === null) {
      signal.throwIfAborted();
      try {
        release = await lock(this.dir, { lockfilePath, stale: STALE_LOCK_MS });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
        await wait(LOCK_POLL_MS, undefined, { signal });
      }
    }
    try {
      await work();
    } finally {
      await release();
    }
  }
}

function isPath(text: string): boolean {
  return text.includes('/') || text.includes(sep);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
