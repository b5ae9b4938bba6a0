import { InvalidValue, type Parser } from './parsers.js';

const LONGEST_HEADER = 256;

/** The value of an HTTP header, without characters that could begin another header. */
export const headerText: Parser<string> = (text) => {
  if (text.length <= LONGEST_HEADER && /^[\x20-\x7e]+$/.test(text)) return text;
  throw new InvalidValue(`1 to ${LONGEST_HEADER} printable ASCII characters`);
};

/** A URL or an email address for the parentheses in `User-Agent`. */
export const contact: Parser<string> = (text) => {
  if (text.length <= LONGEST_HEADER && /^[\x21-\x7e]+$/.test(text) && !/[()\\]/.test(text))
    return text;
  throw new InvalidValue('a URL or an email address without spaces and parentheses');
};

/** The URL of a proxy. As with curl, `http://` is optional. */
export const proxyUrl: Parser<string> = (text) => {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  const known = url !== null && ['http:', 'https:'].includes(url.protocol) && url.hostname !== '';
  const bare = known && url.pathname === '/' && url.search === '' && url.hash === '';
  if (bare && isPercentEncoded(url.username + url.password)) return url.href;
  throw new InvalidValue('the URL of an HTTP proxy, such as http://proxy.example.com:3128');
};

function isPercentEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text) !== null;
  } catch {
    return false;
  }
}

/** Entries of NO_PROXY, separated by commas or white space, in lowercase. */
export const proxyExceptions: Parser<readonly string[]> = (text) =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '');
