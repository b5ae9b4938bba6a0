import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CONNECTIONS = 16;
const TICKS_PER_SECOND = 100;
const children: ChildProcess[] = [];

/** A service under load, and what its requests need. */
export interface Bench {
  readonly service: Served;
  /** The environment of the service, for more programs of it. */
  readonly env: Record<string, string>;
  readonly headers: Record<string, string>;
  /** The headers of a submission. */
  readonly submit: Record<string, string>;
  readonly mediaHost: string;
}

/** Ends all programs that were started. */
export async function stopAll(): Promise<void> {
  for (const child of children.splice(0)) {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

export interface Served {
  readonly pid: number;
  readonly url: string;
}

/** Starts a built program, which ends with `stopAll`. Resolves when its output matches. */
export async function start(
  program: string,
  env: Record<string, string>,
  ready: RegExp,
): Promise<Served> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', program)], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let output = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${program} exited: ${output}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const match = ready.exec(output);
      if (match) resolve({ pid: child.pid!, url: match[1]! });
    });
  });
}

export interface Load {
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly connections?: number;
}

/** CPU time that a server takes for a number of requests. */
export async function cpuSecondsOf(
  { pid, url }: Served,
  path: string,
  count: number,
  options: Load,
) {
  const before = await cpuSeconds(pid);
  await load(`${url}${path}`, count, options);
  return (await cpuSeconds(pid)) - before;
}

/** Sends requests one after another on each connection. A failed request ends the run. */
export async function load(url: string, count: number, options: Load) {
  const { connections = CONNECTIONS, method = 'GET', headers, body } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const since = performance.now();
      await once(url, { agent, method, headers }, body);
      latencies.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return { latencies };
}

export function once(url: string, options: object, body: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (response) => {
      response.resume();
      response.on('end', () => {
        const { statusCode = 0 } = response;
        if (statusCode < 300) resolve();
        else reject(new Error(`${url} returned ${statusCode}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

export function percentiles(latencies: number[]): string[] {
  const sorted = latencies.sort((a, b) => a - b);
  return [0.5, 0.99].map((share) => `${sorted[Math.floor(sorted.length * share)]!.toFixed(1)} ms`);
}

export function print(title: string, ...cells: readonly string[]): void {
  process.stdout.write(`${title.padEnd(32)}${cells.map((cell) => cell.padEnd(18)).join('')}\n`);
}

/** Latencies of requests that are sent one after another until something ends. At least one. */
export async function probe(
  url: string,
  headers: Record<string, string>,
  until: Promise<unknown>,
  pauseMs = 5,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const latencies: number[] = [];
  const ended = new AbortController();
  void until.finally(() => ended.abort());
  do {
    const { ms } = await timed(once(url, { agent, headers }, undefined));
    latencies.push(ms);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  } while (!ended.signal.aborted);
  agent.destroy();
  return latencies;
}

export async function timed<T>(action: Promise<T>): Promise<{ value: T; ms: number }> {
  const since = performance.now();
  const value = await action;
  return { value, ms: performance.now() - since };
}
