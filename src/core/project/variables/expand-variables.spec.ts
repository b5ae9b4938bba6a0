import { expandVariables } from './expand-variables.js';

const expand = (config: unknown) => expandVariables(config);
const pointersOf = (config: unknown) => expand(config).issues.map(({ pointer }) => pointer);

describe('expandVariables', () => {
  it('replaces values of any type, with inner scopes before outer ones', () => {
    const { config, issues } = expand({
      variables: { seconds: 4, title: 'Outer', words: [{ word: 'a', start: 0, end: 1 }] },
      comment: 'for {{title}}',
      scenes: [
        {
          variables: { title: 'Scene of {{title}}' },
          duration: '{{seconds}}',
          elements: [
            { type: 'audio', variables: { title: '{{title}}, inner' }, text: '{{title}}!' },
            { type: 'subtitles', words: '{{words}}', language: '{{language | default: "en"}}' },
            { type: 'image', id: '{{ title | upper }}', loop: '{{ seconds > 3 }}' },
          ],
        },
      ],
    });
    expect(issues).toEqual([]);
    expect(config).toEqual({
      comment: 'for Outer',
      scenes: [
        {
          duration: 4,
          elements: [
            { type: 'audio', text: 'Scene of Outer, inner!' },
            { type: 'subtitles', words: [{ word: 'a', start: 0, end: 1 }], language: 'en' },
            { type: 'image', id: 'SCENE OF OUTER', loop: true },
          ],
        },
      ],
    });
  });

  it("does not change a config without expressions, or the client's metadata", () => {
    const plain = { scenes: [{ duration: 1, elements: [{ type: 'x', n: [1, { a: null }] }] }] };
    expect(expand(plain)).toMatchObject({ config: plain, issues: [], isUnmoved: true });
    const kept = { 'client-data': { a: '{{x}}' }, client_data: '{{ y' };
    expect(expand(kept)).toMatchObject({ config: kept, issues: [] });
    for (const other of [null, 7, 'x', [1]]) expect(expand(other).config).toEqual(other);
  });

  it('does not evaluate expressions in the data', () => {
    const { config } = expand({
      variables: { a: '{{ b }}', list: ['{{ c }}'] },
      comment: '{{a}}',
      scenes: '{{list}}',
    });
    expect(config).toEqual({ comment: '{{ b }}', scenes: ['{{ c }}'] });
  });

  it('omits excluded objects, and maps the rest to its original position', () => {
    const { config, originOf, isUnmoved } = expand({
      variables: { open: false, price: 100 },
      scenes: [
        { condition: '{{ open }}', duration: 1 },
        {
          duration: 2,
          transition: { style: 'fade' },
          elements: [
            { condition: 'price > 100', id: 'a' },
            { condition: '', id: 'b' },
            { condition: true, id: 'c' },
            { condition: 'not unheard_of', id: 'd' },
          ],
        },
        { condition: '{{ price }} == 100', duration: 3, transition: { style: 'fade' } },
      ],
      elements: [{ condition: false }, { id: 'e' }],
    });
    expect(isUnmoved).toBe(false);
    // The scene that has become the first one has no scene to transition from.
    expect(config).toEqual({
      scenes: [
        { duration: 2, elements: [{ id: 'c' }, { id: 'd' }] },
        { duration: 3, transition: { style: 'fade' } },
      ],
      elements: [{ id: 'e' }],
    });
    expect(originOf('/scenes/0/duration')).toBe('/scenes/1/duration');
    expect(originOf('/scenes/0/elements/1/id')).toBe('/scenes/1/elements/3/id');
    expect(originOf('/scenes/1')).toBe('/scenes/2');
    expect(originOf('/elements/0')).toBe('/elements/1');
    expect(originOf('/scenes')).toBe('/scenes');
    expect(originOf('')).toBe('');
  });

  it('repeats a scene for each item of a list', () => {
    const { config, issues, originOf } = expand({
      variables: {
        slides: [
          { image: 'a', seconds: 2 },
          { image: 'b', seconds: 3 },
        ],
        tags: ['x'],
      },
      scenes: [
        {
          iterate: 'slides',
          id: 'slide',
          duration: '{{seconds}}',
          transition: { style: 'fade' },
          elements: [
            { condition: 'index > 1', type: 'text' },
            { src: '{{image}}', id: '{{ index }} of {{ length(slides) }}: {{ item.image }}' },
          ],
        },
        { iterate: '{{ tags }}', 'iterate-as': 'tag', duration: 1, comment: '{{tag}}' },
        { iterate: 'tags', iterate_as: 'tag', condition: 'tag != "x"', duration: 1 },
      ],
    });
    expect(issues).toEqual([]);
    expect(config).toEqual({
      scenes: [
        { id: 'slide-1', duration: 2, elements: [{ src: 'a', id: '1 of 2: a' }] },
        {
          id: 'slide-2',
          duration: 3,
          transition: { style: 'fade' },
          elements: [{ type: 'text' }, { src: 'b', id: '2 of 2: b' }],
        },
        { duration: 1, comment: 'x' },
      ],
    });
    expect(originOf('/scenes/0/elements/0/src')).toBe('/scenes/0/elements/1/src');
    expect(originOf('/scenes/1/elements/0')).toBe('/scenes/0/elements/0');
    expect(originOf('/scenes/2/comment')).toBe('/scenes/1/comment');
  });

  it('points to the expression whose value is a list', () => {
    const { originOf } = expand({
      variables: { words: [{ word: 'a' }] },
      scenes: [{ condition: false }, { elements: [{ words: '{{words}}' }] }],
    });
    expect(originOf('/scenes/0/elements/0/words/0/word')).toBe('/scenes/1/elements/0/words');
  });

  it('reports all errors at once, with their positions', () => {
    const { issues } = expand({
      variables: { 'not-a-name': 1, and: 2, list: [1] },
      scenes: [
        { duration: '{{ a }}', comment: '{{ list' },
        { condition: 'a ==', variables: [], duration: '{{ list[5] }}' },
        {
          condition: 7,
          iterate: 'list',
          elements: [{ variables: { b: '{{ x }}' }, text: '{{ b }}' }],
        },
        { iterate: 'nothing' },
        { iterate: '{{ list[0] }}' },
        { iterate: 5 },
        { iterate: 'list', 'iterate-as': 'a-b' },
      ],
    });
    expect(issues.map(({ pointer }) => pointer)).toEqual([
      '/variables/not-a-name',
      '/variables/and',
      '/scenes/0/duration',
      '/scenes/0/comment',
      '/scenes/1/variables',
      '/scenes/1/condition',
      '/scenes/1/duration',
      '/scenes/2/condition',
      '/scenes/2/elements/0/variables/b',
      '/scenes/3/iterate',
      '/scenes/4/iterate',
      '/scenes/5/iterate',
      '/scenes/6/iterate-as',
    ]);
    expect(issues[2]!.message).toBe(
      'The variable "a" does not exist. Known variables: and, list, not-a-name.',
    );
    expect(pointersOf({ variables: 'x', comment: '{{y}}' })).toEqual(['/variables', '/comment']);
  });

  it('stops unlimited growth', () => {
    const big = 'x'.repeat(150_000);
    const laughs = {
      variables: { a: big },
      scenes: Array.from({ length: 300 }, () => ({
        variables: { b: '{{a}}' },
        elements: [{ variables: { c: '{{b}}' }, text: '{{c}}' }],
      })),
    };
    expect(expand(laughs).issues).toEqual([
      {
        pointer: '/scenes/35/elements/0/variables/c',
        message: expect.stringContaining(
          'at most 200000 values and 16000000 characters of text',
        ) as string,
      },
    ]);
    expect(expand({ variables: { a: big }, comment: '{{a}}{{a}}' }).issues[0]!.message).toContain(
      'longer than 200000 characters',
    );
    const many = {
      variables: { list: Array.from({ length: 5_000 }, () => 1) },
      scenes: [{ iterate: 'list', elements: Array.from({ length: 500 }, () => 0) }],
    };
    expect(expand(many).issues[0]!.message).toContain('at most 200000 values');
  });
});
