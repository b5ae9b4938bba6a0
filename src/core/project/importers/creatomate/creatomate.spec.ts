import { convertConfig } from '../../convert-config.js';
import { importerOf } from '../../importer-of.js';
import type { SourceFacts } from '../../types/source-facts.js';
import type { ParseOptions } from '../../parse-project.js';
import type { Project } from '../../types/index.js';
import { readConfig } from '../../read-config.js';
import { translateScript } from './translate-script.js';

const INSTALLED = ['Anton', 'Inter', 'Montserrat', 'Oswald', 'Roboto'];
const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (name) =>
    INSTALLED.find((family) => family.toLowerCase() === name.toLowerCase()) ?? null,
  fontFamilies: INSTALLED,
};
const at = (name: string) => `https://media.example.com/${name}`;

type Json = Readonly<Record<string, unknown>>;
type Element = Json & {
  readonly settings: Json;
  readonly keyframes: Readonly<Record<string, readonly Json[]>>;
  readonly correction: Json;
  readonly elements: readonly Element[];
};

const script = (more: object) => ({
  output_format: 'mp4',
  width: 1000,
  height: 500,
  frame_rate: 30,
  ...more,
});
const scriptOf = (...elements: object[]) => script({ duration: 10, elements });

/** The video config that a script becomes, which must be accepted. */
function converted(given: object): Json {
  const read = readConfig(given, OPTIONS);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const conversion = convertConfig(given, OPTIONS);
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.issues));
  return conversion.config as Json;
}
const sceneOf = (given: object) => (converted(given)['scenes'] as readonly Element[])[0]!;
const elementsOf = (...elements: object[]) => sceneOf(scriptOf(...elements)).elements;
const elementOf = (element: object) => elementsOf(element)[0]!;
const notesOf = (given: object) => {
  const read = readConfig(given, OPTIONS);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.project.notes.map(({ pointer, message }) => `${pointer}: ${message}`);
};
/** The project of a script once its sources are known. */
const withFacts = (
  given: object,
  facts: Readonly<Record<string, Partial<SourceFacts>>>,
): Project => {
  const read = readConfig(given, OPTIONS);
  const unknown = { width: null, height: null, frameRate: null, seconds: null, hasSound: false };
  const known = Object.entries(facts).map(
    ([name, of]) => [at(name), { ...unknown, ...of }] as const,
  );
  const again = read.ok ? read.project.withSources!(new Map(known)) : read;
  if (!again.ok) throw new Error(JSON.stringify(again.issues));
  return again.project;
};
const issuesOf = (given: object) => {
  const read = readConfig(given, OPTIONS);
  return read.ok ? [] : read.issues;
};
const image = (more: object = {}) => ({ type: 'image', source: at('a.jpg'), ...more });
const video = (more: object = {}) => ({ type: 'video', source: at('a.mp4'), ...more });
const text = (more: object = {}) => ({
  type: 'text',
  text: 'Hello',
  font_family: 'Inter',
  ...more,
});
const RECTANGLE = 'M 0 0 L 100 0 L 100 100 L 0 100 L 0 0 Z';
const ELLIPSE =
  'M 50 0 C 77.61 0 100 22.39 100 50 C 100 77.61 77.61 100 50 100 C 22.39 100 0 77.61 0 50 C 0 22.39 22.39 0 50 0 Z';
const shape = (more: object = {}) => ({
  ...{ type: 'shape', width: '100%', height: '100%', path: RECTANGLE, fill_color: '#ff0000' },
  ...more,
});
const box = ({ x, y, width, height }: Element) => [x, y, width, height];

