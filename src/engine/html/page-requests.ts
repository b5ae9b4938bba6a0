import type { HtmlPage } from '../../core/project/types/index.js';
import { FONTS_ADDRESS, PAGE_ADDRESS, PAGE_POLICY, pageDocument } from './page-document.js';
import type { PageFonts } from './page-fonts.js';

/** Files that one page may fetch. */
const MOST_FETCHED = 50;
const MOST_WARNINGS = 10;
const LONGEST_ADDRESS = 120;
const FETCHED: ReadonlySet<string> = new Set(['Image', 'Font', 'Stylesheet']);

/** Fetches a file from an `http` or `https` address, as the service fetches sources. Throws an error whose message may be shown. */
export type FetchFile = (address: string) => Promise<Uint8Array>;

export interface PageResources {
  readonly fonts: PageFonts;
  readonly fetchFile: FetchFile;
}

type Send = (
  method: string,
  params: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

interface Paused {
  readonly requestId: string;
  readonly resourceType: string;
  readonly request: { readonly url: string };
}

interface Reply {
  readonly type: string;
  readonly body: Uint8Array;
}

/** Answers every request of a page, so that the browser asks nobody else. */
export class PageRequests {
  readonly address = PAGE_ADDRESS;
  private readonly found: string[] = [];
  private readonly addresses = new Map<string, string>();
  private readonly answered = new Set<string>();
  private fetched = 0;

  constructor(
    private readonly page: HtmlPage,
    private readonly resources: PageResources,
    private readonly send: Send,
  ) {}

  get hasFetched(): boolean {
    return this.fetched > 0;
  }

  /** What is left out, as sentences. */
  warnings(): string[] {
    const shown = this.found.slice(0, MOST_WARNINGS);
    const more = this.found.length - shown.length;
    return more > 0 ? [...shown, `${more} more files of the page are left out.`] : shown;
  }

  /** Takes an event of the browser. */
  take(method: string, params: Readonly<Record<string, unknown>>): void {
    if (method === 'Fetch.requestPaused') {
      // The browser may be gone before its answer.
      this.answer(params as unknown as Paused).catch(() => {});
    } else if (method === 'Network.requestWillBeSent') {
      const { requestId, request } = params as unknown as Paused;
      if (this.addresses.size < 1_000) this.addresses.set(requestId, request.url);
    } else if (method === 'Network.loadingFailed') {
      const url = this.addresses.get(params['requestId'] as string);
      if (url !== undefined && !this.answered.has(url)) this.leaveOut(url, 'Pages cannot have it.');
    }
  }

  private async answer({ requestId, resourceType, request: { url } }: Paused): Promise<void> {
    this.answered.add(url);
    const reply = await this.replyTo(url, resourceType);
    if (reply === null) {
      // Another error would show a page about it in place of this one.
      await this.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    await this.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [
        { name: 'Content-Type', value: reply.type },
        { name: 'Content-Security-Policy', value: PAGE_POLICY },
        // The sandbox is an origin of its own.
        { name: 'Access-Control-Allow-Origin', value: '*' },
      ],
      body: Buffer.from(reply.body).toString('base64'),
    });
  }

  /** Null: nothing. */
  private async replyTo(url: string, kind: string): Promise<Reply | null> {
    const { fonts } = this.resources;
    if (kind === 'Document') return url === PAGE_ADDRESS ? this.document() : null;
    if (url === FONTS_ADDRESS) return { type: 'text/css', body: Buffer.from(fonts.css) };
    if (url.startsWith(PAGE_ADDRESS)) {
      const font = await fonts.at(url);
      if (font === null) this.leaveOut(url.slice(PAGE_ADDRESS.length - 1), RELATIVE);
      return font && { type: 'font/woff2', body: font };
    }
    if (!FETCHED.has(kind) || !/^https?:/.test(url)) {
      this.leaveOut(url, 'Pages can only fetch pictures, fonts, and style sheets.');
      return null;
    }
    return this.fetch(url, kind);
  }

  private async fetch(url: string, kind: string): Promise<Reply | null> {
    if (++this.fetched > MOST_FETCHED) {
      this.leaveOut(url, `A page can fetch ${MOST_FETCHED} files.`);
      return null;
    }
    try {
      const body = await this.resources.fetchFile(url);
      return { body, type: typeOf(body, kind) };
    } catch (error) {
      this.leaveOut(url, (error as Error).message);
      return null;
    }
  }

  private document(): Reply {
    return { type: 'text/html; charset=utf-8', body: Buffer.from(pageDocument(this.page)) };
  }

  private leaveOut(url: string, why: string): void {
    const shown = url.length > LONGEST_ADDRESS ? `${url.slice(0, LONGEST_ADDRESS)}...` : url;
    const text = `${JSON.stringify(shown)} is left out. ${why}`;
    if (!this.found.includes(text)) this.found.push(text);
  }
}

const RELATIVE = 'A page has no folder, so its addresses must be whole.';

/** Browsers find out what a picture is, except for SVG. */
function typeOf(body: Uint8Array, kind: string): string {
  if (kind === 'Stylesheet') return 'text/css';
  const start = Buffer.from(body.subarray(0, 1_000)).toString('latin1').trimStart();
  return start.startsWith('<') ? 'image/svg+xml' : 'application/octet-stream';
}
