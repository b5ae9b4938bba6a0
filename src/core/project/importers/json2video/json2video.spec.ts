import type { ParseOptions } from '../../parse-project.js';
import { readConfig } from '../../read-config.js';
import { importerOf } from '../../importer-of.js';
import type { GroupElement, Project, TextElement } from '../../types/index.js';

const INSTALLED = ['Anton', 'Bebas Neue', 'Inter', 'Montserrat', 'Oswald', 'Poppins', 'Roboto'];
const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (name) =>
    INSTALLED.find((family) => family.toLowerCase() === name.toLowerCase()) ?? null,
  fontFamilies: INSTALLED,
};
const at = (name: string) => `https://media.example.com/${name}`;
const FULL_HD = { format: 'json2video', resolution: 'full-hd' };

function read(movie: object): Project {
  const result = readConfig(movie, OPTIONS);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.project;
}
const issuesOf = (movie: object) => {
  const result = readConfig(movie, OPTIONS);
  return result.ok ? [] : result.issues;
};
const notesOf = (movie: object) =>
  read(movie).notes.map(({ pointer, message }) => `${pointer}: ${message}`);
const movieOf = (...elements: object[]) => ({ ...FULL_HD, scenes: [{ elements }] });
/** The elements that an element in a scene becomes. */
const elementsOf = (element: object) => read(movieOf(element)).scenes[0]!.elements;
const image = (more: object = {}) => ({ type: 'image', src: at('a.png'), ...more });
const video = (more: object = {}) => ({ type: 'video', src: at('a.mp4'), ...more });
const text = (more: object = {}) => ({ type: 'text', text: 'Hello', ...more });
const textOf = (more: object) =>
  elementsOf(text(more))[0] as unknown as Record<string, unknown> & {
    readonly settings: Record<string, unknown>;
  };
const captionsOf = (settings: object) =>
  read({ ...FULL_HD, scenes: [], elements: [{ type: 'subtitles', settings }, video()] }).subtitles!;

