import fc from 'fast-check';
import { parseProject, type ParseOptions } from './parse-project.js';

const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (family) => (/^(dejavu sans|arial)$/i.test(family) ? 'DejaVu Sans' : null),
  fontFamilies: ['DejaVu Sans'],
};
const AUDIO = { type: 'audio', src: 'https://example.com/a.mp3' };
const withScene = (scene: object) => ({ scenes: [{ elements: [AUDIO], ...scene }] });
const withElement = (element: object) => withScene({ elements: [element] });
const image = (more: object) =>
  withElement({ type: 'image', src: 'https://example.com/a.png', ...more });
const settings = (more: object) => ({
  ...withScene({}),
  elements: [{ type: 'subtitles', settings: more }],
});

function issuesOf(input: unknown, options = OPTIONS) {
  const result = parseProject(input, options);
  return result.ok ? [] : result.issues;
}

describe('parseProject', () => {
  it('accepts the example of the overview and fills in defaults', () => {
    const result = parseProject(
      settings({
        style: 'progressive',
        'font-family': 'Arial',
        'font-size': 24,
        'word-color': '#FFFFFF',
        'outline-color': '#000000',
      }),
      OPTIONS,
    );
    expect(result).toMatchObject({
      ok: true,
      project: {
        width: 1920,
        height: 1080,
        fps: { num: 30, den: 1 },
        quality: 'medium',
        scenes: [
          {
            pointer: '/scenes/0',
            backgroundColor: '#000000',
            durationMs: null,
            elements: [{ type: 'audio', pointer: '/scenes/0/elements/0', duration: 'natural' }],
          },
        ],
        subtitles: {
          pointer: '/elements/0',
          language: 'auto',
          settings: { fontFamily: 'DejaVu Sans', fontSize: 24, wordColor: '#FFFFFFFF' },
        },
      },
    });
  });

  it.each([
    ['a scene that is not an object', { scenes: [1] }, '/scenes/0'],
    ['no scenes', {}, '/scenes'],
    ['an empty list of scenes', { scenes: [] }, '/scenes'],
    ['an unknown field', { ...withScene({}), color: 1 }, '/color'],
    ['an unknown resolution', { ...withScene({}), resolution: '9k' }, '/resolution'],
    ['custom resolution without a size', { ...withScene({}), resolution: 'custom' }, '/resolution'],
    ['an odd width', { ...withScene({}), width: 101 }, '/width'],
    ['an excessive height', { ...withScene({}), height: 5000 }, '/height'],
    ['too many frames', { ...withScene({}), fps: 61 }, '/fps'],
    ['an invalid frame rate', { ...withScene({}), fps: 29.5 }, '/fps'],
    ['infinity', { ...withScene({}), fps: Infinity }, '/fps'],
    ['an unknown quality', { ...withScene({}), quality: 'best' }, '/quality'],
    ['draft as a string', { ...withScene({}), draft: 'yes' }, '/draft'],
    ['a scene with zero duration', withScene({ duration: 0 }), '/scenes/0/duration'],
    ['a scene with a negative duration', withScene({ duration: -2 }), '/scenes/0/duration'],
    ['a scene without content', { scenes: [{}] }, '/scenes/0'],
    ['a color name', withScene({ 'background-color': 'red' }), '/scenes/0/background-color'],
    ['an unknown type', withElement({ type: 'sound' }), '/scenes/0/elements/0/type'],
    ['no source', withElement({ type: 'audio' }), '/scenes/0/elements/0/src'],
    [
      'a local file',
      withElement({ type: 'audio', src: '/etc/passwd' }),
      '/scenes/0/elements/0/src',
    ],
    [
      'another scheme',
      withElement({ type: 'audio', src: 'file:///a' }),
      '/scenes/0/elements/0/src',
    ],
    [
      'a user name in a URL',
      withElement({ type: 'audio', src: 'http://u:p@h/' }),
      '/scenes/0/elements/0/src',
    ],
    ['a negative start', image({ start: -1 }), '/scenes/0/elements/0/start'],
    ['an invalid duration', image({ duration: -3 }), '/scenes/0/elements/0/duration'],
    ['an unknown resize', image({ resize: 'crop' }), '/scenes/0/elements/0/resize'],
    ['an unknown position', image({ position: 'top-top' }), '/scenes/0/elements/0/position'],
    ['a fraction of a pixel', image({ x: 0.5 }), '/scenes/0/elements/0/x'],
    ['an opacity above one', image({ opacity: 1.1 }), '/scenes/0/elements/0/opacity'],
    [
      'both spellings of a field',
      image({ 'fade-in': 1, fade_in: 1 }),
      '/scenes/0/elements/0/fade_in',
    ],
    ['an excessive volume', withElement({ ...AUDIO, volume: 11 }), '/scenes/0/elements/0/volume'],
    [
      'two scripts',
      withElement({ ...AUDIO, text: 'a', words: [{ word: 'a', start: 0, end: 1 }] }),
      '/scenes/0/elements/0/words',
    ],
    [
      'a word that ends before it starts',
      withElement({ ...AUDIO, words: [{ word: 'a', start: 1, end: 0.5 }] }),
      '/scenes/0/elements/0/words/0/end',
    ],
    ['an unknown style', settings({ style: 'neon' }), '/elements/0/settings/style'],
    ['an unknown font', settings({ 'font-family': 'Papyrus' }), '/elements/0/settings/font-family'],
    ['a font too small', settings({ 'font-size': 5 }), '/elements/0/settings/font-size'],
    ['a short color', settings({ 'word-color': '#FFF' }), '/elements/0/settings/word-color'],
    [
      'an excessive outline',
      settings({ 'outline-width': 21 }),
      '/elements/0/settings/outline-width',
    ],
    [
      'an excessive shadow',
      settings({ 'shadow-offset': 21 }),
      '/elements/0/settings/shadow-offset',
    ],
    [
      'a line without words',
      settings({ 'max-words-per-line': 0 }),
      '/elements/0/settings/max-words-per-line',
    ],
    [
      'two scenes with the same ID',
      {
        scenes: [
          { id: 'a', duration: 1 },
          { id: 'a', duration: 1 },
        ],
      },
      '/scenes/1/id',
    ],
  ])('rejects %s', (_name, input, pointer) => {
    expect(issuesOf(input).map((issue) => issue.pointer)).toEqual([pointer]);
  });

  it('reports all issues at once, with the actual and the allowed values', () => {
    const issues = issuesOf({ scenes: [{ duration: 0, elements: [{ type: 'x' }] }], fps: 5 });
    expect(issues).toEqual([
      {
        pointer: '/fps',
        message:
          'Expected "fps" to be a whole number from 10 to 60, or one of 23.976, 29.97, 59.94, but got 5.',
      },
      {
        pointer: '/scenes/0/duration',
        message:
          'Expected "duration" to be a number of seconds from 0.001 to 14400, ' +
          'or -1 (the length of the audio, or of the longest picture or video if there is no audio), or longest, but got 0.',
      },
      {
        pointer: '/scenes/0/elements/0/type',
        message:
          'Expected "type" to be one of audio, voice, image, html, video, shape, text, waveform, group, component, subtitles, but got "x".',
      },
    ]);
  });

  it('rejects a second subtitles element', () => {
    const subtitles = { type: 'subtitles' };
    const issues = issuesOf({
      scenes: [{ duration: 1, elements: [subtitles] }],
      elements: [subtitles],
    });
    expect(issues.map((issue) => issue.pointer)).toEqual(['/elements/0']);
  });

  it('accepts underscores, both orders of a position, and paths on the command line', () => {
    const result = parseProject(
      withElement({
        type: 'image',
        src: './a b.png',
        duration: 1,
        fade_in: 0.25,
        position: 'bottom-left',
      }),
      { ...OPTIONS, localSources: true },
    );
    expect(result).toMatchObject({
      project: {
        scenes: [
          { elements: [{ fadeInMs: 250, position: { horizontal: 'left', vertical: 'bottom' } }] },
        ],
      },
    });
  });

  it('uses the requested defaults, and validates them like other fields', () => {
    const options = { ...OPTIONS, subtitleDefaults: { 'font-size': 99, 'word-color': 'red' } };
    expect(issuesOf(settings({ font_size: 50 }), options).map((issue) => issue.pointer)).toEqual([
      '/elements/0/settings/word-color',
    ]);
  });

  it('handles depth, size, and any JSON', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level++) deep = [deep];
    expect(issuesOf(deep)).toHaveLength(1);
    expect(issuesOf({ scenes: Array.from({ length: 10_000 }, () => ({})) })).toHaveLength(1);
    expect(issuesOf({ scenes: Array.from({ length: 900 }, () => ({ a: 1 })) })).toHaveLength(101);
    expect(issuesOf(JSON.parse('{"__proto__":{"x":1},"scenes":[{"duration":1}]}'))).toHaveLength(1);
    fc.assert(
      fc.property(fc.json(), (json) => {
        parseProject(JSON.parse(json), OPTIONS);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        parseProject(
          { scenes: [{ elements: [{ type: 'image', src: value, x: value }] }] },
          OPTIONS,
        );
      }),
    );
  });
});

