/**
 * Splits a file into lines at any line ending: LF, CR LF, CR, and CR CR LF (in files that were converted
 * twice). Takes linear time, however many CRs are in a row.
 */
export function splitLines(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (!line.includes('\r')) return [line];
    let end = line.length;
    while (line[end - 1] === '\r') end--;
    return line.slice(0, end).split('\r');
  });
}
