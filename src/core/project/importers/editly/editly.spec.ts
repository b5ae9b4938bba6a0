import type { ParseOptions } from '../../parse-project.js';
import { readConfig } from '../../read-config.js';
import type { SourceFacts } from '../../types/source-facts.js';
import { importerOf } from '../../importer-of.js';
import type { Project } from '../../types/index.js';
import { convertConfig } from '../../convert-config.js';

const INSTALLED = ['Anton', 'Bebas Neue', 'Inter', 'Montserrat', 'Oswald', 'Roboto'];
const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: true,
  resolveFont: (name) =>
    INSTALLED.find((family) => family.toLowerCase() === name.toLowerCase()) ?? null,
  fontFamilies: INSTALLED,
};
const SIZE = { outPath: './a.mp4', width: 1280, height: 720, fps: 30 };

function read(spec: object, options = OPTIONS): Project {
  const result = readConfig(spec, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.project;
}
const issuesOf = (spec: object, options = OPTIONS) => {
  const result = readConfig(spec, options);
  return result.ok ? [] : result.issues.map(({ pointer, message }) => `${pointer}: ${message}`);
};
const notesOf = (spec: object) =>
  read(spec).notes.map(({ pointer, message }) => `${pointer}: ${message}`);
/** The project of a spec once something is known of its video, or nothing. */
const withFacts = (spec: object, facts: Partial<SourceFacts> | null): Project => {
  const unknown = { width: null, height: null, frameRate: null, seconds: null, hasSound: false };
  const known = facts === null ? [] : [['./a.mp4', { ...unknown, ...facts }] as const];
  const result = read(spec).withSources!(
    new Map([...known, ['./b.mp3', { ...unknown, hasSound: true }]]),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.project;
};
const specOf = (...layers: object[]) => ({ ...SIZE, clips: [{ duration: 4, layers }] });
/** The elements of our config that the layers of a clip become. */
const elementsOf = (spec: object) => {
  const conversion = convertConfig(spec, OPTIONS);
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.issues));
  const { scenes } = conversion.config as { scenes: { elements: Record<string, unknown>[] }[] };
  return scenes[0]!.elements;
};
const converted = (spec: object) => {
  const conversion = convertConfig(spec, OPTIONS);
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.issues));
  return conversion.config as Record<string, unknown> & {
    readonly scenes: Record<string, unknown>[];
    readonly elements?: Record<string, unknown>[];
  };
};
const video = (more: object = {}) => ({ type: 'video', path: './a.mp4', ...more });
const image = (more: object = {}) => ({ type: 'image', path: './a.png', ...more });
const fill = { type: 'fill-color', color: 'red' };