describe('a movie', () => {
  it.each<[string, object]>([
    ['cache', { cache: true, scenes: [] }],
    ['an ID', { id: 'a', scenes: [] }],
    ['exports', { exports: [], elements: [] }],
    ['settings', { settings: {}, scenes: [] }],
    ['a scene with cache', { scenes: [{ cache: true }] }],
    ['the type of a transition', { scenes: [{ transition: { type: 'xfade' } }] }],
    ['a component', { scenes: [{ elements: [{ type: 'component', component: 'basic/001' }] }] }],
    ['HTML with Tailwind', { elements: [{ type: 'html', html: 'a', tailwindcss: true }] }],
    ['the address of a page', { elements: [{ type: 'html', src: at('a.html') }] }],
    ['a muted video', { elements: [video({ muted: true })] }],
    ['a number of loops', { elements: [video({ loop: -1 })] }],
    ['an automatic side', { elements: [video({ width: -1 })] }],
    ['the position center-center', { elements: [image({ position: 'center-center' })] }],
    ['the position custom', { elements: [image({ position: 'custom' })] }],
    ['a size as scale', { elements: [image({ scale: { width: 1 } })] }],
    ['a style by number', { elements: [text({ style: '001' })] }],
    ['the size of letters beside settings', { elements: [text({ font_size: 1 })] }],
    ['settings of CSS', { elements: [text({ settings: { 'vertical-position': 'top' } })] }],
    ['the recognition model', { elements: [{ type: 'subtitles', model: 'default' }] }],
    ['a model of voices', { elements: [{ type: 'voice', model: 'azure' }] }],
    ['a template alone', { template: 'abc' }],
    [
      'captions in the middle',
      { elements: [{ type: 'subtitles', settings: { position: 'center-center' } }] },
    ],
    [
      'captions and the way in which a video fills the frame',
      {
        scenes: [{ elements: [video({ resize: 'cover' })] }],
        elements: [{ type: 'subtitles', settings: { position: 'bottom-center' } }],
      },
    ],
    ['a transparent scene', { scenes: [{ background_color: 'transparent' }] }],
    ['a mask', { elements: [image({ mask: at('b.png') })] }],
    ['a file of JSON2Video', { elements: [image({ src: 'https://cdn.json2video.com/a.png' })] }],
    ['hints for its variables', { variables: { a: 1, '?a': 'b' }, scenes: [] }],
    [
      'two things that a video config need not say',
      {
        ...{ resolution: 'custom', width: 720, height: 1280 },
        scenes: [{ elements: [video({ resize: 'cover' }), { type: 'audio', src: at('a.mp3') }] }],
      },
    ],
    [
      'the voice of a scene with a transition before it',
      {
        scenes: [
          {
            transition: { style: 'fade' },
            elements: [{ type: 'voice', text: 'A', voice: 'en-US-JennyNeural' }],
          },
        ],
      },
    ],
  ])('is known by %s', (_what, movie) => expect(importerOf(movie)?.format).toBe('json2video'));

  it('is known by its name, and a video config without a trace of one is none', () => {
    const plain = { scenes: [{ elements: [image({ x: 5, width: 7 }), video({ loop: true })] }] };
    expect(importerOf(plain)).toBeNull();
    const custom = { resolution: 'custom', width: 720, height: 1280 };
    const endless = [image({ duration: -2 }), video({ duration: 3 })];
    expect(importerOf({ ...custom, scenes: [{ elements: [video()] }] })).toBeNull();
    expect(importerOf({ scenes: [{ elements: endless }] })).toBeNull();
    // What only a video config has outweighs what is in both.
    const own = [{ ...endless[0], 'corner-radius': 8 }];
    expect(importerOf({ ...custom, scenes: [{ elements: own }] })).toBeNull();
    expect(importerOf({ ...plain, format: 'json2video' })?.format).toBe('json2video');
    expect(importerOf({ ...plain, cache: true, format: 'videocraft' })).toBeNull();
    for (const other of [null, 7, [], 'x', {}]) expect(importerOf(other)).toBeNull();
  });

  it('says what is ambiguous', () => {
    const elements = [image({ position: 'top-left', width: 200 })];
    const bare = { scenes: [{ duration: 1, elements }] };
    expect(notesOf(bare)).toEqual([
      expect.stringContaining('/scenes/0/elements/0/position: If this is a JSON2Video movie'),
    ]);
    expect(notesOf({ ...bare, format: 'videocraft' })).toEqual([]);
    const mixed = { cache: true, scenes: [{ elements: [{ type: 'shape' }] }] };
    expect(notesOf(mixed)).toEqual([expect.stringContaining('/scenes/0/elements/0: This is of a')]);
    expect(notesOf({ ...mixed, format: 'json2video' })).toEqual([]);
  });

  it('has its defaults: 640x360, 25 frames per second, high quality', () => {
    expect(read({ cache: true, scenes: [{ elements: [] }] })).toMatchObject({
      ...{ width: 640, height: 360, quality: 'high', draft: false },
      fps: { num: 25, den: 1 },
    });
  });

  it('has the size of a named resolution, and otherwise its own with even sides', () => {
    const sizeOf = (movie: object) => {
      const { width, height } = read({ cache: true, scenes: [{}], ...movie });
      return [width, height];
    };
    expect(sizeOf({ resolution: 'instagram-story', width: 500, height: 300 })).toEqual([
      1080, 1920,
    ]);
    expect(sizeOf({ resolution: 'custom', width: 501, height: 300 })).toEqual([502, 300]);
    expect(sizeOf({ resolution: 'sd' })).toEqual([640, 480]);
    expect(notesOf({ cache: true, scenes: [{}], resolution: 'squared', width: 500 })).toEqual([
      '/width: The resolution "squared" sets the size, so "width" is 1080.',
    ]);
    expect(issuesOf({ cache: true, scenes: [{}], width: 9000 })).toMatchObject([
      { pointer: '/width' },
    ]);
  });

  it('keeps its variables, conditions, and iterations', () => {
    const movie = {
      cache: true,
      variables: { shots: [{ seconds: 2 }, { seconds: 3 }] },
      scenes: [
        { id: 'shot', iterate: 'shots', duration: '{{seconds}}', elements: [] },
        { condition: '', elements: [] },
      ],
    };
    const { scenes } = read(movie);
    expect(scenes.map(({ durationMs, id }) => [durationMs, id])).toEqual([
      [2000, 'shot-1'],
      [3000, 'shot-2'],
    ]);
  });

  it('refuses a template, because it is on the servers of JSON2Video', () => {
    expect(issuesOf({ template: 'abc', variables: {} })).toEqual([
      { pointer: '/template', message: expect.stringContaining('Send the movie itself') },
    ]);
  });

  it('notes fields without an effect, with a suggestion, and watermarks', () => {
    expect(notesOf({ ...FULL_HD, draft: true, commment: 'x', scenes: [{ title: 'y' }] })).toEqual([
      '/draft: There are no watermarks here, so "draft" has no effect.',
      '/scenes/0/title: Unknown field "title", which is left out.',
      '/commment: Unknown field "commment", which is left out. Did you mean "comment"?',
    ]);
  });

  it('reports an invalid value where it is in the movie', () => {
    const movie = movieOf(
      { type: 'component', component: 'basic/052', settings: { headline: 'A', section: 'B' } },
      image({ z_index: 1, fade_in: 'soon' }),
    );
    expect(issuesOf(movie)).toMatchObject([{ pointer: '/scenes/0/elements/1/fade_in' }]);
  });
});

