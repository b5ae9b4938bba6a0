import { CookieJar } from './cookie-jar.js';

function sent(from: string, cookies: string[], to: string): string | null {
  const jar = new CookieJar();
  jar.store(new URL(from), cookies);
  return jar.headerFor(new URL(to));
}

describe('cookies of a redirect chain', () => {
  it.each([
    ['go to the host that set them', 'https://a.com/x', 'c=1', 'https://a.com/y', 'c=1'],
    ['go to no other', 'https://a.com/', 'c=1', 'https://b.com/', null],
    ['go to no host below without a domain', 'https://a.com/', 'c=1', 'https://x.a.com/', null],
    ['go below a domain', 'https://x.a.com/', 'c=1; Domain=a.com', 'https://y.a.com/', 'c=1'],
    [
      'go below a domain with a dot',
      'https://a.com/',
      'c=1; domain=.A.com',
      'https://y.a.com/',
      'c=1',
    ],
    [
      'are not for a domain that is another',
      'https://a.com/',
      'c=1; Domain=b.com',
      'https://b.com/',
      null,
    ],
    [
      'are not for a domain that ends alike',
      'https://nota.com/',
      'c=1; Domain=a.com',
      'https://a.com/',
      null,
    ],
    [
      'are not for all of a top-level domain',
      'https://a.com/',
      'c=1; Domain=com',
      'https://b.com/',
      null,
    ],
    [
      'are not for parts of an address',
      'http://10.1.2.3/',
      'c=1; Domain=2.3',
      'http://1.1.2.3/',
      null,
    ],
    ['go from http to https', 'http://a.com/', 'c=1', 'https://a.com/', 'c=1'],
    ['stay on https when they are secure', 'https://a.com/', 'c=1; Secure', 'http://a.com/', null],
    ['stay on their port', 'http://a.com:8080/', 'c=1', 'http://a.com:9090/', null],
    ['go below their path', 'https://a.com/', 'c=1; Path=/x', 'https://a.com/x/y', 'c=1'],
    ['go nowhere beside their path', 'https://a.com/', 'c=1; Path=/x', 'https://a.com/xy', null],
    ['have the path of what set them', 'https://a.com/x/y', 'c=1', 'https://a.com/z', null],
    ['end', 'https://a.com/', 'c=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'https://a.com/', null],
    ['may hold anything', 'https://a.com/', 'c=a=b "x"; Path=/', 'https://a.com/', 'c=a=b "x"'],
    ['cannot begin a header', 'https://a.com/', 'c=1\r\nx: y', 'https://a.com/', null],
    ['have a name', 'https://a.com/', '=1', 'https://a.com/', null],
    [
      'are secure when their name says so',
      'http://a.com/',
      '__Secure-c=1; Secure',
      'https://a.com/',
      null,
    ],
    [
      'are of the host when their name says so',
      'https://a.com/',
      '__Host-c=1; Secure; Path=/; Domain=a.com',
      'https://a.com/',
      null,
    ],
  ])('%s', (_, from, cookie, to, header) => {
    expect(sent(from, [cookie], to)).toBe(header);
  });

  it('are replaced and removed by name', () => {
    const jar = new CookieJar();
    const url = new URL('https://a.com/');
    jar.store(url, ['a=1; Path=/', 'b=2; Path=/']);
    jar.store(url, ['a=3; Path=/', 'b=; Path=/; Max-Age=0']);
    expect(jar.headerFor(url)).toBe('a=3');
  });
});
