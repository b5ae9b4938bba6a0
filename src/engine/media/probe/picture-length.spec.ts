import { MAX_PICTURES, packetReader, PictureEnds, SourceLimitError } from './picture-length.js';

type Packet = Parameters<PictureEnds['add']>[0];

function packets(...lines: string[]): Packet[] {
  const found: Packet[] = [];
  const read = packetReader((packet) => found.push(packet));
  for (const line of lines) read(line);
  return found;
}

const packet = (seconds: number, duration = 0, isDropped = false): Packet => ({
  pos: undefined,
  size: undefined,
  seconds,
  duration,
  isDropped,
});

function lengthOf(all: readonly Packet[], startSeconds = 0) {
  const ends = new PictureEnds(() => true);
  for (const one of all) ends.add(one);
  return ends.lengthFrom(startSeconds);
}

describe('packetReader', () => {
  it.each<[string, string[], Partial<Packet>[]]>([
    ['nothing', [], []],
    ['a packet that does not end', ['[PACKET]', 'pts_time=1'], []],
    ['an end without a beginning', ['[/PACKET]'], [{ seconds: NaN, duration: 0 }]],
    ['an empty packet', ['[PACKET]', '[/PACKET]'], [{ pos: undefined, isDropped: false }]],
    [
      'a packet',
      [
        '[PACKET]',
        'pts_time=1.5',
        'duration_time=0.04',
        'size=9',
        'pos=7',
        'flags=K_',
        '[/PACKET]',
      ],
      [{ seconds: 1.5, duration: 0.04, pos: '7', size: '9', isDropped: false }],
    ],
    ['Windows line ends', ['[PACKET]\r', 'pts_time=1\r', '[/PACKET]\r'], [{ seconds: 1 }]],
    [
      'the time of decoding, if no other is known',
      ['[PACKET]', 'pts_time=N/A', 'dts_time=2', '[/PACKET]'],
      [{ seconds: 2 }],
    ],
    ['a dropped picture', ['[PACKET]', 'flags=KD', '[/PACKET]'], [{ isDropped: true }]],
    [
      'values that are not numbers',
      ['[PACKET]', 'pts_time=x', 'duration_time=nan', '[/PACKET]'],
      [{ seconds: NaN, duration: 0 }],
    ],
    [
      'lines without a name or a value',
      ['[PACKET]', '=1', 'pts_time', 'pts_time=', '[/PACKET]'],
      [{ seconds: 0 }],
    ],
    [
      'a packet in a packet',
      ['[PACKET]', 'pts_time=1', '[PACKET]', 'dts_time=3', '[/PACKET]'],
      [{ seconds: 3 }],
    ],
  ])('reads %s', (_, lines, expected) => {
    expect(packets(...lines)).toEqual(expected.map((one) => expect.objectContaining(one)));
  });

  it('keeps no more than 20 fields of a packet', () => {
    const many = Array.from({ length: 1000 }, (_, at) => `name${at}=1`);
    expect(packets('[PACKET]', ...many, 'pts_time=1', '[/PACKET]')[0]!.seconds).toBeNaN();
  });
});

describe('PictureEnds', () => {
  it.each<[string, Packet[], number, [number, number, number, number]]>([
    ['no picture', [], 0, [0, 0, 0, 0]],
    ['one picture', [packet(0, 0.04)], 0, [40_000, 0, 1, 1]],
    ['one picture without a length', [packet(3)], 0, [3_000_000, 3_000_000, 1, 1]],
    ['a last picture without a length', [packet(0), packet(1)], 0, [2_000_000, 1_000_000, 2, 2]],
    ['any order', [packet(2), packet(0), packet(1)], 0, [3_000_000, 2_000_000, 3, 3]],
    ['the same time twice', [packet(1), packet(1)], 0, [1_000_000, 1_000_000, 2, 2]],
    ['pictures that are not shown', [packet(0, 1), packet(9, 1, true)], 0, [1e6, 0, 1, 2]],
    ['times that are not numbers', [packet(0, 1), packet(NaN, 1)], 0, [1e6, 0, 1, 2]],
    ['endless times', [packet(0, 1), packet(Infinity)], 0, [1e6, 0, 1, 2]],
    ['a source that starts later', [packet(5, 1)], 5, [1e6, 0, 1, 1]],
    ['pictures before the start', [packet(-9, 1)], 0, [0, 0, 1, 1]],
    ['a negative length', [packet(0), packet(1, -5)], 0, [2e6, 1e6, 2, 2]],
  ])('measures %s', (_, all, start, [endUs, lastPictureUs, pictures, wholePictures]) => {
    expect(lengthOf(all, start)).toEqual({ endUs, lastPictureUs, pictures, wholePictures });
  });

  it('refuses more pictures than allowed, with the number', () => {
    const ends = new PictureEnds(() => true, 3);
    for (let at = 0; at < 3; at++) ends.add(packet(at));
    const message = 'The source has more than 3 pictures.';
    expect(() => ends.add(packet(3))).toThrow(new SourceLimitError(message));
    expect(MAX_PICTURES).toBe(20 * 3600 * 60);
  });

  it('does not count pictures that are cut off', () => {
    const ends = new PictureEnds(({ pos }) => pos !== '9', 2);
    for (let at = 0; at < 100; at++) ends.add({ ...packet(at), pos: '9' });
    expect(ends.lengthFrom(0).wholePictures).toBe(0);
  });

  it('keeps two times, whatever the number of pictures', () => {
    const ends = new PictureEnds(() => true);
    const kept = () => JSON.stringify(ends).length;
    for (let at = 0; at < 10; at++) ends.add(packet(at + 100_000));
    const before = kept();
    for (let at = 10; at < 50_000; at++) ends.add(packet(at + 100_000));
    expect(kept() - before).toBeLessThan(20);
  });
});
