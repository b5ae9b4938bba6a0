import { importerOf } from '../../importer-of.js';
import type { ParseOptions } from '../../parse-project.js';
import { readConfig } from '../../read-config.js';
import type { Project } from '../../types/index.js';
import { importConfig } from '../import-config.js';
import { shotstack } from './shotstack.js';

const INSTALLED = ['Anton', 'Bebas Neue', 'Inter', 'Montserrat', 'Playfair Display', 'Poppins'];
const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (name) =>
    INSTALLED.find((family) => family.toLowerCase() === name.toLowerCase()) ?? null,
  fontFamilies: INSTALLED,
};
const at = (name: string) => `https://media.example.com/${name}`;
const HD = { format: 'mp4', resolution: 'hd' };

type Json = Readonly<Record<string, unknown>>;

/** An edit of tracks, the uppermost first. */
const editOf = (tracks: readonly object[][], more: Json = {}): Json => ({
  timeline: { tracks: tracks.map((clips) => ({ clips })) },
  output: HD,
  ...more,
});
const clip = (asset: object, more: object = {}) => ({ asset, start: 0, length: 4, ...more });
const IMAGE = { type: 'image', src: at('a.png') };
const VIDEO = { type: 'video', src: at('a.mp4') };
const TEXT = { type: 'text', text: 'Hello', font: { family: 'Inter' } };

function read(edit: Json): Project {
  const result = readConfig(edit, OPTIONS);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.project;
}
const issuesOf = (edit: Json) => {
  const result = readConfig(edit, OPTIONS);
  return result.ok ? [] : result.issues.map(({ pointer, message }) => `${pointer}: ${message}`);
};
/** The video config that an edit becomes, which is checked as well. */
function ownOf(edit: Json) {
  read(edit);
  const { config, notes } = importConfig(edit, shotstack, OPTIONS);
  const own = config as Json & { readonly scenes: readonly (Json & { elements: Json[] })[] };
  return {
    own,
    scene: own.scenes[0]!,
    elements: own.scenes[0]!.elements,
    notes: notes.map(({ pointer, message }) => `${pointer}: ${message}`),
  };
}
const elementOf = (asset: object, more: object = {}, output: object = HD) =>
  ownOf(editOf([[clip(asset, more)]], { output })).elements[0]!;
const notesOf = (asset: object, more: object = {}) => ownOf(editOf([[clip(asset, more)]])).notes;
const CLIP = '/timeline/tracks/0/clips/0';

describe('an edit of Shotstack', () => {
  it('is known by its timeline, or by its name', () => {
    expect(importerOf(editOf([]))?.format).toBe('shotstack');
    expect(importerOf({ format: 'shotstack' })?.format).toBe('shotstack');
    expect(importerOf({ ...editOf([]), format: 'videocraft' })).toBeNull();
    for (const other of [{ timeline: [] }, { timeline: 'x' }, { scenes: [] }])
      expect(importerOf(other)).toBeNull();
  });

  it.each([
    [{ resolution: 'preview' }, [512, 288]],
    [{ resolution: 'mobile' }, [640, 360]],
    [{ resolution: 'sd' }, [1024, 576]],
    [{ resolution: 'hd' }, [1280, 720]],
    [{ resolution: '1080' }, [1920, 1080]],
    [{ resolution: '4k' }, [3840, 2160]],
    [{ resolution: 'hd', aspectRatio: '9:16' }, [720, 1280]],
    [{ resolution: 'hd', aspectRatio: '1:1' }, [720, 720]],
    [{ resolution: 'hd', aspectRatio: '4:5' }, [576, 720]],
    [{ resolution: 'hd', aspectRatio: '4:3' }, [960, 720]],
    [{ resolution: 'hd', size: { width: 400, height: '300' } }, [400, 300]],
    [{ resolution: '1080', scaleTo: 'preview' }, [512, 288]],
  ])('has the size of %j', (output, [width, height]) => {
    expect(read(editOf([[clip(IMAGE)]], { output }))).toMatchObject({ width, height });
  });

  it('has 25 frames per second and medium quality, unless it says otherwise', () => {
    const plain = read(editOf([[clip(IMAGE)]]));
    expect(plain).toMatchObject({ fps: { num: 25, den: 1 }, quality: 'medium' });
    const output = { ...HD, fps: 29.97, quality: 'veryhigh' };
    const other = read(editOf([[clip(IMAGE)]], { output }));
    expect(other).toMatchObject({ fps: { num: 30000, den: 1001 }, quality: 'high' });
    expect(read({ timeline: { tracks: [{ clips: [clip(IMAGE)] }] } })).toMatchObject({
      ...{ width: 1024, height: 576 },
    });
  });

  it('makes files of other formats, and the poster and the thumbnail', () => {
    const outputsOf = (output: object) => ownOf(editOf([[clip(IMAGE)]], { output })).own['outputs'];
    expect(outputsOf({ ...HD, format: 'jpg' })).toMatchObject([{ type: 'poster', format: 'jpg' }]);
    expect(outputsOf({ ...HD, format: 'bmp' })).toMatchObject([{ type: 'poster', format: 'png' }]);
    expect(outputsOf({ ...HD, format: 'gif' })).toMatchObject([{ type: 'preview', format: 'gif' }]);
    expect(outputsOf({ format: 'mp3' })).toMatchObject([{ type: 'audio', format: 'mp3' }]);
    const more = { poster: { capture: 1 }, thumbnail: { capture: 2, scale: 0.5 } };
    expect(outputsOf({ ...HD, ...more })).toMatchObject([
      { name: 'poster', time: 1, width: 1280 },
      { name: 'thumbnail', time: 2, width: 640 },
    ]);
  });

  it('has a callback as its webhook, and sends nothing elsewhere', () => {
    const destinations = [{ provider: 'shotstack' }, { provider: 's3', options: { bucket: 'b' } }];
    const edit = editOf([[clip(IMAGE)]], {
      ...{ output: { ...HD, destinations }, callback: at('hook'), disk: 'local' },
    });
    const { own, notes } = ownOf(edit);
    expect(own['webhook']).toEqual([{ url: at('hook') }]);
    expect(notes).toEqual([
      expect.stringMatching(/^\/output\/destinations\/1: Nothing is sent to "s3"/),
      expect.stringMatching(/^\/callback: /),
    ]);
  });
});

