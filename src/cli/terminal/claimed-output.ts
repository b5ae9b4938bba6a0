import { Writable } from 'node:stream';

/**
 * Keeps the standard output for a protocol or a file. Whatever else writes to it, such as a library that greets, goes
 * to the standard error: one foreign line ends the session of many clients, and damages a video.
 */
export function claimStandardOutput(): Writable {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr);
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      write(chunk, (error) => done(error));
    },
  });
}