describe('a RenderScript', () => {
  it.each<[string, object]>([
    ['its output format', { output_format: 'mp4', elements: [] }],
    ['names in camel case', { outputFormat: 'mp4', elements: [] }],
    ['its wrapper', { source: { elements: [image()] } }],
    ['a source of an element', { elements: [image()] }],
    ['a composition', { elements: [{ type: 'composition', elements: [] }] }],
    ['the ID of a template', { template_id: 'abc', modifications: {} }],
    ['its name', { format: 'creatomate', elements: [] }],
  ])('is known by %s', (_what, given) => expect(importerOf(given)?.format).toBe('creatomate'));

  it('is none with scenes, or with sources of a video config', () => {
    const elements = [{ type: 'image', src: at('a.jpg') }];
    expect(importerOf({ scenes: [{ elements: [image()] }] })?.format).not.toBe('creatomate');
    expect(importerOf({ output_format: 'mp4', elements })?.format).not.toBe('creatomate');
  });

  it('has its size, its frame rate, its background, and its length', () => {
    const given = {
      output_format: 'mp4',
      width: 720,
      height: '1280',
      frame_rate: '25 fps',
      duration: '4 s',
      fill_color: '#123456',
      elements: [],
    };
    expect(converted(given)).toMatchObject({ width: 720, height: 1280, fps: 25 });
    expect(sceneOf(given)).toMatchObject({ duration: 4, 'background-color': '#123456' });
    expect(notesOf(given)).toEqual([]);
  });

  it('is smaller with a scale, and so are its pixels', () => {
    const given = {
      source: scriptOf(image({ x: 500, y: 250, width: 100, height: 50 })),
      max_width: 500,
    };
    expect(converted(given)).toMatchObject({ width: 500, height: 250 });
    expect(box(sceneOf(given).elements[0]!)).toEqual([225, 113, 50, 25]);
  });

  it('has the size and the frame rate of its first source, once they are known', () => {
    const given = {
      output_format: 'mp4',
      elements: [{ type: 'composition', elements: [video({ width: '50%' })] }, image()],
    };
    expect(notesOf(given)).toEqual([]);
    const { width, height, fps, scenes } = withFacts(given, {
      'a.mp4': { width: 607, height: 1080, frameRate: 24.99 },
      'a.jpg': { width: 10, height: 10 },
    });
    expect([width, height, fps.num / fps.den]).toEqual([608, 1080, 25]);
    expect(scenes[0]!.elements[0]).toMatchObject({ elements: [{ width: 304 }] });
  });

  it('has the lengths of its sources, once they are known', () => {
    const leaving = { type: 'fade', time: 'end', duration: 1, reversed: true };
    const elements = [
      video({ track: 1, trim_start: 1 }),
      text({ track: 2, duration: '3 fr' }),
      text({ track: 2, animations: [leaving] }),
      image({ time: 'end', duration: 2 }),
      image({ time: '25%', duration: '50%' }),
    ];
    const given = script({ elements });
    expect(notesOf(given)).toEqual([]);
    const [scene] = withFacts(given, { 'a.mp4': { width: 9, height: 9, seconds: 9 } }).scenes;
    const times = scene!.elements.map(({ startMs, duration }) => [startMs, duration]);
    expect(times).toEqual([
      [0, 8000],
      [0, 6000],
      [6000, 2000],
      [6000, 2000],
      [2000, 4000],
    ]);
  });

  it('has pictures beside the middle of their boxes, once their sizes are known', () => {
    const aside = { width: 400, height: 100, x: 200, y: 50, x_alignment: '100%' };
    const given = scriptOf(
      image({ ...aside, fit: 'contain' }),
      image({ ...aside, y_alignment: '25%' }),
    );
    expect(notesOf(given)).toEqual([]);
    const [scene] = withFacts(given, { 'a.jpg': { width: 100, height: 100 } }).scenes;
    const CROP = {
      x: { share: 0 },
      y: { share: 0.1875 },
      width: { share: 1 },
      height: { share: 0.25 },
    };
    expect(scene!.elements).toMatchObject([
      { x: 300, y: 0, width: 100, height: 100 },
      { x: 0, y: 0, width: 400, height: 100, look: { crop: CROP } },
    ]);
    const { notes } = withFacts(given, {});
    expect(notes.map(({ pointer }) => pointer)).toEqual([
      '/elements/0/x_alignment',
      '/elements/1/x_alignment',
    ]);
  });

  it('says of its request where that is', () => {
    const given = { template_id: 'a', frame_rate: 1, source: { ...scriptOf(), frame_rate: 2 } };
    expect(notesOf(given).map((note) => note.split(':')[0])).toEqual([
      '/template_id',
      '/frame_rate',
    ]);
  });

  it('says that it has no size and no frame rate, if no source tells them', () => {
    const given = { output_format: 'mp4', elements: [video()] };
    const unknown = [
      expect.stringContaining('/width: Without "width" and "height"'),
      expect.stringContaining('/frame_rate: Without "frame_rate"'),
    ];
    const notes = withFacts(given, {}).notes.map(
      ({ pointer, message }) => `${pointer}: ${message}`,
    );
    expect(notes).toEqual(unknown);
    const conversion = convertConfig(given, OPTIONS);
    expect(conversion.ok && conversion.notes).toHaveLength(2);
    expect(notesOf({ output_format: 'mp4', elements: [] })).toEqual([unknown[0]]);
    expect(notesOf(script({ width: 1001, frame_rate: 1, elements: [image()] }))).toEqual([
      expect.stringContaining('/width: Sides are even'),
      '/frame_rate: The frame rate is 10.',
    ]);
  });

  it('has 60 frames per second without videos', () => {
    expect(
      converted({ output_format: 'mp4', width: 10, height: 10, elements: [text()] }),
    ).toMatchObject({ fps: 60 });
  });

  it('lasts 5 seconds if nothing in it has a length', () => {
    expect(sceneOf(script({ elements: [text()] }))['duration']).toBe(5);
  });

  it('lasts as long as its elements', () => {
    expect(
      sceneOf(script({ elements: [text({ time: 1, duration: 2.5 }), image()] }))['duration'],
    ).toBe(3.5);
    expect(sceneOf(script({ elements: [video(), image()] }))['duration']).toBe('longest');
  });

  it.each([
    ['jpg', { type: 'poster', format: 'jpg' }],
    ['gif', { type: 'preview', format: 'gif', duration: 30, width: 1000, fps: 30 }],
    ['mp3', { type: 'audio', format: 'mp3' }],
  ])('becomes a file besides the video for %s', (output_format, output) => {
    const given = script({ output_format, elements: [image({ time: 3 })] });
    expect(converted(given)['outputs']).toEqual([output]);
    expect(notesOf(given)[0]).toMatch(/besides the video/);
  });

  it('has no times as a picture', () => {
    const animations = [{ time: 'start', duration: 1, type: 'fade' }];
    const { elements } = sceneOf(
      script({ output_format: 'png', elements: [image({ time: 3, animations })] }),
    );
    expect(elements[0]).not.toHaveProperty('start');
    expect(elements[0]).not.toHaveProperty('keyframes');
  });

  it('has a picture of its snapshot time', () => {
    const given = script({ snapshot_time: 2, elements: [image()] });
    expect(converted(given)['outputs']).toEqual([{ type: 'poster', format: 'jpg', time: 2 }]);
  });

  it('brings its fonts along, and calls a webhook', () => {
    const fonts = [{ family: 'Mine', weight: 400, source: at('mine.woff2') }];
    const source = script({ fonts, elements: [text({ font_family: 'Mine' })] });
    const config = converted({ source, webhook_url: at('hook'), metadata: 'm' });
    expect(config).toMatchObject({
      webhook: { url: at('hook') },
      'client-data': { metadata: 'm' },
    });
    expect((config['scenes'] as Element[])[0]!.elements[0]!.settings).toMatchObject({
      'font-url': at('mine.woff2'),
    });
  });

  it('is refused as a template that is elsewhere, by name', () => {
    expect(issuesOf({ template_id: 'abc', modifications: { Title: 'x' } })).toMatchObject([
      { pointer: '/template_id' },
    ]);
    expect(issuesOf({ tags: ['a'], modifications: {} })).toMatchObject([{ pointer: '/tags' }]);
    expect(issuesOf({ output_format: 'mp4' })).toMatchObject([{ pointer: '/elements' }]);
  });

  it('keeps its properties that mean nothing, as notes', () => {
    expect(
      notesOf(script({ elements: [text({ text_alignment: 'center', dynamic: true })] })),
    ).toEqual([
      expect.stringMatching(/^\/elements\/0\/text_alignment: Unknown property "text_alignment"/),
    ]);
  });

  it('has unknown elements as notes', () => {
    const elements = [{ type: 'hologram' }, { source: at('a.jpg') }, image()];
    expect(notesOf(script({ duration: 1, elements }))).toEqual([
      expect.stringContaining('/elements/0/type'),
      expect.stringContaining('/elements/1: The element has no type'),
    ]);
  });
});