describe('merge fields', () => {
  it('are filled in, with and without spaces, also numbers and colors', () => {
    const asset = { type: 'video', src: '{{ URL }}', trim: '{{TRIM}}', volume: '{{ VOLUME }}' };
    const merge = [
      { find: 'URL', replace: at('{{NAME}}.mp4') },
      { find: 'NAME', replace: 'b' },
      { find: 'TRIM', replace: 3 },
      { find: 'VOLUME', replace: 0.5 },
      { find: 'C', replace: '#ff0000' },
    ];
    const edit = editOf([[clip(asset)]], { merge });
    const timeline = { ...(edit['timeline'] as object), background: '{{ C }}' };
    const { elements, scene, notes } = ownOf({ ...edit, timeline });
    expect(elements[0]).toMatchObject({ src: at('b.mp4'), seek: 3, volume: 0.5 });
    expect(scene['background-color']).toBe('#FF0000');
    expect(notes).toEqual([]);
  });

  it('can be given as the variables of a template', () => {
    const edit = editOf([[clip({ ...TEXT, text: 'Hi {{ NAME }}' })]], {
      merge: [{ find: 'NAME', replace: 'nobody' }],
      variables: { NAME: 'Jane' },
    });
    expect(ownOf(edit).elements[0]).toMatchObject({ text: 'Hi Jane' });
  });

  it('without a value are noted, and show where media are', () => {
    const { elements, notes } = ownOf(
      editOf([
        [clip({ ...TEXT, text: '{{ A }}', font: { family: 'Inter', color: '{{ B }}' } })],
        [clip({ type: 'image', src: '{{ C }}' }), clip({ type: 'audio', src: '{{ D }}' })],
      ]),
    );
    expect(elements).toMatchObject([
      { type: 'shape', fill: '#808080' },
      { type: 'text', text: '{{ A }}', settings: { 'font-color': '#FFFFFF' } },
    ]);
    const missing = notes.filter((note) => note.includes('There is no value'));
    expect(missing.map((note) => note.slice(-3, -2))).toEqual(['A', 'B', 'C', 'D']);
  });

  it('cannot make an edit too long', () => {
    const merge = [{ find: 'A', replace: 'x'.repeat(100_000) }];
    const text = '{{A}}'.repeat(100);
    expect(issuesOf(editOf([[clip({ ...TEXT, text })]], { merge }))).toEqual([
      expect.stringContaining('/merge: The merge fields make the edit longer'),
    ]);
  });
});

