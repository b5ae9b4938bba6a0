import { type DeclaredVariable, declarationIssues, fillVariables } from './declared-variables.js';

const DECLARED: DeclaredVariable[] = [
  { name: 'title', type: 'string' },
  { name: 'seconds', type: 'number', default: 4 },
  { name: 'rooms', type: 'array', default: [] },
  { name: 'own', type: 'boolean' },
];
const CONFIG = { variables: { own: true, other: 1 }, scenes: [] };

describe('fillVariables', () => {
  it('prefers given values over defaults, and defaults over variables of the config', () => {
    expect(fillVariables(CONFIG, DECLARED, { title: 'x', rooms: [1] })).toEqual({
      ok: true,
      config: {
        scenes: [],
        variables: { own: true, other: 1, title: 'x', seconds: 4, rooms: [1] },
      },
    });
    expect(fillVariables({ scenes: [] }, [], {})).toEqual({ ok: true, config: { scenes: [] } });
    expect(fillVariables({ scenes: [] }, [], { any: 1 })).toMatchObject({
      ok: true,
      config: { variables: { any: 1 } },
    });
  });

  it('reports all missing, unknown, and mistyped variables at once', () => {
    const filled = fillVariables(CONFIG, DECLARED, { seconds: '4', 'a/b': 1, own: null });
    expect(filled).toEqual({
      ok: false,
      issues: [
        {
          pointer: '/a~1b',
          message: 'The template has no variable "a/b". Its variables: title, seconds, rooms, own.',
        },
        { pointer: '/title', message: '"title" is missing. Expected a text.' },
        { pointer: '/seconds', message: 'Expected "seconds" to be a number, but got "4".' },
        { pointer: '/own', message: 'Expected "own" to be true or false, but got null.' },
      ],
    });
    expect(fillVariables(CONFIG, [], [1])).toMatchObject({ ok: false, issues: [{ pointer: '' }] });
  });
});

describe('declarationIssues', () => {
  it('reports invalid names, duplicate names, and mistyped defaults', () => {
    expect(declarationIssues(DECLARED)).toEqual([]);
    const wrong: DeclaredVariable[] = [
      { name: 'a-b', type: 'string' },
      { name: 'x', type: 'number', default: '1' },
      { name: 'x', type: 'object', default: {} },
    ];
    expect(declarationIssues(wrong).map(({ pointer }) => pointer)).toEqual([
      '/0/name',
      '/1/default',
      '/2/name',
    ]);
  });
});
