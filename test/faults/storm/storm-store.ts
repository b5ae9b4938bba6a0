import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a store does wrong for a while. */
export type StoreTrouble = 'errors' | 'slow';

/** Where the machines of a storm keep finished videos. */
export interface StormStore {
  readonly kind: 'folder' | 's3';
  /** The data folder of a machine. */
  dataDirOf(host: string): string;
  readonly dataDirs: readonly string[];
  /** What its machines reach it with, if they reach this one at an address. */
  envAt(address: string): Promise<Record<string, string>>;
  disturb(trouble: StoreTrouble | null): void;
  /** The names of all stored files of videos. */
  videos(): Promise<string[]>;
  /** What should not be there at the end, such as parts of uploads. */
  leftovers(): Promise<string[]>;
  close(): Promise<void>;
}

/** One data folder for all machines, as on a network file system. */
export function sharedFolder(dir: string): StormStore {
  const dataDir = join(dir, 'data');
  return {
    kind: 'folder',
    dataDirOf: () => dataDir,
    dataDirs: [dataDir],
    envAt: async () => ({}),
    disturb: () => {
      throw new Error('A folder has no troubles of its own.');
    },
    videos: () => namesBelow(join(dataDir, 'videos')),
    leftovers: async () => [],
    close: async () => {},
  };
}

/** Files below a folder, relative to it. */
export async function namesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}