describe('a spec', () => {
  it('is known by clips with layers', () => {
    expect(importerOf({ clips: [{ layers: [] }] })?.format).toBe('editly');
    expect(importerOf({ clips: [{ layers: { type: 'title' } }] })?.format).toBe('editly');
    expect(importerOf({ format: 'editly', clips: [] })?.format).toBe('editly');
    expect(importerOf({ clips: [{ asset: {} }] })).toBeNull();
    expect(importerOf({ scenes: [] })).toBeNull();
  });

  it('has clips, and layers in them', () => {
    expect(issuesOf({ format: 'editly' })).toContain('/clips: A spec has at least one clip.');
    expect(issuesOf({ ...SIZE, clips: [{ layers: [fill] }, {}] })).toEqual([
      '/clips/1: A clip has at least one layer, in "layers".',
    ]);
    expect(issuesOf({ ...SIZE, clips: [{ layers: [fill, 7] }] })).toEqual([
      '/clips/0/layers/1: Expected an object.',
    ]);
    expect(elementsOf({ ...SIZE, clips: [{ layers: fill }] })).toHaveLength(1);
  });

  it('has its size, or else a square, or else what videos mostly have', () => {
    const sizeOf = (more: object, ...layers: object[]) => {
      const { width, height, fps } = read({ clips: [{ layers }], ...more });
      return [width, height, fps.num / fps.den];
    };
    expect(sizeOf({ width: 201, height: 100, fps: 14 }, fill)).toEqual([202, 100, 14]);
    expect(sizeOf({ width: 200 }, fill)).toEqual([200, 200, 25]);
    expect(sizeOf({}, fill)).toEqual([640, 640, 25]);
    expect(sizeOf({}, video())).toEqual([640, 360, 25]);
    expect(sizeOf({ width: 1280, height: 720, fast: true }, fill)).toEqual([334, 188, 15]);
    expect(read({ fast: true, clips: [{ layers: [fill] }] }).draft).toBe(true);
    const said = withFacts({ clips: [{ layers: [video()] }] }, null).notes;
    expect(said.map(({ pointer }) => pointer)).toEqual(['/width', '/fps']);
  });

  it('has the size and the frame rate of its first video, once they are known', () => {
    const layers = [image(), video()];
    const facts = { width: 1080, height: 1920, frameRate: 30_000 / 1001, seconds: 7 };
    const sizeOf = (more: object) => {
      const { width, height, fps } = withFacts({ clips: [{ layers }], ...more }, facts);
      return [width, height, Number((fps.num / fps.den).toFixed(2))];
    };
    expect(notesOf({ clips: [{ layers }] })).toEqual([]);
    expect(sizeOf({})).toEqual([1080, 1920, 29.97]);
    expect(sizeOf({ width: 360 })).toEqual([360, 640, 29.97]);
    expect(sizeOf({ fast: true })).toEqual([188, 334, 15]);
  });

  it('makes MP4 files, and says so', () => {
    const given = { ...specOf(fill), outPath: 'a.webm', customOutputArgs: ['-x'] };
    expect(notesOf(given)).toEqual([
      '/outPath: The video is an MP4 file.',
      '/customOutputArgs: Arguments for ffmpeg have no effect.',
    ]);
    expect(notesOf({ ...specOf(fill), allowRemoteRequests: true, verbose: true })).toEqual([]);
    expect(notesOf({ ...specOf(fill), loopAduio: true })).toEqual([
      '/loopAduio: Unknown field "loopAduio", which is left out. Did you mean "loopAudio"?',
    ]);
  });

  it('makes GIFs besides, smaller and slower ones by default', () => {
    const gif = (more: object) => {
      const { width, height, fps, outputs } = converted({ outPath: 'a.GIF', ...more });
      return [width, height, fps, ...(outputs as object[])];
    };
    const clips = [{ layers: [fill] }];
    const output = { type: 'preview', format: 'gif', duration: 30 };
    expect(gif({ clips })).toEqual([320, 320, 10, { ...output, width: 320, fps: 10 }]);
    expect(gif({ clips, width: 200, height: 100, fps: 25 })).toEqual([
      ...[200, 100, 25],
      { ...output, width: 200, fps: 25 },
    ]);
    expect(notesOf({ clips, outPath: 'a.gif' })).toEqual([
      '/outPath: The GIF is a file besides the video, with the first 30 seconds.',
    ]);
  });

  it('takes what editly takes: texts for truth, blank texts, and sizes out of bounds', () => {
    const truthy = { width: 64, height: 64, keepSourceAudio: 'yes', fast: 1 };
    const { draft, scenes } = read({ ...truthy, fps: 30, clips: [{ layers: [video()] }] });
    expect(draft).toBe(true);
    expect(scenes[0]!.elements).toMatchObject([{ volume: 1 }]);
    expect(notesOf({ ...truthy, fps: 30, clips: [{ layers: [video()] }] })).toEqual([]);
    const blank = specOf({ type: 'title-background', text: ' ', background: fill });
    expect(elementsOf(blank)).toHaveLength(1);
    expect(notesOf(blank)).toEqual([
      '/clips/0/layers/0/text: The text is blank, so nothing of it is shown.',
    ]);
    const large = { ...specOf(fill), width: 8192, height: 4000 };
    expect(read(large)).toMatchObject({ width: 4096, height: 2000 });
    expect(notesOf(large)).toHaveLength(2);
    expect(read({ ...specOf(fill), width: 1, height: 2 })).toMatchObject({ width: 16, height: 16 });
    const huge = specOf({ type: 'slide-in-text', text: 'A', fontSize: 60 });
    expect(notesOf(huge)).toEqual([
      '/clips/0/layers/0/fontSize: Letters have at most 1000 pixels.',
    ]);
  });

  it('keeps issues and fields for this service', () => {
    const spec = { ...specOf({ ...fill, color: 7 }), 'client-data': 1 };
    expect(issuesOf(spec)[0]).toMatch(/^\/clips\/0\/layers\/0\/color: /);
    expect(read({ ...specOf(fill), 'client-data': 1 }).clientData).toBe(1);
  });

  it('has files beside it on the command line only', () => {
    expect(read(specOf(video())).scenes[0]!.elements[0]).toMatchObject({ src: './a.mp4' });
    const [issue] = issuesOf(specOf(video()), { ...OPTIONS, localSources: false });
    expect(issue).toMatch(/^\/clips\/0\/layers\/0\/path: Expected "src" to be an http/);
  });
});

