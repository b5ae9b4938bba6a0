import { readdir, readFile } from 'node:fs/promises';

/** Returns the command lines that contain the path of a folder. */
export async function processesNaming(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')),
  );
  return lines.filter((line) => line.includes(folder));
}

/** The processes that a process has started, also below programs that only start another one. */
export async function childrenOf(
  parent: number,
): Promise<{ readonly pid: number; readonly command: string }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (name) => {
      const [status, command] = await Promise.all(
        ['stat', 'cmdline'].map((file) =>
          readFile(`/proc/${name}/${file}`, 'latin1').catch(() => ''),
        ),
      );
      // The preceding process name can contain any character, including `)`.
      const [state, ppid] = status!.slice(status!.lastIndexOf(')') + 2).split(' ');
      const isChild = Number(ppid) === parent && state !== 'Z';
      return isChild ? [{ pid: Number(name), command: command!.replaceAll('\0', ' ') }] : [];
    }),
  );
  return found.flat();
}

/** The memory of a process that is in RAM. */
export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1');
  return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1024);
}
