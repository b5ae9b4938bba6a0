import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { JobFailure } from '../../../core/job/job-failure.js';
import { MAX_PIXELS } from '../formats/formats.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaEngines } from '../store/media-engines.js';
import type { ConvertedSource, ConvertRequest } from './convert-heif.js';
import { drawApart } from './draw-apart.js';
import { answerSvg, type SvgFacts } from './svg-process.js';

const PROGRAM = new URL('./svg-process.js', import.meta.url);
const TIMEOUT_MS = 30_000;
const MAX_FILE_BYTES = 16 << 20;

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
    const answer = await drawApart(PROGRAM, request, answerSvg, { timeoutMs: TIMEOUT_MS, signal });
    if ('facts' in answer) return answer.facts;
    if (answer.isTooLarge) throw tooLarge(answer.problem, pointer);
    throw new JobFailure(
      'MEDIA_INVALID',
      `The source is an SVG drawing that cannot be drawn: ${answer.problem}. Export it as PNG.`,
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
