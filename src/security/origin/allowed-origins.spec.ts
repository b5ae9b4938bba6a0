import type { Request } from 'express';
import { isOwnOrigin, originsOf } from './allowed-origins.js';

describe('originsOf', () => {
  it.each([
    ['app.example.com', ['https://app.example.com']],
    ['app.example.com:8443', ['https://app.example.com:8443']],
    ['app.example.com:443', ['https://app.example.com']],
    ['localhost:3000', ['https://localhost:3000', 'http://localhost:3000']],
    ['127.0.0.1', ['https://127.0.0.1', 'http://127.0.0.1']],
    ['[::1]:80', ['https://[::1]:80', 'http://[::1]']],
    ['localhost.example.com', ['https://localhost.example.com']],
    ['192.168.1.5', ['https://192.168.1.5']],
  ])('converts %s to what browsers send', (entry, origins) => {
    expect([...originsOf([entry])]).toEqual(origins);
  });
});

describe('isOwnOrigin', () => {
  const own = (origin: string, host: string | undefined, options = {}) => {
    const { protocol, ...server } = {
      protocol: 'http',
      publicUrl: null,
      pathPrefix: '',
      host: '127.0.0.1',
      ...options,
    };
    const req = { headers: { host }, protocol } as unknown as Request;
    const limits = { maxConnections: 1, maxConnectionsPerAddress: 1 };
    const rest = { port: 3002, trustedProxies: 0, corsMaxAgeSeconds: 0, ...limits };
    return isOwnOrigin(origin, req, { ...rest, ...server });
  };

  it.each([
    ['http://localhost:3002', 'localhost:3002', {}],
    ['http://localhost', 'localhost:80', {}],
    ['http://192.168.1.5:3002', '192.168.1.5:3002', {}],
    ['http://[::1]:3002', '[::1]:3002', {}],
    ['http://studio:3002', 'studio:3002', { host: 'studio' }],
    ['https://10.0.0.1', '10.0.0.1', { protocol: 'https' }],
    ['https://video.example.org', 'whatever', { publicUrl: 'https://video.example.org/base' }],
  ])('accepts %s with Host %s', (origin, host, options) => {
    expect(own(origin, host, options)).toBe(true);
  });

  it.each([
    ['http://evil.com:3002', 'evil.com:3002'],
    ['http://localhost:3003', 'localhost:3002'],
    ['https://localhost:3002', 'localhost:3002'],
    ['http://localhost:3002', undefined],
    ['http://localhost:3002', 'user@localhost:3002'],
    ['http://127.0.0.1.evil.com', '127.0.0.1.evil.com'],
    ['null', 'localhost:3002'],
    ['http://localhost:99999', 'localhost:99999'],
  ])('rejects %s with Host %s', (origin, host) => {
    expect(own(origin, host)).toBe(false);
  });
});
