import { readFileSync } from 'node:fs';
import type { ParseOptions } from './parse-project.js';
import { readConfig, templateIssues } from './read-config.js';

const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (family) => family,
  fontFamilies: ['DejaVu Sans'],
};
const read = (config: unknown) => readConfig(config, OPTIONS);
const src = 'https://example.com/a';

describe('readConfig', () => {
  it('reads a config with variables like the config that results', () => {
    const result = read({
      variables: {
        width: 320,
        hidden: false,
        slides: [{ image: `${src}1` }, { image: `${src}2` }],
      },
      width: '{{width}}',
      height: '{{ width / 2 }}',
      'client-data': { pointer: '/scenes/0', said: '{{ x }}' },
      scenes: [
        { condition: 'hidden', duration: 1 },
        {
          iterate: 'slides',
          duration: 2,
          elements: [
            { condition: 'index == 2', type: 'audio', src },
            { type: 'image', src: '{{image}}' },
          ],
        },
      ],
    });
    expect(result).toMatchObject({
      ok: true,
      project: {
        width: 320,
        height: 160,
        clientData: { pointer: '/scenes/0', said: '{{ x }}' },
        scenes: [
          { pointer: '/scenes/1', elements: [{ pointer: '/scenes/1/elements/1', src: `${src}1` }] },
          {
            pointer: '/scenes/1',
            elements: [
              { pointer: '/scenes/1/elements/0' },
              { pointer: '/scenes/1/elements/1', src: `${src}2` },
            ],
          },
        ],
      },
    });
  });

  it('keeps what scenes share, and its notes, when it moves pointers', () => {
    const result = read({
      variables: { slides: [{}, {}] },
      scenes: [{ iterate: 'slides', duration: 1, 'caption-settings': {} }],
      elements: [{ type: 'subtitles', settings: { keywords: ['a', 'b'] } }],
      destinations: [{ name: 'archive' }],
      stills: [0],
    });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const [first, second] = result.project.scenes.map((scene) => scene.captionSettings!.keywords);
    expect(first).toEqual(['a', 'b']);
    expect(second).toBe(first);
    expect(result.project.notes).toHaveLength(1);
  });

  it('reports the issues of both steps at once, at their positions in the original config', () => {
    const result = read({
      variables: { seconds: 'soon' },
      fps: 5,
      scenes: [
        { condition: false, duration: 1 },
        { duration: '{{seconds}}', elements: [{ type: 'image', src: '{{image}}', x: 0.5 }] },
        { duration: '{{ missing }}' },
      ],
    });
    expect(result.ok ? [] : result.issues).toEqual([
      {
        pointer: '/scenes/1/elements/0/src',
        message: 'The variable "image" does not exist. Known variables: seconds.',
      },
      {
        pointer: '/scenes/2/duration',
        message: 'The variable "missing" does not exist. Known variables: seconds.',
      },
      { pointer: '/fps', message: expect.stringContaining('but got 5') as string },
      {
        pointer: '/scenes/1/duration',
        message: expect.stringContaining('but got "soon"') as string,
      },
      { pointer: '/scenes/1/elements/0/x', message: expect.stringContaining('0.5') as string },
    ]);
  });

  it('reports an issue once if copies of a scene share it', () => {
    const result = read({
      variables: { list: [1, 2, 3] },
      scenes: [{ iterate: 'list', duration: 1, elements: [{ type: 'image', src: 'nowhere' }] }],
    });
    expect(result.ok ? [] : result.issues).toHaveLength(1);
  });

  it('rejects a config that variables make too large or deep, without parsing it', () => {
    const deep = JSON.parse('['.repeat(28) + ']'.repeat(28)) as unknown;
    const result = read({
      variables: { deep },
      scenes: [{ elements: [{ type: 'image', words: '{{deep}}' }] }],
    });
    expect(result).toMatchObject({ ok: false, issues: [{ pointer: '' }] });
    const list = Array.from({ length: 1_000 }, (_, n) => n);
    const scenes = Array.from({ length: 900 }, () => ({ elements: '{{list}}' }));
    expect(read({ variables: { list }, scenes })).toMatchObject({
      ok: false,
      issues: [{ pointer: '/scenes/199/elements' }],
    });
  });
});

describe('docs/templates.md', () => {
  it('starts with a valid config', () => {
    const [, example] = /```json\n([^]*?)```/.exec(readFileSync('docs/templates.md', 'utf8'))!;
    expect(read(JSON.parse(example!))).toMatchObject({
      ok: true,
      project: { comment: 'MUG for 12.50', scenes: [{ durationMs: 3000 }, { durationMs: 3000 }] },
    });
  });
});

describe('templateIssues', () => {
  const issues = (config: unknown, ...isGivenLater: string[]) =>
    templateIssues(config, OPTIONS, (name) => isGivenLater.includes(name)).map(
      ({ pointer }) => pointer,
    );

  it('checks the expressions, and the values if the variables are known', () => {
    const config = {
      variables: { known: 'x' },
      scenes: [
        {
          variables: { line: '{{ title }}!' },
          duration: '{{ known }}',
          elements: [{ type: 'audio', text: '{{line}}', src: '{{ broken' }],
        },
        { iterate: 'rooms', duration: 1 },
      ],
    };
    expect(issues(config, 'title', 'rooms')).toEqual(['/scenes/0/elements/0/src']);
    expect(issues(config, 'title')).toEqual(['/scenes/0/elements/0/src', '/scenes/1/iterate']);
    const given = { ...config, variables: { known: 'x', title: 't', rooms: [] } };
    expect(issues(given)).toEqual(['/scenes/0/elements/0/src', '/scenes/0/duration']);
  });
});