describe('the place of an element', () => {
  it('fills its composition, and is centered, by default', () => {
    expect(box(elementOf(image()))).toEqual([0, 0, 1000, 500]);
    expect(box(elementOf(image({ width: '50%', height: '40%' })))).toEqual([250, 150, 500, 200]);
  });

  it.each([
    ['percentages', { x: '25%', y: '25%', width: '50%', height: '50%' }, [0, 0, 500, 250]],
    [
      'anchors',
      { x: '100%', y: '0%', x_anchor: '100%', y_anchor: '0%', width: '10%', height: '10%' },
      [900, 0, 100, 50],
    ],
    ['pixels', { x: 100, y: '100 px', width: 40, height: 20 }, [80, 90, 40, 20]],
    [
      'vmin, vmax, vw, vh',
      { x: '50 vw', y: '50 vh', width: '10 vmin', height: '2 vmax' },
      [475, 240, 50, 20],
    ],
    ['an aspect ratio', { aspect_ratio: 1 }, [250, 0, 500, 500]],
    ['an aspect ratio at a side', { aspect_ratio: 1, x_alignment: '100%' }, [500, 0, 500, 500]],
    ['padding', { x_padding: '10 vw', y_padding: '10 vh' }, [100, 50, 800, 400]],
    [
      'names of sides',
      { x: 100, width: 10, height: 10, x_anchor: 'left', y_anchor: 'top' },
      [100, 250, 10, 10],
    ],
  ])('is known from %s', (_what, more, expected) => {
    expect(box(elementOf(image(more)))).toEqual(expected);
  });

  it('is relative to its composition', () => {
    const inside = [image({ width: '50%', height: '50%' })];
    const [group] = elementsOf({
      type: 'composition',
      width: '50%',
      height: '50%',
      elements: inside,
    });
    expect(box(group!)).toEqual([250, 125, 500, 250]);
    expect(box(group!.elements[0]!)).toEqual([125, 63, 250, 125]);
  });

  it('says what it cannot read', () => {
    expect(notesOf(scriptOf(image({ x: 'somewhere' })))).toEqual([
      expect.stringContaining('/elements/0/x: The value "somewhere" is unknown'),
    ]);
  });
});

describe('the time of an element', () => {
  const times = (...elements: object[]) =>
    sceneOf(script({ elements })).elements.map(({ start, duration }) => [start, duration]);

  it('is that of the script', () => {
    expect(times(image({ time: '1.5 s', duration: 2 }), text())).toEqual([
      [1.5, 2],
      [undefined, -2],
    ]);
  });

  it('follows the element before on its track', () => {
    expect(times(image({ track: 1, duration: 2 }), image({ track: 1, duration: 3 }))).toEqual([
      [undefined, 2],
      [2, 3],
    ]);
    expect(times(video({ track: 1, name: 'a' }), video({ track: 1 }))).toEqual([
      [undefined, -1],
      [{ after: 'a' }, -1],
    ]);
  });

  it('overlaps the one before for a transition', () => {
    const animations = [{ time: 'start', duration: 0.5, transition: true, type: 'fade' }];
    expect(
      times(image({ track: 1, duration: 2 }), image({ track: 1, duration: 3, animations })),
    ).toEqual([
      [undefined, 2],
      [1.5, 3],
    ]);
  });

  it('ends where the next one of its track begins', () => {
    expect(times(image({ track: 1 }), image({ track: 1, time: 2, duration: 1 }))[0]).toEqual([
      undefined,
      2,
    ]);
  });

  it('is a part of the track', () => {
    const [, a, b] = times(
      { type: 'audio', source: at('a.mp3'), duration: 9 },
      image({ track: 1, duration: '1 fr' }),
      image({ track: 1, duration: '2 fr' }),
    );
    expect([a, b]).toEqual([
      [undefined, 3],
      [3, 6],
    ]);
  });

  it('is that of the video for music without a duration', () => {
    const music = { type: 'audio', source: at('a.mp3'), duration: null, audio_fade_out: 2 };
    const { elements } = sceneOf(script({ elements: [video(), music] }));
    expect(elements[1]).toMatchObject({ type: 'audio', duration: -2, 'fade-out': 2 });
  });

  it('is that of what is in a composition', () => {
    const composition = { type: 'composition', elements: [text({ duration: 2 }), image()] };
    expect(times(composition)).toEqual([[undefined, 2]]);
    expect(times({ type: 'composition', elements: [video()] })).toEqual([[undefined, -1]]);
  });

  it('is trimmed', () => {
    expect(elementOf(video({ trim_start: 1, trim_duration: 3 }))).toMatchObject({
      seek: 1,
      duration: 3,
    });
  });
});

