import { importerOf } from './importer-of.js';
import { readConfig } from './read-config.js';

const OPTIONS = {
  ...{ subtitleDefaults: {}, localSources: false, fontFamilies: ['Inter'] },
  resolveFont: (family: string) => (family === 'Inter' ? family : null),
};
const title = { asset: { type: 'title', text: '{{ NAME }}' }, start: 0, length: 2, extra: 1 };
const edit = { timeline: { tracks: [{ clips: [title] }] }, output: { resolution: 'sd' } };
const merge = [{ find: 'NAME', replace: 'Ada' }, { find: 7 }];

describe('a config of another system in something else', () => {
  it.each<[string, unknown, string]>([
    ['a template', { name: 'Mine', template: edit, merge }, '/template'],
    ['an item of a workflow', { json: { ...edit, merge } }, '/json'],
    ['a list with one item', [{ ...edit, merge }], '/0'],
    ['a list with one item that contains it', [{ edit, merge }], '/0/edit'],
  ])('is known as %s, with pointers into it', (_what, body, at) => {
    expect(importerOf(body)?.format).toBe('shotstack');
    const result = readConfig(body, OPTIONS);
    expect(result).toMatchObject({ ok: true });
    const { scenes, notes } = result.ok ? result.project : { scenes: [], notes: [] };
    expect(scenes).toMatchObject([{ elements: [{ text: 'Ada' }] }]);
    const pointers = notes.map(({ pointer }) => pointer);
    expect(pointers).toContain(`${at}/timeline/tracks/0/clips/0/extra`);
    expect(pointers.filter((pointer) => pointer.endsWith('/merge/1'))).toHaveLength(1);
  });

  it('has issues where it is', () => {
    const movie = {
      variables: { a: 1 },
      scenes: [{ elements: [{ type: 'text', style: '001', text: '{{ b }}' }] }],
    };
    expect(readConfig({ movie }, OPTIONS)).toMatchObject({
      issues: [{ pointer: '/movie/scenes/0/elements/0/text' }],
    });
  });

  it('is none if nothing in it is one', () => {
    for (const body of [[edit, edit], [[edit]], { other: edit }, { template: 'a' }, { edit: {} }])
      expect([body, importerOf(body)?.format ?? null]).not.toEqual([body, 'shotstack']);
  });
});
