import type { Request } from 'express';
import { loadConfig } from '../../config/load-config.js';
import { baseUrl } from './base-url.js';
import { isOwnPath, isProbePath, isStudioPath, loggedPath } from './paths.js';

describe('baseUrl', () => {
  const urlOf = (env: Record<string, string>, localPort?: number) =>
    baseUrl(
      { headers: { host: 'evil.example' }, socket: { localPort } } as unknown as Request,
      loadConfig(env),
    );

  it.each([
    ['0.0.0.0', 'http://localhost:8080'],
    ['127.0.0.1', 'http://localhost:8080'],
    ['::', 'http://localhost:8080'],
    ['10.0.0.1', 'http://10.0.0.1:8080'],
    ['2001:db8::1', 'http://[2001:db8::1]:8080'],
    ['video.example', 'http://video.example:8080'],
  ])('of a server on %s', (host, url) => {
    expect(urlOf({ VIDEOCRAFT_SERVER_HOST: host }, 8080)).toBe(url);
  });

  it('is the public URL, or has the configured port', () => {
    expect(urlOf({ VIDEOCRAFT_SERVER_PUBLIC_URL: 'https://v.example/x/' })).toBe(
      'https://v.example/x',
    );
    expect(urlOf({ VIDEOCRAFT_SERVER_PORT: '81' })).toBe('http://localhost:81');
  });
});

describe('paths', () => {
  it.each([
    ['/api/v1', true, false],
    ['/api/v1/live', true, true],
    ['/api/v1/videos', true, false],
    ['/api/v10', false, false],
    ['/live', true, true],
    ['/metrics', true, false],
    ['/docs', true, false],
    ['/docs/errors/NOT_FOUND', true, false],
    ['/documents', false, false],
    ['/', false, false],
    ['/studio-files/index.js', true, false],
    ['/studio', false, false],
  ])('%s: own %s, probe %s', (path, isOwn, isProbe) => {
    expect([isOwnPath(path), isProbePath(path)]).toEqual([isOwn, isProbe]);
  });
});

describe('isStudioPath', () => {
  it.each([
    ['/', true],
    ['/studio-files/index.js', true],
    ['/studio-files', false],
    ['/docs', false],
  ])('of %s is %s', (path, isStudio) => expect(isStudioPath(path)).toBe(isStudio));
});

describe('loggedPath', () => {
  it.each([
    ['/api/v1/videos?token=x', '/api/v1/videos'],
    ['/api/v1/links/WyIw.c2ln/a.mp4?x', '/api/v1/links/.../a.mp4'],
    ['/prefix/api/v1/links/WyIw.c2ln', '/prefix/api/v1/links/...'],
    ['/api/v1/videos/1/links', '/api/v1/videos/1/links'],
  ])('of %s is %s', (url, path) => expect(loggedPath(url)).toBe(path));
});
