import { readFile } from 'node:fs/promises';

export interface ProcessEntry {
  readonly pid: number;
  readonly name: string;
  readonly command: string;
}

/** All processes that a process has started, and those that they have started. */
export async function descendantsOf(pid: number): Promise<ProcessEntry[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'latin1').catch(() => '');
  const pids = children.split(' ').filter((text) => text !== '');
  const families = pids.map(async (child) => [
    ...(await entriesOf(Number(child))),
    ...(await descendantsOf(Number(child))),
  ]);
  return (await Promise.all(families)).flat();
}

/** A list without an entry if the process has ended meanwhile. */
async function entriesOf(pid: number): Promise<ProcessEntry[]> {
  try {
    const name = await readFile(`/proc/${pid}/comm`, 'latin1');
    const command = await readFile(`/proc/${pid}/cmdline`, 'latin1');
    return command === '' ? [] : [{ pid, name: name.trim(), command }];
  } catch {
    return [];
  }
}

/** Signals a process. Returns false if it has ended. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}
