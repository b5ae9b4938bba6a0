/** SubRip or WebVTT times within a line, with the number of their cue. */
const TIMES =
  /(?:(?<![\w:.,])\d{1,6}\s{1,3})?(?<![\d:.,])\d{1,3}:\d{2}(?::\d{2})?[.,]\d{3}\s{0,3}-->\s{0,3}\d{1,3}:\d{2}(?::\d{2})?[.,]\d{3}/g;

/**
 * Restores the line breaks of a file that lost them, for example in JSON that was escaped twice (`\n` as two
 * characters) or in a single-line field. Each cue starts on a new line again.
 *
 * @returns the unchanged lines if no line contains the times of two cues
 */
export function restoreLineBreaks(lines: readonly string[]): readonly string[] {
  if (lines.length === 1 && lines[0]!.includes('\\n')) {
    return restoreLineBreaks(lines[0]!.split(/(?:\\r)?\\n/));
  }
  return lines.flatMap((line) => {
    const arrow = line.indexOf('-->');
    if (arrow < 0 || line.indexOf('-->', arrow + 3) < 0) return [line];
    const starts = Array.from(line.matchAll(TIMES), ({ index }) => index);
    if (starts.length < 2) return [line];
    return [0, ...starts.filter((at) => at > 0)].map((from, index, all) =>
      line.slice(from, all[index + 1] ?? line.length).trim(),
    );
  });
}
