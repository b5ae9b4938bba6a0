import { Ajv2020 } from 'ajv/dist/2020.js';
import { nameFontFamilies } from './name-font-families.js';
import { videoTemplateSchema } from './template-schema.js';

const schema = videoTemplateSchema();
const named = nameFontFamilies(schema, ['Inter', 'Tinos']);

describe('nameFontFamilies', () => {
  it('adds the families to both spellings of the name in every object', () => {
    const found = JSON.stringify(named).match(/"font[-_]family":\{/g);
    const examples = JSON.stringify(named).match(/"examples":\["Inter","Tinos"\]/g);
    expect(found).toHaveLength(16);
    expect(examples).toHaveLength(16);
  });

  it('changes nothing else, and leaves the schema valid', () => {
    const without = JSON.parse(
      JSON.stringify(named, (key, value: unknown) => (key === 'examples' ? undefined : value)),
    ) as object;
    expect(without).toEqual(JSON.parse(JSON.stringify(schema)));
    expect(() => new Ajv2020({ strict: true }).compile(named)).not.toThrow();
  });
});
