import { readdir, readFile } from 'node:fs/promises';

/** Ticks of the clock per second in `/proc`, on every Linux that matters. */
const TICKS = 100;

/** CPU seconds of a process, of its living descendants, and of those that they waited for. */
export async function cpuOfTree(root: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const entries = (await Promise.all(pids.map(readProcess))).filter((entry) => entry !== null);
  const family = new Set([root]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid, parent } of entries) if (family.has(parent)) family.add(pid);
  }
  const own = entries.filter(({ pid }) => family.has(pid));
  return own.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS;
}

async function readProcess(pid: number) {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => null);
  if (stat === null) return null;
  // The name in parentheses can contain any character.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
  return { pid, parent: fields[1]!, ticks };
}
