/**
 * Keeps the process running when the reader of its output ends, as in `npm start | head -1`. Otherwise,
 * the unhandled error of the stream would end the process and leave its database running.
 */
export function surviveLostReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
