import { videoTemplateSchema } from '../../../../src/core/project/schema/template-schema.js';
import { propertiesOf, schemasAt, spellingOf } from './alternatives.js';
import type { Schema } from './types.js';

const root = videoTemplateSchema() as Schema;

const config = {
  scenes: [
    {
      elements: [
        { type: 'text', text: 'a', settings: {} },
        { type: 'shape', fill: { colors: [] } },
        {},
      ],
    },
  ],
};
const namesAt = (path: (string | number)[], value: unknown = config) => [
  ...propertiesOf(schemasAt(root, value, path)).keys(),
];

describe('schemasAt', () => {
  it('knows the properties of the video and of a scene', () => {
    expect(namesAt([])).toEqual(expect.arrayContaining(['scenes', 'variables', 'fps']));
    expect(namesAt(['scenes', 0])).toEqual(expect.arrayContaining(['duration', 'transition']));
  });

  it('tells elements apart by their type', () => {
    const element = ['scenes', 0, 'elements'];
    expect(namesAt([...element, 0])).toContain('animate-in');
    expect(namesAt([...element, 0])).not.toContain('src');
    expect(namesAt([...element, 1])).toContain('fill');
    // Without a type, it can become any.
    expect(namesAt([...element, 2])).toEqual(expect.arrayContaining(['src', 'fill', 'text']));
  });

  it('chooses the alternative that a value is like', () => {
    expect(namesAt(['scenes', 0, 'elements', 1, 'fill'])).toEqual(['style', 'angle', 'colors']);
    const [color] = schemasAt(root, config, ['scenes', 0, 'elements', 1, 'fill', 'colors', 0]);
    expect(color).toMatchObject({ type: 'string' });
  });

  it('knows the settings of each component', () => {
    const component = (more: object) => ({ elements: [{ type: 'component', ...more }] });
    const settings = (name: string) =>
      namesAt(['elements', 0, 'settings'], component({ component: name, settings: {} }));
    expect(settings('rating')).toEqual(expect.arrayContaining(['value', 'symbol']));
    expect(settings('rating')).not.toContain('text');
    expect(settings('qr-code')).toContain('text');
    expect(namesAt(['elements', 0, 'settings'], component({ settings: {} }))).toContain('symbol');
  });

  it('prefers what is said at the place', () => {
    const [style] = schemasAt(root, config, ['scenes', 0, 'elements', 0, 'settings']);
    expect(style?.description).toBe('Look of the text.');
  });

  it('leaves out that a value can be an expression', () => {
    const found = schemasAt(root, config, ['width']);
    expect(found).toEqual([expect.objectContaining({ type: 'integer' })]);
  });

  it('finds nothing where nothing can be', () => {
    expect(schemasAt(root, config, ['no-such-name', 0])).toEqual([]);
  });
});

describe('propertiesOf', () => {
  it('has each property in one spelling', () => {
    const names = namesAt(['scenes', 0, 'elements', 0, 'settings']);
    expect(names).toContain('font-size');
    expect(names).toContain('font-color');
    expect(names.filter((name) => name.includes('_'))).toEqual([]);
    expect(names).not.toContain('color');
  });
});

describe('spellingOf', () => {
  const [settings = {}] = schemasAt(root, config, ['scenes', 0, 'elements', 0, 'settings']);

  it('is the one that an object uses', () => {
    expect(spellingOf({ font_size: 1 }, settings, 'font-size')).toBe('font_size');
    expect(spellingOf({ color: '#FFFFFF' }, settings, 'font-color')).toBe('color');
    expect(spellingOf({ 'font-size': 1, font_size: 2 }, settings, 'font-size')).toBe('font-size');
    expect(spellingOf({}, settings, 'font-size')).toBe('font-size');
    expect(spellingOf(undefined, settings, 'font-size')).toBe('font-size');
  });
});
