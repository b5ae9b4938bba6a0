import { parseProject, type ParseOptions } from '../parse-project.js';
import type { GroupElement, ShapeElement, TextElement } from '../types/index.js';
import { COMPONENTS } from './catalog.js';

const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (family) => (family === 'Inter' || family === 'Montserrat' ? family : null),
  fontFamilies: ['Inter', 'Montserrat'],
};

const config = (...elements: object[]) => ({
  ...{ resolution: 'custom', width: 1000, height: 500 },
  scenes: [{ duration: 10, elements }],
});

function groupOf(component: string, settings?: object, more: object = {}): GroupElement {
  const element = { type: 'component', component, ...(settings && { settings }), ...more };
  const result = parseProject(config(element), OPTIONS);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.project.scenes[0]!.elements[0] as GroupElement;
}

function issuesOf(...elements: object[]): string[] {
  const result = parseProject(config(...elements), OPTIONS);
  return result.ok ? [] : result.issues.map(({ pointer, message }) => `${pointer}: ${message}`);
}

const textsOf = (group: GroupElement) =>
  group.elements.filter((one): one is TextElement => one.type === 'text');
const shapesOf = (group: GroupElement) =>
  group.elements.filter((one): one is ShapeElement => one.type === 'shape');

describe('a component', () => {
  it.each(COMPONENTS.map(({ name, example }) => [name, example] as const))(
    '%s becomes a group of its example',
    (name, example) => {
      const group = groupOf(name, example);
      expect(group).toMatchObject({ type: 'group', duration: 'container' });
      expect(group.elements.length).toBeGreaterThan(0);
      expect(group.elements.every(({ pointer }) => pointer === '/scenes/0/elements/0')).toBe(true);
    },
  );

  it('has the place, the times, and the looks that its author gives', () => {
    const more = { x: 10, z_index: 3, width: 200, height: 50, start: 1, duration: 2, opacity: 0.5 };
    expect(groupOf('button', { text: 'Go' }, more)).toMatchObject({
      ...{ x: 10, y: null, width: 200, height: 50, zIndex: 3 },
      ...{ startMs: 1000, duration: 2000, opacity: 0.5 },
    });
  });

  it('stands in a place of its own without one', () => {
    expect(groupOf('progress-bar')).toMatchObject({
      ...{ width: 1000, height: 8 },
      position: { horizontal: 'center', vertical: 'bottom' },
    });
    expect(groupOf('qr-code', { text: 'a' }, { position: 'left-top' })).toMatchObject({
      ...{ width: 125, height: 125, x: null },
      position: { horizontal: 'left', vertical: 'top' },
    });
  });

  it('is placed in the group around it', () => {
    const inner = { type: 'component', component: 'progress-bar' };
    const group = { type: 'group', width: 200, height: 100, elements: [inner] };
    const result = parseProject(config(group), OPTIONS);
    expect(result).toMatchObject({
      ok: true,
      project: { scenes: [{ elements: [{ elements: [{ type: 'group', width: 200 }] }] }] },
    });
  });

  it.each([
    [
      'an unknown name',
      { component: 'clock' },
      /^\/scenes\/0\/elements\/0\/component: .* progress-bar, /,
    ],
    ['no name', {}, /^\/scenes\/0\/elements\/0\/component: "component" is missing/],
    [
      'a wrong setting',
      { component: 'rating', settings: { value: -1 } },
      /\/settings\/value: Expected "value"/,
    ],
    [
      'an unknown setting',
      { component: 'rating', settings: { stars: 3 } },
      /\/settings\/stars: Unknown field/,
    ],
    ['a setting that is missing', { component: 'button' }, /\/settings\/text: "text" is missing/],
    [
      'a font',
      { component: 'counter', settings: { font_family: 'X' } },
      /\/settings\/font_family: The font family/,
    ],
    ['a wrong field', { component: 'rating', opacity: 2 }, /\/elements\/0\/opacity: /],
    ['elements', { component: 'rating', elements: [] }, /\/elements\/0\/elements: Unknown field/],
    [
      'a long countdown',
      { component: 'countdown', settings: { from: 900 } },
      /\/settings\/to: .* 300 seconds/,
    ],
    [
      'a code without room',
      { component: 'qr-code', settings: { text: 'a' }, width: 20, height: 20 },
      /\/settings\/text: The code has 29 x 29 modules/,
    ],
    [
      'a pie of nothing',
      { component: 'chart', settings: { chart: 'pie', data: [{ value: 0 }] } },
      /\/settings\/data: /,
    ],
  ])('is refused with %s', (_what, element, message) => {
    const issues = issuesOf({ type: 'component', ...element });
    expect(issues).toEqual([expect.stringMatching(message)]);
  });

  it('counts as a group where groups are nested', () => {
    let element: object = { type: 'component', component: 'rating' };
    for (let depth = 0; depth < 5; depth++) element = { type: 'group', elements: [element] };
    expect(issuesOf(element)).toEqual([expect.stringMatching(/nested at most 5 deep/)]);
  });
});

