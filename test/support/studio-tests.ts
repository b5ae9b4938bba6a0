import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium, type StudioOptions, StudioPage } from './studio-page.js';

/** Starting a service and a browser takes long on a busy machine. */
const START_MS = 120_000;

/** A service that serves the studio. */
interface StudioService {
  readonly url: string;
  close(): Promise<void>;
}

export interface StudioTestsOptions<S> {
  /** How each tab is opened unless the test says otherwise. */
  readonly opens?: (service: S) => Partial<StudioOptions>;
  /** Complaints that may come in each test, and why is at the place that says so. */
  readonly ignores?: RegExp;
}

/** The studio in the tests of a group, which share a browser and a service. Each test opens a tab. */
export class StudioTests<S extends StudioService> extends StudioPage {
  service!: S;
  /** What the current test expects the console to say. */
  expected: RegExp | null = null;
  private browser!: Browser;

  constructor(
    private readonly starts: () => Promise<S>,
    private readonly options: StudioTestsOptions<S>,
  ) {
    super();
  }

  async start(): Promise<void> {
    [this.browser, this.service] = await Promise.all([launchChromium(), this.starts()]);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.service.close();
  }

  /** Ends a test: the console said nothing unexpected, and all requests went to the service. */
  async end(): Promise<void> {
    const { complaints, expected } = this;
    const { ignores } = this.options;
    const hosts = this.hosts();
    await this.close();
    const isExpected = (text: string) => expected?.test(text) || ignores?.test(text);
    expect(complaints.filter((text) => !isExpected(text))).toEqual([]);
    expect(hosts).toEqual([new URL(this.url).host]);
  }

  /** Opens a tab of its own storage. */
  readonly open = async (options: Partial<StudioOptions> = {}): Promise<Page> => {
    const { url } = this.service;
    await this.openTab(this.browser, { url, ...this.options.opens?.(this.service), ...options });
    return this.page;
  };

  /** @param name exactly, or a pattern */
  readonly button = (name: string | RegExp): Locator =>
    this.page.getByRole('button', { name, exact: true });

  readonly heading = (name: string): Locator => this.page.getByRole('heading', { name });
}

/** Sets up the studio for the tests of a group. @param starts starts the service */
export function studioTests<S extends StudioService>(
  starts: () => Promise<S>,
  options: StudioTestsOptions<S> = {},
): StudioTests<S> {
  const studio = new StudioTests(starts, options);
  beforeAll(() => studio.start(), START_MS);
  afterAll(() => studio.stop());
  beforeEach(() => {
    studio.expected = null;
  });
  afterEach(() => studio.end());
  return studio;
}
