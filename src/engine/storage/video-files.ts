import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import type { OutputFile } from '../../core/job/output-file.js';
import { forEach } from '../concurrency/for-each.js';
import {
  type ByteRange,
  OBJECT_STORE,
  type ObjectStore,
  type StoredObject,
} from './object-store.js';

const UPLOADS_AT_ONCE = 3;

/** An attempt at a job, whose files are apart from those of other attempts. */
interface AttemptName {
  readonly jobId: string;
  readonly attempt: number;
}

/** The name of the folder of the finished files of an attempt. */
export function attemptFolder({ jobId, attempt }: AttemptName): string {
  return `${jobId}-${attempt}`;
}

/** The finished files of videos. A job names the folder of its attempt that was committed. */
@Injectable()
export class VideoFiles {
  constructor(@Inject(OBJECT_STORE) private readonly store: ObjectStore) {}

  /** Stores the files of an attempt. Until its job is completed, nobody sees them. */
  async publish(
    attempt: AttemptName,
    folder: string,
    files: readonly OutputFile[],
    signal: AbortSignal,
  ): Promise<void> {
    await forEach(files, UPLOADS_AT_ONCE, ({ name }) =>
      this.store.put(videoObject(attemptFolder(attempt), name), join(folder, name), signal),
    );
  }

  /** Null if the file is gone. */
  open(
    folder: string,
    name: string,
    range: ByteRange | null,
    signal?: AbortSignal,
  ): Promise<StoredObject | null> {
    return this.store.open(videoObject(folder, name), range, signal);
  }

  /** The whole text of a small file; null if the file is gone. */
  async readText(folder: string, name: string): Promise<string | null> {
    const file = await this.open(folder, name, null);
    return file && (await buffer(file.stream)).toString();
  }

  removeAttempt(attempt: AttemptName): Promise<void> {
    return this.store.removeAll(`videos/${attemptFolder(attempt)}/`);
  }

  /**
   * Removes the files of all attempts at a job.
   *
   * @param kept the folder that stays, or null
   */
  async removeAttempts(jobId: string, kept: string | null): Promise<void> {
    const prefix = `videos/${jobId}-`;
    if (kept === null) return this.store.removeAll(prefix);
    for (const folder of await this.foldersOf(prefix)) {
      if (folder !== kept) await this.store.removeAll(`videos/${folder}/`);
    }
  }

  private async foldersOf(prefix: string): Promise<Set<string>> {
    const folders = new Set<string>();
    for (let after: string | null = null; ;) {
      const { objects, next } = await this.store.list(prefix, after);
      for (const { key } of objects) folders.add(key.split('/')[1]!);
      if (next === null) return folders;
      after = next;
    }
  }
}

/** The key of the object of a file. */
export function videoObject(folder: string, name: string): string {
  return `videos/${folder}/${name}`;
}