describe('the elements of components', () => {
  it('a progress bar slides to where it ends', () => {
    const [track, bar] = shapesOf(groupOf('progress-bar', { from: 25, to: 75 }));
    expect(track).toMatchObject({ width: 1000, height: 8 });
    expect(bar!.movement.keyframes.x).toMatchObject([{ value: -750 }, { value: -250 }]);
    const [, up] = shapesOf(
      groupOf('progress-bar', { direction: 'up' }, { width: 8, height: 400 }),
    );
    expect(up!.movement.keyframes.y).toMatchObject([{ value: 400 }, { value: 0 }]);
  });

  it('a countdown shows each second, and what follows', () => {
    const texts = textsOf(groupOf('countdown', { from: 2, 'final-text': 'Go' }));
    expect(texts.map(({ text, startMs, duration }) => [text, startMs, duration])).toEqual([
      ['2', 0, 1000],
      ['1', 1000, 1000],
      ['Go', 2000, 'container'],
    ]);
    const clock = textsOf(groupOf('countdown', { from: 59, to: 61, format: 'clock' }));
    expect(clock.map(({ text }) => text)).toEqual(['0:59', '1:00', '1:01']);
  });

  it('a counter follows its easing, and ends with its last number', () => {
    const given = { from: 0, to: 3, duration: 1, easing: 'linear', prefix: '$' };
    const texts = textsOf(groupOf('counter', given));
    expect(texts.map(({ text, startMs }) => [text, startMs])).toEqual([
      ['$0', 0],
      ['$1', 167],
      ['$2', 500],
      ['$3', 833],
    ]);
    expect(texts.at(-1)!.duration).toBe('container');
    for (const [index, { startMs, duration }] of texts.slice(0, -1).entries())
      expect(startMs + (duration as number)).toBe(texts[index + 1]!.startMs);
  });

  it('a counter writes numbers as it is told, and has a bound', () => {
    const last = (settings: object) => textsOf(groupOf('counter', settings)).at(-1)!.text;
    expect(last({ to: -1234567.891, separator: ',', decimals: 2 })).toBe('-1,234,567.89');
    expect(last({ to: 1234.5, separator: '.', 'decimal-point': ',', decimals: 1 })).toBe('1.234,5');
    expect(last({ to: -0.4 })).toBe('0');
    expect(groupOf('counter', { to: 1e12, duration: 60 }).elements).toHaveLength(301);
  });

  it('a rating is filled as far as its value', () => {
    const [, on] = shapesOf(groupOf('rating', { value: 2.5 }, { width: 580, height: 100 }));
    // Five stars of 100 pixels with 20 between: two, their gaps, and half of the third.
    expect(on!.movement.keyframes['crop-right']).toMatchObject([{ value: 1 - 290 / 580 }]);
    expect(shapesOf(groupOf('rating', { value: 0 }))).toHaveLength(1);
    for (const symbol of ['heart', 'circle', 'square'])
      expect(shapesOf(groupOf('rating', { symbol }))[0]!.path!.data).toMatch(/^M/);
  });

  it('a code consists of whole pixels', () => {
    const [back, code] = shapesOf(groupOf('qr-code', { text: 'https://example.com/é' }));
    expect(back).toMatchObject({ width: 125, height: 125 });
    const modules = code!.path!.viewBox[2];
    expect(code!.width! % modules).toBe(0);
  });

  it('a chart has a bar for each value, which grows from the axis', () => {
    const data = [{ value: 2, label: 'A' }, { value: -1, color: '#FF0000' }, { value: 0 }];
    const group = groupOf('chart', { data, values: false }, { width: 300, height: 100 });
    const [first, second, axis] = shapesOf(group);
    expect(first!.movement.keyframes['crop-top']).toMatchObject([{ value: 1 }, { value: 0 }]);
    expect(second!.movement.keyframes['crop-bottom']).toHaveLength(2);
    expect(second!.fill.colors).toEqual(['#FF0000FF']);
    expect(first!.y! + first!.height!).toBeCloseTo(second!.y!, -1);
    expect(axis!.height).toBe(2);
    expect(textsOf(group).map(({ text }) => text)).toEqual(['A']);
  });

  it('a pie has a part for each value, one after another', () => {
    const data = [{ value: 1 }, { value: 3 }, { value: 0 }];
    const parts = shapesOf(groupOf('chart', { chart: 'donut', data, duration: 2 }));
    expect(parts.map(({ startMs }) => startMs)).toEqual([0, 500]);
  });
});
