import { readTextVariables } from './text-variables.js';

const OWN = { seconds: 4, open: true, title: 'x', rooms: [], product: {}, nothing: null };

describe('readTextVariables', () => {
  it('converts texts to the type of the value in the config', () => {
    const texts = {
      seconds: '2.5',
      open: 'false',
      title: '12',
      rooms: '["a"]',
      product: '{"a":1}',
      nothing: '1',
      other: 'true',
    };
    expect(readTextVariables(texts, OWN)).toEqual({
      variables: {
        seconds: 2.5,
        open: false,
        title: '12',
        rooms: ['a'],
        product: { a: 1 },
        nothing: '1',
        other: 'true',
      },
      issues: [],
    });
  });

  it('reports texts that have another type', () => {
    const texts = { seconds: 'soon', open: '1', rooms: '{}', product: 'x' };
    expect(readTextVariables(texts, OWN).issues).toEqual([
      { pointer: '/seconds', message: 'Expected "seconds" to be a number, but got "soon".' },
      { pointer: '/open', message: 'Expected "open" to be true or false, but got "1".' },
      { pointer: '/rooms', message: 'Expected "rooms" to be a JSON list, but got "{}".' },
      { pointer: '/product', message: 'Expected "product" to be a JSON object, but got "x".' },
    ]);
  });

  it('accepts uppercase spreadsheet values', () => {
    const { variables, issues } = readTextVariables({ open: 'FALSE' }, OWN);
    expect({ variables, issues }).toEqual({ variables: { open: false }, issues: [] });
  });

  it('reports errors in JSON', () => {
    const texts = { rooms: '[1,]', product: '{"a":{"b":1,"b":2}}' };
    const { issues } = readTextVariables(texts, OWN);
    expect(issues.map(({ pointer }) => pointer)).toEqual([
      '/rooms',
      '/rooms/1',
      '/product',
      '/product/a/b',
    ]);
  });
});