describe('a clip', () => {
  it('is as long as it says, as its first video, or as the default', () => {
    const durations = (clips: object[], defaults?: object) =>
      converted({ ...SIZE, clips, defaults }).scenes.map(({ duration }) => duration);
    const clips = [{ duration: 1.5, layers: [video()] }, { layers: [fill] }, { layers: [video()] }];
    expect(durations(clips)).toEqual([1.5, 4, 'longest']);
    expect(durations(clips, { duration: 2 })).toEqual([1.5, 2, 'longest']);
    expect(issuesOf({ ...SIZE, clips: [{ duration: 'x', layers: [fill] }] })).toEqual([
      '/clips/0/duration: Expected "duration" to be a number of seconds.',
    ]);
  });

  it('has the time of its first video, which others take', () => {
    const layers = [fill, video({ cutFrom: 1, cutTo: 3 }), video({ cutTo: 5 })];
    const [, first, second] = elementsOf({ ...SIZE, clips: [{ layers }] });
    expect(first).toMatchObject({ seek: 1, duration: 2 });
    expect(first).not.toHaveProperty('speed');
    expect(second).toMatchObject({ until: 5, duration: -2, speed: 'fit' });
    expect(elementsOf(specOf(video({ cutFrom: 1 })))[0]).toMatchObject({ seek: 1, speed: 'fit' });
  });

  it('has layers with defaults of their type, and of all layers', () => {
    const defaults = {
      layer: { color: 'white', zoomDirection: null },
      layerType: { 'fill-color': { color: 'blue' }, image: { zoomDirection: 'out' } },
    };
    const clips = [{ layers: [{ type: 'fill-color' }, { type: 'pause' }, fill, image()] }];
    const [first, pause, own, ...pictures] = elementsOf({ ...SIZE, defaults, clips });
    expect([first, pause, own].map((one) => one!['fill'])).toEqual(['blue', 'blue', 'red']);
    expect(pictures[1]).toMatchObject({ keyframes: { scale: [{ value: 1.1 }, { value: 1 }] } });
    const broken = { ...defaults, layerType: { 'fill-color': { color: 7 } } };
    expect(issuesOf({ ...SIZE, defaults: broken, clips })[0]).toMatch(
      /^\/defaults\/layerType\/fill-color\/color: /,
    );
  });

  it('has layers that start and stop', () => {
    const [one, two] = elementsOf(specOf({ ...fill, start: 1, stop: 2.5 }, { ...fill, start: 3 }));
    expect(one).toMatchObject({ start: 1, duration: 1.5 });
    expect(two).toMatchObject({ start: 3, duration: -2 });
    expect(issuesOf(specOf({ ...fill, start: 2, stop: 1 }))).toEqual([
      '/clips/0/layers/0/stop: Expected "stop" to be more than "start".',
    ]);
    const part = video({ cutTo: 8, start: 1, stop: 2 });
    expect(elementsOf(specOf(part))[0]).toMatchObject({ speed: 2, until: 8 });
  });
});

