import { box, fullBox, u32, u32Table, u64 } from './boxes.js';
import { layOutMp4 } from './lay-out-mp4.js';
import { boxAt, readBoxes, viewOf } from './read-boxes.js';
import { readSoundTrack, type Mp4SoundTrack } from './sound-track.js';
import type { VideoTrack } from './video-track.js';

/** 47 samples per second for the requested duration. The first one is priming. */
function soundFile(samples: number, { long }: { long: boolean }): Mp4SoundTrack {
  const sizes = Array.from({ length: samples }, (_, index) => 10 + (index % 7));
  const duration = Math.floor(((samples - 1) * 1024 * 1000) / 48_000);
  const edit = long
    ? fullBox('elst', 1, 0, u32(1), u64(duration), u64(1024), u32(0x10000))
    : fullBox('elst', 0, 0, u32(1), u32(duration), u32(1024), u32(0x10000));
  const chunks = long
    ? fullBox('co64', 0, 0, u32(1), u64(44))
    : fullBox('stco', 0, 0, u32(1), u32(44));
  const table = box(
    'stbl',
    fullBox('stsd', 0, 0, u32(1), box('mp4a', u32(7))),
    fullBox('stts', 0, 0, u32(1), u32(samples), u32(1024)),
    fullBox('stsz', 0, 0, u32(0), u32(samples), u32Table(sizes)),
    chunks,
  );
  const media = box(
    'mdia',
    fullBox('mdhd', 0, 0, u32(0), u32(0), u32(48_000), u32(samples * 1024), u32(0)),
    fullBox('hdlr', 0, 0, u32(0)),
    box('minf', box('smhd'), box('dinf'), table),
  );
  return readSoundTrack(
    box(
      'moov',
      fullBox('mvhd', 0, 0, u32(0), u32(0), u32(1000)),
      box('trak', box('edts', edit), media),
    ).subarray(8),
  );
}

/** Pictures of at least 100 bytes. The second and third of four are reordered. */
function pictures(frames: number, fps: VideoTrack['fps']): VideoTrack {
  const set = Uint8Array.of(0x67, 100, 0, 40);
  const order = [0, 2, 1, 3];
  const samples = Array.from({ length: frames }, (_, index) => ({
    sizeBytes: 100 + (index % 11),
    frame: index - (index % 4) + order[index % 4]!,
    sync: index % 20 === 0,
  }));
  return { width: 320, height: 180, fps, sps: [set], pps: [set], samples };
}

describe('layOutMovie', () => {
  it.each([
    ['24000/1001', { num: 24_000, den: 1001 }, 120, 230, false],
    ['30, longer sound', { num: 30, den: 1 }, 60, 470, true],
    ['60, shorter sound', { num: 60, den: 1 }, 300, 20, false],
  ])('returns the offset of every sample (%s)', (_, fps, frames, sounds, long) => {
    const video = pictures(frames, fps);
    const sound = soundFile(sounds, { long });
    const { head, pieces } = layOutMp4(video, sound);
    const [fileType, movie, media] = readTop(head);
    expect([fileType!.type, movie!.type, media!.type]).toEqual(['ftyp', 'moov', 'mdat']);
    const tracks = readBoxes(movie!.content).filter(({ type }) => type === 'trak');

    // Compares the tables of each track with the positions of the written data.
    const written = { video: [] as number[], sound: [] as number[] };
    let at = head.length;
    for (const { track, bytes } of pieces) {
      for (let left = bytes; left > 0; left--) written[track].push(at++);
    }
    const sizes = { video: video.samples.map(({ sizeBytes }) => sizeBytes), sound: sound.sizes };
    expect(readPlaces(tracks[0]!.content)).toEqual(placesIn(written.video, sizes.video));
    expect(readPlaces(tracks[1]!.content)).toEqual(placesIn(written.sound, sizes.sound));
    expect(media!.bytes).toBe(16 + at - head.length);
  });

  it('puts at most one second of a track between samples of the other', () => {
    const { pieces } = layOutMp4(
      pictures(300, { num: 30, den: 1 }),
      soundFile(460, { long: true }),
    );
    const tracks = pieces.filter(({ bytes }) => bytes > 0).map(({ track }) => track);
    expect(tracks.some((track, index) => track === tracks[index + 1])).toBe(false);
    expect(tracks).toHaveLength(20);
  });

  it('starts the audio at its first audible sample, and the pictures at frame 0', () => {
    const { head } = layOutMp4(
      pictures(40, { num: 30_000, den: 1001 }),
      soundFile(64, { long: true }),
    );
    const edits = readBoxes(readTop(head)[1]!.content)
      .filter(({ type }) => type === 'trak')
      .map(({ content }) => viewOf(boxAt(content, 'edts', 'elst').content));
    // 40 frames take 1,334.67 ms. The third of four pictures is shown one frame later than it is
    // decoded.
    expect([edits[0]!.getUint32(8), edits[0]!.getUint32(12)]).toEqual([1335, 1001]);
    expect([edits[1]!.getUint32(8), edits[1]!.getUint32(12)]).toEqual([1344, 1024]);
  });

  it('rejects audio with truncated boxes', () => {
    const { moov } = soundFile(10, { long: false });
    for (const bytes of [moov.length - 1, 20, 5]) {
      expect(() => readSoundTrack(moov.subarray(0, bytes))).toThrow(/truncated|is missing/);
    }
  });
});

/** Boxes at the start of a file. The last one can extend beyond the start. */
function readTop(head: Uint8Array) {
  const boxes = readBoxes(head.subarray(0, head.length - 16));
  const media = head.subarray(head.length - 16);
  const type = String.fromCharCode(...media.subarray(4, 8));
  return [
    ...boxes.map(({ type, content, bytes }) => ({ type, content, bytes: bytes.length })),
    { type, content: media, bytes: Number(viewOf(media).getBigUint64(8)) },
  ];
}

/** Offset and size of each sample according to the tables of a track. */
function readPlaces(track: Uint8Array): [number, number][] {
  const table = boxAt(track, 'mdia', 'minf', 'stbl').content;
  const [groups, sizes, offsets] = ['stsc', 'stsz', 'co64'].map((type) =>
    viewOf(boxAt(table, type).content),
  );
  const places: [number, number][] = [];
  const count = offsets!.getUint32(4);
  let group = 0;
  for (let chunk = 1; chunk <= count; chunk++) {
    const next = group + 1;
    if (next < groups!.getUint32(4) && groups!.getUint32(8 + 12 * next) === chunk) group = next;
    let at = Number(offsets!.getBigUint64(8 * chunk));
    for (let left = groups!.getUint32(12 + 12 * group); left > 0; left--) {
      const size = sizes!.getUint32(12 + 4 * places.length);
      places.push([at, size]);
      at += size;
    }
  }
  return places;
}

/** Offset and size of each sample according to the position of each written byte. */
function placesIn(written: readonly number[], sizes: readonly number[]): [number, number][] {
  let at = 0;
  return sizes.map((size) => {
    const place: [number, number] = [written[at]!, size];
    at += size;
    return place;
  });
}