describe('pictures and sounds', () => {
  it('fill their boxes, with their looks', () => {
    expect(
      elementOf(
        image({ fit: 'contain', border_radius: '2 vmin', opacity: '50%', z_rotation: '45°' }),
      ),
    ).toMatchObject({
      ...{ resize: 'contain', 'corner-radius': 10, opacity: 0.5, rotate: 45 },
    });
    expect(
      elementOf(image({ stroke_color: '#fff', stroke_width: 4, blend_mode: 'multiply' })),
    ).toMatchObject({
      ...{ 'border-color': '#FFFFFF', 'border-width': 4, blend: 'multiply' },
    });
    expect(elementOf(image({ shadow_color: '#000', shadow_x: 3, shadow_blur: 8 }))).toMatchObject({
      ...{ 'shadow-color': '#000000', 'shadow-x': 3, 'shadow-blur': 8 },
    });
  });

  it.each([
    ['brighten', '20%', { brightness: 0.2 }],
    ['contrast', '50%', { contrast: 1.5 }],
    ['invert', '100%', { negative: 1 }],
    ['grayscale', '100%', { grayscale: 1 }],
    ['sepia', undefined, { sepia: 1 }],
  ])('have the color filter %s', (color_filter, color_filter_value, expected) => {
    expect(elementOf(image({ color_filter, color_filter_value })).correction).toEqual(expected);
  });

  it('have overlays and blurs', () => {
    const more = { color_overlay: 'rgba(0,0,0,0.25)', blur_radius: 10 };
    expect(elementOf(video(more)).correction).toEqual({ 'overlay-color': '#00000040', blur: 5 });
  });

  it('have volumes', () => {
    expect(elementOf(video({ volume: '30%' }))).toMatchObject({ volume: 0.3 });
    expect(elementOf(video({ volume: 30, loop: true }))).toMatchObject({ volume: 0.3, loop: true });
    expect(notesOf(scriptOf(video({ volume: 0.3 })))).toEqual([
      expect.stringContaining('0.3 is read as 30%'),
    ]);
  });

  it('fade only in their sound', () => {
    const more = { duration: 4, audio_fade_in: 1, audio_fade_out: 1 };
    expect(
      elementOf(video(more)).keyframes['volume']!.map(({ time, value }) => [time, value])[0],
    ).toEqual([0, 0]);
    expect(elementOf(video(more))).not.toHaveProperty('fade-in');
  });

  it('are voices with a provider', () => {
    const voice = {
      type: 'audio',
      source: 'Good morning',
      provider: 'openai model=tts-1 voice=onyx',
    };
    expect(elementOf(voice)).toMatchObject({
      ...{ type: 'voice', text: 'Good morning', provider: 'openai', model: 'tts-1', voice: 'onyx' },
    });
    const eleven = {
      ...voice,
      provider: 'elevenlabs model_id=eleven_v3 voice_id=abc stability=0.75',
    };
    expect(elementOf(eleven)).toMatchObject({
      provider: 'elevenlabs',
      model: 'eleven_v3',
      voice: 'abc',
    });
    expect(notesOf(scriptOf(eleven))).toEqual([
      expect.stringContaining('"stability" has no effect'),
    ]);
  });

  it('are refused if they would have to be generated', () => {
    const given = scriptOf(image({ source: 'a prompt', provider: 'stability model=x' }));
    expect(issuesOf(given)).toMatchObject([{ pointer: '/elements/0/provider' }]);
  });

  it('can be files of the media library', () => {
    const id = '354b0f97-79b5-4440-8d53-8753af7ded0f';
    expect(elementOf(image({ source: id }))['src']).toBe(
      `https://creatomate.com/files/assets/${id}`,
    );
    expect(notesOf(scriptOf(image({ source: id })))).toEqual([
      expect.stringContaining('media library'),
    ]);
  });

  it('are left out without a source, or if they are not visible', () => {
    expect(elementsOf(image({ source: '' }), image({ visible: false }))).toEqual([]);
    expect(notesOf(scriptOf(image({ source: '' })))).toEqual([
      expect.stringContaining('no source'),
    ]);
  });

  it('are painted by their tracks', () => {
    const sources = elementsOf(
      image({ track: 2, source: at('2') }),
      image({ track: 1, source: at('1') }),
    );
    expect(sources.map(({ src }) => src)).toEqual([at('1'), at('2')]);
  });

  it('are cut by masks', () => {
    const [first, second] = elementsOf(
      video(),
      video({ time: 1, mask_mode: 'luma', source: at('mask.mp4') }),
    );
    expect(first).toMatchObject({
      matte: { type: 'luma', element: { type: 'video', src: at('mask.mp4'), start: 1 } },
    });
    expect(second).toBeUndefined();
    expect(notesOf(scriptOf(image({ mask_mode: 'alpha' })))).toEqual([
      expect.stringContaining('Nothing is below'),
    ]);
  });
});

describe('shapes', () => {
  it('are rectangles and ellipses', () => {
    expect(elementOf(shape({ border_radius: 10 }))).toMatchObject({
      type: 'shape',
      fill: '#FF0000',
      'corner-radius': 10,
    });
    expect(elementOf(shape({ path: ELLIPSE }))).toMatchObject({ shape: 'ellipse' });
  });

  it('have strokes on their edges', () => {
    const more = {
      width: 100,
      height: 50,
      stroke_color: '#00f',
      stroke_width: 10,
      fill_color: null,
    };
    const stroked = elementOf(shape(more));
    expect(stroked).toMatchObject({
      fill: '#00000000',
      'stroke-color': '#0000FF',
      'stroke-width': 10,
    });
    expect(box(stroked)).toEqual([445, 220, 110, 60]);
  });

  it('have gradients', () => {
    const stops = [
      { offset: '0%', color: '#ff0000' },
      { offset: '100%', color: '#0000ff' },
    ];
    const gradient = {
      fill_color: stops,
      fill_mode: 'linear',
      fill_x0: '0%',
      fill_y0: '0%',
      fill_x1: '0%',
      fill_y1: '100%',
    };
    expect(elementOf(shape(gradient))['fill']).toEqual({
      style: 'linear',
      angle: 90,
      colors: ['#FF0000', '#0000FF'],
    });
    expect(elementOf(shape({ ...gradient, fill_mode: 'radial' }))['fill']).toMatchObject({
      style: 'radial',
    });
  });

  it('are as large as their path without sides', () => {
    const path = 'M -50 -20 L 50 -20 L 50 20 L -50 20 Z';
    expect(box(elementOf({ type: 'shape', path, fill_color: '#fff', x: 500, y: 250 }))).toEqual([
      450, 230, 100, 40,
    ]);
  });

  it('are paths in their boxes', () => {
    const path = 'M 0% 0% L 100% 50% L 0% 100% Z';
    expect(elementOf(shape({ path }))).toMatchObject({
      ...{ path: 'M 0 0 L 100 50 L 0 100 Z', 'view-box': '0 0 100 100' },
    });
    const half = elementOf(shape({ path: 'M 50 0 L 100 50 L 50 100 Z' }));
    expect(half['view-box']).toBe('50 0 50 100');
    expect(box(half)).toEqual([500, 0, 500, 500]);
    expect(notesOf(scriptOf(shape({ path })))).toEqual([]);
  });

  it('are rectangles in place of what is no path, with a note', () => {
    expect(notesOf(scriptOf(shape({ path: 'a star' })))).toEqual([
      expect.stringContaining('The path cannot be drawn'),
    ]);
  });

  it('change their colors', () => {
    const fill_color = [
      { time: 0, value: '#ff0000' },
      { time: 2, value: '#0000ff' },
      { time: 4, easing: 'steps', value: '#00ff00' },
    ];
    const layers = elementsOf(shape({ fill_color }));
    expect(layers.map(({ fill }) => fill)).toEqual(['#FF0000', '#0000FF', '#00FF00']);
    expect(layers[1]!.keyframes['opacity']).toEqual([
      { time: 0, value: 0 },
      { time: 2, value: 1 },
    ]);
    expect(layers[2]!.keyframes['opacity']![1]).toEqual({ time: 4, value: 1, easing: 'hold' });
  });
});

