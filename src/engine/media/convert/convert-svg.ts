import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { JobFailure } from '../../../core/job/job-failure.js';
import { forkProgram } from '../../workers/fork-program.js';
import { MAX_PIXELS } from '../formats/formats.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaEngines } from '../store/media-engines.js';
import type { ConvertedSource, ConvertRequest } from './convert-heif.js';
import { answerSvg, type SvgAnswer, type SvgFacts, type SvgRequest } from './svg-process.js';

/** What the library says if it cannot go on. */
const TRAP = /unreachable|out of memory|memory access/i;
const NO_MEMORY = 'it needs too much memory';

/** The built program. Tests of the sources draw in their own process. */
const PROGRAM = new URL('./svg-process.js', import.meta.url);
const TIMEOUT_MS = 30_000;
const MAX_FILE_BYTES = 16 << 20;
const HEAP_MEGABYTES = 512;
/** 64 KiB each: 1 GiB for the drawing, its pictures, and its pixels. */
const MEMORY_PAGES = 16_384;

/**
 * Converts an SVG drawing to a PNG file, in a process of its own, which has a time and memory of its own: a small file
 * can draw for hours. The picture is a multiple of the drawing's size.
 *
 * @throws JobFailure MEDIA_INVALID if it cannot be drawn, MEDIA_LIMIT_EXCEEDED if it is too large
 */
export async function convertSvg(
  source: StoredSource,
  { media }: MediaEngines,
  { pointer, signal }: ConvertRequest,
): Promise<ConvertedSource> {
  const { size } = await stat(source.path);
  if (size > MAX_FILE_BYTES) throw tooLarge('its file has more than 16 MiB', pointer);
  let drawn: SvgFacts | null = null;
  const draw = async (output: string) => {
    const request = { source: source.path, output, maxPixels: MAX_PIXELS };
    const answer = await answerOf(request, signal);
    if ('facts' in answer) return answer.facts;
    if (answer.isTooLarge) throw tooLarge(answer.problem, pointer);
    const why = TRAP.test(answer.problem) ? NO_MEMORY : answer.problem.replace(/\.$/, '');
    throw new JobFailure(
      'MEDIA_INVALID',
      `The source is an SVG drawing that cannot be drawn: ${why}. Export it as PNG.`,
      pointer,
    );
  };
  const path = await media.derived(source, 'svg-v1.png', async (part) => {
    drawn = await draw(part);
  });
  const known = await media.derived(source, 'svg-v1.json', async (part) => {
    const scratch = `${part}.again`;
    try {
      // The cache has the picture but lost the facts: draw it again to get them.
      await writeFile(part, JSON.stringify(drawn ?? (await draw(scratch))));
    } finally {
      await rm(scratch, { force: true });
    }
  });
  const facts = JSON.parse(await readFile(known, 'utf8')) as SvgFacts;
  const { density } = facts;
  const drawing = { density, warnings: warningsOf(facts) };
  return {
    source: { ...source, path, demuxer: 'png_pipe', drawing },
    complaints: {},
    missing: null,
  };
}

function warningsOf({ hasText, hasFiles }: SvgFacts): string[] {
  return [
    ...(hasText ? ['The texts of the SVG drawing are drawn in DejaVu.'] : []),
    ...(hasFiles ? ['The SVG drawing refers to other files, which are left out.'] : []),
  ];
}

function tooLarge(why: string, pointer: string): JobFailure {
  return new JobFailure(
    'MEDIA_LIMIT_EXCEEDED',
    `The source is an SVG drawing that is too large: ${why}. At most ${MAX_PIXELS / 1_000_000} million pixels and 16 MiB are allowed.`,
    pointer,
  );
}

async function answerOf(request: SvgRequest, signal: AbortSignal): Promise<SvgAnswer> {
  if (!existsSync(PROGRAM)) return answerSvg(request);
  const flags = [`--wasm-max-mem-pages=${MEMORY_PAGES}`];
  const child = await forkProgram(PROGRAM, HEAP_MEGABYTES, { flags, env: {} });
  try {
    return await firstAnswer(child, request, signal);
  } finally {
    child.kill('SIGKILL');
  }
}

/** The first of an answer, the end of the process, the time limit, and the end of the job. */
function firstAnswer(
  child: ChildProcess,
  request: SvgRequest,
  signal: AbortSignal,
): Promise<SvgAnswer> {
  return new Promise((resolve, reject) => {
    const give = (problem: string) => resolve({ problem, isTooLarge: false });
    const late = setTimeout(() => give('it takes too long'), TIMEOUT_MS);
    const abort = () => reject(signal.reason as Error);
    child.stderr?.resume();
    child.once('message', resolve);
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
