import { signal } from '@preact/signals-core';
import type { Asset } from '../api/index.js';

/** A file on its way to the service. */
export interface Upload {
  readonly id: number;
  readonly file: File;
  /** Whether somebody still needs it once it has arrived. */
  readonly isHeld: boolean;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  /** 0 to 1, of what has arrived. */
  readonly fraction: number;
  readonly asset: Asset | null;
  /** What the upload failed with, or null. */
  readonly error: unknown;
}

/** Sends a file. */
export type Send = (
  file: File,
  options: { readonly signal: AbortSignal; readonly onProgress: (fraction: number) => void },
) => Promise<Asset>;

/** Uploads files, a few at a time, in the order in which they came. */
export class UploadQueue {
  /** All uploads that nobody has dismissed. */
  readonly uploads = signal<readonly Upload[]>([]);
  private readonly running = new Map<number, AbortController>();
  private last = 0;

  constructor(
    private readonly send: Send,
    private readonly atOnce: number,
    private readonly onAsset: (asset: Asset) => void = () => undefined,
  ) {}

  /** Adds files. Returns their IDs. @param isHeld whether they stay after they have arrived, until they are dismissed */
  add(files: readonly File[], isHeld = false): readonly number[] {
    const added = files.map((file): Upload => ({
      ...{ id: ++this.last, file, isHeld, state: 'waiting' },
      ...{ fraction: 0, asset: null, error: null },
    }));
    this.uploads.value = [...this.uploads.peek(), ...added];
    this.startNext();
    return added.map(({ id }) => id);
  }

  /** Sends a file again that failed. */
  retry(id: number): void {
    if (this.find(id)?.state !== 'failed') return;
    this.change(id, { state: 'waiting', fraction: 0, error: null });
    this.startNext();
  }

  /** Ends an upload if it is running, and forgets it. */
  dismiss(id: number): void {
    this.running.get(id)?.abort();
    this.running.delete(id);
    this.uploads.value = this.uploads.peek().filter((upload) => upload.id !== id);
    this.startNext();
  }

  /** Forgets what has arrived, unless somebody needs it. */
  dismissDone(): void {
    this.uploads.value = this.uploads
      .peek()
      .filter(({ state, isHeld }) => isHeld || state !== 'done');
  }

  find(id: number): Upload | undefined {
    return this.uploads.peek().find((upload) => upload.id === id);
  }

  private startNext(): void {
    while (this.running.size < this.atOnce) {
      const next = this.uploads.peek().find(({ state }) => state === 'waiting');
      if (next === undefined) return;
      void this.run(next);
    }
  }

  private async run({ id, file }: Upload): Promise<void> {
    const controller = new AbortController();
    const { signal: ended } = controller;
    this.running.set(id, controller);
    this.change(id, { state: 'sending' });
    const onProgress = (fraction: number) => {
      if (!ended.aborted) this.change(id, { fraction });
    };
    try {
      const asset = await this.send(file, { signal: ended, onProgress });
      if (ended.aborted) return;
      this.change(id, { state: 'done', fraction: 1, asset });
      this.onAsset(asset);
    } catch (error) {
      if (!ended.aborted) this.change(id, { state: 'failed', error });
    } finally {
      if (this.running.get(id) === controller) this.running.delete(id);
      this.startNext();
    }
  }

  private change(id: number, change: Partial<Upload>): void {
    this.uploads.value = this.uploads
      .peek()
      .map((upload) => (upload.id === id ? { ...upload, ...change } : upload));
  }
}
