import { loadConfig } from '../../config/load-config.js';
import { proxyFor } from './proxies.js';

function proxyOf(url: string, env: Record<string, string>): string | undefined {
  return proxyFor(new URL(url), loadConfig(env).sources.proxies)?.href;
}

describe('the proxy for an address', () => {
  it('depends on the scheme', () => {
    const env = { HTTP_PROXY: 'http://a:1', HTTPS_PROXY: 'b.example.com:2' };
    expect(proxyOf('http://x.com/', env)).toBe('http://a:1/');
    expect(proxyOf('https://x.com/', env)).toBe('http://b.example.com:2/');
    expect(proxyOf('https://x.com/', { HTTP_PROXY: 'http://a:1' })).toBeUndefined();
    expect(proxyOf('http://x.com/', {})).toBeUndefined();
  });

  it('is read from the lowercase variable first, unless it is empty', () => {
    expect(proxyOf('http://x.com/', { HTTP_PROXY: 'http://a:1', http_proxy: 'http://b:1' })).toBe(
      'http://b:1/',
    );
    expect(proxyOf('http://x.com/', { HTTP_PROXY: 'http://a:1', http_proxy: '' })).toBe(
      'http://a:1/',
    );
  });

  it.each([
    ['*', 'http://x.com/', true],
    ['x.com', 'http://x.com/', true],
    ['X.com', 'http://x.COM/', true],
    ['x.com', 'http://a.b.x.com/', true],
    ['x.com', 'http://notx.com/', false],
    ['.x.com', 'http://a.x.com/', true],
    ['.x.com', 'http://x.com/', true],
    ['*.x.com', 'http://a.x.com/', true],
    ['x.com.', 'http://x.com./', true],
    ['a.x.com', 'http://x.com/', false],
    ['com', 'http://x.com/', true],
    ['x.com:443', 'https://x.com/', true],
    ['x.com:443', 'http://x.com/', false],
    ['x.com:8080', 'http://x.com:8080/', true],
    ['y.com, x.com', 'http://x.com/', true],
    ['y.com x.com', 'http://x.com/', true],
    ['10.1.2.3', 'http://10.1.2.3/', true],
    ['x.com', 'http://10.1.2.3/', false],
    ['2.3', 'http://10.1.2.3/', false],
    ['10.0.0.0/8', 'http://10.1.2.3/', true],
    ['10.0.0.0/8', 'http://11.1.2.3/', false],
    ['10.0.0.0/8', 'http://x.com/', false],
    ['[2001:db8::1]', 'http://[2001:db8::1]/', true],
    ['2001:db8::1', 'http://[2001:db8::1]/', true],
    ['[2001:db8::1]:80', 'http://[2001:db8::1]/', true],
    ['[2001:db8::1]:81', 'http://[2001:db8::1]/', false],
    ['2001:db8::/32', 'http://[2001:db8::1]/', true],
    ['2001:db8::/32', 'http://10.0.0.1/', false],
    [',', 'http://x.com/', false],
    ['.', 'http://x.com/', false],
  ])('with NO_PROXY=%j for %s: direct is %j', (except, url, direct) => {
    const env = { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://p:1', NO_PROXY: except };
    expect(proxyOf(url, env) === undefined).toBe(direct);
  });

  it.each(['http://localhost/', 'http://a.localhost:80/', 'http://127.8.9.1/', 'http://[::1]/'])(
    'is not used for this machine: %s',
    (url) => expect(proxyOf(url, { HTTP_PROXY: 'http://p:1' })).toBeUndefined(),
  );
});
