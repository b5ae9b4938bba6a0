/**
 * Lets a process that runs on live without whoever read its output (`npm start | head -1`, a log
 * collector that ended): an error of a stream that nobody hears of would end it at once, and leave its
 * database behind.
 */
export function surviveLostReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