describe('a transition', () => {
  const transitionsOf = (first: unknown, defaults?: unknown) => {
    const clips = [{ transition: first, layers: fill }, { layers: fill }, { layers: fill }];
    const spec = { ...SIZE, defaults: { transition: defaults }, clips };
    return converted(JSON.parse(JSON.stringify(spec)) as object).scenes.map(
      ({ transition }) => transition,
    ) as (Record<string, unknown> | undefined)[];
  };

  it('is at the end of its clip, and anything for half a second by default', () => {
    const [none, one, two] = transitionsOf(undefined);
    expect(none).toBeUndefined();
    for (const each of [one, two]) expect(each).toMatchObject({ duration: 0.5, shorten: true });
    expect(one!['style']).not.toBe(two!['style']);
    expect(transitionsOf(undefined)).toEqual(transitionsOf(undefined));
  });

  it('can be turned off, for one or for all', () => {
    expect(transitionsOf(null)[1]).toBeUndefined();
    expect(transitionsOf(null)[2]).toBeDefined();
    expect(transitionsOf({ duration: 0 })[1]).toBeUndefined();
    expect(transitionsOf(undefined, null)).toEqual([undefined, undefined, undefined]);
    expect(transitionsOf({ name: 'fade' }, null)[1]).toMatchObject({ style: 'fade' });
    expect(transitionsOf({ duration: 1 }, { name: 'fade' })[1]).toMatchObject({
      ...{ style: 'fade', duration: 1 },
    });
  });

  it.each<[object, string]>([
    [{ name: 'fadegrayscale' }, 'fadegrays'],
    [{ name: 'wipeLeft' }, 'wipeleft'],
    [{ name: 'CircleCrop' }, 'circlecrop'],
    [{ name: 'directional' }, 'slidedown'],
    [{ name: 'directional', params: { direction: [1, 0] } }, 'slideleft'],
    [{ name: 'directional', params: { direction: [-1, 0] } }, 'slideright'],
    [{ name: 'directional', params: { direction: [0, -1] } }, 'slideup'],
  ])('%p is the same here', (transition, style) => {
    expect(transitionsOf(transition)[1]).toMatchObject({ style });
    const clips = [{ transition, layers: fill }, { layers: fill }];
    expect(notesOf({ ...SIZE, clips })).toEqual([]);
  });

  it('is the nearest with a note, or a fade', () => {
    const notes = (transition: object) =>
      notesOf({ ...SIZE, clips: [{ transition, layers: fill }, { layers: fill }] });
    expect(notes({ name: 'CrossZoom' })).toEqual([
      '/clips/0/transition/name: The transition "CrossZoom" is not available. The nearest is "zoomin".',
    ]);
    expect(notes({ name: 'n1' })[0]).toMatch(/is unknown, so it is "fade"/);
    expect(notes({ name: 'directional-left' })[0]).toMatch(/moves evenly/);
    expect(notes({ name: 'fade', easing: 'easeOutExpo' })[0]).toMatch(
      /^\/clips\/0\/transition\/easing/,
    );
    expect(notes({ name: 'fade', duration: 0.04 })[0]).toMatch(/so this one lasts 0.1/);
    expect(notes({ name: 'fade', audioInCurve: 'exp', audioOutCurve: 'tri' })).toHaveLength(1);
    const named = { transition: 'fade', layers: fill };
    expect(notesOf({ ...SIZE, clips: [named, { layers: fill }] })).toEqual([
      '/clips/0/transition: A transition is an object, or null for none. This one is the default, as in editly.',
    ]);
  });
});

