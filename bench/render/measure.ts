import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

export interface Cost {
  readonly wallSeconds: number;
  /** User and system time of the command and all its descendants. */
  readonly cpuSeconds: number;
  /** Peak resident memory of all its processes together, sampled ten times a second. */
  readonly peakMemoryBytes: number;
  readonly stdout: string;
}

const SAMPLE_MS = 100;
const PAGE_BYTES = 4096;

/**
 * Runs the arguments as the first process of a space of process IDs, so that this shell also gets the time of
 * processes whose parents did not wait for them: sandboxes and browsers have some. Those that are left are ended.
 */
const SCRIPT = `
start=$EPOCHREALTIME
"$@"; code=$?
end=$EPOCHREALTIME
kill -KILL -1 2>/dev/null
sleep 0.1; sleep 0.1
printf '\\n' >&2; times >&2; echo "$start $end" >&2
exit $code`;

/** Runs a command to its end and measures the cost of all its processes. Linux only. */
export async function measure(
  command: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Cost> {
  const rights = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const space = [...rights, '--pid', '--fork', '--mount-proc', '--kill-child'];
  const child = spawn('unshare', [...space, 'bash', '-c', SCRIPT, 'bash', ...command], {
    cwd: options.cwd,
    env: { ...process.env, LC_ALL: 'C', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  let peak = 0;
  const timer = setInterval(() => {
    void memoryOf(child.pid!).then((bytes) => (peak = Math.max(peak, bytes)));
  }, SAMPLE_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}: ${stderr}`);
  const [, children = '', clock = ''] = stderr.trim().split('\n').slice(-3);
  const [start = NaN, end = NaN] = clock.split(' ').map(Number);
  const cpuSeconds = children
    .split(' ')
    .map(secondsOf)
    .reduce((sum, part) => sum + part, 0);
  return { wallSeconds: end - start, cpuSeconds, peakMemoryBytes: peak, stdout };
}

/** @param time as bash writes it, such as `1m2.345s` */
function secondsOf(time: string): number {
  const [, minutes, seconds] = /^(\d+)m([\d.]+)s$/.exec(time) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Resident memory of a process and all its descendants. */
async function memoryOf(root: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const processes = await Promise.all(pids.map(readProcess));
  const family = new Set([root]);
  // A child is usually but not always listed after its parent, so repeat until nothing is added.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const entry of processes) if (entry && family.has(entry.parent)) family.add(entry.pid);
  }
  return processes.reduce(
    (sum, entry) => sum + (entry && family.has(entry.pid) ? entry.bytes : 0),
    0,
  );
}

async function readProcess(pid: number) {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
    // The name in parentheses can contain any character, so count the fields after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(fields[1]), bytes: Number(fields[21]) * PAGE_BYTES };
  } catch {
    return null;
  }
}
