import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'render-';
const OWNER_FILE = 'owner';
/** How often an owner updates its file for observers that cannot see its process. */
const TOUCH_MS = 10 * 60_000;
/** A folder is abandoned if its invisible owner has not updated it for this time. */
const ABANDONED_MS = 24 * 3600_000;

/** A process, and the namespace of its ID. */
interface Owner {
  readonly namespace: string;
  readonly pid: number;
  /** Start time as the kernel counts it, or null when unknown. Process IDs are reused. */
  readonly started: string | null;
}

export interface RenderFolder {
  readonly path: string;
  /** Removes the folder. */
  close(): Promise<void>;
}

/**
 * Creates the working folder of a render in the data folder, since files from the caches are linked, which
 * requires the same file system. Removes folders that killed renders left behind.
 */
export async function openRenderFolder(dataDir: string): Promise<RenderFolder> {
  await mkdir(dataDir, { recursive: true });
  await removeAbandonedFolders(dataDir);
  const path = await mkdtemp(join(dataDir, PREFIX));
  const file = join(path, OWNER_FILE);
  await writeFile(file, JSON.stringify(await thisProcess()));
  const touch = () => utimes(file, new Date(), new Date()).catch(() => {});
  const timer = setInterval(() => void touch(), TOUCH_MS).unref();
  return {
    path,
    async close() {
      clearInterval(timer);
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** Removes the folders whose processes no longer run. */
export async function removeAbandonedFolders(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(PREFIX));
  const here = await processNamespace();
  await Promise.all(
    names.map(async (name) => {
      const folder = join(dataDir, name);
      if (await isAbandoned(folder, here)) await rm(folder, { recursive: true, force: true });
    }),
  );
}

async function isAbandoned(folder: string, here: string): Promise<boolean> {
  const owner = await readOwner(folder);
  if (owner?.namespace === here) return !(await isAlive(owner));
  // The owner is on another machine or in another container, or the file is not written yet.
  const touched = await stat(owner === null ? folder : join(folder, OWNER_FILE)).catch(() => null);
  return touched !== null && Date.now() - touched.mtimeMs > ABANDONED_MS;
}

async function readOwner(folder: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(join(folder, OWNER_FILE), 'utf8')) as Owner;
  } catch {
    return null;
  }
}

async function thisProcess(): Promise<Owner> {
  const { pid } = process;
  return { namespace: await processNamespace(), pid, started: await startTimeOf(pid) };
}

async function isAlive({ pid, started }: Owner): Promise<boolean> {
  if (started !== null) return (await startTimeOf(pid)) === started;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The namespace in which process IDs are unique: a boot of a machine, and a container on it. */
async function processNamespace(): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** Start time of a running process, in ticks since boot (proc(5), field 22 of stat). */
async function startTimeOf(pid: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'latin1');
    // The preceding process name can contain any character, including `)`.
    const [state, ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : (fields[18] ?? null);
  } catch {
    return null;
  }
}
