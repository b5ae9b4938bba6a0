import { basename } from 'node:path';
import { JobFailure } from '../../core/job/job-failure.js';
import { FetchPause } from './fetch-pause.js';
import { ModelError, ModelStorageFull } from './model-error.js';
import type { ModelStore } from './model-store.js';

/** The progress of a fetch whose files are complete, but not checked yet. */
const ALMOST = 0.99;

/** Who waits for a model. */
export interface ModelUser {
  readonly signal: AbortSignal;
  /** Receives the progress of a model that must be fetched first, 0 to 1. */
  readonly onModel?: ((fraction: number) => void) | undefined;
}

export interface LocalModelOptions {
  readonly store: ModelStore;
  /** Makes the error of a sentence for the author. */
  readonly errorOf: (problem: string, options: ErrorOptions) => Error;
  /** A clock in milliseconds, for the pause after a failed download; by default that of the process. */
  readonly now?: (() => number) | undefined;
}

/** A model that an engine runs on this machine. It is installed when it is first needed. */
export class LocalModel<Engine> {
  /** The path of its folder is private to the operator. */
  readonly name: string;
  private engine: Engine | null = null;
  private readonly pause: FetchPause;

  /** @param nameOrPath name in the catalog, or path of a folder */
  constructor(
    private readonly nameOrPath: string,
    private readonly options: LocalModelOptions,
  ) {
    this.name = basename(nameOrPath);
    this.pause = new FetchPause(options.now);
  }

  /** What runs the model, if something does. */
  get loaded(): Engine | null {
    return this.engine;
  }

  /** Identifies the files of the model. */
  async revision(): Promise<string> {
    return this.withErrors(this.options.store.revisionOf(this.nameOrPath));
  }

  /**
   * Installs the model if necessary, and returns what runs it.
   *
   * @param open makes it from the folder of the model
   * @throws the error of the options, or JobFailure STORAGE_FULL
   */
  async load(user: ModelUser, open: (folder: string) => Promise<Engine>): Promise<Engine> {
    if (this.engine !== null) return this.engine;
    const opened = await this.withErrors(this.install(user).then(open));
    // Another job may have loaded it meanwhile.
    return (this.engine ??= opened);
  }

  private async install({ signal, onModel }: ModelUser): Promise<string> {
    const { store } = this.options;
    let isFetched = false;
    const onProgress = (done: number, total: number) => {
      isFetched = true;
      onModel?.(Math.min(ALMOST, done / total));
    };
    const install = () => store.folderOf(this.nameOrPath, { signal, onProgress });
    // An operator may have installed it during the pause.
    const isInstalled = await store.isInstalled(this.nameOrPath);
    const folder = await (isInstalled ? install() : this.pause.run(install));
    if (isFetched) onModel?.(1);
    return folder;
  }

  private async withErrors<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof ModelStorageFull) {
        throw new JobFailure('STORAGE_FULL', error.message, null, { cause: error });
      }
      if (error instanceof ModelError) {
        throw this.options.errorOf(error.message, { cause: error.cause });
      }
      throw error;
    }
  }
}
