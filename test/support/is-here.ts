import { findExecutable } from '../../src/engine/ffmpeg/abilities.js';

/**
 * Whether a program is on the PATH that the product does not need, only a test of it. Where it is
 * missing that is said, and in CI it fails, so that nothing is left out there.
 */
export async function isHere(program: string): Promise<boolean> {
  if ((await findExecutable(program, process.env['PATH'] ?? '')) !== null) return true;
  if (process.env['CI']) throw new Error(`There is no ${program} on the PATH; install it.`);
  process.stdout.write(`There is no ${program} on the PATH: what needs it is not tested.\n`);
  return false;
}
