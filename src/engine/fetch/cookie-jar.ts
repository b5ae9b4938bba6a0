import { isIP } from 'node:net';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  /** True if the cookie is only for the host and port in `domain`. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
}

const MAX_COOKIES = 50;
const MAX_COOKIE_LENGTH = 4_096;
const MAX_HEADER_LENGTH = 8_192;

/**
 * The cookies of one chain of redirects (the necessary subset of RFC 6265). Some hosts serve a file only to
 * clients that return their cookies. Each chain has its own jar.
 */
export class CookieJar {
  private readonly cookies = new Map<string, Cookie>();

  /** Stores the cookies of a response that its host is allowed to set. */
  store(url: URL, headers: readonly string[]): void {
    for (const header of headers.slice(0, MAX_COOKIES)) {
      if (header.length > MAX_COOKIE_LENGTH) continue;
      const { cookie, gone } = readCookie(header, url) ?? {};
      if (!cookie) continue;
      const key = `${cookie.domain};${cookie.path};${cookie.name}`;
      if (gone) this.cookies.delete(key);
      else if (this.cookies.size < MAX_COOKIES || this.cookies.has(key)) {
        this.cookies.set(key, cookie);
      }
    }
  }

  /** The `Cookie` header of a request, or null. */
  headerFor(url: URL): string | null {
    const matching = [...this.cookies.values()]
      .filter((cookie) => isSentTo(cookie, url))
      .sort((a, b) => b.path.length - a.path.length);
    let header = '';
    for (const { name, value } of matching) {
      const longer = `${header}${header === '' ? '' : '; '}${name}=${value}`;
      if (longer.length <= MAX_HEADER_LENGTH) header = longer;
    }
    return header === '' ? null : header;
  }
}

function isSentTo({ domain, hostOnly, path, secure }: Cookie, url: URL): boolean {
  if (secure && url.protocol !== 'https:') return false;
  const here = hostOnly ? url.host === domain : isWithin(url.hostname, domain);
  const below = path.endsWith('/') ? path : `${path}/`;
  return here && (url.pathname === path || url.pathname.startsWith(below));
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Returns null for an invalid cookie, or one that the host is not allowed to set. */
function readCookie(header: string, url: URL): { cookie: Cookie; gone: boolean } | null {
  const [pair, ...attributes] = header.split(';') as [string, ...string[]];
  const at = pair.indexOf('=');
  const name = pair.slice(0, at).trim();
  const value = pair.slice(at + 1).trim();
  // Other characters cannot be sent back in a header.
  if (at < 1 || name === '' || !/^[\x21-\x7e]*$/.test(name) || !/^[\x20-\x7e]*$/.test(value)) {
    return null;
  }
  const attributeMap = new Map(attributes.map(readAttribute));
  const domain = (attributeMap.get('domain') ?? '').replace(/^\./, '').toLowerCase();
  if (domain !== '' && !maySetFor(domain, url.hostname)) return null;
  const secure = attributeMap.has('secure');
  const path = attributeMap.get('path') ?? '';
  const hostOnly = domain === '' || (domain === url.hostname && isIP(domain) !== 0);
  if (name.startsWith('__Secure-') && !(secure && url.protocol === 'https:')) return null;
  if (name.startsWith('__Host-') && !(secure && hostOnly && path === '/')) return null;
  const cookie: Cookie = {
    name,
    value,
    secure,
    hostOnly,
    domain: hostOnly ? url.host : domain,
    path: path.startsWith('/') ? path : url.pathname.replace(/\/[^/]*$/, '') || '/',
  };
  return { cookie, gone: isExpired(attributeMap) };
}

function readAttribute(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 0) return [text.trim().toLowerCase(), ''];
  return [text.slice(0, at).trim().toLowerCase(), text.slice(at + 1).trim()];
}

/** A host can set cookies for a parent domain, but not for a top-level domain. */
function maySetFor(domain: string, host: string): boolean {
  if (isIP(host) !== 0) return domain === host;
  return isWithin(host, domain) && (domain.includes('.') || domain === host);
}

function isExpired(attributes: ReadonlyMap<string, string>): boolean {
  const age = attributes.get('max-age');
  if (age !== undefined && /^-?\d+$/.test(age)) return Number(age) <= 0;
  const expires = Date.parse(attributes.get('expires') ?? '');
  return !Number.isNaN(expires) && expires <= Date.now();
}