describe('tracks and clips', () => {
  it('have the first track on top, and their clips in order', () => {
    const name = (id: string) => clip({ type: 'image', src: at(id) });
    const { elements } = ownOf(editOf([[name('a'), name('b')], [name('c')]]));
    expect(elements.map(({ src }) => src)).toEqual([at('c'), at('a'), at('b')]);
  });

  it('have times as numbers, as far as these are known', () => {
    const { elements, scene } = ownOf(
      editOf([
        [
          clip(IMAGE, { length: 'auto' }),
          clip(IMAGE, { start: 'auto', length: 2 }),
          clip(IMAGE, { start: 'auto', length: '1.5', alias: 'last' }),
        ],
        [clip(TEXT, { start: 'alias://last', length: 'alias://last' })],
        [clip(IMAGE, { start: 1, length: 'end' })],
      ]),
    );
    const times = elements.map(({ start, duration }) => [start, duration]);
    expect(times).toEqual([
      ...[
        [1, -2],
        [5, 1.5],
      ],
      ...[
        [undefined, 3],
        [3, 2],
        [5, 1.5],
      ],
    ]);
    expect(scene['duration']).toBe(6.5);
  });

  it('refer to each other where the length of a source counts', () => {
    const { elements, scene } = ownOf(
      editOf([
        [clip(TEXT, { start: 'alias://talk', length: 'alias://talk' })],
        [
          clip(VIDEO, { length: 'auto', alias: 'intro' }),
          clip(VIDEO, { start: 'auto', length: 'auto', alias: 'talk' }),
        ],
      ]),
    );
    expect(elements.map(({ id, start, duration }) => ({ id, start, duration }))).toEqual([
      { id: 'track-2-clip-1', start: undefined, duration: -1 },
      { id: 'track-2-clip-2', start: { after: 'track-2-clip-1' }, duration: -1 },
      { start: { 'same-as': 'track-2-clip-2' }, duration: { 'same-as': 'track-2-clip-2' } },
    ]);
    expect(scene['duration']).toBe('longest');
  });

  it('that wait for each other, or for nobody, are noted', () => {
    const circle = editOf([
      [clip(IMAGE, { start: 'alias://b', alias: 'a' }), clip(IMAGE, { start: 'alias://c' })],
      [clip(IMAGE, { start: 'alias://a', alias: 'b' })],
    ]);
    expect(ownOf(circle).notes).toEqual([
      expect.stringContaining('Clips wait for each other'),
      expect.stringContaining('No clip has the alias "c"'),
    ]);
  });

  it('are many, also more than a list of elements takes', () => {
    const clips = Array.from({ length: 1_200 }, (_, index) =>
      clip({ type: 'shape', shape: 'rectangle' }, { start: index / 10, length: 0.1 }),
    );
    const { elements } = ownOf(editOf([clips]));
    expect(elements.map(({ type }) => type)).toEqual(['group', 'group', 'group']);
    expect(issuesOf(editOf([Array.from({ length: 5_001 }, () => clip(IMAGE))]))).toEqual([
      '/timeline/tracks: Expected at most 5000 clips.',
    ]);
  });

  it('render only their range', () => {
    const output = { ...HD, range: { start: 2, length: 3 } };
    const { elements, scene } = ownOf(
      editOf(
        [[clip(VIDEO, { length: 6 }), clip(IMAGE, { length: 2 })], [clip(IMAGE, { start: 3 })]],
        {
          output,
        },
      ),
    );
    expect(elements).toMatchObject([
      { type: 'image', start: 1 },
      { type: 'video', seek: 2, duration: 4 },
    ]);
    expect(scene['duration']).toBe(3);
  });

  it('have music under them that ends with them', () => {
    const edit = editOf([[clip(IMAGE)]]);
    const soundtrack = { src: at('m.mp3'), effect: 'fadeInFadeOut', volume: 0.5 };
    const timeline = { ...(edit['timeline'] as object), soundtrack };
    expect(ownOf({ ...edit, timeline }).elements[0]).toEqual({
      ...{ type: 'audio', src: at('m.mp3'), duration: -2, speech: false },
      ...{ volume: 0.5, 'fade-in': 2, 'fade-out': 2 },
    });
    expect(ownOf({ ...edit, timeline, output: { ...HD, mute: true } }).elements[0]).toMatchObject({
      volume: 0,
    });
  });

  it.each([
    ['an unknown asset', { type: 'hologram' }, 'asset/type: Assets of the type "hologram"'],
    ['a picture that must be generated', { type: 'image', prompt: 'x' }, 'asset/prompt: Media'],
    [
      'music that must be generated',
      { type: 'audio', prompt: 'x', model: 'elevenlabs-music' },
      'asset/prompt: Media',
    ],
    ['an address that is none', { type: 'image', src: 'a b' }, 'asset/src: '],
  ])('are refused with %s', (_what, asset, message) => {
    expect(issuesOf(editOf([[clip(asset)]]))).toEqual([
      expect.stringContaining(`${CLIP}/${message}`),
    ]);
  });

  it('say what is unknown', () => {
    const more = { position: 'middle', wobble: 1, transition: { in: 'melt' }, effect: 'spin' };
    expect(notesOf({ ...IMAGE, sparkle: 1 }, more)).toEqual([
      `${CLIP}/position: "middle" is unknown, so "position" has no effect.`,
      `${CLIP}/transition/in: The transition "melt" is unknown, so there is none.`,
      `${CLIP}/effect: The effect "spin" is unknown, so there is none.`,
      `${CLIP}/asset/sparkle: Unknown field "sparkle", which is left out.`,
      `${CLIP}/wobble: Unknown field "wobble", which is left out.`,
    ]);
  });
});