describe('keyframes', () => {
  it('move an element by its anchor', () => {
    const x = [
      { time: 0, value: '5%' },
      { time: 2, easing: 'steps(1)', value: '55%' },
    ];
    const moved = elementOf(image({ x, x_anchor: '0%', width: '40%' }));
    expect(moved['x']).toBe(50);
    expect(moved.keyframes['x']).toEqual([
      { time: 0, value: 50 },
      { time: 2, value: 550, easing: 'steps(1)' },
    ]);
  });

  it('have the easings of Creatomate', () => {
    const of = (easing: string) =>
      elementOf(
        image({
          opacity: [
            { time: 0, value: '0%' },
            { time: 1, value: '100%', easing },
          ],
        }),
      ).keyframes['opacity']![1]!['easing'];
    expect(of('quintic-in-out')).toBe('quint-in-out');
    expect(of('sinusoid-out')).toBe('sine-out');
    expect(of('cubic-bezier(0.2, 0, 0, 1)')).toMatch(/^cubic-bezier/);
    expect(of('steps')).toBe('hold');
    expect(of('unknown')).toBeUndefined();
  });

  it('turn from the start to the end', () => {
    const z_rotation = [
      { time: 'start', value: 0 },
      { time: 'end', value: 360 },
    ];
    expect(elementOf(image({ z_rotation })).keyframes['rotation']).toEqual([
      { time: 0, value: 0 },
      { time: 'end', value: 360 },
    ]);
  });

  it('change sides about the anchor', () => {
    const width = [
      { time: 1, value: '100%' },
      { time: 3, value: '10%' },
    ];
    expect(elementOf(image({ width })).keyframes['scale-x']).toEqual([
      { time: 1, value: 1 },
      { time: 3, value: 0.1 },
    ]);
  });

  it('combine several changes of one property', () => {
    const x = [
      { time: 0, value: '50%' },
      { time: 2, value: '60%' },
    ];
    const animations = [
      { time: 'start', duration: 1, type: 'slide', direction: '0°', distance: '100%', fade: false },
    ];
    const keys = elementOf(image({ x, animations })).keyframes['x']!;
    const valueAt = (time: number) =>
      keys.find((key) => Math.abs(Number(key['time']) - time) < 1e-6)!['value'];
    expect([valueAt(0), valueAt(1), valueAt(2)]).toEqual([-1000, 50, 100]);
  });
});

describe('animations', () => {
  const animated = (animation: object, more: object = {}) =>
    elementOf(image({ duration: 4, animations: [animation], ...more }));

  it('fade in at the start, and out at the end', () => {
    expect(animated({ type: 'fade', time: 'start', duration: 1 }).keyframes['opacity']).toEqual([
      { time: 0, value: 0 },
      { time: 1, value: 1 },
    ]);
    expect(
      animated({ type: 'fade', time: 'end', duration: 1, reversed: true }).keyframes['opacity'],
    ).toEqual([
      { time: 3, value: 1 },
      { time: 'end', value: 0 },
    ]);
  });

  it('leave an element whose length is unknown', () => {
    const animations = [{ type: 'fade', time: 'end', duration: 1, reversed: true }];
    expect(elementOf(video({ animations }))['animate-out']).toMatchObject({
      style: 'fade',
      duration: 1,
    });
  });

  it('grow over the whole length', () => {
    const scale = animated({ type: 'scale', start_scale: '100%', end_scale: '130%', fade: false });
    expect(scale.keyframes['scale-x']).toEqual([
      { time: '0%', value: 1 },
      { time: 'end', value: 1.3 },
    ]);
    expect(scale.keyframes).not.toHaveProperty('opacity');
  });

  it('grow about a corner', () => {
    const { keyframes } = animated({
      type: 'scale',
      time: 0,
      duration: 1,
      x_anchor: '0%',
      y_anchor: '100%',
      fade: false,
    });
    expect(keyframes['x']![0]).toEqual({ time: 0, value: -500 });
    expect(keyframes['y']![0]).toEqual({ time: 0, value: 250 });
  });

  it.each([
    ['0°', 'x', -1000],
    ['180°', 'x', 1000],
    ['90°', 'y', 500],
    ['270°', 'y', -500],
  ])('slide in the direction %s', (direction, property, value) => {
    const { keyframes } = animated({ type: 'slide', time: 'start', duration: 1, direction });
    expect(keyframes[property]![0]).toEqual({ time: 0, value });
    expect(keyframes).toHaveProperty('opacity');
  });

  it('let the element before slide out in a transition', () => {
    const animations = [
      {
        type: 'slide',
        time: 'start',
        duration: 1,
        direction: '180°',
        transition: true,
        fade: false,
        easing: 'cubic-out',
      },
    ];
    const [before] = elementsOf(
      image({ track: 1, duration: 2 }),
      image({ track: 1, duration: 2, animations }),
    );
    expect(before!['animate-out']).toEqual({
      ...{
        style: 'slide',
        direction: 'left',
        distance: 1000,
        duration: 1,
        easing: 'cubic-out',
        fade: false,
      },
    });
  });

  it.each([
    [{ x_anchor: '0%' }, { 'crop-right': 1 }],
    [{ x_anchor: '100%' }, { 'crop-left': 1 }],
    [{ x_anchor: '0%', start_angle: '90°', end_angle: '90°' }, { 'crop-top': 1 }],
    [{ x_anchor: '0%', start_angle: '270°', end_angle: '270°' }, { 'crop-bottom': 1 }],
    [{ x_anchor: '50%' }, { 'crop-left': 0.5, 'crop-right': 0.5 }],
  ])('wipe %j', (options, expected) => {
    const { keyframes } = animated({
      type: 'wipe',
      time: 'start',
      duration: 1,
      fade: false,
      ...options,
    });
    const first = Object.fromEntries(
      Object.entries(keyframes).map(([name, keys]) => [name, keys[0]!['value']]),
    );
    expect(first).toEqual(expected);
  });

  it('grow as a circle', () => {
    const circle = animated({
      type: 'circular-wipe',
      time: 'start',
      duration: 0.5,
      transition: true,
    });
    expect(circle['animate-in']).toEqual({ style: 'circular-wipe', duration: 0.5 });
  });

  it('pan over a picture', () => {
    const { keyframes } = animated({
      type: 'pan',
      start_scale: '120%',
      end_scale: '120%',
      start_x: '0%',
      end_x: '100%',
      start_y: '50%',
      end_y: '50%',
    });
    expect(keyframes['scale-x']!.map(({ value }) => value)).toEqual([1.2, 1.2]);
    expect(keyframes['x']!.map(({ value }) => value)).toEqual([100, -100]);
  });

  it('move a picture inside of the borders that clip it', () => {
    const zoom = { type: 'scale', scope: 'element', start_scale: '100%', fade: false };
    const fade = { type: 'fade', time: 'start', duration: 1 };
    const framed = { width: '50%', height: '50%', clip: true, border_radius: 10 };
    const animations = [{ ...zoom, end_scale: '120%' }, fade];
    const group = elementOf(image({ ...framed, time: 1, animations }));
    expect(group).toMatchObject({ type: 'group', 'corner-radius': 10, start: 1, x: 250, y: 125 });
    expect(Object.keys(group.keyframes)).toEqual(['opacity']);
    const [picture] = group.elements;
    expect(picture).toMatchObject({
      type: 'image',
      x: 0,
      y: 0,
      width: 500,
      height: 250,
      duration: -2,
    });
    expect(Object.keys(picture!.keyframes)).toEqual(['scale-x', 'scale-y']);
    // Nobody sees the borders, or they move, too.
    expect(elementOf(image({ clip: true, animations }))['type']).toBe('image');
    expect(elementOf(image({ ...framed, clip: false, animations }))['type']).toBe('image');
    const other = [{ ...zoom, scope: 'composition' }];
    expect(elementOf(image({ ...framed, animations: other }))['type']).toBe('image');
    const playing = elementOf(video({ ...framed, animations, audio_fade_in: 1, duration: 4 }));
    expect(playing.elements[0]!.keyframes['volume']).toHaveLength(2);
  });

  it('spin, flip, shake, wiggle, and bounce', () => {
    expect(
      animated({ type: 'spin', time: 'start', duration: 1, rotation: '90°' }).keyframes[
        'rotation'
      ]![0],
    ).toEqual({ time: 0, value: -90 });
    expect(
      animated({ type: 'flip', time: 'start', duration: 1, y_rotation: '180°' }).keyframes[
        'scale-x'
      ]![0],
    ).toEqual({ time: 0, value: -1 });
    expect(
      animated({ type: 'shake', distance: 10, frequency: '2 Hz', ramp_duration: '0%' }).keyframes[
        'x'
      ],
    ).toHaveLength(33);
    expect(
      animated({ type: 'wiggle', z_rotation: '2°', frequency: '1 Hz' }).keyframes,
    ).toHaveProperty('rotation');
    expect(animated({ type: 'bounce', frequency: '1 Hz' }).keyframes).toHaveProperty('scale-x');
  });

  it('come near, or are left out, with a note', () => {
    const noteOf = (animation: object) =>
      notesOf(scriptOf(image({ duration: 4, animations: [animation] })));
    expect(noteOf({ type: 'shake', distance: 10, count: 2 })).toEqual([]);
    expect(noteOf({ type: 'shake' })).toEqual([
      '/elements/0/animations/0/type: Without "distance" and "frequency", the animation can be stronger or weaker than in Creatomate.',
    ]);
    expect(noteOf({ type: 'stripe', time: 'start', duration: 1 })[0]).toMatch(
      /approximated by "wipe"/,
    );
    expect(noteOf({ type: 'explode', time: 'start', duration: 1 })[0]).toMatch(
      /"explode" is not available/,
    );
    expect(noteOf({ type: 'fade', time: 'end', duration: 1 })[0]).toMatch(/Without "reversed"/);
  });
});

