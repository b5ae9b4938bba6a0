import type { ParseOptions } from '../../parse-project.js';
import { readConfig } from '../../read-config.js';
import { RULES } from './translations.js';
import { hasField, translateJson2Video } from './translate.js';

const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (family) => family,
  fontFamilies: ['DejaVu Sans'],
};
const read = (movie: unknown) => readConfig(movie, OPTIONS);
const issuesOf = (movie: unknown) => {
  const result = read(movie);
  return result.ok ? [] : result.issues;
};
const pointersOf = (movie: unknown) => issuesOf(movie).map(({ pointer }) => pointer);
const at = (name: string) => `https://media.example.com/${name}`;

/** Typical JSON2Video movies, with the texts of these tests. */
const MOVIES: Readonly<Record<string, unknown>> = {
  'two pictures with a cross-fade': {
    comment: 'Harbour',
    resolution: 'full-hd',
    quality: 'high',
    cache: true,
    draft: false,
    id: 'harbour-1',
    exports: [],
    scenes: [
      {
        cache: false,
        elements: [{ type: 'image', src: at('quay.jpg'), duration: 5, 'extra-time': 0, zoom: 2 }],
      },
      {
        transition: { style: 'fade', duration: 1 },
        elements: [
          {
            type: 'image',
            src: at('boats.jpg'),
            duration: 5,
            pan: 'left',
            'pan-distance': 0.1,
            'pan-crop': true,
          },
        ],
      },
    ],
  },
  'a looped clip under a recorded voice': {
    resolution: 'instagram-story',
    'client-data': { order: 17 },
    scenes: [
      {
        'background-color': '#0A2540',
        elements: [
          {
            type: 'video',
            src: at('waves.mp4'),
            loop: -1,
            duration: -2,
            muted: true,
            resize: 'cover',
          },
          { type: 'audio', src: at('voice.mp3'), volume: 1, cache: true, loop: 1 },
        ],
      },
    ],
  },
  'a watermark and music over all scenes': {
    resolution: 'hd',
    elements: [
      {
        type: 'audio',
        src: at('tune.mp3'),
        volume: 0.2,
        duration: -2,
        loop: -1,
        'fade-out': 2,
        muted: false,
      },
      {
        type: 'image',
        src: at('logo.png'),
        position: 'custom',
        x: 40,
        y: 30,
        width: 160,
        height: -1,
      },
    ],
    scenes: [{ elements: [{ type: 'video', src: at('walk.mp4'), seek: 3, duration: 6 }] }],
  },
  'captions that are heard': {
    resolution: 'squared',
    scenes: [{ elements: [{ type: 'audio', src: at('talk.mp3') }] }],
    elements: [
      {
        type: 'subtitles',
        language: 'en',
        model: 'default',
        cache: true,
        settings: {
          style: 'classic',
          'font-family': 'DejaVu Sans',
          'font-size': '70px',
          'word-color': '#FFE600',
          'line-color': '#FFFFFF',
          'outline-color': '#000000',
          'outline-width': 5,
          'max-words-per-line': 4,
          position: 'bottom-center',
        },
      },
    ],
  },
  'captions from a file': {
    resolution: 'full-hd',
    scenes: [{ elements: [{ type: 'video', src: at('lecture.mp4') }] }],
    elements: [{ type: 'subtitles', captions: at('lecture.srt'), language: 'auto' }],
  },
  'a slide for each item': {
    comment: 'Offers of the week',
    variables: {
      shade: '#FFF4E0',
      offers: [
        { photo: at('pear.jpg'), seconds: 4 },
        { photo: at('plum.jpg'), seconds: 3 },
      ],
    },
    scenes: [
      {
        iterate: 'offers',
        'background-color': '{{shade}}',
        duration: '{{seconds}}',
        transition: { style: 'wipeleft', duration: 0.5 },
        elements: [{ type: 'image', src: '{{photo}}', 'fade-in': 0.5 }],
      },
    ],
  },
  'scenes by condition': {
    variables: { open: true, beds: 4, base: 3 },
    scenes: [
      { duration: '{{ base + 1 }}', elements: [{ type: 'image', src: at('front.jpg') }] },
      { condition: '{{ open }}', duration: 2, elements: [] },
      {
        condition: "{{ beds >= 5 ? 'yes' : '' }}",
        duration: '{{ max(base, 5) }}',
        elements: [{ type: 'component', component: 'basic/001' }],
      },
    ],
  },
  'titles over a picture': {
    resolution: 'instagram-feed',
    scenes: [
      {
        duration: 4,
        elements: [
          { type: 'image', src: at('house.jpg') },
          {
            type: 'text',
            text: 'Three rooms and a garden',
            style: '001',
            start: 0.5,
            duration: 3,
            position: 'custom',
            x: 60,
            y: 60,
            width: -1,
            height: -1,
            'fade-in': 0.3,
            settings: {
              'font-family': 'DejaVu Sans',
              'font-size': '64px',
              'font-weight': '700',
              'font-color': '#FFFFFF',
              'background-color': '#00000080',
              'text-align': 'left',
              'vertical-position': 'center',
            },
          },
        ],
      },
    ],
  },
  'a size of its own, and everything with underscores': {
    resolution: 'custom',
    width: 640,
    height: 360,
    fps: 25,
    client_data: { a: 1 },
    scenes: [
      {
        background_color: '#202020',
        elements: [
          {
            type: 'image',
            src: at('a.png'),
            z_index: 2,
            fade_in: 1,
            fade_out: 1,
            extra_time: 0,
            duration: 4,
          },
          { type: 'video', src: at('b.mp4'), z_index: 1, rotate: { angle: 0, speed: 0 } },
        ],
      },
    ],
  },
};

