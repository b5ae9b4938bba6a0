import { object } from './composites.js';
import { Issues } from './issues.js';
import { integer } from './scalars.js';

const fields = object({ 'expires-in': integer({ min: 1, max: 60 }).required() });

function messagesOf(value: unknown): string[] {
  const issues = new Issues();
  const context = {
    subtitleDefaults: {},
    captionDefaults: {},
    localSources: false,
    resolveFont: () => null,
    fontFamilies: [],
    frame: { width: 0, height: 0 },
  };
  fields.read(value, { pointer: '', name: 'body', issues, context });
  return issues.all().map(({ pointer, message }) => `${pointer}: ${message}`);
}

describe('an object', () => {
  it.each(['expires-in', 'expires_in'])('names the field %s as it is written', (name) => {
    expect(messagesOf({ [name]: 99 })).toEqual([
      `/${name}: Expected "${name}" to be a whole number from 1 to 60, but got 99.`,
    ]);
  });

  it('names a missing field in kebab-case', () => {
    expect(messagesOf({})).toEqual([
      expect.stringMatching(/^\/expires-in: "expires-in" is missing/),
    ]);
  });
});
