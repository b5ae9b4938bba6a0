import type { Request } from 'express';
import { clientAddress } from './client-address.js';

describe('clientAddress', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:0DB8:1:2::', '2001:db8:1:2::'],
    ['fe80::1%eth0', 'fe80::'],
    ['unknown', '192.0.2.1'],
    ['203.0.113.7:4711', '192.0.2.1'],
    [undefined, '192.0.2.1'],
  ])('counts %s as %s', (ip, counted) => {
    const req = { ip, socket: { remoteAddress: '192.0.2.1' } } as unknown as Request;
    expect(clientAddress(req).replace(/\/64$/, '')).toBe(counted);
  });

  it('counts a closed connection as no address', () => {
    expect(clientAddress({ ip: undefined, socket: {} } as unknown as Request)).toBe('');
  });
});
