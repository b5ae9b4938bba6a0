import type { LeftOut } from '../cues/caption-cue.js';

/** Lines that a warning names. */
const NAMED_LINES = 5;

const REASONS: Readonly<Record<LeftOut['why'], readonly [one: string, many: string]>> = {
  time: ['cue whose times cannot be read is', 'cues whose times cannot be read are'],
  text: ['block that is not part of a cue is', 'blocks that are not part of a cue are'],
};

/** Sentences on what of a caption file is left out, with the lines it stands in. */
export function tellLeftOut(left: readonly LeftOut[]): string[] {
  return (['time', 'text'] as const).flatMap((why) => {
    const lines = left.flatMap((one) => (one.why === why ? [one.line] : []));
    if (lines.length === 0) return [];
    const [one, many] = REASONS[why];
    return [`${lines.length} ${lines.length === 1 ? one : many} left out: ${lineList(lines)}.`];
  });
}

function lineList(lines: readonly number[]): string {
  const named = lines.slice(0, NAMED_LINES).map(String);
  const more = lines.length - named.length;
  const last = more > 0 ? `${more} more` : named.length > 1 ? named.pop()! : null;
  const list = last === null ? named.join('') : `${named.join(', ')} and ${last}`;
  return `${lines.length === 1 ? 'line' : 'lines'} ${list}`;
}