describe('pictures', () => {
  it.each<[object, object]>([
    [{}, { src: at('a.png') }],
    [{ fit: 'cover' }, { resize: 'stretch' }],
    [
      { fit: 'contain', scale: 0.5 },
      { x: 320, y: 180, width: 640, height: 360, resize: 'contain' },
    ],
    [
      { scale: 0.25, position: 'topRight' },
      { x: 960, y: 0, width: 320, height: 180 },
    ],
    [
      { scale: '0.5', position: 'bottomLeft', offset: { x: 0.1, y: 0.1 } },
      { x: 128, y: 288 },
    ],
    [
      { width: 400, height: 200 },
      { x: 440, y: 260, width: 400, height: 200 },
    ],
    [
      { width: 400, height: 200, fit: 'none' },
      { x: 440, y: 260, resize: 'center' },
    ],
    [
      { fit: 'none', position: 'right' },
      { resize: 'none', position: 'right-center' },
    ],
    [
      { fit: 'none', position: 'topLeft', scale: 0.5, offset: { x: 0.25, y: -0.1 } },
      { 'offset-x': 320, 'offset-y': 72, scale: 0.5, anchor: { x: 0, y: 0 } },
    ],
  ])('with %j', (more, own) => {
    expect(elementOf(IMAGE, more)).toMatchObject(own);
  });

  it('keep their size and place if they are cropped', () => {
    const crop = { left: 0.25, right: 0.25, top: 0.1 };
    expect(elementOf({ ...IMAGE, crop })).toMatchObject({
      mask: { x: '25%', y: '10%', width: '50%', height: '90%' },
    });
  });

  it('have filters, chroma keys, opacity, and transforms', () => {
    const transform = { rotate: { angle: -13 }, skew: { x: 5 }, flip: { horizontal: true } };
    expect(elementOf(IMAGE, { filter: 'greyscale', opacity: 0.4, transform })).toMatchObject({
      ...{ correction: { grayscale: 1 }, opacity: 0.4, rotate: -13, flip: 'horizontal' },
      skew: { x: 5 },
    });
    expect(notesOf(IMAGE, { filter: 'negative', opacity: 0.4, transform })).toEqual([]);
    const chromaKey = { color: '#00b140', threshold: 150, halo: 100 };
    expect(elementOf({ ...VIDEO, chromaKey })).toMatchObject({
      'chroma-key': { color: '#00B140', tolerance: 0.3, blend: 0.2 },
    });
  });

  it('come evenly, and go slower and slower', () => {
    for (const [name, style, easing] of [
      ['slideLeft', 'slide', 'ease'],
      ['carouselUp', 'carousel', 'ease'],
      ['zoom', 'zoom', 'ease-out'],
    ])
      expect(elementOf(IMAGE, { transition: { in: name, out: name } })).toMatchObject({
        'animate-in': { style, easing: 'linear' },
        'animate-out': { style, easing },
      });
  });

  it.each<[string, object]>([
    ['fade', { style: 'fade', duration: 1 }],
    ['fadeSlow', { style: 'fade', duration: 2 }],
    ['slideUpFast', { style: 'slide', direction: 'up', duration: 0.25, distance: 18 }],
    ['carouselLeft', { style: 'carousel', direction: 'left', duration: 0.5 }],
    ['CarouselDownSlow', { style: 'carousel', direction: 'down', duration: 2 }],
    ['zoom', { style: 'zoom', scale: 10, duration: 0.4 }],
    ['reveal', { style: 'wipe', direction: 'right', duration: 1 }],
    ['wipeLeft', { style: 'wipe', direction: 'left', duration: 1 }],
    ['shuffleTopRight', { style: 'carousel', direction: 'down' }],
  ])('come by %s', (name, own) => {
    expect(elementOf(IMAGE, { transition: { in: name } })['animate-in']).toMatchObject(own);
  });

  it('go to the other side', () => {
    const out = (name: string) => elementOf(IMAGE, { transition: { out: name } })['animate-out'];
    expect(out('reveal')).toMatchObject({ style: 'wipe', direction: 'left' });
    expect(out('slideLeft')).toMatchObject({ style: 'slide', direction: 'left' });
    expect(out('none')).toBeUndefined();
  });

  it.each<[string, object]>([
    ['zoomIn', { scale: [1, 1.3] }],
    ['zoomOutSlow', { scale: [1.1, 1] }],
    ['zoomInFast', { scale: [1, 1.7] }],
    ['slideLeft', { scale: [1.24], 'offset-x': [153.6, -153.6] }],
    ['slideUpSlow', { scale: [1.06], 'offset-y': [21.6, -21.6] }],
  ])('move by %s', (effect, values) => {
    const keyframes = elementOf(IMAGE, { effect })['keyframes'] as Record<
      string,
      { value: number }[]
    >;
    const found = Object.entries(keyframes).map(([name, track]) => [
      name,
      track.map(({ value }) => value),
    ]);
    expect(Object.fromEntries(found)).toEqual(values);
  });

  it('move by tweens', () => {
    const tween = (from: number, to: number, start: number, length: number, more = {}) => ({
      ...{ from, to, start, length },
      ...more,
    });
    const bezier = { interpolation: 'bezier', easing: 'easeInBack' };
    const more = {
      opacity: [tween(0, 1, 0, 1), tween(1, 0, 3, 1, { interpolation: 'constant' })],
      scale: [tween(0.5, 1, 0, 2, bezier)],
      offset: { x: [tween(0, 0.5, 0, 1)], y: [tween(0.1, 0, 0, 1)] },
      transform: { rotate: { angle: [tween(0, 360, 0, 4)] }, skew: { y: [tween(0, -15, 1, 1)] } },
      position: 'topLeft',
    };
    expect(elementOf(IMAGE, more)).toMatchObject({
      anchor: { x: 0, y: 0 },
      keyframes: {
        opacity: [
          { time: 0, value: 0 },
          { time: 1, value: 1, easing: 'linear' },
          { time: 3, value: 1 },
          { time: 4, value: 0, easing: 'hold' },
        ],
        scale: [
          { value: 0.5 },
          { time: 2, value: 1, easing: 'cubic-bezier(0.6, -0.28, 0.735, 0.045)' },
        ],
        'offset-x': [{ value: 0 }, { value: 640 }],
        'offset-y': [{ value: -72 }, { value: 0 }],
        rotation: [{ value: 0 }, { value: 360 }],
        'skew-y': [
          { time: 1, value: 0 },
          { time: 2, value: -15 },
        ],
      },
    });
    expect(notesOf(IMAGE, more)).toEqual([]);
  });

  it('are cut by the luma matte of their track', () => {
    const luma = (more: object) => clip({ type: 'luma', src: at('l.mp4'), trim: 1 }, more);
    const whole = ownOf(editOf([[luma({}), clip(VIDEO)]])).elements;
    expect(whole).toMatchObject([
      { matte: { type: 'luma', element: { type: 'video', src: at('l.mp4'), seek: 1 } } },
    ]);
    // Before and after it, the clip is seen.
    const part = ownOf(editOf([[luma({ start: 1, length: 2 }), clip(VIDEO)]])).elements[0]!;
    expect(part).toMatchObject({
      matte: {
        element: {
          elements: [
            { type: 'shape', start: 0, duration: 1 },
            { type: 'video', start: 1, duration: 2 },
            { type: 'shape', start: 3, duration: 1 },
          ],
        },
      },
    });
    const none = ownOf(editOf([[luma({ start: 2, length: -1 }), clip(VIDEO)]])).elements[0]!;
    expect(none).not.toHaveProperty('matte');
    const image = { type: 'luma', src: at('l.jpg') };
    const [cut] = ownOf(editOf([[clip(image), clip(IMAGE, { scale: 0.5 })]])).elements;
    expect(cut).toMatchObject({ matte: { element: { type: 'image', x: 320, width: 640 } } });
  });
});

