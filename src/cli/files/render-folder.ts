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
/** How often a living owner says so to those who cannot see its process. */
const TOUCH_MS = 10 * 60_000;
/** A folder of an owner that cannot be seen, untouched for so long, has none. */
const ABANDONED_MS = 24 * 3600_000;

/** A process, and where its number means something. */
interface Owner {
  readonly namespace: string;
  readonly pid: number;
  /** When it began, as the kernel counts; null where that is not told. Numbers are given again. */
  readonly started: string | null;
}

export interface RenderFolder {
  readonly path: string;
  /** Removes it. */
  close(): Promise<void>;
}

/**
 * Makes the folder that a render of the command line works in, in the data folder: what it takes from
 * the caches are links, which needs the same file system. What renders have left that were killed is
 * removed before.
 */
export async function openRenderFolder(dataDir: string): Promise<RenderFolder> {
  await mkdir(dataDir, { recursive: true });
  await removeLeftovers(dataDir);
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

async function removeLeftovers(dataDir: string): Promise<void> {
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
  // Of another machine or container, or not written yet.
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

/** Where process numbers are the same: a start of a machine, and a container on it. */
async function processNamespace(): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** When a living process began, in ticks since the machine did (proc(5), field 22 of stat). */
async function startTimeOf(pid: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'latin1');
    // The name before it may have any character, `)` included.
    const [state, ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : (fields[18] ?? null);
  } catch {
    return null;
  }
}
