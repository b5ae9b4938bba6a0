import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from './chromium.js';
import { ADMIN_KEY } from './service.js';
import { describeUnless } from './skip.js';

const executablePath = await findChromium();
if (executablePath === null && process.env['CI']) {
  throw new Error('Chromium is not on the PATH. Install it.');
}

/** Groups tests that need Chromium. */
export const describeInChromium = describeUnless(
  executablePath === null ? 'Chromium is not on the PATH' : null,
);

/** The window of a phone. */
export const PHONE = { width: 390, height: 844 };

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where a browser keeps the text of the video. */
const DOCUMENT = 'videocraft.document';
/** A little longer than the studio waits for the next change. */
const KEEP_MS = 600;
/** What WCAG 2.2 AA consists of, and what axe recommends besides. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath!, args: CHROMIUM_FLAGS });
}

export interface StudioOptions {
  /** The address of the service, including its path. */
  readonly url: string;
  /** What follows `url`. The default is `/#/`, the home screen. */
  readonly at?: string;
  /** Null: no key is entered. The default is the key of `startTestService`. */
  readonly key?: string | null;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** The video that this browser has kept. The default is none. */
  readonly video?: object;
}

/** The studio in a browser tab of its own storage. */
export class StudioPage {
  url = '';
  page!: Page;
  /** Errors and warnings of the console, violations of the policy, and exceptions. */
  readonly complaints: string[] = [];
  /** What the page requested. */
  readonly requests: URL[] = [];

  /** Opens the studio as someone new: nothing is stored. */
  static async open(browser: Browser, options: StudioOptions): Promise<StudioPage> {
    const studio = new StudioPage();
    await studio.openTab(browser, options);
    return studio;
  }

  protected async openTab(browser: Browser, options: StudioOptions): Promise<void> {
    const { url, at = '/#/', key = ADMIN_KEY, viewport = { width: 1280, height: 800 } } = options;
    const { colorScheme = 'light', reducedMotion = 'no-preference', video = null } = options;
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion });
    const page = await context.newPage();
    this.url = url;
    this.page = page;
    this.complaints.length = 0;
    this.requests.length = 0;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => this.requests.push(new URL(request.url())));
    if (video !== null)
      await page.addInitScript(keep, { name: DOCUMENT, text: JSON.stringify(video, null, 2) });
    await page.goto(url + at);
    if (key !== null) await this.enterKey(key);
  }

  async enterKey(key: string): Promise<void> {
    await this.page.getByLabel('API key').fill(key);
    await this.page.getByRole('button', { name: 'Continue' }).click();
    await this.page.getByRole('navigation', { name: 'Main' }).waitFor();
  }

  /** Goes to a screen, as a link of the page does. @param hash such as `#/write` */
  async go(hash: string): Promise<void> {
    await this.page.evaluate((to) => {
      location.hash = to;
    }, hash);
  }

  /** What axe finds, as lines: the rule, and the elements. */
  async axe(): Promise<string[]> {
    // Evaluated by the debugger, so that the policy of the page does not matter.
    await this.page.evaluate(AXE);
    return this.page.evaluate(async (tags) => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: AxeViolation[] }> };
      };
      const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    }, AXE_TAGS);
  }

  /** Whether the page is wider than the window, which makes people scroll sideways. */
  isTooWide(): Promise<boolean> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
  }

  /** The names of the controls that messages cover. */
  covered(): Promise<string[]> {
    return this.page.evaluate(() => {
      const controls =
        'a, button, input, select, textarea, [role=option], [role=slider], [role=tab]';
      const messages = [...document.querySelectorAll('.toast')].map((toast) =>
        toast.getBoundingClientRect(),
      );
      return [...document.querySelectorAll<HTMLElement>(controls)]
        .filter((element) => element.closest('.toast') === null && element.checkVisibility())
        .filter((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return messages.some(
            (box) => left < box.right && box.left < right && top < box.bottom && box.top < bottom,
          );
        })
        .map((element) => element.getAttribute('aria-label') ?? element.innerText);
    });
  }

  /** The hosts of all requests. */
  hosts(): string[] {
    const remote = this.requests.filter(({ protocol }) => /^https?:$/.test(protocol));
    return [...new Set(remote.map(({ host }) => host))];
  }

  /** The name of what has the focus, as a screen reader says it. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const label = element.id && document.querySelector(`label[for="${element.id}"]`);
      return element.getAttribute('aria-label') ?? (label || element).textContent ?? '';
    });
  }

  /** The text of the video, as the browser keeps it a moment after the last change. */
  async keptText(): Promise<string> {
    await this.page.waitForTimeout(KEEP_MS);
    return this.page.evaluate((name) => localStorage.getItem(name) ?? '', DOCUMENT);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Runs in the page, before it, and again when it is loaded again, which keeps what was changed. */
function keep({ name, text }: { name: string; text: string }): void {
  if (localStorage.getItem(name) === null) localStorage.setItem(name, text);
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}