describe('sounds and videos', () => {
  it('have a start, a speed, and a volume', () => {
    expect(elementOf({ ...VIDEO, trim: 2, speed: 2, volume: 0.3 })).toMatchObject({
      ...{ seek: 4, speed: 2, volume: 0.3 },
    });
    expect(notesOf({ ...VIDEO, speed: 10 })).toEqual([
      `${CLIP}/asset/speed: "speed" is 4 instead of 10, which is out of range.`,
    ]);
  });

  it('fade in and out', () => {
    const audio = { type: 'audio', src: at('a.mp3') };
    expect(elementOf({ ...audio, effect: 'fadeOut' })).toMatchObject({ 'fade-out': 2 });
    expect(elementOf({ ...audio, effect: 'fadeIn' }, { length: 3 })).toMatchObject({
      'fade-in': 1.5,
    });
    expect(elementOf({ ...VIDEO, volumeEffect: 'fadeInFadeOut' })['keyframes']).toEqual({
      volume: [
        { time: 0, value: 0 },
        { time: 2, value: 1 },
        { time: 2, value: 1 },
        { time: 4, value: 0 },
      ],
    });
    const volume = [{ from: 1, to: 0.2, start: 1, length: 1 }];
    expect(elementOf({ ...audio, volume })['keyframes']).toEqual({
      volume: [
        { time: 1, value: 1 },
        { time: 2, value: 0.2, easing: 'linear' },
      ],
    });
  });

  it('are spoken', () => {
    const speech = { type: 'text-to-speech', text: 'Hello', voice: 'Matthew', language: 'en-US' };
    const own = { type: 'voice', text: 'Hello', voice: 'Matthew' };
    expect(elementOf(speech, { length: 'auto' })).toMatchObject({
      ...own,
      ...{ language: 'en-US', duration: -1 },
    });
    const prompt = { type: 'audio', prompt: 'Hello', options: { voice: 'Matthew' } };
    expect(elementOf(prompt)).toMatchObject(own);
  });
});

