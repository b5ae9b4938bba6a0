import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { PreviousUpload, UrlStorage } from 'tus-js-client';

/** Where unfinished uploads are remembered, so that the same command continues them. */
export function uploadsFolder(env: NodeJS.ProcessEnv = process.env): string {
  const cache = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'videocraft', 'uploads');
}

/** The addresses of unfinished uploads, in a file for each. Nothing breaks if the folder cannot be written. */
export class RememberedUploads implements UrlStorage {
  constructor(private readonly folder: string) {}

  findAllUploads(): Promise<PreviousUpload[]> {
    return Promise.resolve([]);
  }

  async findUploadsByFingerprint(fingerprint: string): Promise<PreviousUpload[]> {
    const urlStorageKey = this.pathOf(fingerprint);
    try {
      const upload = JSON.parse(await readFile(urlStorageKey, 'utf8')) as PreviousUpload;
      return [{ ...upload, urlStorageKey }];
    } catch {
      return [];
    }
  }

  async removeUpload(urlStorageKey: string): Promise<void> {
    await rm(urlStorageKey, { force: true }).catch(() => {});
  }

  async addUpload(fingerprint: string, upload: PreviousUpload): Promise<string> {
    const path = this.pathOf(fingerprint);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(path, JSON.stringify(upload), { mode: 0o600 });
    } catch {
      // The next run then begins again.
    }
    return path;
  }

  private pathOf(fingerprint: string): string {
    const name = createHash('sha256').update(fingerprint).digest('hex');
    return join(this.folder, `${name}.json`);
  }
}
