import { readdir, readFile } from 'node:fs/promises';

/** The states of a stopped process: by a signal, or by a debugger. */
const STOPPED: ReadonlySet<string> = new Set(['T', 't']);

/**
 * Whether a process of a group is stopped, as by SIGSTOP. Linux tells; elsewhere, only the limits of time find out.
 *
 * @param group the ID of the process that leads the group
 */
export async function isFrozen(group: number): Promise<boolean> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name));
  const states = await Promise.all(pids.map((pid) => stateWithin(group, pid)));
  return states.some((state) => state !== null && STOPPED.has(state));
}

/** The state of a process; null: it is not of the group, or has ended. */
async function stateWithin(group: number, pid: string): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  // The name of the program can contain anything.
  const [state, , processGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(processGroup) === group ? (state ?? null) : null;
}