describe('texts', () => {
  const settingsOf = (more: object) => elementOf(text(more)).settings;

  it('fit their boxes', () => {
    expect(settingsOf({ width: '80%', height: '50%' })).toMatchObject({
      ...{ 'font-size': 'auto', 'font-size-min': 5, 'font-size-max': 500, wrap: 'fill' },
      ...{
        'text-align': 'left',
        'vertical-align': 'top',
        color: '#000000',
        'font-weight': 400,
        'line-height': 1.15,
      },
    });
  });

  it('have sizes, alignments, and the look of their letters', () => {
    const more = {
      ...{
        width: '80%',
        height: '50%',
        font_size: '6 vmin',
        font_weight: '700',
        font_style: 'italic',
      },
      ...{ x_alignment: '50%', y_alignment: '100%', fill_color: '#ffffff', line_height: '126%' },
      ...{
        letter_spacing: '100%',
        text_transform: 'uppercase',
        stroke_color: '#000',
        stroke_width: '1 vmin',
      },
      ...{ shadow_color: 'rgba(0,0,0,0.5)', shadow_x: 2, shadow_y: 2, shadow_blur: 0 },
    };
    expect(settingsOf(more)).toMatchObject({
      ...{ 'font-size': 30, 'font-weight': 700, 'font-style': 'italic', color: '#FFFFFF' },
      ...{ 'text-align': 'center', 'vertical-align': 'bottom', 'line-height': 1.26 },
      ...{ 'letter-spacing': '0.1em', 'text-transform': 'uppercase' },
      ...{ 'outline-color': '#000000', 'outline-width': 2.5 },
      ...{ 'shadow-color': '#00000080', 'shadow-x': 2, 'shadow-y': 2, 'shadow-blur': 0 },
    });
  });

  it('have backgrounds behind their lines', () => {
    const more = {
      background_color: '#ff0000',
      background_x_padding: '50%',
      background_y_padding: '17%',
      background_border_radius: '28%',
    };
    expect(settingsOf(more)).toMatchObject({
      ...{
        box: 'line',
        'box-color': '#FF0000',
        padding: ['0.17em', '0.5em', '0.17em', '0.5em'],
        'box-radius': '0.28em',
      },
    });
    expect(settingsOf({ ...more, background_align_threshold: '100%' })).toMatchObject({
      box: 'text',
    });
  });

  it('stand at their anchors without sides', () => {
    const middle = elementOf(text({ x: '30%', y: '20%', font_size: 20 }));
    expect(middle.settings).toMatchObject({
      'text-align': 'center',
      'vertical-align': 'center',
      wrap: 'none',
    });
    expect((middle['x'] as number) + (middle['width'] as number) / 2).toBe(300);
    expect((middle['y'] as number) + (middle['height'] as number) / 2).toBe(100);
    const corner = elementOf(
      text({ x: 24, y: 141, x_anchor: '0%', y_anchor: '0%', font_size: 20 }),
    );
    expect(corner.settings).toMatchObject({ 'text-align': 'left', 'vertical-align': 'top' });
    expect([corner['x'], corner['y']]).toEqual([24, 141]);
  });

  it('align their lines at another side than their anchor', () => {
    const lines = text({ text: 'a\nb', font_size: 20, time: 1, x_alignment: '100%', y: '20%' });
    expect(notesOf(scriptOf(lines))).toEqual([]);
    const group = elementOf(lines);
    expect(group).toMatchObject({ type: 'group', start: 1, x: -500, y: -400, width: 2000 });
    expect(group.elements).toMatchObject([
      { type: 'text', position: 'center', settings: { 'text-align': 'right', wrap: 'none' } },
    ]);
    expect(elementOf({ ...lines, text: 'a' })).toMatchObject({
      ...{ type: 'text', settings: { 'text-align': 'center' } },
    });
  });

  it('stay on one line, or are cut', () => {
    expect(settingsOf({ width: '50%', height: '50%', text_wrap: false })).toMatchObject({
      wrap: 'none',
    });
    expect(settingsOf({ width: '50%', height: '50%', text_clip: true })).toMatchObject({
      overflow: 'ellipsis',
    });
  });

  it('have parts with looks of their own', () => {
    const tagged = elementOf(
      text({
        text: 'from [weight 700][color #f00]$90[/color][/weight] per [size 50%]night[/size]',
      }),
    );
    expect(tagged['runs']).toEqual([
      { text: 'from ' },
      { text: '$90', settings: { 'font-weight': 700, color: '#FF0000' } },
      { text: ' per ' },
      { text: 'night', settings: { 'font-size': '50%' } },
    ]);
    expect(elementOf(text({ text: 'a [note] b' }))['text']).toBe('a [note] b');
  });

  it('move by their parts', () => {
    const of = (animation: object) =>
      elementOf(text({ duration: 4, font_size: 20, animations: [animation] }));
    const up = {
      time: 'start',
      duration: 1,
      type: 'text-slide',
      direction: 'up',
      split: 'line',
      scope: 'split-clip',
      easing: 'quadratic-out',
    };
    expect(of(up)['animate-in']).toEqual({
      style: 'reveal',
      by: 'line',
      direction: 'up',
      duration: 1,
      easing: 'quad-out',
    });
    expect(of({ ...up, scope: 'element', distance: '200%' })['animate-in']).toMatchObject({
      style: 'slide',
      distance: 40,
    });
    expect(
      of({ time: 'start', duration: 2, type: 'text-typewriter', typing_duration: 1.5 })[
        'animate-in'
      ],
    ).toEqual({ style: 'typewriter', duration: 1.5 });
    expect(
      of({ time: 'start', duration: 1, type: 'text-appear', split: 'letter' })['animate-in'],
    ).toMatchObject({ style: 'fade', by: 'letter' });
    expect(
      of({ time: 'end', duration: 1, type: 'text-scale', split: 'word', reversed: true })[
        'animate-out'
      ],
    ).toMatchObject({ style: 'zoom', by: 'word' });
    expect(of({ time: 'start', duration: 1, type: 'fade' }).keyframes['opacity']).toEqual([
      { time: 0, value: 0 },
      { time: 1, value: 1 },
    ]);
    const unknown = { time: 'end', duration: 1, type: 'fade', reversed: true };
    const { elements } = sceneOf(
      script({ elements: [video(), text({ font_size: 20, animations: [unknown] })] }),
    );
    expect(elements[1]!['animate-out']).toMatchObject({ style: 'fade', by: 'element' });
  });

  it('appear later with an animation that begins later', () => {
    const animations = [{ time: 1.5, duration: 1, type: 'text-appear', split: 'word' }];
    expect(elementOf(text({ time: 1, duration: 4, animations }))).toMatchObject({
      start: 2.5,
      duration: 2.5,
    });
  });

  it('move as a whole', () => {
    const animations = [{ type: 'scale', start_scale: '100%', end_scale: '130%', fade: false }];
    const moved = elementOf(text({ duration: 4, width: '50%', z_rotation: 10, animations }));
    expect(moved).toMatchObject({ type: 'text', rotate: 10 });
    expect(moved.keyframes['scale-x']!.map(({ value }) => value)).toEqual([1, 1.3]);
    const late = [...animations, { time: 1, duration: 1, type: 'text-appear', split: 'word' }];
    const [group] = elementsOf(text({ duration: 4, width: '50%', animations: late }));
    expect(group).toMatchObject({ type: 'group' });
    expect(group!.elements[0]).toMatchObject({ type: 'text', start: 1 });
  });

  it('change, one after another', () => {
    const states = [
      { time: 0, value: 'one' },
      { time: 1, value: '' },
      { time: 1.5, value: 'two' },
    ];
    const [group] = elementsOf(text({ text: states, duration: 4 }));
    expect(group).toMatchObject({ type: 'group', duration: 4 });
    expect(group!.elements.map((one) => [one['text'], one['start'], one['duration']])).toEqual([
      ['one', 0, 1],
      ['two', 1.5, -2],
    ]);
  });

  it('say what font they have instead', () => {
    expect(notesOf(scriptOf({ type: 'text', text: 'a' }))).toEqual([
      expect.stringContaining('"Aileron" is not installed'),
    ]);
  });

  it('are left out if they are empty', () => {
    expect(elementsOf(text({ text: ' ' }))).toEqual([]);
  });
});

