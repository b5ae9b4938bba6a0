import fc from 'fast-check';
import { changesBetween } from './changes.js';

function apply(text: string, changes: ReturnType<typeof changesBetween>): string {
  return [...changes]
    .reverse()
    .reduce(
      (current, { at, removed, inserted }) =>
        current.slice(0, at) + inserted + current.slice(at + removed.length),
      text,
    );
}

describe('changesBetween', () => {
  it('leaves lines between two changes alone', () => {
    const before = 'a\nb\nc\nd\ne\n';
    const changes = changesBetween(before, 'a\nB\nc\nD\ne\n');
    expect(changes).toEqual([
      { at: 2, removed: 'b\n', inserted: 'B\n' },
      { at: 6, removed: 'd', inserted: 'D' },
    ]);
  });

  it('is nothing for equal texts', () => {
    expect(changesBetween('a', 'a')).toEqual([]);
  });

  it('turns any text into any other', () => {
    const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'x'), { maxLength: 12 });
    const text = lines.map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changesBetween(before, after);
        for (const { at, removed } of changes) {
          expect(before.slice(at, at + removed.length)).toBe(removed);
        }
        expect(apply(before, changes)).toBe(after);
      }),
    );
  });
});
