import { namesIn } from './expression-names.js';
import { variablesOf } from './variables.js';

const namesOf = (text: string, isExpression = false) =>
  namesIn(text, isExpression).map(({ name }) => name);

describe('namesIn', () => {
  it('finds names in braces only', () => {
    expect(namesOf('Hello {{ name }}, {{ place }} and you')).toEqual(['name', 'place']);
    expect(namesOf('no expression')).toEqual([]);
  });

  it('finds neither members, filters, functions, texts, nor words of the language', () => {
    const text =
      '{{ product.title | upper }}{{ max(a, 2) > 1 and not b ? "c" : \'d {{\' }}{{ true }}';
    expect(namesOf(text)).toEqual(['product', 'a', 'b']);
  });

  it('finds names in expressions without braces', () => {
    expect(namesOf('sale and index == 1', true)).toEqual(['sale', 'index']);
    expect(namesOf('{{ a }} == 1 || b', true)).toEqual(['a', 'b']);
  });

  it('knows what has a default of its own', () => {
    expect(namesIn('{{ name | default: "you" }}', false)).toEqual([
      { name: 'name', isOptional: true },
    ]);
  });
});

describe('variablesOf', () => {
  it('lists the variables of a config, with what they are', () => {
    const config = {
      variables: { title: 'Mug', price: 12.5, sale: true, photos: ['a.jpg'] },
      scenes: [
        {
          iterate: 'photos',
          'iterate-as': 'photo',
          duration: '{{ seconds }}',
          elements: [
            { type: 'image', src: '{{ photo }}', condition: 'sale and index == 1' },
            { type: 'text', text: '{{ title }} {{ note | default: "" }} {{ who }}' },
          ],
        },
      ],
      'client-data': { kept: '{{ as_it_is }}' },
    };
    expect(variablesOf(config)).toEqual([
      { name: 'title', type: 'string', default: 'Mug', isOptional: true },
      { name: 'price', type: 'number', default: 12.5, isOptional: true },
      { name: 'sale', type: 'boolean', default: true, isOptional: true },
      { name: 'photos', type: 'array', default: ['a.jpg'], isOptional: true },
      { name: 'seconds', type: 'number', default: undefined, isOptional: false },
      { name: 'note', type: 'string', default: undefined, isOptional: true },
      { name: 'who', type: 'string', default: undefined, isOptional: false },
    ]);
  });

  it('leaves out what scenes, elements, and items set', () => {
    const config = {
      variables: { rooms: [{ name: 'Hall', size: 2 }] },
      scenes: [
        {
          iterate: '{{ rooms }}',
          variables: { line: '{{ name }}!' },
          elements: [{ type: 'text', text: '{{ line }} {{ size }} {{ item.name }}' }],
        },
      ],
    };
    expect(variablesOf(config).map(({ name }) => name)).toEqual(['rooms']);
  });

  it('needs a value if any place has no default', () => {
    const config = { comment: '{{ a | default: 1 }} {{ a }}' };
    expect(variablesOf(config)[0]).toMatchObject({ name: 'a', isOptional: false });
  });

  it.each([null, 1, 'text', []])('finds nothing in %j', (config) => {
    expect(variablesOf(config)).toEqual([]);
  });
});
