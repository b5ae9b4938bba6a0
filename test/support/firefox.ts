import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';

const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/;
const LOOK_MS = 100;
/** Firefox asks its maker for updates and settings unless it is told not to. */
const PREFERENCES = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'media.autoplay.default': 0,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.enabled': false,
};

/** Collects violations of the content security policy in each page. */
const WATCH_POLICY = `() => {
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    violations.push(violatedDirective + ' ' + blockedURI));
}`;

interface Answer {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly message?: string;
  readonly result?: unknown;
}

/** A tab of Firefox, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/). */
export class Firefox {
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private lastId = 0;
  private tab = '';

  private constructor(
    private readonly process: ChildProcess,
    private readonly socket: WebSocket,
    private readonly profile: string,
  ) {
    socket.on('message', (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as Answer;
      if (answer.id !== undefined) this.waiting.get(answer.id)?.(answer);
    });
  }

  /** Starts Firefox with a profile of its own, and opens an address. */
  static async open(program: string, url: string): Promise<Firefox> {
    const profile = await mkdtemp(join(tmpdir(), 'videocraft-firefox-'));
    const lines = Object.entries(PREFERENCES).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    await writeFile(join(profile, 'user.js'), lines.join('\n'));
    const child = spawn(
      program,
      ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const socket = new WebSocket(`${await addressOf(child)}/session`);
    await once(socket, 'open');
    const firefox = new Firefox(child, socket, profile);
    await firefox.send('session.new', { capabilities: {} });
    await firefox.send('script.addPreloadScript', { functionDeclaration: WATCH_POLICY });
    const { context } = (await firefox.send('browsingContext.create', { type: 'tab' })) as {
      context: string;
    };
    firefox.tab = context;
    await firefox.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return firefox;
  }

  /** The value of an expression in the page, which must be JSON. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result } = (await this.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: this.tab },
      awaitPromise: true,
    })) as { result: { type: string; value?: string } };
    if (result.value === undefined) throw new Error(`The page returned no JSON: ${expression}`);
    return JSON.parse(result.value) as T;
  }

  /** Resolves when an expression in the page is true. The time limit of the test ends the wait. */
  async until(expression: string): Promise<void> {
    while (!(await this.evaluate<boolean>(`Boolean(${expression})`))) await delay(LOOK_MS);
  }

  /** Clicks the middle of an element, as a person does. @param element an expression in the page */
  async click(element: string): Promise<void> {
    await this.until(element);
    const { x, y } = await this.evaluate<{ x: number; y: number }>(
      `(() => { const box = (${element}).getBoundingClientRect();
        return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }; })()`,
    );
    const mouse = [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.act({ type: 'pointer', id: 'mouse', actions: mouse });
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    const actions = Array.from(text, (value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]).flat();
    await this.act({ type: 'key', id: 'keyboard', actions });
  }

  /** What the content security policy of the page has blocked since it was loaded. */
  violations(): Promise<string[]> {
    return this.evaluate('window.violations');
  }

  async close(): Promise<void> {
    this.socket.terminate();
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private async act(source: object): Promise<void> {
    await this.send('input.performActions', { context: this.tab, actions: [source] });
  }

  private send(method: string, params: object): Promise<unknown> {
    const id = ++this.lastId;
    const answered = new Promise((resolve, reject) => {
      this.waiting.set(id, ({ type, message, result }) => {
        this.waiting.delete(id);
        if (type === 'success') resolve(result);
        else reject(new Error(`${method}: ${message ?? 'failed'}`));
      });
    });
    this.socket.send(JSON.stringify({ id, method, params }));
    return answered;
  }
}

async function addressOf({ stderr }: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: stderr! })) {
    const address = LISTENING.exec(line)?.[1];
    if (address === undefined) continue;
    // Firefox goes on to write there.
    stderr!.resume();
    return address;
  }
  throw new Error('Firefox ended before it listened.');
}