describe('values of a movie', () => {
  it('are read in other cases, as texts, and as if they were missing if they are empty', () => {
    const odd = {
      ...{ format: 'json2video', resolution: 'Full_HD', quality: 'HIGH', fps: '30' },
      scenes: [
        null,
        { 'background-color': '', duration: '', elements: [null] },
        {
          transition: { style: 'Wipe-Left', duration: '0.5' },
          elements: [
            video({ resize: ' Cover', muted: 1, loop: '', zoom: '3', pan: 'Top_Left', volume: '' }),
            image({ position: 'Top_Right', width: '200px', start: '', duration: '4' }),
            text({ settings: { 'font-weight': 'Semi Bold', 'font-size': '', color: '' } }),
          ],
        },
      ],
    };
    const { width, quality, fps, scenes } = read(odd);
    expect([width, quality, fps]).toEqual([1920, 'high', { num: 30, den: 1 }]);
    expect(scenes).toMatchObject([
      { backgroundColor: '#000000', durationMs: 5000, elements: [] },
      {
        transition: { style: 'wipeleft', durationMs: 500 },
        elements: [
          { resize: 'cover', volume: 0, loop: false, motion: { pan: 'top-left' } },
          { width: 200, position: { horizontal: 'right', vertical: 'top' }, duration: 4000 },
          { settings: { fontWeight: 600, fontSize: 76.8, color: '#FFFFFFFF' } },
        ],
      },
    ]);
    expect(notesOf(odd)).toEqual([
      '/scenes/0: This is null, so it is left out.',
      '/scenes/1/elements/0: This is null, so it is left out.',
    ]);
  });

  it('have no effect if they are not of their kind, which a warning says', () => {
    const strange = {
      ...{ ...FULL_HD, quality: 80, fps: 120 },
      scenes: [
        {
          ...{ 'background-color': 'a word', duration: 'auto' },
          elements: [
            video({ resize: 'big', muted: 'maybe', loop: 'x', zoom: { start: 1 }, volume: 'loud' }),
            image({ x: 'center', duration: -3, 'chroma-key': { color: '#0F0', tolerance: 0 } }),
            text({ settings: { color: 'a word', 'font-weight': 'x', 'background-color': 'x y' } }),
          ],
        },
        { transition: 'fade', elements: [] },
        { transition: { style: 'none' }, elements: [] },
      ],
    };
    expect(read(strange).scenes).toMatchObject([
      {
        ...{ backgroundColor: '#000000', lasts: 'longest' },
        elements: [
          { resize: 'none', volume: 1, loop: false },
          { x: 0, duration: 'container', look: { chromaKey: { tolerance: 0.01 } } },
          { settings: { color: '#FFFFFFFF', fontWeight: 400, boxColor: null } },
        ],
      },
      { transition: { style: 'fade' } },
      { transition: null },
    ]);
    const places = read(strange).notes.map(({ pointer }) => pointer.replace('/scenes/0', ''));
    expect(places.sort()).toEqual([
      ...['/background-color', '/duration', '/elements/0/loop', '/elements/0/muted'],
      ...['/elements/0/resize', '/elements/0/volume', '/elements/0/zoom'],
      ...['/elements/1/chroma-key/tolerance', '/elements/1/duration', '/elements/1/x'],
      ...['/elements/2/settings/background-color', '/elements/2/settings/color'],
      ...['/elements/2/settings/font-weight', '/fps', '/quality'],
    ]);
  });

  it('are lists and objects as other languages write them', () => {
    const movie = {
      ...FULL_HD,
      exports: { destinations: { type: 'Webhook', endpoint: at('hook') } },
      scenes: [
        {
          elements: [
            text({ settings: [] }),
            text({ text: ['A', 2, true], settings: 'color: red' }),
            text({ text: 'x'.repeat(6_000) }),
            image({ rotate: { angle: '8', speed: '' }, correction: { gamma: 20, contrast: '' } }),
            { type: 'voice', text: 'A', pitch: '+5%', speed: 9, muted: 'yes', volume: '1.5' },
          ],
        },
      ],
    };
    expect(read(movie)).toMatchObject({
      scenes: [
        {
          elements: [
            {},
            { text: 'A\n2\ntrue' },
            { text: 'x'.repeat(5_000) },
            { outline: { rotation: { angle: 8, speed: 0 } }, look: { correction: { gamma: 10 } } },
            { volume: 0, voice: { speed: 4, pitch: 0 } },
          ],
        },
      ],
    });
    expect(notesOf(movie).map((note) => note.split(':')[0])).toEqual([
      '/exports',
      ...['1/settings', '2/text', '3/correction/gamma', '4/speed', '4/pitch'].map(
        (place) => `/scenes/0/elements/${place}`,
      ),
    ]);
    const settings = { keywords: 'new, fast', replace: [], 'font-family': ['Arial'] };
    expect(captionsOf(settings).settings).toMatchObject({ keywords: ['new', 'fast'], replace: {} });
    for (const odd of [{ keywords: 7 }, { replace: 'x' }])
      expect(
        notesOf({ ...FULL_HD, elements: [{ type: 'subtitles', settings: odd }, video()] }),
      ).toEqual([expect.stringContaining(`/elements/0/settings/${Object.keys(odd)[0]}: Expected`)]);
  });

  it('are colors over black behind a scene', () => {
    const scene = (color: string) => ({ 'background-color': color, elements: [] });
    const scenes = [scene('rgba(255, 255, 255, 0.5)'), scene('transparent'), scene('red')];
    expect(
      read({ ...FULL_HD, scenes }).scenes.map(({ backgroundColor }) => backgroundColor),
    ).toEqual(['#808080', '#000000', '#FF0000']);
  });
});