describe('texts', () => {
  it('are in their box, which grows with the clip', () => {
    const asset = { ...TEXT, width: 400, height: 100, font: { family: 'Inter', size: '30' } };
    expect(elementOf(asset, { scale: 0.5, position: 'bottom', offset: { y: 0.1 } })).toMatchObject({
      ...{ x: 540, y: 598, width: 200, height: 50 },
      settings: { 'font-size': 15, 'text-align': 'center', 'vertical-align': 'center' },
    });
    expect(elementOf(TEXT)).toMatchObject({ settings: { 'font-size': 32, 'line-height': 1 } });
  });

  it('have the size of the output to which an edit is scaled', () => {
    const output = { resolution: 'hd', scaleTo: 'mobile' };
    const asset = { ...TEXT, width: 400, height: 100, font: { family: 'Inter', size: 30 } };
    expect(elementOf(asset, {}, output)).toMatchObject({
      ...{ x: 220, y: 155, width: 200, height: 50, settings: { 'font-size': 15 } },
    });
  });

  it('have letters, boxes, and outlines', () => {
    const asset = {
      ...TEXT,
      font: { family: 'Montserrat ExtraBold', size: 40, color: '#ff0000', opacity: 0.5 },
      alignment: { horizontal: 'left', vertical: 'bottom' },
      background: { color: '#0000ff', opacity: 0.25, borderRadius: 9, padding: 4 },
      stroke: { color: '#00ff00', width: 2 },
      animation: { preset: 'typewriter', duration: 2 },
    };
    expect(elementOf(asset)).toMatchObject({
      'animate-in': { style: 'typewriter', duration: 2 },
      settings: {
        ...{ 'font-family': 'Montserrat', 'font-weight': 800, 'font-color': '#FF000080' },
        ...{ 'text-align': 'left', 'vertical-align': 'bottom', padding: 4 },
        ...{ 'box-color': '#0000FF40', 'box-radius': 9, box: 'area' },
        ...{ 'outline-color': '#00FF00', 'outline-width': 2, overflow: 'clip' },
      },
    });
    expect(notesOf(asset)).toEqual([]);
  });

  it('without letters are their boxes, or nothing', () => {
    const box = { ...TEXT, text: '', width: 100, height: 12, background: { color: '#e1dbd7' } };
    expect(elementOf(box, { effect: 'zoomIn' })).toMatchObject({
      ...{ type: 'shape', fill: '#E1DBD7', width: 100, height: 12 },
    });
    expect(ownOf(editOf([[clip({ ...TEXT, text: ' ' })]])).elements).toEqual([]);
  });

  it('move, turn, and are mirrored as pictures are', () => {
    const transform = { rotate: { angle: 20 }, flip: { vertical: true } };
    const scale = [{ from: 0, to: 1, start: 0, length: 1 }];
    const transition = { in: 'wipeRight', out: 'carouselUp' };
    expect(elementOf(TEXT, { transform, scale, transition })).toMatchObject({
      ...{ type: 'text', rotate: 20, scale: { x: 1, y: -1 } },
      keyframes: { scale: [{ value: 0 }, { value: 1 }] },
      'animate-in': { style: 'wipe', direction: 'right' },
      'animate-out': { style: 'carousel', direction: 'up' },
    });
  });

  it('have font files by name, and the nearest family', () => {
    const fonts = [{ src: at('Great-Vibes_Regular.ttf?x=1') }, { src: at('Other.otf') }];
    const withFonts = (family: string) => {
      const edit = editOf([[clip({ ...TEXT, font: { family } })]]);
      return ownOf({ ...edit, timeline: { ...(edit['timeline'] as object), fonts } });
    };
    expect(withFonts('Great Vibes').elements[0]).toMatchObject({
      settings: { 'font-url': fonts[0]!.src },
    });
    const other = withFonts('Nunito');
    expect(other.elements[0]).toMatchObject({ settings: { 'font-family': 'Poppins' } });
    expect(other.notes).toEqual([
      `${CLIP}/asset/font/family: The font "Nunito" is not installed, so the text has "Poppins".`,
    ]);
  });

  it('are rich', () => {
    const asset = {
      ...{ type: 'rich-text', text: 'Hi' },
      font: { family: 'Inter', size: 60, weight: 'bold', style: 'italic', background: '#ffff00' },
      style: { letterSpacing: 2, lineHeight: 1.5, textTransform: 'uppercase' },
      stroke: { width: 3, color: '#ffffff', opacity: 0.5 },
      shadow: { offsetX: 2, offsetY: -3, blur: 4, color: '#000000' },
      border: { width: 2, color: '#112233', radius: 6 },
      padding: { top: 1, right: 2, bottom: 3, left: 4 },
      align: { horizontal: 'right', vertical: 'middle' },
      animation: { preset: 'ascend', duration: 2, direction: 'up' },
    };
    expect(elementOf(asset, { width: 500, height: 200 })).toMatchObject({
      ...{ x: 390, y: 260, width: 500, height: 200 },
      runs: [{ text: 'Hi', settings: { 'box-color': '#FFFF00' } }],
      settings: {
        ...{ 'font-weight': 700, 'font-style': 'italic', 'font-color': '#000000' },
        ...{ 'letter-spacing': 2, 'line-height': 1.5, 'text-transform': 'uppercase' },
        ...{ 'outline-color': '#FFFFFF80', 'outline-width': 3, padding: [1, 2, 3, 4] },
        ...{ 'shadow-x': 2, 'shadow-y': -3, 'shadow-blur': 4, 'shadow-color': '#00000080' },
        ...{ 'box-border-width': 2, 'box-radius': 6, 'text-align': 'right' },
      },
      'animate-in': { style: 'reveal', by: 'word', duration: 2 },
    });
    expect(notesOf(asset, { width: 500, height: 200 })).toEqual([]);
  });

  it('are titles of old edits, whose colors begin with their opacity', () => {
    const asset = {
      type: 'title',
      text: 'Hi',
      style: 'chunk',
      size: 'x-large',
      position: 'bottom',
    };
    const color = { color: '#80ffffff', background: '#40000000' };
    expect(elementOf({ ...asset, ...color })).toMatchObject({
      ...{ x: 64, y: 36, width: 1152, height: 648 },
      settings: {
        ...{ 'font-family': 'Bebas Neue', 'font-size': 129.6, 'font-color': '#FFFFFF80' },
        ...{ 'box-color': '#00000040', box: 'text', 'vertical-align': 'bottom' },
      },
    });
    expect(notesOf(asset)).toEqual([expect.stringContaining('The style "chunk" is approximated')]);
  });

  it('are those of HTML, in the look of its styles', () => {
    const asset = {
      type: 'html',
      html: '<p class="a">One <b>two</b></p><p>three &amp; <span style="color:#00f">four</span></p>',
      css: 'p { color: #ffffff; font-size: 30px; font-family: "Inter"; text-align: left } .a b { font-size: 2em }',
      ...{ width: 400, height: 100, background: '#80112233', position: 'top' },
    };
    expect(elementOf(asset)).toMatchObject({
      ...{ x: 440, y: 310, width: 400, height: 100 },
      runs: [
        { text: 'One', settings: {} },
        { text: ' two', settings: { 'font-weight': 700, 'font-size': 60 } },
        { text: '\nthree &', settings: {} },
        { text: ' four', settings: { 'font-color': '#0000FF' } },
      ],
      settings: {
        ...{ 'font-family': 'Inter', 'font-size': 30, 'font-color': '#FFFFFF' },
        ...{ 'text-align': 'left', 'vertical-align': 'top', 'box-color': '#11223380' },
      },
    });
    expect(notesOf(asset)).toEqual([]);
    expect(notesOf({ ...asset, css: `${asset.css} p { margin: 0 auto; padding: 0px }` })).toEqual(
      [],
    );
    expect(notesOf({ ...asset, css: `${asset.css} p { padding: 0 20px }` })).toEqual([
      `${CLIP}/asset/css: These properties have no effect: padding.`,
    ]);
    const page = {
      type: 'html5',
      html: '<h1>Hi</h1><script>x</script>',
      css: 'h1{position:absolute}',
    };
    expect(notesOf({ ...page, js: 'run()' })).toEqual([
      `${CLIP}/asset/js: Scripts do not run, so nothing that they draw or move is seen.`,
      expect.stringContaining('"Open Sans" is not installed'),
      `${CLIP}/asset/html: Pages are not laid out. Their text is shown in the look of its styles.`,
    ]);
  });
});

