import type { Config } from '../../config/types.js';
import { fault, type Finding, fine, warning } from './finding.js';

const NAME = 'browser';

/** Starts the browser that draws HTML, if one is configured. */
export async function checkBrowser(config: Config): Promise<Finding> {
  const { browser, ffmpeg, production } = config;
  if (browser.path === null) {
    return fine(
      NAME,
      'VIDEOCRAFT_BROWSER_PATH is not set, so "html" elements are refused. To draw HTML, see docs/html.md.',
    );
  }
  const { findBrowser } = await import('../../engine/html/find-browser.js');
  const searchPath = process.env['PATH'] ?? '';
  const { confinement: mode } = ffmpeg;
  try {
    const settings = { browser, confinement: mode, searchPath, production };
    const { version, confinement } = await findBrowser(settings);
    const text = `${version} draws HTML, confined by ${confinement.level}.`;
    return confinement.level === 'none' ? warning(NAME, text, null) : fine(NAME, text);
  } catch (error) {
    return fault(NAME, (error as Error).message, null);
  }
}
