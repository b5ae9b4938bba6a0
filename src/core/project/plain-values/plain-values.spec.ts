import type { ParseOptions } from '../parse-project.js';
import { readConfig } from '../read-config.js';
import { withPlainValues } from './plain-values.js';

const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (family) => family,
  fontFamilies: ['DejaVu Sans'],
};
const text = (settings: object, more: object = {}) => ({
  scenes: [{ duration: 1, elements: [{ type: 'text', text: 'a', settings, ...more }] }],
});

/** The first element as the reader understands it. */
function read(config: object) {
  const result = readConfig(config, OPTIONS);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const [element] = result.project.scenes[0]!.elements;
  return element as Extract<typeof element, { readonly type: 'text' }>;
}

describe('values whose meaning is plain', () => {
  it('are read as those of the schema', () => {
    const plain = withPlainValues({
      fps: '25',
      draft: 'true',
      scenes: [
        {
          duration: '1.5',
          background_color: 'white',
          elements: [
            { type: 'video', src: 'https://example.com/a', loop: 'True', 'z-index': '3' },
            { type: 'shape', fill: 'rgba(255, 0, 0, .5)', x: '24' },
          ],
        },
      ],
      elements: [
        { type: 'subtitles', settings: { 'word-color': 'gold', 'font-weight': 'Extra Bold' } },
      ],
    });
    expect(plain).toEqual({
      fps: 25,
      draft: true,
      scenes: [
        {
          duration: 1.5,
          background_color: '#FFFFFF',
          elements: [
            { type: 'video', src: 'https://example.com/a', loop: true, 'z-index': 3 },
            { type: 'shape', fill: '#FF000080', x: 24 },
          ],
        },
      ],
      elements: [{ type: 'subtitles', settings: { 'word-color': '#FFD700', 'font-weight': 800 } }],
    });
  });

  it('are those of the settings that a component has', () => {
    const component = (name: string, settings: object) => ({
      elements: [{ type: 'component', component: name, settings }],
    });
    expect(withPlainValues(component('rating', { value: '4.5', color: 'red' }))).toEqual(
      component('rating', { value: 4.5, color: '#FF0000' }),
    );
    const data = [{ value: '7', label: '7' }];
    expect(withPlainValues(component('chart', { data }))).toEqual(
      component('chart', { data: [{ value: 7, label: '7' }] }),
    );
  });

  it('leave texts, and what has another meaning, as they are', () => {
    const config = {
      comment: '12',
      draft: 'constructor',
      'client-data': { red: 'red', one: '1' },
      scenes: [
        {
          id: '7',
          duration: 'long',
          'background-color': 'rgba(0, 0, 0, 0.5)',
          elements: [
            { type: 'text', text: '1,250', settings: { 'font-size': '' } },
            { type: 'nothing', x: '1' },
            7,
            null,
          ],
        },
      ],
    };
    expect(withPlainValues(config)).toBe(config);
  });

  it.each([
    ['48px', 48],
    ['5vw', 96],
    ['10vh', 108],
    ['10vmin', 108],
    ['5vmax', 96],
    ['36', 36],
  ])('include lengths such as %s', (size, expected) => {
    expect(read(text({ 'font-size': size })).settings.fontSize).toBe(expected);
  });

  it.each([
    ['2px 2px 4px rgba(0,0,0,0.8)', { x: 2, y: 2, blur: 4, color: '#000000CC' }],
    ['black 1px -1px', { x: 1, y: -1, blur: 0, color: '#000000FF' }],
    ['0 0.5em 10px', { x: 0, y: 24, blur: 10, color: '#00000080' }],
    ['none', { x: 0, y: 0, blur: 0, color: '#00000080' }],
  ])('include the shadow %s', (shadow, { x, y, blur, color }) => {
    const { settings } = read(text({ 'font-size': 48, 'text-shadow': shadow }));
    const pixels = (extent: { px: number; em: number }) => extent.px + extent.em * 48;
    const { shadowX, shadowY, shadowBlur, shadowColor } = settings;
    expect([shadowX, shadowY, shadowBlur].map(pixels)).toEqual([x, y, blur]);
    expect(shadowColor).toBe(color);
  });

  it.each(['2px', '1px 1px red blue', '1px 1px, 2px 2px', '1px 1px nocolor'])(
    'refuse the shadow %j',
    (shadow) => {
      const result = readConfig(text({ 'text-shadow': shadow }), OPTIONS);
      expect(result).toMatchObject({
        ok: false,
        issues: [{ pointer: '/scenes/0/elements/0/settings/text-shadow' }],
      });
    },
  );

  it('are refused where they are too large in the frame of an output', () => {
    const config = text({ 'shadow-x': '25vh' });
    const outputs = [{ type: 'video', ratio: '9:16' }];
    const result = readConfig({ ...config, width: 1280, height: 720, outputs }, OPTIONS);
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result)).toContain('In the frame of ');
  });

  it('refer to the frame of each output', () => {
    const config = text({ 'font-size': '10vw' }, { x: '5vw', y: '50px', width: '80%' });
    const result = readConfig(
      { ...config, width: 1000, height: 500, outputs: [{ type: 'video', ratio: '1:1' }] },
      OPTIONS,
    );
    expect(read({ ...config, width: 1000, height: 500 })).toMatchObject({
      x: 50,
      y: 50,
      width: 800,
    });
    const output = result.ok ? result.project.outputs[0] : undefined;
    if (output?.type !== 'video') throw new Error('There is no other video.');
    const { width, scenes } = output.project;
    expect(scenes).toMatchObject([{ elements: [{ settings: { fontSize: width / 10 } }] }]);
  });

  it('are refused beyond the bounds of their field, in its unit', () => {
    const result = readConfig(text({ 'font-size': '90vw' }), OPTIONS);
    expect(result).toMatchObject({
      ok: false,
      issues: [{ pointer: '/scenes/0/elements/0/settings/font-size' }],
    });
  });
});
