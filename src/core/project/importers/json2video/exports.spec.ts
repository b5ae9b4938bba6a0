import { translateMovie } from './translate-movie.js';

const OPTIONS = {
  resolveFont: (family: string) => family,
  fontFamilies: ['DejaVu Sans'],
  isNamed: true,
};
const translate = (exports: unknown, more: object = {}) => {
  const { config, ...rest } = translateMovie({ scenes: [], exports, ...more }, OPTIONS);
  const { webhook, destinations } = config as Readonly<Record<string, unknown>>;
  return { ...rest, webhook, destinations };
};
const to = (...destinations: unknown[]) => [{ destinations }];
const HOOK = { type: 'webhook', endpoint: 'https://hooks.example.com/a' };

describe('exports of JSON2Video', () => {
  it('become webhooks and destinations', () => {
    const file = 'promo-__yyyy__-__mm__-__dd__ __hh____nn____ss__-__random__.mp4';
    const { webhook, destinations, issues, notes, originOf } = translate(
      to(
        { id: 'cms', 'remote-path': './in/', file },
        { id: 'archive' },
        { ...HOOK, content_type: 'json' },
      ),
    );
    expect(issues).toEqual([]);
    expect(webhook).toEqual([{ url: HOOK.endpoint }]);
    expect(destinations).toEqual([
      { name: 'cms', path: 'in/promo-{year}-{month}-{day} {hour}{minute}{second}-{job_id}.mp4' },
      { name: 'archive' },
    ]);
    expect(notes).toHaveLength(2);
    expect(originOf('/webhook/0/url')).toBe('/exports/0/destinations/2/endpoint');
    expect(originOf('/destinations/0/path')).toBe('/exports/0/destinations/0/file');
  });

  it('can be one without a list', () => {
    const one = translate({ destinations: { ...HOOK, type: 'Webhook' } });
    expect(one).toMatchObject({ issues: [], webhook: [{ url: HOOK.endpoint }] });
    expect(one.originOf('/webhook/0/url')).toBe('/exports/destinations/endpoint');
    expect(translate([null, ...to(HOOK)]).webhook).toHaveLength(1);
  });

  it.each<[what: string, exports: unknown, pointer: string]>([
    ['its own quality', [{ format: 'mp4', quality: 'high' }], '/exports/0'],
    ['another format', [{ format: 'webm' }], '/exports/0/format'],
    ['an unknown field', [{ watermark: 1 }], '/exports/0/watermark'],
    ['e-mail', to({ type: 'email', to: 'a@b.example' }), '/exports/0/destinations/0'],
    [
      'an endpoint that is none',
      to({ type: 'webhook', endpoint: 'YOUR URL' }),
      '/exports/0/destinations/0/endpoint',
    ],
    [
      'a form',
      to({ ...HOOK, 'content-type': 'urlencoded' }),
      '/exports/0/destinations/0/content-type',
    ],
    ['a field of no webhook', to({ ...HOOK, method: 'GET' }), '/exports/0/destinations/0/method'],
  ])('note %s', (_what, exports, pointer) => {
    const { notes, issues } = translate(exports);
    expect(issues).toEqual([]);
    expect(notes.map((note) => note.pointer)).toContain(pointer);
  });

  it('say that the ID of the movie does not return', () => {
    expect(translate(to(HOOK), { id: 'my-id' }).notes).toContainEqual({
      pointer: '/exports',
      message: expect.stringContaining('client-data'),
    });
  });

  it.each<[what: string, exports: unknown, pointer: string]>([
    ['not a list', 'x', '/exports'],
    ['a text', ['x'], '/exports/0'],
    ['destinations that are not a list', [{ destinations: {} }], '/exports/0/destinations'],
    [
      'a password',
      to({ type: 'ftp', password: 'x', id: 'a' }),
      '/exports/0/destinations/0/password',
    ],
    ['a host', to(HOOK, { type: 'sftp', host: 'a' }), '/exports/0/destinations/1/host'],
    ['a bucket', to({ type: 's3', bucket: 'a' }), '/exports/0/destinations/0/bucket'],
    ['no ID', to({ type: 'ftp' }), '/exports/0/destinations/0'],
  ])('are refused for %s', (_what, exports, pointer) => {
    expect(translate(exports).issues.map((issue) => issue.pointer)).toEqual([pointer]);
  });
});