describe('scenes of a movie', () => {
  it('last as long as their longest element, with the time after it', () => {
    const scenes = [{ elements: [video(), { type: 'audio', src: at('a.mp3'), 'extra-time': 2 }] }];
    expect(read({ ...FULL_HD, scenes }).scenes).toMatchObject([
      { durationMs: null, lasts: 'longest', elements: [{ extraTimeMs: 0 }, { extraTimeMs: 2000 }] },
    ]);
  });

  it('last five seconds if nothing in them has a length, or as long as the elements of the movie', () => {
    expect(read(movieOf(image(), text())).scenes).toMatchObject([
      { durationMs: 5000, outlasts: false },
    ]);
    const empty = { ...FULL_HD, scenes: [{ elements: [] }, { elements: [] }], elements: [video()] };
    expect(read(empty).scenes).toMatchObject([
      { durationMs: 5000, outlasts: false },
      { durationMs: null, outlasts: true },
    ]);
    expect(read({ ...FULL_HD, elements: [video()] }).scenes).toMatchObject([{ outlasts: true }]);
  });

  it('lose a transition before the first, and have a fade for an unknown one', () => {
    const scenes = [
      { transition: { style: 'fade' } },
      { transition: { style: 'whirl', duration: 9 } },
      {
        transition: { style: 'wipeleft', type: 'xfade', duration: 0.5 },
        'background-color': 'transparent',
      },
    ];
    expect(read({ ...FULL_HD, scenes }).scenes).toMatchObject([
      { transition: null },
      { transition: { style: 'fade', durationMs: 5000 } },
      { transition: { style: 'wipeleft', durationMs: 500 }, backgroundColor: '#000000' },
    ]);
    expect(notesOf({ ...FULL_HD, scenes })).toEqual([
      expect.stringContaining('/scenes/0/transition: No scene is before'),
      expect.stringContaining('/scenes/1/transition/style: The transition "whirl" is unknown'),
      expect.stringContaining('/scenes/1/transition/duration: "duration" is 5 instead of 9'),
    ]);
  });
});

describe('pictures of a movie', () => {
  it('have their own size at the top left without anything else', () => {
    expect(elementsOf(image())).toMatchObject([
      { resize: 'none', x: 0, y: 0, width: null, height: null, duration: 'container' },
    ]);
    expect(elementsOf(video({ x: -120, y: '10%' }))).toMatchObject([
      { resize: 'none', x: -120, y: 108, duration: 'natural' },
    ]);
  });

  it('stand 5 % off the edges with a preset, which makes coordinates ineffective', () => {
    const element = image({ position: 'bottom-right', x: 40, y: 40, width: 300 });
    expect(elementsOf(element)).toMatchObject([
      {
        ...{ x: null, y: null, width: 300, height: null, margin: { share: 0.05 } },
        position: { horizontal: 'right', vertical: 'bottom' },
      },
    ]);
    expect(notesOf(movieOf(element))).toEqual([expect.stringContaining('ignores "x" and "y"')]);
    expect(elementsOf(image({ position: 'center-center' }))).toMatchObject([{ margin: { px: 0 } }]);
    expect(elementsOf(image({ position: 'bottom' }))).toMatchObject([
      { position: { horizontal: 'center', vertical: 'bottom' } },
    ]);
    expect(elementsOf(image({ position: 'custom', x: 3 }))).toMatchObject([{ x: 3, y: 0 }]);
  });

  it('fill the frame with a resize mode, or the sides that they have', () => {
    expect(elementsOf(image({ resize: 'cover' }))).toMatchObject([
      { resize: 'cover', width: null },
    ]);
    expect(elementsOf(image({ resize: 'fit', width: 300 }))).toMatchObject([
      { resize: 'contain', width: 300, height: 1080 },
    ]);
    expect(elementsOf(image({ scale: { height: 500 } }))).toMatchObject([
      { width: null, height: 500 },
    ]);
    expect(elementsOf(image({ width: 300, height: -1 }))).toMatchObject([
      { width: 300, height: null },
    ]);
  });

  it('are mirrored, keyed, corrected, turned, and moved', () => {
    const looks = [
      { 'flip-horizontal': true },
      { flip_horizontal: true, flip_vertical: true },
      { 'chroma-key': { color: '#00b140' } },
      { 'chroma-key': { color: 'lime', tolerance: 40 } },
      { correction: { brightness: 0.1, contrast: 9 } },
      { rotate: { angle: 90, speed: 2 } },
      { rotate: { angle: 8, speed: 0 } },
      { zoom: 12, pan: 'left' },
      { pan: 'center', 'pan-distance': 0.2 },
    ];
    const elements = looks.map((look) => image(look));
    expect(read(movieOf(...elements)).scenes[0]!.elements).toMatchObject([
      { look: { flip: 'horizontal' } },
      { look: { flip: 'both' } },
      { look: { chromaKey: { color: '#00B140', tolerance: 0.25 } } },
      { look: { chromaKey: { color: '#00FF00', tolerance: 0.4 } } },
      { look: { correction: { brightness: 0.1, contrast: 4 } } },
      { outline: { rotation: { angle: 0, speed: 45 } } },
      { outline: { rotation: { angle: 8, speed: 0 } } },
      { motion: { zoomTo: 2, pan: 'left' } },
      { motion: null },
    ]);
  });

  it('are not generated', () => {
    expect(
      issuesOf(movieOf(image({ src: undefined, prompt: 'a lighthouse', model: 'flux-pro' }))),
    ).toEqual([
      { pointer: '/scenes/0/elements/0/prompt', message: expect.stringContaining('generated') },
    ]);
    expect(notesOf(movieOf(video({ 'aspect-ratio': 'vertical' })))).toEqual([
      '/scenes/0/elements/0/aspect-ratio: "aspect-ratio" has no effect beside "src".',
    ]);
  });
});

