import { matchesETag, weakETag } from './if-none-match.js';

describe('matchesETag', () => {
  const tag = weakETag({ status: 'pending' });

  it('compares weakly, in a list, and with an asterisk', () => {
    for (const header of [tag, tag.slice(2), `"a", ${tag} , "b"`, '*']) {
      expect(matchesETag(header, tag)).toBe(true);
    }
    for (const header of [undefined, '', '"a"', weakETag({ status: 'failed' })]) {
      expect(matchesETag(header, tag)).toBe(false);
    }
  });
});
