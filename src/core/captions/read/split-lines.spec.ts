import { splitLines } from './split-lines.js';

describe('splitLines', () => {
  it.each([
    ['LF', 'a\nb\n\nc', ['a', 'b', '', 'c']],
    ['CR LF', 'a\r\nb\r\n\r\nc', ['a', 'b', '', 'c']],
    ['CR', 'a\rb\r\rc', ['a', 'b', '', 'c']],
    ['CR CR LF', 'a\r\r\nb\r\r\n\r\r\nc', ['a', 'b', '', 'c']],
  ])('splits lines at %s', (_what, text, lines) => {
    expect(splitLines(text)).toEqual(lines);
  });

  it('reads two million carriage returns in one pass', () => {
    expect(splitLines('\r'.repeat(2 << 20) + 'x')).toHaveLength((2 << 20) + 1);
  });
});