describe('sounds of a movie', () => {
  it('are spoken by the engine that is called a model there', () => {
    const voice = (more: object) => ({ type: 'voice', text: 'Welcome', ...more });
    const elements = [
      voice({ model: 'azure', voice: 'en-GB-SoniaNeural', 'extra-time': 2 }),
      voice({ model: 'elevenlabs-flash-v2-5', voice: 'Rachel', connection: 'mine' }),
    ];
    expect(read(movieOf(...elements)).scenes[0]!.elements).toMatchObject([
      {
        extraTimeMs: 2000,
        language: 'en-GB',
        voice: { provider: 'azure', voice: 'en-GB-SoniaNeural', model: null },
      },
      { voice: { provider: 'elevenlabs', model: 'eleven_flash_v2_5', connection: 'mine' } },
    ]);
  });

  it('are muted, and repeated', () => {
    const audio = (more: object) => ({ type: 'audio', src: at('a.mp3'), ...more });
    const elements = [
      audio({ muted: true }),
      audio({ loop: -1, duration: 3 }),
      audio({ loop: 1 }),
      audio({ loop: 3, duration: 9 }),
      video({ loop: 3, muted: false }),
    ];
    expect(read(movieOf(...elements)).scenes[0]!.elements).toMatchObject([
      { volume: 0, speech: false },
      { loop: true },
      { loop: false },
      { loop: true },
      { loop: false, volume: 1 },
    ]);
    expect(notesOf(movieOf(...elements))).toEqual([
      expect.stringContaining('/scenes/0/elements/3/loop: The source repeats until'),
      expect.stringContaining('/scenes/0/elements/4/loop: The source plays once'),
    ]);
  });
});