describe('movies of JSON2Video', () => {
  it.each(Object.entries(MOVIES))('%s', (_what, movie) => expect(issuesOf(movie)).toEqual([]));

  it('have the same meaning as in JSON2Video', () => {
    const clip = read(MOVIES['a looped clip under a recorded voice']);
    expect(clip).toMatchObject({
      ok: true,
      project: {
        scenes: [{ elements: [{ loop: true, volume: 0, duration: 'container' }, { loop: false }] }],
      },
    });
    const music = read(MOVIES['a watermark and music over all scenes']);
    expect(music).toMatchObject({
      project: {
        elements: [
          { loop: true, volume: 0.2 },
          { position: { horizontal: 'left', vertical: 'top' }, height: null },
        ],
      },
    });
    expect(read(MOVIES['captions that are heard'])).toMatchObject({
      project: { subtitles: { settings: { fontSize: 70, maxWordsPerLine: 4 } } },
    });
    const silent = { scenes: [{ elements: [{ type: 'audio', src: at('a.mp3'), muted: true }] }] };
    expect(read(silent)).toMatchObject({
      project: { scenes: [{ elements: [{ volume: 0, speech: false }] }] },
    });
  });

  it('have their pictures mirrored and keyed as in JSON2Video', () => {
    const looks = [
      { 'flip-horizontal': true },
      { flip_horizontal: true, flip_vertical: true },
      { 'flip-horizontal': false },
      { 'chroma-key': { color: '#00b140', tolerance: 25 } },
      { 'chroma-key': { color: '#00b140', tolerance: 0.2 } },
      { correction: { brightness: 0.1, contrast: 1.2, gamma: 1, saturation: 0.8 } },
    ];
    const elements = looks.map((look) => ({ type: 'image', src: at('a.png'), ...look }));
    expect(read({ scenes: [{ duration: 1, elements }] })).toMatchObject({
      project: {
        scenes: [
          {
            elements: [
              { look: { flip: 'horizontal' } },
              { look: { flip: 'both' } },
              { look: { flip: null } },
              { look: { chromaKey: { color: '#00B140', tolerance: 0.25 } } },
              { look: { chromaKey: { tolerance: 0.2 } } },
              { look: { correction: { brightness: 0.1, contrast: 1.2 } } },
            ],
          },
        ],
      },
    });
  });

  it('are rejected with a pointer and a suggestion if they use unsupported features', () => {
    const movie = {
      exports: [{ destinations: [{ type: 'ftp', password: 'x' }] }],
      scenes: [
        { condition: false, elements: [] },
        {
          elements: [
            { type: 'template' },
            { type: 'html', html: '<b>x</b>' },
            { type: 'component', component: 'basic/001' },
            { type: 'audiogram' },
            { type: 'image', prompt: 'a lighthouse', model: 'flux-pro' },
            { type: 'video', src: at('a.mp4'), loop: 3, 'extra-time': 2, mask: at('m.png') },
            { type: 'image', src: at('b.png'), position: 'top-right', x: -60, 'pan-crop': false },
          ],
        },
      ],
      elements: [{ type: 'subtitles', model: 'whisper' }],
    };
    const scene = '/scenes/1/elements';
    expect(pointersOf(movie)).toEqual(
      expect.arrayContaining([
        '/exports/0/destinations/0/password',
        '/elements/0/model',
        ...[0, 1, 2, 3].map((index) => `${scene}/${index}/type`),
        `${scene}/4/prompt`,
        `${scene}/4/model`,
        `${scene}/5/loop`,
        `${scene}/5/mask`,
        `${scene}/6/x`,
        `${scene}/6/pan-crop`,
      ]),
    );
    const { message } = issuesOf(movie).find(({ pointer }) => pointer === `${scene}/0/type`)!;
    expect(message).toBe(
      'Template elements are not available. Create the whole video from a template.',
    );
  });

  it('report an invalid value at its original position', () => {
    const muted = { type: 'video', src: at('a.mp4'), muted: 'yes' };
    const keyed = {
      type: 'image',
      src: at('a.png'),
      chroma_key: { color: 'no color', tolerance: 500 },
    };
    expect(pointersOf({ scenes: [{ duration: 1, elements: [muted, keyed] }] })).toEqual([
      '/scenes/0/elements/0/muted',
      '/scenes/0/elements/1/chroma_key/color',
      '/scenes/0/elements/1/chroma_key/tolerance',
    ]);
  });
});

describe('the table of translations', () => {
  it('names only object types that exist', () => {
    for (const kind of Object.keys(RULES))
      expect([kind, hasField(kind, 'comment') || kind.endsWith('-settings')]).toEqual([kind, true]);
  });

  it('does not change fields that the config has', () => {
    const own = {
      width: 64,
      'client-data': { muted: true, exports: [1] },
      scenes: [
        {
          duration: 1,
          elements: [
            {
              type: 'image',
              src: at('a'),
              x: 5,
              y: 6,
              width: 7,
              position: 'left-top',
              resize: 'fit',
            },
            { type: 'video', src: at('b'), loop: true, rotate: { angle: 10, speed: 90 } },
            { type: 'no such type', muted: true },
            7,
          ],
        },
        null,
      ],
      elements: 'x',
    };
    expect(translateJson2Video(own)).toMatchObject({ config: own, issues: [] });
    for (const other of [null, 7, [], 'x'])
      expect(translateJson2Video(other).config).toEqual(other);
  });
});
