import { isCheapCheck } from './inline-check.js';

const scenes = (count: number) => ({
  scenes: Array.from({ length: count }, () => ({ duration: 1 })),
});

describe('isCheapCheck', () => {
  it.each<[string, unknown, boolean]>([
    ['a small config', scenes(10), true],
    ['no config at all', null, true],
    ['an expression', { scenes: [{ duration: '{{ 1 }}' }] }, false],
    ['an expression in client data', { 'client-data': { a: ['x {{ y }}'] } }, false],
    ['an iteration, which needs no braces', { scenes: [{ iterate: 'list' }] }, false],
    ['a condition, which needs no braces', { scenes: [{ condition: '1 > 2' }] }, false],
    ['a component, which becomes many elements', { elements: [{ component: 'counter' }] }, false],
    ['many values', scenes(200), false],
    ['a long text', { a: 'x'.repeat(8_001) }, false],
    ['a long name', { ['x'.repeat(8_001)]: 1 }, false],
    ['a long list', Array.from({ length: 1_000_000 }, () => 0), false],
  ])('%s', (_what, config, expected) => {
    expect(isCheapCheck({ kind: 'config', config })).toBe(expected);
  });

  it('gives every template to a thread', () => {
    expect(isCheapCheck({ kind: 'template', config: {}, variables: [] })).toBe(false);
  });
});