describe('a layer', () => {
  it.each<[object, object]>([
    [
      video({ width: 0.5, height: 0.25, left: 1, top: 0.5, originX: 'right', originY: 'center' }),
      { type: 'video', x: 640, y: 270, width: 640, height: 180, resize: 'blur', volume: 0 },
    ],
    [video({ resizeMode: 'stretch' }), { x: 0, y: 0, width: 1280, height: 720, resize: 'fill' }],
    [image({ zoomDirection: null }), { type: 'image', resize: 'blur', width: 1280 }],
    [fill, { type: 'shape', fill: 'red', width: 1280, height: 720 }],
    [
      { type: 'linear-gradient', colors: ['#000', '#fff'] },
      { fill: { style: 'linear', angle: 29.358, colors: ['#000', '#fff', '#fff'] }, scale: 2 },
    ],
    [
      { type: 'radial-gradient', colors: ['#000', '#fff'] },
      { x: 97, y: -183, width: 1086, keyframes: { scale: [{ value: 2 }, { value: 4 }] } },
    ],
    [
      { type: 'image-overlay', path: './a.png', width: 0.25, position: 'top-right' },
      { type: 'group', x: 64 - 128, y: 36, elements: [{ width: 320, position: 'right-top' }] },
    ],
    [
      {
        type: 'image-overlay',
        path: './a.png',
        height: 0.5,
        position: { x: 0.5, y: 1, originY: 'bottom' },
      },
      { x: 640, y: 0, elements: [{ height: 360, position: 'left-bottom' }] },
    ],
    [
      { type: 'subtitle', text: 'A', backgroundColor: '#0008' },
      {
        ...{ type: 'text', y: 0, height: 720, width: 1280 },
        settings: { 'font-size': 36, box: 'band', padding: 36, 'vertical-align': 'bottom' },
        'animate-in': { style: 'fade', easing: 'expo-out', duration: 4 },
      },
    ],
    [
      { type: 'news-title', text: 'A', delay: 0.25, speed: 2 },
      {
        ...{ type: 'text', x: 0, y: 36, start: 1 },
        settings: { 'font-size': 36, 'box-color': '#D02A42', padding: [22, 50] },
        'animate-in': { style: 'fly', direction: 'right', duration: 0.666667 },
      },
    ],
    [
      {
        type: 'slide-in-text',
        text: 'A',
        color: 'blue',
        position: { x: 0.1, y: 0.9, originY: 'bottom' },
      },
      {
        ...{ type: 'text', x: 128, y: -72, start: 0.4, duration: 3.2 },
        settings: { 'font-size': 64, 'letter-spacing': 8.192, color: 'blue', 'text-align': 'left' },
        'animate-in': { by: 'letter', duration: 0.8 },
        'animate-out': { style: 'fade', duration: 0.4 },
      },
    ],
  ])('%j is an element', (layer, element) => {
    expect(elementsOf(specOf(layer))[0]).toMatchObject(element);
    expect(notesOf(specOf(layer))).toEqual([]);
  });

  it('with a picture that moves has a still blurred one behind it', () => {
    const [behind, front] = elementsOf(specOf(image()));
    expect(behind).toMatchObject({ resize: 'fill', correction: { blur: 57.74 } });
    expect(front).toMatchObject({
      resize: 'contain',
      keyframes: {
        scale: [
          { time: 'start', value: 1 },
          { time: 'end', value: 1.1 },
        ],
      },
    });
    const sideways = elementsOf(specOf(image({ resizeMode: 'cover', zoomDirection: 'left' })));
    expect(sideways[0]).toMatchObject({
      keyframes: { scale: [{ value: 1.4 }], x: [{ value: 50 }, { value: -50 }] },
    });
  });

  it('with a title grows from where it stands', () => {
    const title = { type: 'title', text: 'A', position: { x: 0, y: 1, originY: 'bottom' } };
    const [text] = elementsOf(specOf(title));
    expect(text).toMatchObject({
      ...{ type: 'text', x: 0, y: 0, width: 1024, height: 720, anchor: { x: 0, y: 1 } },
      settings: { 'font-size': 72, 'vertical-align': 'bottom', 'text-align': 'center' },
      keyframes: { scale: [{ value: 1 }, { value: 1.2 }] },
    });
    expect(notesOf(specOf(title))).toEqual([]);
    expect(elementsOf(specOf({ ...title, zoomDirection: null }))[0]).not.toHaveProperty(
      'keyframes',
    );
  });

  it('with a title has a background, or any', () => {
    const background = { type: 'linear-gradient', colors: ['#000', '#fff'] };
    const [behind, text] = elementsOf(specOf({ type: 'title-background', text: 'A', background }));
    expect(behind).toMatchObject({ fill: { style: 'linear' } });
    expect(JSON.stringify(text)).toContain('"text":"A"');
    expect(elementsOf(specOf({ type: 'title-background', text: 'A' }))).toHaveLength(2);
    expect(elementsOf(specOf({ type: 'editly-banner' }))).toHaveLength(2);
    expect(issuesOf(specOf({ type: 'title' }))).toEqual([
      '/clips/0/layers/0: A layer like this needs a "text".',
    ]);
  });

  it('has a font of a file, or a family', () => {
    const settingsOf = (more: object) => {
      const [text] = elementsOf(specOf({ type: 'subtitle', text: 'A', ...more }));
      return text!['settings'];
    };
    expect(settingsOf({})).toMatchObject({ 'font-family': 'Inter', 'font-weight': 400 });
    const url = 'https://example.com/a.ttf';
    expect(settingsOf({ fontPath: url })).toMatchObject({ 'font-url': url });
    expect(settingsOf({ fontFamily: 'Oswald Bold' })).toMatchObject({
      ...{ 'font-family': 'Oswald', 'font-weight': 700 },
    });
    const notes = notesOf(specOf({ type: 'subtitle', text: 'A', fontFamily: 'Impact' }));
    expect(notes).toEqual([
      '/clips/0/layers/0/fontFamily: The font "Impact" is not installed, so the text has "Anton".',
    ]);
  });

  it('that is a shader is a gradient behind others, and left out above them', () => {
    const shader = { type: 'gl', fragmentPath: './a.frag' };
    expect(elementsOf(specOf(shader))).toHaveLength(1);
    expect(elementsOf(specOf(fill, shader))).toHaveLength(1);
    expect(notesOf(specOf(fill, shader))).toEqual([
      '/clips/0/layers/1: Shaders do not run here, so this layer is left out.',
    ]);
  });

  it('that is a function, or unknown, is refused', () => {
    expect(issuesOf(specOf({ type: 'fabric' }))).toEqual([
      '/clips/0/layers/0: Layers of the type "fabric" are JavaScript functions, which cannot run here.',
    ]);
    expect(issuesOf(specOf({ type: 'titel' }))).toEqual([
      '/clips/0/layers/0/type: The layer type "titel" is unknown. Did you mean "title"?',
    ]);
    expect(issuesOf(specOf(video({ cutFrom: 3, cutTo: 2 })))).toContain(
      '/clips/0/layers/0/cutTo: Expected "cutTo" to be more than "cutFrom".',
    );
    expect(notesOf(specOf({ ...fill, hue: 'red' }))).toEqual([
      '/clips/0/layers/0/hue: A layer like this has no "hue", so it is left out.',
    ]);
    for (const [layer, note] of [
      [video({ resizeMode: 'fit' }), /so it is "contain-blur"/],
      [{ type: 'subtitle', text: 'A', position: 'x' }, /has no "position"/],
      [{ type: 'news-title', text: 'A', position: 'x' }, /so it is "center"/],
      [image({ zoomDirection: 'up' }), /stands still/],
      [video({ originX: 'middle' }), /so it is "left"/],
    ] as const)
      expect(notesOf(specOf(layer))[0]).toMatch(note);
  });
});