describe('compositions', () => {
  it('are groups with a background and rounded corners', () => {
    const given = {
      type: 'composition',
      fill_color: '#102030',
      border_radius: 20,
      duration: 3,
      elements: [image()],
    };
    expect(elementOf(given)).toMatchObject({
      type: 'group',
      'background-color': '#102030',
      'corner-radius': 20,
      duration: 3,
    });
  });

  it('move, and slide over each other', () => {
    const animations = [
      ...[{ time: 'start', duration: 1, type: 'slide', direction: '180°', transition: true }],
      ...[{ time: 'end', duration: 1, type: 'circular-wipe', reversed: true }],
    ];
    const composition = { type: 'composition', track: 1, duration: 3, elements: [image()] };
    const [before, after] = elementsOf(composition, {
      ...composition,
      animations,
      blur_radius: 10,
    });
    expect(before!['animate-out']).toMatchObject({ style: 'slide', direction: 'left' });
    expect(after!.keyframes['x']![0]).toEqual({ time: 0, value: 1000 });
    expect(after!.keyframes['blur']).toEqual([{ time: 0, value: 5 }]);
    expect(after!['animate-out']).toMatchObject({ style: 'circular-wipe' });
  });

  it('repeat', () => {
    const given = { type: 'composition', duration: 2, loop: true, elements: [shape()] };
    const { elements } = sceneOf(script({ duration: 8, elements: [given] }));
    expect(elements[0]!.elements.map(({ start, duration }) => [start, duration])).toEqual([
      [0, 2],
      [2, 2],
      [4, 2],
      [6, 2],
    ]);
  });

  it('are left out where they are nested too deep', () => {
    const nested = Array.from({ length: 7 }).reduce<object>(
      (inside) => ({ type: 'composition', elements: [inside] }),
      image(),
    );
    expect(notesOf(scriptOf(nested))).toEqual([expect.stringContaining('nested 5 deep')]);
  });
});

