import { absolutePath, secondsAsMs } from './parsers.js';
import type { Config } from './types.js';
import { optional, type Variable, variable } from './variable.js';

/** The variables of the browser that draws HTML. */
export const BROWSER_VARIABLES = {
  browserPath: optional(
    'VIDEOCRAFT_BROWSER_PATH',
    absolutePath,
    'no browser, and elements of HTML are refused',
    'Path of Chromium or Chrome, which draws [elements of HTML](html.md). Set it for the API and for all workers.',
  ),
  browserTimeoutMs: variable({
    name: 'VIDEOCRAFT_BROWSER_TIMEOUT_SECONDS',
    parse: secondsAsMs(1, 600),
    fallback: 30_000,
    fallbackText: '30',
    doc: 'Maximum time to draw a page of HTML, in seconds. The start of the browser does not count.',
  }),
} satisfies Record<string, Variable<unknown>>;

type BrowserValues = {
  [K in keyof typeof BROWSER_VARIABLES]: (typeof BROWSER_VARIABLES)[K] extends Variable<infer T>
    ? T
    : never;
};

/** The settings of the browser. */
export function browserConfig(values: BrowserValues): Config['browser'] {
  return { path: values.browserPath, timeoutMs: values.browserTimeoutMs };
}
