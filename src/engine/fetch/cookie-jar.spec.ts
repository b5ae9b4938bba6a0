import { CookieJar } from './cookie-jar.js';

function sent(from: string, cookies: string[], to: string): string | null {
  const jar = new CookieJar();
  jar.store(new URL(from), cookies);
  return jar.headerFor(new URL(to));
}

describe('cookies of a redirect chain', () => {
  it.each([
    ['are sent to the host that set them', 'https://a.com/x', 'c=1', 'https://a.com/y', 'c=1'],
    ['are sent to no other host', 'https://a.com/', 'c=1', 'https://b.com/', null],
    [
      'are not sent to a subdomain without a domain attribute',
      'https://a.com/',
      'c=1',
      'https://x.a.com/',
      null,
    ],
    [
      'are sent to subdomains of their domain',
      'https://x.a.com/',
      'c=1; Domain=a.com',
      'https://y.a.com/',
      'c=1',
    ],
    [
      'are sent to subdomains of a domain with a leading dot',
      'https://a.com/',
      'c=1; domain=.A.com',
      'https://y.a.com/',
      'c=1',
    ],
    [
      'are rejected for another domain',
      'https://a.com/',
      'c=1; Domain=b.com',
      'https://b.com/',
      null,
    ],
    [
      'are rejected for a domain with the same ending',
      'https://nota.com/',
      'c=1; Domain=a.com',
      'https://a.com/',
      null,
    ],
    [
      'are rejected for a top-level domain',
      'https://a.com/',
      'c=1; Domain=com',
      'https://b.com/',
      null,
    ],
    [
      'are rejected for parts of an IP address',
      'http://10.1.2.3/',
      'c=1; Domain=2.3',
      'http://1.1.2.3/',
      null,
    ],
    ['are sent from http to https', 'http://a.com/', 'c=1', 'https://a.com/', 'c=1'],
    [
      'are sent only to https if they are secure',
      'https://a.com/',
      'c=1; Secure',
      'http://a.com/',
      null,
    ],
    ['are sent only to their port', 'http://a.com:8080/', 'c=1', 'http://a.com:9090/', null],
    [
      'are sent to paths below their path',
      'https://a.com/',
      'c=1; Path=/x',
      'https://a.com/x/y',
      'c=1',
    ],
    ['are not sent to other paths', 'https://a.com/', 'c=1; Path=/x', 'https://a.com/xy', null],
    [
      'have the path of the response as the default',
      'https://a.com/x/y',
      'c=1',
      'https://a.com/z',
      null,
    ],
    [
      'expire',
      'https://a.com/',
      'c=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      'https://a.com/',
      null,
    ],
    ['can have any value', 'https://a.com/', 'c=a=b "x"; Path=/', 'https://a.com/', 'c=a=b "x"'],
    ['cannot start a header', 'https://a.com/', 'c=1\r\nx: y', 'https://a.com/', null],
    ['must have a name', 'https://a.com/', '=1', 'https://a.com/', null],
    [
      'must be secure if their name says so',
      'http://a.com/',
      '__Secure-c=1; Secure',
      'https://a.com/',
      null,
    ],
    [
      'must belong to the host if their name says so',
      'https://a.com/',
      '__Host-c=1; Secure; Path=/; Domain=a.com',
      'https://a.com/',
      null,
    ],
    [
      'must be for the whole host if their name says so',
      'https://a.com/',
      '__Host-c=1; Secure; Path=/b',
      'https://a.com/b',
      null,
    ],
  ])('%s', (_, from, cookie, to, header) => {
    expect(sent(from, [cookie], to)).toBe(header);
  });

  it('are kept up to a number, of which each can still be replaced', () => {
    const jar = new CookieJar();
    const url = new URL('https://a.com/');
    for (let at = 0; at < 4; at++) {
      jar.store(
        url,
        Array.from({ length: 50 }, (_, index) => `c${at}x${index}=1; Path=/`),
      );
    }
    const kept = jar.headerFor(url)!.split('; ');
    jar.store(url, ['c0x0=2; Path=/', 'late=1; Path=/']);
    expect(jar.headerFor(url)!.split('; ')).toEqual(['c0x0=2', ...kept.slice(1)]);
  });

  it('are replaced and removed by name', () => {
    const jar = new CookieJar();
    const url = new URL('https://a.com/');
    jar.store(url, ['a=1; Path=/', 'b=2; Path=/']);
    jar.store(url, ['a=3; Path=/', 'b=; Path=/; Max-Age=0']);
    expect(jar.headerFor(url)).toBe('a=3');
  });
});
