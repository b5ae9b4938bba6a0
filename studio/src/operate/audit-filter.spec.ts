import { idOf, readAuditFilter } from './audit-filter.js';

describe('idOf', () => {
  it.each([
    ['019AB59E-4c00-7aa0-8d4e-1b2c3d4e5f60', { job: '019ab59e-4c00-7aa0-8d4e-1b2c3d4e5f60' }],
    ['req_d0f3a8e0083437918c5b', { request: 'req_d0f3a8e0083437918c5b' }],
    ['3f9a1c2b7d4e5f60', { key: '3f9a1c2b7d4e5f60' }],
    ['admin', { key: 'admin' }],
    [undefined, {}],
  ])('knows what %s is', (search, id) => {
    expect(idOf(search)).toEqual(id);
  });
});

describe('readAuditFilter', () => {
  it('leaves out what is empty or unknown', () => {
    const query = new URLSearchParams('search=%20&type=nothing&after=2026-01-31');
    expect(readAuditFilter(query)).toEqual({
      ...{ search: undefined, type: undefined },
      ...{ after: '2026-01-31', before: undefined },
    });
  });
});
