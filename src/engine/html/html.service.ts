import { createHash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HtmlPage } from '../../core/project/types/index.js';
import { Semaphore } from '../concurrency/semaphore.js';
import { FfmpegError } from '../ffmpeg/ffmpeg-error.js';
import type { FileCache } from '../files/file-cache.js';
import { countCacheUse } from '../figures/cache-use.js';
import type { FontCatalog } from '../fonts/font-catalog.js';
import { type DrawnPage, drawPage } from './draw-page.js';
import { type Browser, findBrowser, type HtmlSettings } from './find-browser.js';
import { HtmlError } from './html-error.js';
import { PageFonts } from './page-fonts.js';
import type { FetchFile } from './page-requests.js';
import { type PagePicture, readPicture, writePicture } from './picture-file.js';
import { runBrowser } from './run-browser.js';

/** Beside the time of its pages: its start and its end. */
const SLACK_MS = 30_000;

/**
 * Raise it when the same page may get another picture from the same browser.
 * test/structure/cache-versions.spec.ts notices.
 */
export const HTML_VERSION = 1;

export interface DrawOptions {
  /** An existing folder in the data folder. */
  readonly workDir: string;
  readonly signal: AbortSignal;
  /** Fetches a file that a page names. @param index the page */
  readonly fetchFile: (index: number) => FetchFile;
  readonly onPage: (done: number) => void;
}

/** How long a browser that can't be used is not started again to describe it. */
const PROBLEM_MS = 60_000;

/** Whether a browser can draw, and if not, why. */
export interface BrowserState {
  readonly version: string | null;
  readonly confinement: string | null;
  readonly problem: string | null;
}

/** Draws pages of HTML with the browser of the operator, each once: the cache has what was drawn before. */
export class HtmlService {
  /** Each run takes as much memory as several processes may have. */
  private readonly slot = new Semaphore(1);
  private pageFonts: PageFonts | null = null;
  private browser: Promise<Browser> | null = null;
  private failed: { readonly at: number; readonly state: BrowserState } | null = null;

  constructor(
    private readonly settings: HtmlSettings,
    private readonly catalog: FontCatalog,
    private readonly cache: FileCache,
  ) {}

  /** Declared for the first page, because there are hundreds. */
  private get fonts(): PageFonts {
    return (this.pageFonts ??= new PageFonts(this.catalog));
  }

  /** Whether the operator has named a browser. */
  get isConfigured(): boolean {
    return this.settings.browser.path !== null;
  }

  /** Whether the browser can draw, for which it is started the first time. Null if the operator has named none. */
  async describe(): Promise<BrowserState | null> {
    if (!this.isConfigured) return null;
    if (this.failed !== null && performance.now() - this.failed.at < PROBLEM_MS)
      return this.failed.state;
    try {
      const { version, confinement } = await this.open();
      return { version, confinement: confinement.level, problem: null };
    } catch (error) {
      const problem = (error as Error).message;
      const state = { version: null, confinement: null, problem };
      this.failed = { at: performance.now(), state };
      return state;
    }
  }

  /**
   * Finds or draws pages, in one run of the browser.
   *
   * @returns the pictures in the order of the pages
   * @throws HtmlError, or the reason of the signal
   */
  async draw(pages: readonly HtmlPage[], options: DrawOptions): Promise<PagePicture[]> {
    const browser = await this.open();
    const keys = await Promise.all(pages.map((page) => this.keyOf(page, browser)));
    const found: (PagePicture | null)[] = [];
    for (const key of keys) found.push(await this.find(key, options.workDir));
    const missing = pages.flatMap((page, index) =>
      found[index] === null ? [{ page, index }] : [],
    );
    let done = pages.length - missing.length;
    options.onPage(done);
    if (missing.length > 0) {
      await this.slot.run(
        () =>
          this.runOnce(browser, missing, options, async (index, drawn) => {
            found[index] = drawn;
            // What an address answers may change.
            if (!drawn.hasFetched) await this.keep(keys[index]!, drawn, options.workDir);
            options.onPage(++done);
          }),
        { signal: options.signal },
      );
    }
    return found as PagePicture[];
  }

  private async runOnce(
    { path, confinement }: Browser,
    missing: readonly { readonly page: HtmlPage; readonly index: number }[],
    { workDir, signal, fetchFile }: DrawOptions,
    onDrawn: (index: number, drawn: DrawnPage) => Promise<void>,
  ): Promise<void> {
    const { timeoutMs } = this.settings.browser;
    const texts = missing.flatMap(({ page: { html, css } }) => [html, css]);
    const allMs = missing.length * timeoutMs + SLACK_MS;
    const own = { path, confinement, catalog: this.catalog, texts, workDir, signal };
    try {
      await runBrowser({ ...own, timeoutMs: allMs }, async (connection) => {
        for (const { page, index } of missing) {
          const resources = { fonts: this.fonts, fetchFile: fetchFile(index) };
          const drawing = drawPage(connection, page, resources);
          const drawn = await withinTime(drawing, timeoutMs).catch((error: unknown) => {
            if (!(error instanceof HtmlError)) throw error;
            throw new HtmlError(error.message, { cause: error, page: index });
          });
          await onDrawn(index, drawn);
        }
      });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof FfmpegError)) throw error;
      throw new HtmlError('The browser ended before it had drawn the page.', { cause: error });
    }
  }

  private async keyOf(page: HtmlPage, { version }: Browser): Promise<string> {
    const { html, css, width, height, pixelRatio } = page;
    const fonts = await this.fonts.fingerprint();
    const parts = [HTML_VERSION, version, fonts, width, height, pixelRatio, css, html];
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  }

  private async find(key: string, workDir: string): Promise<PagePicture | null> {
    const path = join(workDir, `page-${randomUUID()}`);
    const known = await this.cache.take(key, path);
    countCacheUse('pages', known);
    if (!known) return null;
    const picture = await readPicture(path);
    await rm(path, { force: true });
    return picture;
  }

  private async keep(key: string, picture: PagePicture, workDir: string): Promise<void> {
    const path = join(workDir, `page-${randomUUID()}`);
    await writePicture(path, picture);
    await this.cache.keep(key, path);
    await rm(path, { force: true });
  }

  private open(): Promise<Browser> {
    this.browser ??= findBrowser(this.settings).catch((error: unknown) => {
      // Asked again for the next job: the operator may have mended it.
      this.browser = null;
      throw error;
    });
    return this.browser;
  }
}

async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `Drawing the page takes longer than ${timeoutMs / 1000} s.`;
    timer = setTimeout(() => reject(new HtmlError(message)), timeoutMs);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
