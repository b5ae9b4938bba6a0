import { type CuePiece, MOST_CUES, type RawCue } from './caption-cue.js';
import { decodeEntities, splitMarkup } from './cue-markup.js';
import { parseCueTime, parseTimingLine } from './cue-time.js';

/** Blocks that hold no cues. */
const OTHER_BLOCK = /^(NOTE|STYLE|REGION)(\s|$)/;

/**
 * Reads WebVTT (W3C): blocks parted by blank lines, of which those with a line of times are cues. Times
 * within a text, `<00:00:01.000>`, are when its next words begin.
 */
export function readVtt(lines: readonly string[]): RawCue[] {
  const cues: RawCue[] = [];
  for (let at = 0; at < lines.length && cues.length <= MOST_CUES;) {
    const start = at;
    // A line of spaces does not end a block: automatic captions have them above their text.
    while (at < lines.length && lines[at] !== '') at++;
    const block = lines.slice(start, at++);
    if (OTHER_BLOCK.test(block[0] ?? '')) continue;
    cues.push(...cuesOf(block));
  }
  return cues;
}

/** One cue as a rule; several where the blank lines between them are missing. */
function cuesOf(block: readonly string[]): RawCue[] {
  const times = block.map(parseTimingLine);
  const starts = times.flatMap((time, index) => (time ? [index] : []));
  return starts.map((at, index) => {
    const next = starts[index + 1] ?? block.length;
    const { startMs, endMs } = times[at]!;
    let reached: number | null = null;
    const lines = block.slice(at + 1, next).map((line) => {
      const pieces = timedPieces(line, reached);
      reached = pieces.at(-1)?.startMs ?? reached;
      return pieces;
    });
    return { startMs, endMs, lines };
  });
}

/** @param startMs when the last piece of the line before began; null: with its cue */
function timedPieces(line: string, startMs: number | null): CuePiece[] {
  const pieces: CuePiece[] = [];
  let from = startMs;
  for (const part of splitMarkup(line, 'overrides')) {
    if ('text' in part) pieces.push({ text: decodeEntities(part.text), startMs: from });
    else from = parseCueTime(part.tag) ?? from;
  }
  return pieces;
}
