import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Schema } from '../../fields/schema.js';
import { videoConfigSchema } from './config-schema.js';
import { videoTemplateSchema } from './template-schema.js';

const ajv = new Ajv2020({ strict: true, allErrors: false });
const accepts = ajv.compile(videoTemplateSchema());
const acceptsConfig = ajv.compile(videoConfigSchema());
const src = 'https://example.com/a';

describe('videoTemplateSchema', () => {
  it('accepts every config', () => {
    const config = {
      width: 320,
      scenes: [{ duration: 1, elements: [{ type: 'image', src, x: 1, 'fade-in': 1 }] }],
      elements: [{ type: 'subtitles', settings: { 'font-size': 20 } }],
    };
    expect(acceptsConfig(config)).toBe(true);
    expect(accepts(config)).toBe(true);
  });

  it('accepts variables, conditions, iterations, and expressions for values of any type', () => {
    const template = {
      variables: { title: 'x', list: [{ a: 1 }] },
      width: '{{w}}',
      scenes: [
        {
          variables: { seconds: 4 },
          condition: '{{ a }} == 1',
          iterate: 'list',
          iterate_as: 'one',
          duration: '{{seconds}}',
          transition: { style: '{{style}}', duration: '{{ seconds / 4 }}' },
          elements: [
            { type: 'image', src: 'https://example.com/{{one.a}}', condition: false, x: '{{x}}' },
            { type: 'subtitles', words: '{{words}}', settings: { 'all-caps': '{{caps}}' } },
            '{{element}}',
          ],
        },
        '{{scene}}',
      ],
      elements: '{{elements}}',
    };
    expect(accepts(template)).toBe(true);
    expect(acceptsConfig(template)).toBe(false);
  });

  it.each([
    ['a value that is neither valid nor an expression', { width: 'wide', scenes: [{}] }],
    ['an unknown field', { scenes: [{ lenght: '{{x}}' }] }],
    ['a type that does not exist', { scenes: [{ elements: [{ type: '{{type}}', src }] }] }],
    ['a missing field', { scenes: [{ elements: [{ type: 'image' }] }] }],
    ['an invalid name', { variables: { 'a-b': 1 }, scenes: [{}] }],
    ['a condition in an unsupported object', { scenes: [{ transition: { condition: 'x' } }] }],
  ])('rejects %s', (_what, template) => expect(accepts(template)).toBe(false));

  it('accepts an expression in every field except `type`', () => {
    const { $defs, ...root } = videoTemplateSchema();
    const objects = [root, ...Object.values($defs as Record<string, Schema>)];
    const fields = objects.flatMap((schema) =>
      Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>),
    );
    const own = ['type', 'variables', 'condition', 'iterate', 'iterate-as', 'iterate_as'];
    const strict = fields
      .filter(([name]) => !own.includes(name))
      .filter(([, field]) => !JSON.stringify(field['anyOf'] ?? '').includes('$defs/expression'))
      .map(([name]) => name);
    expect(strict).toEqual(['client-data', 'client_data']);
  });
});