describe('the sound', () => {
  const track = (more: object = {}) => ({ path: './a.mp3', ...more });
  const volumes = (spec: object) => {
    const { scenes, elements = [] } = converted(spec);
    const ofClip = (scenes[0]!['elements'] as { volume?: number }[]).map(({ volume }) => volume);
    return [...ofClip, ...elements.map(({ volume }) => volume)];
  };

  it('of clips is heard only if it is kept', () => {
    const layers = [video({ mixVolume: 3 }), { type: 'audio', path: './b.mp3' }];
    expect(volumes(specOf(...layers))).toEqual([0]);
    expect(notesOf(specOf(...layers))).toEqual([
      '/clips/0/layers/1: Without "keepSourceAudio", the sound of clips is not heard.',
    ]);
    const kept = { ...specOf(...layers), keepSourceAudio: true };
    expect(volumes(kept)).toEqual([0.75, 0.25]);
    expect(withFacts(kept, null).notes[0]!.message).toMatch(/as if all of its videos had sound/);
    const silent = withFacts(kept, { hasSound: false });
    expect(silent.notes).toEqual([]);
    expect(silent.scenes[0]!.elements).toMatchObject([{ volume: 0 }, { volume: 1 }]);
    expect(volumes({ ...specOf(video({ mixVolume: 3 })), keepSourceAudio: true })).toEqual([1]);
  });

  it('of tracks is relative to that of the others and of the clips', () => {
    const audioTracks = [track({ mixVolume: 2 }), track()];
    expect(volumes({ ...specOf(fill), audioTracks })).toEqual([undefined, 0.5, 0.25]);
    const kept = { ...specOf(video()), keepSourceAudio: true, clipsAudioVolume: 3, audioTracks };
    expect(volumes({ ...kept, outputVolume: '-6dB' })).toEqual([0.2506, 0.1671, 0.0835]);
    expect(volumes({ ...kept, outputVolume: 0.5 })).toEqual([0.25, 0.1667, 0.0833]);
  });

  it('has tracks with their cut and their time', () => {
    const audioTracks = [track({ cutFrom: 1, cutTo: 3.5, start: 2 })];
    const spec = { ...specOf(fill), audioTracks, audioFilePath: './b.mp3', loopAudio: true };
    expect(converted(spec).elements).toMatchObject([
      { type: 'audio', src: './b.mp3', loop: true, duration: -2 },
      { src: './a.mp3', seek: 1, duration: 2.5, start: 2 },
    ]);
    const detached = { type: 'detached-audio', ...track({ start: 1 }) };
    expect(elementsOf(specOf(detached))[0]).toMatchObject({ start: 1, 'beyond-scene': true });
  });

  it('of an audio layer takes the time of its clip if it is cut', () => {
    const audio = (more: object) => ({
      ...{ ...specOf({ type: 'audio', path: './b.mp3', ...more }), keepSourceAudio: true },
    });
    expect(elementsOf(audio({ cutFrom: 1 }))[0]).toMatchObject({ seek: 1, duration: -2 });
    expect(elementsOf(audio({ cutFrom: 1 }))[0]).not.toHaveProperty('speed');
    expect(elementsOf(audio({ cutTo: 3 }))[0]).toMatchObject({ until: 3, speed: 'fit' });
  });

  it('is normalized with quieter tracks that give way', () => {
    const audioTracks = [track(), track({ mixVolume: 50 })];
    const spec = { ...specOf(fill), audioTracks, audioNorm: { enable: true } };
    expect(converted(spec)['loudness']).toBe(-14);
    expect(converted(spec).elements![0]).toMatchObject({ ducking: { level: -34 } });
    expect(converted(spec).elements![1]).not.toHaveProperty('ducking');
    expect(notesOf(spec)[0]).toMatch(/^\/audioNorm: /);
    expect(converted({ ...spec, audioNorm: { enable: false } })).not.toHaveProperty('loudness');
  });

  it('has only volumes that can be read', () => {
    expect(notesOf({ ...specOf(fill), outputVolume: 'loud' })[0]).toMatch(/^\/outputVolume: /);
    expect(notesOf({ ...specOf(fill), audioTracks: [track({ mixVolume: 'x' })] })[0]).toMatch(
      /^\/audioTracks\/0\/mixVolume: /,
    );
    expect(issuesOf({ ...specOf(fill), audioTracks: {} })).toEqual([
      '/audioTracks: Expected a list.',
    ]);
  });
});