describe('pages', () => {
  const drawn = { ...OPTIONS, drawsHtml: true };
  const elementsOf = (edit: Json) => {
    const result = readConfig(edit, drawn);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { config } = importConfig(edit, shotstack, drawn);
    return (config as { scenes: { elements: Json[] }[] }).scenes[0]!.elements;
  };

  it('are drawn by a browser, if there is one', () => {
    const page = { type: 'html5', html: '<h1>Hi</h1>', css: 'h1{position:absolute}' };
    const place = { width: 400, height: 200, scale: 0.5, position: 'topRight' };
    expect(elementsOf(editOf([[clip(page, place)]]))).toEqual([
      {
        ...{ type: 'html', duration: 4, html: page.html, css: page.css },
        ...{ x: 880, y: 0, width: 400, height: 200, scale: 0.5, anchor: { x: 1, y: 0 } },
      },
    ]);
    const table = { type: 'html', html: '<table><td>a</td></table>', background: '#ff112233' };
    expect(elementsOf(editOf([[clip(table)]]))).toMatchObject([
      { type: 'html', css: 'body{background:#112233FF}' },
    ]);
    const text = { type: 'html', html: '<p>a</p>', css: 'p{font-family:Inter}' };
    expect(elementsOf(editOf([[clip(text)]]))).toMatchObject([{ type: 'text' }]);
  });

  it('are also drawings with text', () => {
    const src = '<svg viewBox="0 0 20 10"><text>a</text></svg>';
    expect(elementsOf(editOf([[clip({ type: 'svg', src }, { fit: 'none' })]]))).toMatchObject([
      { type: 'html', html: src, x: 630, y: 355, width: 20, height: 10 },
    ]);
  });
});