describe('a config with stills', () => {
  it('delivers nothing, since its video is none to keep, and says so', () => {
    const destinations = [{ name: 'archive', path: 'Harbor.mp4' }];
    const webhook = { url: 'https://hooks.example.com/' };
    const config = { scenes: [{ duration: 1 }], destinations, webhook, stills: [0] };
    const result = parseProject(config, OPTIONS);
    expect(result.ok && result.project).toMatchObject({
      delivery: { destinations: [], webhooks: [webhook], stills: true },
      notes: [
        {
          pointer: '/destinations',
          message: 'With "stills", nothing is delivered to "destinations".',
        },
      ],
    });
  });
});

describe('caption settings of a scene', () => {
  const captioned = (scene: object, given: object) => ({
    scenes: [{ duration: 1, 'caption-settings': scene }, { duration: 1 }],
    elements: [{ type: 'subtitles', settings: given }],
  });

  it('take what is missing from the subtitles element, and the rest from their style', () => {
    const given = { style: 'karaoke', font_size: 40, 'word-color': '#112233' };
    const result = parseProject(captioned({ style: 'pop' }, given), OPTIONS);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect(result.project.scenes[0]!.captionSettings).toMatchObject({
      style: 'pop',
      fontSize: 40,
      fontWeight: 800,
      wordColor: '#112233FF',
    });
    expect(result.project.scenes[1]!.captionSettings).toBeNull();
  });

  it('share the long lists of the subtitles element, which are read once', () => {
    const keywords = Array.from({ length: 500 }, (_, index) => `word${index}`);
    const replace = Object.fromEntries(keywords.map((word) => [word, 'text']));
    const scene = { duration: 1, 'caption-settings': {} };
    const config = {
      ...captioned({}, { keywords, replace }),
      scenes: Array.from({ length: 1_000 }, () => scene),
    };
    const result = parseProject(config, OPTIONS);
    const looks = result.ok ? result.project.scenes.map((one) => one.captionSettings!) : [];
    expect(looks[0]).toMatchObject({ keywords, replace });
    expect(new Set(looks.map((look) => look.keywords)).size).toBe(1);
    expect(new Set(looks.map((look) => look.replace)).size).toBe(1);
  });

  it('follow the frame of an output', () => {
    const outputs = [{ type: 'video', ratio: '9:16' }];
    const result = parseProject({ ...captioned({ style: 'pop' }, {}), outputs }, OPTIONS);
    const [output] = result.ok ? result.project.outputs : [];
    expect(output).toMatchObject({
      project: { scenes: [{ captionSettings: { fontSize: 83 } }, { captionSettings: null }] },
    });
  });

  it.each<[string, object, object, string]>([
    ['a font file', { 'font-url': 'https://example.com/a.ttf' }, {}, 'font-url'],
    ['a delay', { offset: 1 }, { offset: 2 }, 'offset'],
  ])('have no %s of their own', (_, scene, given, field) => {
    expect(issuesOf(captioned(scene, given))).toEqual([
      {
        pointer: `/scenes/0/caption-settings/${field}`,
        message: expect.stringContaining('Set it there.') as string,
      },
    ]);
  });

  it('need captions', () => {
    expect(issuesOf({ scenes: [{ duration: 1, 'caption-settings': {} }] })).toEqual([
      {
        pointer: '/scenes/0/caption-settings',
        message: 'The video has no captions. Add a subtitles element.',
      },
    ]);
  });
});
