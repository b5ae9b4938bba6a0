import { args } from '../../core/util/args.js';

/** Nothing listens there, and no name has an address. Requests are answered before they reach either. */
const NO_NETWORK = args(
  ['--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>'],
  ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-quic', '--no-pings'],
  ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ['--disable-domain-reliability', '--disable-client-side-phishing-detection'],
  ['--disable-default-apps', '--disable-extensions', '--disable-field-trial-config'],
);

/** What differs between machines, or is not needed for a picture. */
const PLAIN = args(
  ['--headless=new', '--disable-gpu', '--disable-dev-shm-usage', '--mute-audio'],
  ['--no-first-run', '--no-default-browser-check', '--disable-breakpad'],
  ['--disable-crash-reporter', '--hide-scrollbars', '--force-color-profile=srgb'],
  ['--font-render-hinting=none', '--disable-lcd-text', '--lang=en-US'],
  ['--renderer-process-limit=1', '--password-store=basic', '--use-mock-keychain'],
  ['--js-flags=--jitless', '--disable-features=Translate,MediaRouter,OptimizationHints'],
);

/**
 * The arguments of a browser that draws pages and reaches nothing.
 *
 * @param profile an empty folder, which is deleted afterwards
 * @param isRoot Chromium doesn't confine itself for root
 */
export function browserArgs(profile: string, isRoot: boolean): string[] {
  return args(NO_NETWORK, PLAIN, isRoot ? ['--no-sandbox'] : [], [`--user-data-dir=${profile}`]);
}