describe('shapes', () => {
  it('are in the middle of their area, with the stroke around them', () => {
    const asset = {
      ...{ type: 'shape', shape: 'rectangle', width: 400, height: 200 },
      rectangle: { width: 300, height: 100, cornerRadius: 10 },
      fill: { color: '#1e88e5', opacity: 0.5 },
      stroke: { color: '#ffffff', width: '5' },
    };
    expect(elementOf(asset, { position: 'topLeft' })).toEqual({
      ...{ type: 'shape', duration: 4, x: 45, y: 45, width: 310, height: 110 },
      ...{ fill: '#1E88E580', 'stroke-width': 5, 'stroke-color': '#FFFFFF', 'corner-radius': 15 },
    });
    const circle = { type: 'shape', shape: 'circle', circle: { radius: 50 } };
    expect(elementOf(circle)).toMatchObject({ shape: 'ellipse', x: 590, y: 310, width: 100 });
    const line = { type: 'shape', shape: 'line', line: { length: 200, thickness: 4 } };
    expect(elementOf(line)).toMatchObject({ x: 540, y: 358, width: 200, height: 4 });
  });

  it('are drawings of one form', () => {
    const svg = (inside: string) => ({
      type: 'svg',
      src: `<svg viewBox="0 0 40 40" xmlns="http://www.w3.org/2000/svg">${inside}</svg>`,
    });
    const size = { width: 80, height: 80, position: 'topLeft' };
    expect(elementOf(svg('<rect width="40" height="40" fill="#ff9500"/>'), size)).toMatchObject({
      ...{ x: 0, y: 0, width: 80, height: 80, fill: '#FF9500' },
    });
    expect(elementOf(svg('<circle cx="20" cy="10" r="10" style="fill:red"/>'), size)).toMatchObject(
      {
        ...{ shape: 'ellipse', x: 20, y: 0, width: 40, height: 40, fill: '#FF0000' },
      },
    );
  });

  it('are pictures of other drawings', () => {
    const src =
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0L9 9"/></svg>';
    const size = { width: 80, height: 80, position: 'topLeft' };
    expect(elementOf({ type: 'svg', src, opacity: 0.5 }, { ...size, opacity: 0.5 })).toMatchObject({
      ...{ type: 'image', resize: 'contain', x: 0, y: 0, width: 80, height: 80, opacity: 0.25 },
      src: `data:image/svg+xml,${encodeURIComponent(src)}`,
    });
    const { elements, notes } = ownOf(editOf([[clip({ type: 'svg', src: '<path/>' })]]));
    expect(elements).toEqual([]);
    expect(notes).toEqual([expect.stringContaining(`${CLIP}/asset/src: This is no drawing`)]);
  });
});

describe('captions', () => {
  const captionsOf = (asset: object, more: object = {}) => {
    const { own, notes, elements } = ownOf(
      editOf([
        [clip(asset, { length: 'end', ...more })],
        [clip({ type: 'audio', src: at('a.mp3') }, { alias: 'talk', length: 'auto' })],
        [clip({ type: 'audio', src: at('b.mp3') }, { length: 'auto' })],
      ]),
    );
    return { subtitles: (own['elements'] as Json[] | undefined)?.[0], notes, elements };
  };

  it('are those of a file, from the start of the clip', () => {
    const asset = {
      ...{ type: 'caption', src: at('c.srt'), trim: 1, margin: { top: 0.25, left: 0.1 } },
      font: { family: 'Inter', size: 40, color: '#ffff00', stroke: '#000000', strokeWidth: 2 },
      background: { color: '#000000', opacity: 0.4, padding: 30, borderRadius: 18 },
    };
    expect(captionsOf(asset, { start: 3 })).toMatchObject({
      notes: [],
      subtitles: {
        captions: at('c.srt'),
        settings: {
          ...{ style: 'classic', 'font-size': 40, 'line-color': '#FFFF00', offset: 2 },
          ...{ 'outline-width': 2, 'box-color': '#00000066', padding: 30, 'box-radius': 18 },
          ...{ position: 'center-top', 'safe-area': { top: 25, left: 10, right: 5, bottom: 5 } },
        },
      },
    });
  });

  it('are heard in the clip with an alias, and in no other sound', () => {
    const { subtitles, elements } = captionsOf({ type: 'caption', src: 'alias://talk' });
    expect(subtitles).not.toHaveProperty('captions');
    expect(elements.map(({ src, speech }) => [src, speech])).toEqual([
      [at('b.mp3'), false],
      [at('a.mp3'), undefined],
    ]);
  });

  it('are animated by word', () => {
    const asset = {
      ...{ type: 'rich-caption', src: at('c.vtt'), animation: { style: 'karaoke' } },
      font: { family: 'Inter', size: 50, color: '#ffffff' },
      active: { font: { color: '#ff0000' } },
      align: { vertical: 'middle' },
    };
    expect(captionsOf(asset).subtitles).toMatchObject({
      settings: {
        ...{ style: 'karaoke', 'word-color': '#FF0000', 'line-color': '#FFFFFF' },
        position: 'center-center',
      },
    });
    expect(captionsOf({ ...asset, src: 'nonsense' })).toMatchObject({
      subtitles: undefined,
      notes: [expect.stringContaining('The captions are left out')],
    });
  });
});
