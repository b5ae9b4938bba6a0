import { type Fragment, fragmentedHead, fragmentHead, inBand } from './fragments.js';
import { boxAt, readBoxes, viewOf } from './read-boxes.js';
import { box, fullBox, u32 } from './boxes.js';
import { type Mp4SoundTrack, readSoundTrack } from './sound-track.js';

const FPS = { num: 30_000, den: 1001 };
const KEY = 0x0200_0000;
const OTHER = 0x0101_0000;

/** The track of a file with three samples of sound. */
function soundFile(): Mp4SoundTrack {
  const table = box(
    'stbl',
    fullBox('stsd', 0, 0, u32(1), box('mp4a', u32(7))),
    fullBox('stts', 0, 0, u32(1), u32(3), u32(1024)),
    fullBox('stsz', 0, 0, u32(9), u32(3)),
    fullBox('stco', 0, 0, u32(1), u32(44)),
  );
  const media = box(
    'mdia',
    fullBox('mdhd', 0, 0, u32(0), u32(0), u32(48_000), u32(3072), u32(0)),
    fullBox('hdlr', 0, 0, u32(0)),
    box('minf', box('smhd'), box('dinf'), table),
  );
  const edit = fullBox('elst', 0, 0, u32(1), u32(42), u32(1024), u32(0x10000));
  const movie = box(
    'moov',
    fullBox('mvhd', 0, 0, u32(0), u32(0), u32(1000)),
    box('trak', box('edts', edit), media),
  );
  return readSoundTrack(movie.subarray(8));
}

const FRAGMENT: Fragment = {
  sequence: 3,
  fps: FPS,
  startFrame: 200_000_000,
  pictures: [
    { sizeBytes: 500, frame: 0, sync: true },
    { sizeBytes: 80, frame: 2, sync: false },
    { sizeBytes: 70, frame: 1, sync: false },
  ],
  sound: [
    { sizeBytes: 11, startTicks: 5_000_000_000, ticks: 1024 },
    { sizeBytes: 12, startTicks: 5_000_001_024, ticks: 500 },
  ],
};

/** The content of the first box, after which the samples begin. */
function movieOf(head: Uint8Array): Uint8Array {
  return boxAt(head.subarray(0, viewOf(head).getUint32(0)), 'moof').content;
}

/** The fields of a track in a fragment. */
function readTrack(traf: Uint8Array) {
  const [header, time, run] = ['tfhd', 'tfdt', 'trun'].map((type) =>
    viewOf(boxAt(traf, type).content),
  );
  const samples = Array.from({ length: run!.getUint32(4) }, (_, at) =>
    [0, 4, 8, 12].map((field) =>
      field === 12 ? run!.getInt32(12 + 16 * at + field) : run!.getUint32(12 + 16 * at + field),
    ),
  );
  return {
    id: header!.getUint32(4),
    time: time!.getBigUint64(4),
    offset: run!.getInt32(8),
    samples,
  };
}

describe('fragmentedHead', () => {
  const head = fragmentedHead(
    {
      width: 320,
      height: 180,
      fps: FPS,
      sps: [Uint8Array.of(0x67, 66, 192, 30)],
      pps: [Uint8Array.of(0x68, 1)],
    },
    soundFile(),
  );

  it('describes both tracks, without samples', () => {
    expect(readBoxes(head).map(({ type }) => type)).toEqual(['ftyp', 'moov']);
    const movie = boxAt(head, 'moov').content;
    const tracks = readBoxes(movie).filter(({ type }) => type === 'trak');
    expect(tracks).toHaveLength(2);
    for (const { content } of tracks) {
      const tables = readBoxes(boxAt(content, 'mdia', 'minf', 'stbl').content);
      expect(tables.map(({ type }) => type)).toEqual(['stsd', 'stts', 'stsc', 'stsz', 'stco']);
      for (const { type, content: table } of tables.slice(1)) {
        expect([type, viewOf(table).getUint32(type === 'stsz' ? 8 : 4)]).toEqual([type, 0]);
      }
    }
    const [video] = readBoxes(
      boxAt(tracks[0]!.content, 'mdia', 'minf', 'stbl', 'stsd').content.subarray(8),
    );
    // Parameter sets may come with the samples.
    expect(video!.type).toBe('avc3');
  });

  it('announces fragments of both tracks', () => {
    const defaults = readBoxes(boxAt(head, 'moov', 'mvex').content);
    expect(defaults.map(({ content }) => viewOf(content).getUint32(4))).toEqual([1, 2]);
  });
});

describe('fragmentHead', () => {
  const head = fragmentHead(FRAGMENT);

  it('ends where the samples begin', () => {
    const length = viewOf(head).getUint32(0);
    expect(movieOf(head)).toHaveLength(length - 8);
    const media = viewOf(head.subarray(length));
    expect([media.byteLength, media.getUint32(0)]).toEqual([8, 8 + 650 + 23]);
    expect(new TextDecoder().decode(head.subarray(-4))).toBe('mdat');
  });

  it('places pictures and sound behind each other, at their times', () => {
    const moof = movieOf(head);
    expect(viewOf(boxAt(moof, 'mfhd').content).getUint32(4)).toBe(3);
    const [video, sound] = readBoxes(moof)
      .filter(({ type }) => type === 'traf')
      .map(({ content }) => readTrack(content));
    expect(video).toEqual({
      id: 1,
      time: 200_000_000n * 1001n,
      offset: head.length,
      samples: [
        [1001, 500, KEY, 0],
        // Shown one frame later than it is decoded, and one frame earlier.
        [1001, 80, OTHER, 1001],
        [1001, 70, OTHER, -1001],
      ],
    });
    expect(sound).toEqual({
      id: 2,
      time: 5_000_000_000n,
      offset: head.length + 650,
      samples: [
        [1024, 11, KEY, 0],
        [500, 12, KEY, 0],
      ],
    });
  });

  it('has no track of sound without samples', () => {
    const silent = fragmentHead({ ...FRAGMENT, sound: [] });
    const types = readBoxes(movieOf(silent)).map(({ type }) => type);
    expect(types).toEqual(['mfhd', 'traf']);
  });
});

describe('inBand', () => {
  it('puts the length before each parameter set', () => {
    expect([...inBand([Uint8Array.of(1, 2, 3), Uint8Array.of(4)])]).toEqual([
      ...[0, 0, 0, 3, 1, 2, 3],
      ...[0, 0, 0, 1, 4],
    ]);
  });
});
