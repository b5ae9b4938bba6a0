import { readFile } from 'node:fs/promises';

/** How a process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of its standard error. */
  readonly stderrTail: string;
}

/** What a process that died of memory ran out of; null: it died of something else. */
export type MemoryDeath = 'heap' | 'machine' | null;

/** Exit code of a shell or container for SIGABRT. */
const ABORTED = 134;
/** What V8 prints when its heap is full, or when a single value does not fit into it. */
const HEAP_FULL =
  /heap out of memory|Reached heap limit|Ineffective mark-compacts|invalid (?:array|table|size)[^\n]*length|invalid table size|Array buffer allocation failed/i;

/**
 * Tells whether a process died of memory.
 *
 * @param oomKills how often the kernel ended processes for memory while this one ran; it does not say which
 */
export function memoryDeathOf(end: ProcessEnd, oomKills: number): MemoryDeath {
  const aborted = end.signal === 'SIGABRT' || end.code === ABORTED;
  // V8 aborts, or traps when the abort itself finds no memory.
  const fatal = aborted || end.signal === 'SIGTRAP' || end.signal === 'SIGILL';
  if (fatal && HEAP_FULL.test(end.stderrTail)) return 'heap';
  return end.signal === 'SIGKILL' && oomKills > 0 ? 'machine' : null;
}

/** How often the kernel has ended processes for memory in this container, else on this machine; 0: unknown. */
export async function countOomKills(): Promise<number> {
  const cgroup = await readFile('/proc/self/cgroup', 'utf8').catch(() => '');
  const path = /^0::(.*)$/m.exec(cgroup)?.[1] ?? '/';
  const files = [
    `/sys/fs/cgroup${path}/memory.events`,
    '/sys/fs/cgroup/memory.events',
    '/proc/vmstat',
  ];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const count = /^oom_kill (\d+)$/m.exec(text)?.[1];
    if (count !== undefined) return Number(count);
  }
  return 0;
}
