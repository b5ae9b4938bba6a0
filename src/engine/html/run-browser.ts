import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { runProcess } from '../ffmpeg/run-process.js';
import type { FontCatalog } from '../fonts/font-catalog.js';
import { browserArgs } from './browser-args.js';
import { BrowserConnection } from './browser-connection.js';
import type { BrowserConfinement } from './browser-confinement.js';
import { HtmlError } from './html-error.js';
import { writeFontFolder } from './font-folder.js';

/**
 * The folder of the run, which is the working folder. The browser makes a socket in it, whose path must not be long, and
 * the memory that its processes share.
 */
const HERE = '.';

export interface BrowserRun {
  readonly path: string;
  readonly confinement: BrowserConfinement;
  readonly catalog: FontCatalog;
  /** The sources of the pages. */
  readonly texts: readonly string[];
  /** An existing folder. */
  readonly workDir: string;
  readonly signal: AbortSignal;
  /** Ends the browser, whatever it does. */
  readonly timeoutMs: number;
}

/**
 * Starts a browser with an empty profile in a folder of its own, and ends it after its use.
 *
 * @throws what `use` throws, FfmpegError if the browser does not start or takes too long, or the reason of the signal
 */
export async function runBrowser<T>(
  { path, confinement, catalog, texts, workDir, signal, timeoutMs }: BrowserRun,
  use: (connection: BrowserConnection) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(workDir, 'browser-'));
  try {
    const fonts = await writeFontFolder(folder, catalog, texts);
    const profile = join(folder, 'profile');
    await mkdir(profile, { mode: 0o700 });
    let result: { readonly value: T } | null = null;
    let pass: (input: Writable) => void = () => {};
    const input = new Promise<Writable>((resolve) => (pass = resolve));
    let finish = () => {};
    const isUsed = new Promise<void>((resolve) => (finish = resolve));
    const isRoot = process.getuid?.() === 0;
    await runProcess({
      path,
      args: [...browserArgs(profile, isRoot), '--remote-debugging-pipe', 'about:blank'],
      cwd: folder,
      signal,
      timeoutMs,
      stallMs: null,
      environment: { FONTCONFIG_FILE: fonts.file, TMPDIR: HERE },
      confinement: confinement.around(folder, fonts.reads),
      feed: {
        pipes: 1,
        write: async ([pipe]) => {
          pass(pipe!);
          await isUsed;
        },
      },
      take: async (output) => {
        try {
          const connection = new BrowserConnection(await input, output);
          await connection.send('Browser.getVersion').catch((cause: unknown) => {
            throw new HtmlError('The browser does not start.', { cause });
          });
          result = { value: await use(connection) };
          // The answer may never come, because the browser closes the pipe.
          await connection.send('Browser.close').catch(() => {});
        } finally {
          finish();
        }
      },
    });
    return (result as { readonly value: T } | null)!.value;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
