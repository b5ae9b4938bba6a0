import { translateJson2Video } from './translate.js';

const SCENES = [{ duration: 1, elements: [] }];
const translate = (exports: unknown, more: object = {}) =>
  translateJson2Video({ scenes: SCENES, exports, ...more });
const to = (...destinations: unknown[]) => [{ destinations }];
const HOOK = { type: 'webhook', endpoint: 'https://hooks.example.com/a' };

describe('exports of JSON2Video', () => {
  it('become webhooks and destinations', () => {
    const file = 'promo-__yyyy__-__mm__-__dd__ __hh____nn____ss__-__random__.mp4';
    const { config, issues, notes } = translate(
      to(
        { id: 'cms', 'remote-path': './in/', file },
        { id: 'archive' },
        { ...HOOK, content_type: 'json' },
      ),
    );
    expect(issues).toEqual([]);
    expect(config).toEqual({
      scenes: SCENES,
      webhook: [{ url: HOOK.endpoint }],
      destinations: [
        {
          name: 'cms',
          path: 'in/promo-{year}-{month}-{day} {hour}{minute}{second}-{job_id}.mp4',
        },
        { name: 'archive' },
      ],
    });
    expect(notes).toHaveLength(2);
  });

  it('are ignored without destinations, with a note about what has no effect', () => {
    const { config, notes } = translate([{ format: 'mp4', quality: 'high', resolution: 'hd' }]);
    expect(config).toEqual({ scenes: SCENES });
    expect(notes).toEqual([
      { pointer: '/exports', message: expect.stringContaining('ignored') },
    ]);
    for (const nothing of [[], null]) expect(translate(nothing)).toMatchObject({ notes: [] });
  });

  it('say that the ID of the movie does not return', () => {
    expect(translate(to(HOOK), { id: 'my-id' }).notes).toContainEqual({
      pointer: '/exports',
      message: expect.stringContaining('client-data'),
    });
  });

  it.each<[what: string, exports: unknown, pointer: string]>([
    ['not a list', {}, '/exports'],
    ['a text', ['x'], '/exports/0'],
    ['another format', [{ format: 'webm' }], '/exports/0/format'],
    ['an unknown field', [{ watermark: 1 }], '/exports/0/watermark'],
    ['destinations that are not a list', [{ destinations: {} }], '/exports/0/destinations'],
    [
      'a password',
      to({ type: 'ftp', password: 'x', id: 'a' }),
      '/exports/0/destinations/0/password',
    ],
    ['a host', to(HOOK, { type: 'sftp', host: 'a' }), '/exports/0/destinations/1/host'],
    ['a bucket', to({ type: 's3', bucket: 'a' }), '/exports/0/destinations/0/bucket'],
    ['no ID', to({ type: 'ftp' }), '/exports/0/destinations/0'],
    ['e-mail', to({ type: 'email', to: 'a@b.example' }), '/exports/0/destinations/0'],
    [
      'a form',
      to({ ...HOOK, 'content-type': 'urlencoded' }),
      '/exports/0/destinations/0/content-type',
    ],
    ['a field of no webhook', to({ ...HOOK, method: 'GET' }), '/exports/0/destinations/0/method'],
  ])('are refused for %s', (_what, exports, pointer) => {
    expect(translate(exports).issues.map((issue) => issue.pointer)).toEqual([pointer]);
  });
});
