/**
 * The lines of a file, whichever line ends it has: LF, CR LF, CR alone, and the CR CR LF of files that were
 * converted twice. Linear, however many CRs stand in a row.
 */
export function splitLines(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (!line.includes('\r')) return [line];
    let end = line.length;
    while (line[end - 1] === '\r') end--;
    return line.slice(0, end).split('\r');
  });
}