describe('texts of a movie', () => {
  it('are in the middle of the movie in the look of the style 001', () => {
    const { settings, ...element } = textOf({});
    expect(element).toMatchObject({ x: 0, y: 0, width: 1920, height: 1080, duration: 'container' });
    expect(settings).toMatchObject({
      ...{
        fontFamily: 'Inter',
        fontSize: 76.8,
        fontWeight: 400,
        color: '#FFFFFFFF',
        align: 'center',
      },
      shadowColor: '#21212180',
    });
  });

  it('stand in their canvas, or 5 % off the edges with a preset', () => {
    expect(textOf({ x: 30, y: '10%', width: 960 })).toMatchObject({
      ...{ x: 30, y: 108, width: 960, height: 972 },
    });
    expect(notesOf(movieOf(text({ y: 100 })))).toEqual([
      expect.stringContaining('the canvas goes to the edge of the movie'),
    ]);
    const top = textOf({ position: 'top-left', height: 100 });
    expect(top).toMatchObject({
      x: 96,
      y: 54,
      width: 1728,
      settings: { align: 'left' },
    });
    const bottom = textOf({ position: 'bottom-center', width: 980, height: 100, y: -100 });
    expect(bottom).toMatchObject({ x: 470, settings: { align: 'center' } });
    expect(Number(bottom['y']) + Number(bottom['height'])).toBe(1080 - 54);
  });

  it('are moved by margins, and by the padding of a box that is not to be seen', () => {
    const settings = { padding: '380px 90px 0 90px', 'margin-top': '20px' };
    expect(textOf({ height: 800, settings })).toMatchObject({
      x: 90,
      y: 400,
      width: 1740,
      height: 400,
    });
  });

  it('have the settings of CSS', () => {
    const { settings, ...element } = textOf({
      settings: {
        ...{
          'font-size': '5vw',
          'font-weight': 'bold',
          color: 'rgb(255, 0, 0)',
          'line-height': '120px',
        },
        ...{ 'letter-spacing': '0.1em', 'text-transform': 'uppercase', 'text-align': 'left' },
        ...{
          'text-shadow': '3px 3px black',
          background: 'rgba(0,0,0,0.5)',
          'border-radius': '10px',
        },
        ...{ opacity: '0.5', '-webkit-text-stroke': '4px blue', 'word-break': 'break-word' },
      },
    });
    expect(element).toMatchObject({ opacity: 0.5 });
    expect(settings).toMatchObject({
      ...{
        fontSize: 96,
        fontWeight: 700,
        color: '#FF0000FF',
        lineHeight: { px: 0, em: 1.25 },
        letterSpacing: { px: 9.6, em: 0 },
      },
      ...{ transform: 'uppercase', align: 'left', boxColor: '#00000080' },
      ...{ boxRadius: { px: 10, em: 0 }, outlineWidth: { px: 2, em: 0 } },
      ...{ shadowColor: '#000000FF', outlineColor: '#0000FFFF' },
    });
  });

  it('have the nearest installed font, and the weight in its name', () => {
    expect(textOf({ settings: { 'font-family': 'Oswald Bold' } }).settings).toMatchObject({
      ...{ fontFamily: 'Oswald', fontWeight: 700 },
    });
    const movie = movieOf(text({ settings: { 'font-family': 'Nunito' } }));
    expect(read(movie).scenes[0]!.elements).toMatchObject([
      { settings: { fontFamily: 'Poppins' } },
    ]);
    expect(notesOf(movie)).toEqual([
      '/scenes/0/elements/0/settings/font-family: The font "Nunito" is not installed, so the text has "Poppins".',
    ]);
  });

  it('take settings from beside "settings", and note what CSS has and texts have not', () => {
    const movie = movieOf(text({ font_size: 52, settings: { filter: 'blur(2px)', color: 'red' } }));
    expect(read(movie).scenes[0]!.elements).toMatchObject([
      { settings: { fontSize: 52, color: '#FF0000FF' } },
    ]);
    expect(notesOf(movie)).toEqual([
      expect.stringContaining('/scenes/0/elements/0/font_size: JSON2Video has "font-size" in'),
      expect.stringContaining(
        '/scenes/0/elements/0/settings/filter: The setting "filter" is left out',
      ),
    ]);
  });

  it('appear as their style says, or nearly', () => {
    expect(textOf({ style: '002' })['animateIn']).toMatchObject({
      style: 'fade',
      durationMs: 2000,
    });
    for (const number of ['003', '004', '005', '006', '007', '008', '009', '012'])
      expect([number, textOf({ style: number })['animateIn']]).toEqual([number, expect.anything()]);
    expect(textOf({ style: '010' })['animateOut']).not.toBeNull();
    expect(textOf({ style: '011' })).toMatchObject({
      animateIn: null,
      settings: { boxColor: '#000000FF' },
    });
    expect(notesOf(movieOf(text({ style: '007' })))).toEqual([
      expect.stringContaining('The text style "007" is approximated'),
    ]);
    expect(notesOf(movieOf(text({ style: '99' })))).toEqual([expect.stringContaining('unknown')]);
    // A motion is not longer than the text.
    expect(textOf({ style: '002', duration: 1 })['animateIn']).toMatchObject({ durationMs: 1000 });
  });

  it('have line breaks and no markup, and are left out if they are empty', () => {
    expect(textOf({ text: 'A<br>B &amp; <b>C</b>' })['text']).toBe('A\nB & C');
    expect(elementsOf(text({ text: ' ' }))).toEqual([]);
    expect(notesOf(movieOf(text({ text: '' })))).toEqual([expect.stringContaining('empty')]);
  });
});