describe('subtitles', () => {
  const subtitles = (more: object = {}) => ({
    ...{
      type: 'text',
      transcript_source: 'Voice',
      y: '80%',
      width: '80%',
      height: '20%',
      font_size: 30,
    },
    ...{
      x_alignment: '50%',
      y_alignment: '50%',
      font_family: 'Inter',
      fill_color: '#fff',
      ...more,
    },
  });
  const captionsOf = (more: object, ...others: object[]) =>
    (
      converted(scriptOf(video({ name: 'voice' }), subtitles(more), ...others))[
        'elements'
      ] as Element[]
    )[0]!;

  it.each([
    ['color', 'progressive'],
    ['karaoke', 'karaoke'],
    ['highlight', 'boxed-word'],
    ['bounce', 'bounce'],
    ['enlarge', 'pop'],
    ['fade', 'classic-progressive'],
  ])('have the effect %s', (transcript_effect, style) => {
    expect(captionsOf({ transcript_effect }).settings).toMatchObject({ style });
  });

  it('have their place, their colors, and their length', () => {
    expect(
      captionsOf({ transcript_color: '#ff5900', transcript_maximum_length: 14 }).settings,
    ).toMatchObject({
      ...{ position: 'center-center', x: 500, y: 400, 'font-size': 30, 'word-color': '#FF5900' },
      ...{ 'line-color': '#FFFFFF', 'max-chars-per-line': 14, 'max-lines': 1 },
    });
  });

  it('have the words of the elements that they name', () => {
    const music = { type: 'audio', source: at('a.mp3'), duration: null };
    const { elements } = sceneOf(scriptOf(video({ name: 'voice' }), music, subtitles()));
    expect(elements.map(({ speech }) => speech)).toEqual([undefined, false]);
  });

  it('have words with times', () => {
    const transcript_source = [
      { time: 0.5, duration: 0.25, value: 'Hello' },
      { time: 0.75, value: 'there' },
    ];
    expect(captionsOf({ transcript_source, time: 1 })['words']).toEqual([
      { word: 'Hello', start: 1.5, end: 1.75 },
      { word: 'there', start: 1.75, end: 2.75 },
    ]);
  });

  it('have caption files', () => {
    const transcript_source = '1\n00:00:00,000 --> 00:00:01,000\nHello\n';
    expect(captionsOf({ transcript_source })['captions']).toBe(transcript_source);
  });
});

describe('modifications', () => {
  const source = script({
    duration: 1,
    elements: [
      text({ name: 'Title', text: 'Hello, {{Name|you}}' }),
      {
        type: 'composition',
        elements: [image({ id: 'Logo-1' }), text({ name: 'Title', text: 'again' })],
      },
    ],
  });

  it('set properties of elements by name and by ID', () => {
    const { elements } = sceneOf({
      source,
      modifications: { 'Title.fill_color': '#ff0000', 'Logo-1': at('b.png') },
    });
    expect(elements[0]!.settings).toMatchObject({ color: '#FF0000' });
    expect(elements[1]!.elements[0]).toMatchObject({ src: at('b.png') });
    expect(elements[1]!.elements[1]!.settings).toMatchObject({ color: '#FF0000' });
  });

  it('set the text, fill in placeholders, and change the script', () => {
    const read = (modifications: object) => sceneOf({ source, modifications });
    expect(read({ Title: 'Bye' }).elements[0]!['text']).toBe('Bye');
    expect(read({ Name: 'Ada' }).elements[0]!['text']).toBe('Hello, Ada');
    expect(read({}).elements[0]!['text']).toBe('Hello, you');
    expect(read({ duration: 3 })['duration']).toBe(3);
  });

  it('change keyframes', () => {
    const moving = script({
      duration: 2,
      elements: [
        image({
          name: 'A',
          opacity: [
            { time: 0, value: '0%' },
            { time: 1, value: '100%' },
          ],
        }),
      ],
    });
    const { elements } = sceneOf({ source: moving, modifications: { 'A.opacity.1.value': '50%' } });
    expect(elements[0]!.keyframes['opacity']![1]).toEqual({ time: 1, value: 0.5 });
  });

  it('say where what they have set is wrong, and which of them name nothing', () => {
    expect(notesOf({ source, modifications: { Nobody: 1, 'Logo-1.x': 'here' } })).toEqual([
      expect.stringContaining('/modifications/Nobody: No element has the name'),
      expect.stringContaining('/modifications/Logo-1.x: The value "here" is unknown'),
    ]);
  });

  it('are a video by themselves if they have all of its elements', () => {
    const given = {
      template_id: 'abc',
      modifications: { 'Scenes.elements': [image({ duration: 1 })] },
    };
    expect(sceneOf({ ...given, width: 100, height: 100 }).elements).toHaveLength(1);
    expect(notesOf(given).join()).toMatch(/\/template_id: Templates of Creatomate/);
  });

  it('never change what an object is', () => {
    const given = {
      source,
      modifications: JSON.parse('{"Title.__proto__.x": 1, "__proto__": {"y": 1}}') as object,
    };
    expect(() => translateScript(given as Json, { ...OPTIONS, isNamed: false })).not.toThrow();
    expect(({} as Json)['x']).toBeUndefined();
  });
});
