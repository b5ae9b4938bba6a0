import { languageTag } from './script-language.js';

describe('languageTag', () => {
  it.each([
    ['English', 'en'],
    [' german ', 'de'],
    ['en-GB', 'en-gb'],
    ['klingon', 'auto'],
    ['constructor', 'auto'],
    ['__proto__', 'auto'],
    ['toString', 'auto'],
  ])('of %j is %s', (name, tag) => {
    expect(languageTag(name)).toBe(tag);
  });
});