describe('captions of a movie', () => {
  it('have their defaults', () => {
    expect(captionsOf({}).settings).toMatchObject({
      ...{ style: 'classic', fontSize: 108, maxWordsPerLine: 4, wordColor: '#FFFF00FF' },
      position: { horizontal: 'center', vertical: 'bottom' },
    });
  });

  it('are in the middle of a half, or around a point', () => {
    const center = { horizontal: 'center', vertical: 'center' };
    expect(captionsOf({ position: 'mid-bottom-center' }).settings).toMatchObject({
      position: center,
      safeArea: { top: 0.5, bottom: 0.05, left: 0.05, right: 0.05 },
    });
    expect(captionsOf({ position: 'mid-top' }).settings.safeArea).toMatchObject({
      top: 0.05,
      bottom: 0.5,
    });
    expect(captionsOf({ position: 'custom', x: 480, y: 810 }).settings).toMatchObject({
      position: center,
      safeArea: { left: 0, right: 0.5, top: 0.5, bottom: 0 },
    });
  });

  it('have settings in other words, and defaults for what is none', () => {
    expect(captionsOf({ position: 'bottom', style: 'Boxed_Word' }).settings).toMatchObject({
      ...{ style: 'boxed-word', position: { horizontal: 'center', vertical: 'bottom' } },
    });
    expect(captionsOf({ position: 'TOP-left' }).settings).toMatchObject({
      position: { horizontal: 'left', vertical: 'top' },
    });
    const strange = {
      ...{ position: 'somewhere', style: 'neon', 'word-color': 'a word', 'line-color': '' },
      ...{ 'max-words-per-line': 0, 'all-caps': 'x', 'font-size': 'x', 'outline-width': '3px' },
      'font-weight': 'x',
    };
    expect(captionsOf(strange).settings).toMatchObject({
      ...{ style: 'classic', wordColor: '#FFFF00FF', lineColor: '#FFFFFFFF', fontSize: 108 },
      ...{ maxWordsPerLine: 1, transform: 'none', outlineWidth: 3 },
      position: { horizontal: 'center', vertical: 'bottom' },
    });
    const movie = { ...FULL_HD, elements: [{ type: 'subtitles', settings: strange }, video()] };
    expect(notesOf(movie).map((note) => note.split(':')[0])).toEqual(
      ['style', 'max-words-per-line', 'word-color', 'all-caps', 'font-size', 'font-weight']
        .concat(['position'])
        .map((name) => `/elements/0/settings/${name}`),
    );
  });

  it('have another font, size, or outline within what is possible', () => {
    const given = {
      'font-size': 400,
      'outline-width': 30,
      'shadow-offset': -1,
      'font-family': 'Oswald Bold',
    };
    expect(captionsOf(given).settings).toMatchObject({
      ...{
        fontSize: 300,
        outlineWidth: 20,
        shadowX: 0,
        shadowY: 0,
        fontFamily: 'Oswald',
        fontWeight: 700,
      },
    });
    const font = { 'font-family': 'Any', 'font-url': at('a.ttf') };
    expect(captionsOf(font).settings).toMatchObject({ fontUrl: at('a.ttf') });
  });

  it('are of the whole movie, and not from a text without times', () => {
    const subtitles = { type: 'subtitles', captions: 'some\nwords', model: 'nova' };
    const movie = { ...FULL_HD, scenes: [{ elements: [subtitles] }, { elements: [subtitles] }] };
    expect(read(movie).subtitles).toMatchObject({ sceneIndex: null, captions: null });
    expect(notesOf(movie)).toEqual([
      expect.stringContaining('/scenes/1/elements/0: A video has one subtitles element'),
      expect.stringContaining('/scenes/0/elements/0: A subtitles element is for all scenes'),
      expect.stringContaining('/scenes/0/elements/0/model: The operator'),
      expect.stringContaining('/scenes/0/elements/0/captions: The captions are left out'),
    ]);
  });
});

describe('audiograms of a movie', () => {
  it('become waveforms of what is heard, at the top left of the whole movie', () => {
    expect(elementsOf({ type: 'audiogram' })).toMatchObject([
      {
        ...{ type: 'group', x: 0, y: 0, width: 1920, height: 1080, duration: 'container' },
        elements: [],
        waveform: { sound: 'all', mode: 'live', style: 'wave', color: '#FFFFFFFF', amplitude: 1 },
      },
    ]);
  });

  it('have their place, color, opacity, and amplitude', () => {
    const given = {
      color: 'green',
      opacity: 0.4,
      amplitude: '7.5',
      y: 800,
      width: -1,
      height: 400,
    };
    expect(elementsOf({ type: 'audiogram', ...given, duration: 2 })).toMatchObject([
      {
        ...{ x: 0, y: 800, width: 1920, height: 400, opacity: 0.4, duration: 2000 },
        waveform: { color: '#008000FF', amplitude: 1.5 },
      },
    ]);
    const preset = { position: 'bottom-center', width: 1000, height: 200, color: 'no color' };
    expect(elementsOf({ type: 'audiogram', ...preset, amplitude: 20 })).toMatchObject([
      {
        ...{ x: 460, y: 826, width: 1000, height: 200 },
        waveform: { color: '#FFFFFFFF', amplitude: 2 },
      },
    ]);
    expect(notesOf(movieOf({ type: 'audiogram', ...preset, amplitude: 20 }))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('/amplitude: "amplitude" is 10 instead of 20'),
        expect.stringContaining('/color: "color" is no color'),
      ]),
    );
  });
});

