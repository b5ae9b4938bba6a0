import { matchPattern } from './match.js';
import { hrefOf, parseHash } from './router.js';

describe('addresses', () => {
  it.each([
    ['', []],
    ['#/', []],
    ['#/write', ['write']],
    ['#/jobs/a%2Fb/', ['jobs', 'a/b']],
    ['#/%E0%A4%A', ['%E0%A4%A']],
  ])('%j has the path %j', (hash, path) => expect(parseHash(hash).path).toEqual(path));

  it('come back as they were made', () => {
    const href = hrefOf(['jobs', 'a/b?c'], { panel: 'form & more', none: undefined });
    const { path, query } = parseHash(href);
    expect(path).toEqual(['jobs', 'a/b?c']);
    expect([...query]).toEqual([['panel', 'form & more']]);
  });
});

describe('patterns', () => {
  it.each([
    ['', [], {}],
    ['', ['x'], null],
    ['jobs/:id', ['jobs', '7'], { id: '7' }],
    ['jobs/:id', ['jobs'], null],
    ['jobs/:id', ['files', '7'], null],
  ])('%j of %j names %j', (pattern, path, params) =>
    expect(matchPattern(pattern, path)).toEqual(params),
  );
});
