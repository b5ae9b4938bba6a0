import { boundReadings } from './aligner.js';

const words = (count: number) => Array.from({ length: count }, () => 'one').join(' ');

describe('boundReadings', () => {
  it.each<[string, readonly (readonly number[])[], number, readonly (readonly number[])[]]>([
    ['keeps all readings of few words', [[3, 2], [1]], 1_000, [[3, 2], [1]]],
    ['keeps 256 spoken words of a word', [[200, 56, 1]], 1_000, [[200, 56]]],
    ['keeps the first reading, however long it is', [[300, 1]], 1_000, [[300]]],
    [
      'keeps one reading of each word when a script is full',
      [
        [4, 4],
        [4, 4],
        [4, 4],
      ],
      10,
      [[4, 4], [4], [4]],
    ],
    [
      'keeps silence',
      [
        [0, 2],
        [2, 0],
      ],
      1,
      [[0], [2, 0]],
    ],
  ])('%s', (_what, counts, most, expected) => {
    const readings = counts.map((word) => ({ phrases: word.map(words), isDoubtful: false }));
    const kept = boundReadings(readings, most);
    expect(
      kept.map(({ phrases }) => phrases.map((p) => (p === '' ? 0 : p.split(' ').length))),
    ).toEqual(expected);
    expect(kept.map(({ isDoubtful }) => isDoubtful)).toEqual(
      counts.map((word, index) => word.length > expected[index]!.length),
    );
  });
});