describe('components and HTML of a movie', () => {
  const component = (name: string, settings: object, more: object = {}) =>
    elementsOf({ type: 'component', component: name, settings, ...more });

  it('become texts and shapes', () => {
    const card = component('basic/001', {
      headline: { text: 'A' },
      body: { text: ['B', 'C'] },
      card: { background: 'white' },
    });
    expect(card).toMatchObject([
      { type: 'shape', fill: { colors: ['#FFFFFFFF'] } },
      { type: 'shape', fill: { colors: ['#FF0000FF'] } },
      { type: 'text', text: 'A' },
      { type: 'text', text: 'B\nC' },
    ]);
    expect(
      component('basic/052', { headline: { text: 'A' }, section: { text: 'B' } }),
    ).toMatchObject([
      { text: 'B', settings: { boxColor: '#FF0000FF' } },
      { text: 'A', settings: { boxColor: '#FFFFFFFF' } },
    ]);
    expect(component('basic/050', { headline: { text: 'A' }, lead: { text: 'B' } })).toMatchObject([
      {
        ...{ type: 'shape', fill: { colors: ['#FF0000FF'] } },
        movement: { animateIn: { style: 'wipe' } },
      },
      { text: 'A', settings: { boxColor: '#FFFFFFFF' }, animateIn: { style: 'wipe' } },
      { text: 'B', settings: { boxColor: '#000000FF', color: '#FFFFFFFF' } },
    ]);
    expect(component('advanced/050', { button: { text: 'A' } })).toMatchObject([
      { text: 'A', animateIn: { style: 'pop', durationMs: 1000 } },
    ]);
    expect(component('basic/125', { data: { rows: [['a', 'b']] } })).toMatchObject([
      { text: 'a' },
      { text: 'b' },
    ]);
    expect(
      component('basic/100', { box: { 'final-left': '50%', background: 'coral' } }),
    ).toMatchObject([{ type: 'shape', x: 960, fill: { colors: ['#FF7F50FF'] } }]);
    expect(component('some/999', { title: 'A', other: 7 })).toMatchObject([
      { type: 'text', text: 'A' },
    ]);
    expect(component('some/999', {})).toEqual([]);
  });

  it('become our own where they are of the same kind', () => {
    const [counter] = component('advanced/060', {
      counter: { to: '999', text: 'a __num__ x', color: 'red', 'font-size': '50px' },
    }) as [GroupElement];
    const texts = counter.elements as readonly TextElement[];
    expect(texts[0]).toMatchObject({
      text: 'a 0 x',
      settings: { fontSize: 50, color: '#FF0000FF' },
    });
    expect(texts.at(-1)).toMatchObject({ text: 'a 999 x' });
    const [rating] = component('advanced/070', { rating: { value: 3.5, color: 'blue' } });
    expect(rating).toMatchObject({
      type: 'group',
      elements: [{ type: 'shape' }, { fill: { colors: ['#0000FFFF'] } }],
    });
    expect(component('rating', { value: 2 })).toMatchObject([{ type: 'group' }]);
  });

  it('say that they are only near', () => {
    const movie = movieOf(
      { type: 'component', component: 'advanced/001', settings: { animation: { text: 'A' } } },
      { type: 'component', component: 'some/999' },
      { type: 'component', component: 'advanced/050', settings: { button: 'A' } },
      { type: 'html', html: '<div style="background: rgba(0,0,0,0.45)"></div>' },
      { type: 'audiogram', color: '#00FF00', zoom: 2 },
    );
    expect(notesOf(movie)).toEqual([
      expect.stringContaining(
        '/scenes/0/elements/0/component: The component "advanced/001" is approx',
      ),
      expect.stringContaining(
        '/scenes/0/elements/1/component: The component "some/999" is not avail',
      ),
      expect.stringContaining(
        '/scenes/0/elements/2/component: The component "advanced/050" is approximated by texts and shapes, which appear nearly',
      ),
      expect.stringContaining(
        '/scenes/0/elements/3/html: HTML is not drawn. The element is approx',
      ),
      expect.stringContaining('/scenes/0/elements/4/zoom: "zoom" has no effect on a waveform'),
      expect.stringContaining('/scenes/0/elements/4: The audiogram is approximated by a waveform'),
    ]);
  });

  it('are the text and the color of a piece of HTML', () => {
    const html =
      '<div style=\'background:#102030;width:50%\'><h1 style="color: red">A<br>B</h1><script>x</script></div>';
    expect(elementsOf({ type: 'html', html })).toMatchObject([
      { type: 'shape', width: 960, height: 1080, fill: { colors: ['#102030FF'] } },
      {
        type: 'text',
        text: 'A\nB',
        settings: { color: '#FF0000FF', fontSize: 32, fontWeight: 700 },
      },
    ]);
    expect(elementsOf({ type: 'html', src: at('page.html') })).toEqual([]);
  });

  it('are HTML as it is if a browser draws it', () => {
    const html = '<b class="p-4">A</b>';
    const element = {
      ...{ type: 'html', html, tailwindcss: true, wait: 2, 'flip-vertical': true },
      ...{ x: 100, y: 40, width: 600, height: 200 },
    };
    const parsed = readConfig(movieOf(element), { ...OPTIONS, drawsHtml: true });
    expect(parsed.ok && parsed.project.scenes[0]!.elements).toMatchObject([
      {
        type: 'image',
        page: { html, css: '', width: 600, height: 200, pixelRatio: 1 },
        ...{ x: 100, y: 40, width: 600, height: 200 },
        look: { flip: 'vertical' },
      },
    ]);
    expect(parsed.ok && parsed.project.notes).toEqual([
      {
        pointer: '/scenes/0/elements/0/tailwindcss',
        message: expect.stringContaining('Tailwind') as string,
      },
    ]);
  });
});
