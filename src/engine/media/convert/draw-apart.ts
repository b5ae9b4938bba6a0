import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { forkProgram } from '../../workers/fork-program.js';

/** Why a library cannot draw a file. */
interface Problem {
  /** A clause. */
  readonly problem: string;
  readonly isTooLarge: boolean;
}

/** What a library says if it cannot go on. */
const TRAP = /unreachable|out of memory|out of bounds|memory access|call stack/i;
const NO_MEMORY = 'it needs too much memory';
const HEAP_MEGABYTES = 512;
/** 64 KiB each: 1 GiB for the drawing, its pictures, and its pixels. */
const MEMORY_PAGES = 16_384;

interface Limits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Lets a program draw a file in a process of its own, which has a time and memory of its own: a small file can draw for hours.
 *
 * @param program the built one. Tests of the sources draw in their own process
 */
export async function drawApart<Request extends object, Answer extends object>(
  program: URL,
  request: Request,
  draw: (request: Request) => Promise<Answer | Problem>,
  limits: Limits,
): Promise<Answer | Problem> {
  const answer = existsSync(program)
    ? await answerOf<Answer>(program, request, limits)
    : await draw(request);
  if (!('problem' in answer)) return answer;
  const { problem, isTooLarge } = answer;
  const why = TRAP.test(problem) ? NO_MEMORY : problem.replace(/\.$/, '');
  return { problem: why, isTooLarge };
}

async function answerOf<Answer extends object>(
  program: URL,
  request: object,
  limits: Limits,
): Promise<Answer | Problem> {
  const flags = [`--wasm-max-mem-pages=${MEMORY_PAGES}`];
  const child = await forkProgram(program, HEAP_MEGABYTES, { flags, env: {} });
  try {
    return await firstAnswer<Answer>(child, request, limits);
  } finally {
    child.kill('SIGKILL');
  }
}

/** The first of an answer, the end of the process, the time limit, and the end of the job. */
function firstAnswer<Answer extends object>(
  child: ChildProcess,
  request: object,
  { timeoutMs, signal }: Limits,
): Promise<Answer | Problem> {
  return new Promise((resolve, reject) => {
    const give = (problem: string) => resolve({ problem, isTooLarge: false });
    const late = setTimeout(() => give('it takes too long'), timeoutMs);
    const abort = () => reject(signal.reason as Error);
    child.stderr?.resume();
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(late);
      signal.removeEventListener('abort', abort);
      give(NO_MEMORY);
    });
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    else child.send(request);
  });
}
