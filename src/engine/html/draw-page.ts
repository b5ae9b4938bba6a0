import type { HtmlPage } from '../../core/project/types/index.js';
import type { BrowserConnection } from './browser-connection.js';
import { HtmlError } from './html-error.js';
import { PageRequests, type PageResources } from './page-requests.js';

/** A drawn page. */
export interface DrawnPage {
  /** PNG with transparency. */
  readonly png: Buffer;
  /** What is not in the picture, as sentences. */
  readonly warnings: readonly string[];
  /** True if the picture depends on something that was fetched. */
  readonly hasFetched: boolean;
}

/**
 * Brings a page to rest: waits for its fonts and pictures, puts animations that end to their end, and those that don't to
 * their start. Pages can give their elements the names of members of the document, so its members are taken from the prototype.
 */
const SETTLE = `(async () => {
  const of = (name) => Object.getOwnPropertyDescriptor(Document.prototype, name).get.call(document);
  const all = (names) => [...Document.prototype.querySelectorAll.call(document, names)];
  await of('fonts').ready;
  await Promise.all([...of('images')].map((one) => one.decode().catch(() => {})));
  let endless = 0;
  let finite = 0;
  for (const one of Document.prototype.getAnimations.call(document).slice(0, 10000)) {
    try { one.finish(); finite += 1; } catch { one.pause(); one.currentTime = 0; endless += 1; }
  }
  for (const one of all('svg')) { one.pauseAnimations(); one.setCurrentTime(0); }
  const names = ['script', 'iframe', 'object', 'embed', 'video', 'audio', 'frame', 'canvas'];
  return JSON.stringify({
    endless: endless + all('animate,animateMotion,animateTransform,set').length,
    finite,
    left: names.filter((name) => all(name).length > 0),
  });
})()`;

interface Settled {
  readonly endless: number;
  readonly finite: number;
  readonly left: readonly string[];
}

/**
 * Draws a page in a tab of its own, without scripts and without a network.
 *
 * @throws HtmlError if the tab crashes, or the browser is gone
 */
export async function drawPage(
  connection: BrowserConnection,
  page: HtmlPage,
  resources: PageResources,
): Promise<DrawnPage> {
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
  const attached = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  const session = attached['sessionId'] as string;
  const send = (method: string, params: Readonly<Record<string, unknown>> = {}) =>
    connection.send(method, params, session);
  const requests = new PageRequests(page, resources, send);
  const fate = watch(connection, session, requests);
  const draw = async () => {
    await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await send('Network.enable');
    await send('Page.enable');
    await send('Inspector.enable');
    await send('Emulation.setScriptExecutionDisabled', { value: true });
    const { width, height, pixelRatio: deviceScaleFactor } = page;
    const size = { width, height, deviceScaleFactor, mobile: false };
    await send('Emulation.setDeviceMetricsOverride', size);
    await send('Emulation.setDefaultBackgroundColorOverride', { color: CLEAR });
    await send('Page.navigate', { url: requests.address });
    await fate.loaded;
    const settled = await send('Runtime.evaluate', { expression: SETTLE, awaitPromise: true });
    const clip = { x: 0, y: 0, width, height, scale: 1 };
    const { data } = await send('Page.captureScreenshot', { format: 'png', clip });
    return {
      png: Buffer.from(data as string, 'base64'),
      warnings: [...requests.warnings(), ...settledWarnings(settled)],
      hasFetched: requests.hasFetched,
    };
  };
  try {
    const drawn = await Promise.race([draw(), fate.crashed]);
    await connection.send('Target.closeTarget', { targetId });
    return drawn;
  } finally {
    fate.end();
  }
}

const CLEAR = { r: 0, g: 0, b: 0, a: 0 };

/** Passes requests on, and waits for the end of loading, or of the tab. */
function watch(connection: BrowserConnection, session: string, requests: PageRequests) {
  let end = () => {};
  let crash: (error: HtmlError) => void = () => {};
  const crashed = new Promise<never>((_, reject) => (crash = reject));
  crashed.catch(() => {});
  const loaded = new Promise<void>((resolve) => {
    end = connection.listen(({ method, params, sessionId }) => {
      if (sessionId !== session) return;
      if (method === 'Page.loadEventFired') resolve();
      if (method === 'Inspector.targetCrashed')
        crash(new HtmlError('The browser needs too much memory for the page.'));
      requests.take(method, params);
    });
  });
  return { loaded, crashed, end };
}

function settledWarnings(answer: Readonly<Record<string, unknown>>): string[] {
  const { value } = (answer['result'] ?? {}) as { readonly value?: unknown };
  if (typeof value !== 'string') throw new HtmlError('The browser cannot draw the page.');
  const { endless, finite, left } = JSON.parse(value) as Settled;
  const names = left.map((name) => `<${name}>`).join(', ');
  return [
    ...(finite > 0 ? ['Animations of the page are shown at their end, and do not move.'] : []),
    ...(endless > 0 ? ['Endless animations of the page are shown at their start.'] : []),
    ...(left.length > 0 ? [`The page is drawn without scripts and frames: ${names}.`] : []),
  ];
}
