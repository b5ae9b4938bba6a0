import { args } from '../../src/core/util/args.js';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const PROGRAM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const CHROMIUM_FLAGS = args(
  ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ['--autoplay-policy=no-user-gesture-required'],
);

/** Returns the path of the Chromium on the PATH, or null. */
export async function findChromium(): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of PROGRAM_NAMES) {
      const path = join(folder, name);
      const isExecutable = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isExecutable) return path;
    }
  }
  return null;
}

/**
 * Explains that no Chromium is on the PATH, or returns null if there is one. In CI, a missing one is an error, so that CI
 * skips nothing.
 */
export function missingChromium(path: string | null): string | null {
  if (path !== null) return null;
  const missing = 'Chromium is not on the PATH';
  if (process.env['CI']) throw new Error(`${missing}. Install it.`);
  return missing;
}
