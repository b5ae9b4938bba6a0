import { args } from '../../src/core/util/args.js';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exifOf, withExif } from '../support/exif-files.js';
import { type Pictures, rms, type Rgb, Studio } from '../support/studio.js';

const FRAME = { width: 64, height: 48, fps: 25, quality: 'high' };
const COLORS: Readonly<Record<string, Rgb>> = {
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  white: [255, 255, 255],
  black: [0, 0, 0],
};

/** The nearest named color, or the color itself if none is near. */
function nameOf(color: Rgb): string {
  const distance = (other: Rgb) =>
    Math.max(...color.map((value, at) => Math.abs(value - other[at]!)));
  const near = Object.entries(COLORS).find(([, other]) => distance(other) < 40);
  return near?.[0] ?? color.map(Math.round).join(',');
}

const nameAt = (pictures: Pictures, frame: number, x = 32, y = 24) =>
  nameOf(pictures.at(frame, x, y));
const quadrants = (pictures: Pictures, frame = 0, width = 64, height = 48) =>
  [
    [1, 1],
    [3, 1],
    [1, 3],
    [3, 3],
  ].map(([x, y]) => nameAt(pictures, frame, (x! * width) / 4, (y! * height) / 4));

/** Four quarters in four colors. */
const QUARTERS =
  "geq=r='255*(lt(X,W/2)*lt(Y,H/2)+gte(X,W/2)*gte(Y,H/2))'" +
  ":g='128*gte(X,W/2)*lt(Y,H/2)+255*gte(X,W/2)*gte(Y,H/2)':b='255*gte(Y,H/2)'";
/** The quarters of a rotated picture, by EXIF orientation. */
const TURNED = [
  'red green blue white',
  'green red white blue',
  'white blue green red',
  'blue white red green',
  'red blue green white',
  'blue red white green',
  'white green blue red',
  'green white red blue',
];

/**
 * Display matrices for the same rotations: where a step to the right (a, b) and one down (c, d)
 * lead.
 */
const MATRICES = [
  [1, 0, 0, 1],
  [-1, 0, 0, 1],
  [-1, 0, 0, -1],
  [1, 0, 0, -1],
  [0, 1, 1, 0],
  [0, 1, -1, 0],
  [0, -1, -1, 0],
  [0, -1, 1, 0],
];

describe('sources, in decoded frames', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('sources');
  });
  afterAll(() => studio.close());

  const quarters = (name: string, size: string, ...more: string[]) =>
    studio.make(
      name,
      '-f',
      'lavfi',
      '-i',
      `color=s=${size}:r=25:d=1,format=gbrp,${QUARTERS}`,
      ...more,
    );
  const scene = (element: object, more: object = {}) => ({
    ...FRAME,
    scenes: [{ duration: 1, elements: [{ type: 'video', ...element }], ...more }],
  });
  const image = (src: string, more: object = {}) => scene({ type: 'image', src }, more);

  // What is read from the file differs by format; what is done about it differs by orientation.
  describe.each([
    ['jpg', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['png', [3, 6]],
    ['webp', [1, 8]],
  ])('a %s', (format, orientations) => {
    it.each(orientations)('with EXIF orientation %d is upright', async (orientation) => {
      const plain = await quarters(`plain.${format}`, '64x48', '-frames:v', '1', '-q:v', '1');
      const file = join(studio.dir, `turned-${orientation}.${format}`);
      await writeFile(file, withExif[format]!(await readFile(plain), exifOf(orientation)));
      const turned = orientation >= 5;
      const size = turned ? { width: 48, height: 64 } : { width: 64, height: 48 };
      // A picture with other proportions than the frame would show the background at its edges.
      const pictures = await studio.pictures({
        ...image(file, { 'background-color': '#000000' }),
        ...size,
      });
      expect(quadrants(pictures, 0, size.width, size.height).join(' ')).toBe(
        TURNED[orientation - 1],
      );
      expect(nameAt(pictures, 0, 3, 3)).not.toBe('black');
    });
  });

  it('a rotated still under a moving view is also upright', async () => {
    const plain = await quarters('view.jpg', '64x48', '-frames:v', '1', '-q:v', '1');
    const file = join(studio.dir, 'view-turned.jpg');
    await writeFile(file, withExif['jpg']!(await readFile(plain), exifOf(3)));
    const pictures = await studio.pictures(scene({ type: 'image', src: file, zoom: 1 }));
    expect(quadrants(pictures, 20).join(' ')).toBe(TURNED[2]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('a video with display matrix %d is upright', async (like) => {
    const plain = await quarters('turn.mp4', '64x48', '-c:v', 'libx264', '-pix_fmt', 'yuv420p');
    const bytes = await readFile(plain);
    // From the track header (ISO/IEC 14496-12, 8.3.2), version 0: a, b and c, d of the matrix.
    const matrix = bytes.indexOf('tkhd') + 4 + 40;
    const [a, b, c, d] = MATRICES[like - 1]!;
    for (const [at, value] of [
      [0, a],
      [4, b],
      [12, c],
      [16, d],
    ] as const) {
      bytes.writeInt32BE(value! * 65_536, matrix + at);
    }
    const file = join(studio.dir, `turned-${like}.mp4`);
    await writeFile(file, bytes);
    const size = like < 5 ? { width: 64, height: 48 } : { width: 48, height: 64 };
    const pictures = await studio.pictures({ ...scene({ src: file }), ...size });
    expect(quadrants(pictures, 5, size.width, size.height).join(' ')).toBe(TURNED[like - 1]);
  });

  it('shows each frame of a variable frame rate on time', async () => {
    const file = await studio.make(
      'vfr.mkv',
      ...['-f', 'lavfi', '-i', 'color=red:s=64x48:r=25:d=0.2'],
      ...['-f', 'lavfi', '-i', 'color=green:s=64x48:r=10:d=0.7'],
      ...['-f', 'lavfi', '-i', 'color=blue:s=64x48:r=4:d=0.5'],
      ...['-filter_complex', '[0][1][2]concat=n=3,settb=1/1000[v]', '-map', '[v]'],
      ...['-vsync', '0', '-enc_time_base', '1:1000', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'],
    );
    const pictures = await studio.pictures({
      ...FRAME,
      scenes: [{ elements: [{ type: 'video', src: file }] }],
    });
    expect([4, 5, 22, 23].map((frame) => nameAt(pictures, frame))).toEqual([
      'red',
      'green',
      'green',
      'blue',
    ]);
    // Only newer muxers write the duration of the last frame.
    expect(pictures.count).toBe(studio.isBundled ? 30 : 35);
  });

  it.each([0.25, 1.5, 4])(
    'plays video at speed %d from a seek position, frame by frame',
    async (speed) => {
      const file = await studio.make(
        'speed.mp4',
        ...['-f', 'lavfi', '-i', 'color=red:s=64x48:r=25:d=2'],
        ...['-f', 'lavfi', '-i', 'color=blue:s=64x48:r=25:d=2'],
        ...['-filter_complex', '[0][1]concat=n=2', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'],
      );
      const elements = [{ type: 'video', src: file, speed, seek: 1 }];
      const pictures = await studio.pictures({ ...FRAME, scenes: [{ elements }] });
      expect(pictures.count).toBe(Math.round((3 / speed) * 25));
      // A source frame appears in the video frame that is closest to its time.
      const change = Math.round((1 / speed) * 25);
      expect([change - 1, change].map((frame) => nameAt(pictures, frame))).toEqual(['red', 'blue']);
    },
  );

  it.each([1, 2])(
    'restarts a looping video at its actual end, at speed %d',
    async (speed) => {
      const file = await studio.make(
        'loop.mp4',
        ...['-f', 'lavfi', '-i', 'color=red:s=64x48:r=30:d=0.4'],
        ...['-f', 'lavfi', '-i', 'color=blue:s=64x48:r=30:d=0.3'],
        ...['-filter_complex', '[0][1]concat=n=2', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'],
      );
      const pictures = await studio.pictures({
        ...FRAME,
        scenes: [{ duration: 6, elements: [{ type: 'video', src: file, loop: true, speed }] }],
      });
      for (let frame = 0; frame < 150; frame++) {
        const inRound = ((frame / 25) * speed * 1000) % 700;
        // Half a frame from a change, both frames are right.
        if ([0, 400, 700].some((edge) => Math.abs(inRound - edge) <= 21 * speed)) continue;
        expect([frame, nameAt(pictures, frame)]).toEqual([frame, inRound < 400 ? 'red' : 'blue']);
      }
    },
    60_000,
  );

  it('fills the frame with a source of odd size', async () => {
    const file = await quarters('odd.png', '63x47', '-frames:v', '1');
    const pictures = await studio.pictures(image(file, { 'background-color': '#808000' }));
    expect(quadrants(pictures).join(' ')).toBe(TURNED[0]);
    expect(nameAt(pictures, 0, 61, 45)).toBe('white');
  });

  it.each([
    ['png', ['-frames:v', '1']],
    ['webp', ['-frames:v', '1', '-c:v', 'libwebp', '-lossless', '1']],
    ['webm', ['-c:v', 'libvpx-vp9', '-pix_fmt', 'yuva420p']],
    ['mov', ['-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le']],
    ['gif', ['-vf', 'split[a][b];[a]palettegen[p];[b][p]paletteuse', '-frames:v', '1']],
  ])('shows the background through transparent parts of a %s', async (format, options) => {
    const file = await studio.make(
      `alpha.${format}`,
      ...[
        '-f',
        'lavfi',
        '-i',
        "color=red:s=64x48:r=25:d=1,format=rgba,geq=r=255:g=0:b=0:a='255*gte(X,W/2)'",
      ],
      ...options,
    );
    const type = format === 'webm' || format === 'mov' ? 'video' : 'image';
    const pictures = await studio.pictures(
      scene({ type, src: file }, { 'background-color': '#0000FF' }),
    );
    expect([nameAt(pictures, 10, 16), nameAt(pictures, 10, 48)]).toEqual(['blue', 'red']);
  });

  const hd = ['-vf', 'scale=1280:720:out_color_matrix=bt709,format=yuv420p'];
  const sd = ['-vf', 'scale=out_color_matrix=bt601,format=yuv420p'];
  it.each([
    ['SD without a matrix uses BT.601', 'mp4', [...sd, '-c:v', 'libx264']],
    ['HD without a matrix uses BT.709', 'mp4', [...hd, '-c:v', 'libx264']],
    [
      'HD marked as BT.601 uses BT.601',
      'mp4',
      args(
        ['-vf', 'scale=1280:720:out_color_matrix=bt601,format=yuv420p', '-c:v', 'libx264'],
        ['-colorspace', 'smpte170m'],
      ),
    ],
    [
      'full-range video',
      'mp4',
      ['-vf', 'scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p', '-c:v', 'libx264'],
    ],
    [
      '10-bit video',
      'mkv',
      ['-vf', 'scale=out_color_matrix=bt601,format=yuv420p10', '-c:v', 'ffv1'],
    ],
    [
      '10-bit HEVC',
      'mp4',
      ['-vf', 'scale=out_color_matrix=bt601,format=yuv420p10', '-c:v', 'libx265'],
    ],
  ])('%s: shown in the right colors', async (_name, format, options) => {
    const orange = 'color=0xE06030:s=64x48:r=25:d=0.4,format=gbrp';
    const file = await studio.make(`matrix.${format}`, '-f', 'lavfi', '-i', orange, ...options);
    const shown = (await studio.pictures(scene({ src: file }))).at(3, 32, 24);
    [0xe0, 0x60, 0x30].forEach((value, channel) => {
      expect(Math.abs(shown[channel]! - value)).toBeLessThanOrEqual(9);
    });
  });

  // 26 cd/m2 is 37.8 % in PQ (ITU-R BT.2408); in HLG half a signal is 50.6 cd/m2 at a peak of 1000.
  it.each([
    ['smpte2084', 0.3778, 26],
    ['arib-std-b67', 0.5, 1000 * (1 / 12) ** 1.2],
  ])('converts HDR in %s to SDR', async (transfer, signal, light) => {
    const luma = Math.round(64 + 876 * signal);
    const file = await studio.make(
      `${transfer}.mkv`,
      ...[
        '-f',
        'lavfi',
        '-i',
        `color=s=64x48:r=25:d=0.4,format=yuv420p10,geq=lum=${luma}:cb=512:cr=512`,
      ],
      ...['-c:v', 'ffv1', '-color_trc', transfer, '-color_primaries', 'bt2020'],
      ...['-colorspace', 'bt2020nc', '-color_range', 'tv'],
    );
    const shown = (await studio.pictures(scene({ src: file }))).at(3, 32, 24);
    const truth = 255 * (light / 203) ** (1 / 2.4);
    for (const value of shown) expect(Math.abs(value - truth)).toBeLessThanOrEqual(4);
  });

  it('shows non-square pixels in their proportions', async () => {
    const file = await quarters(
      'wide.mp4',
      '32x48',
      '-vf',
      'setsar=2',
      '-c:v',
      'libx264',
      '-pix_fmt',
      'yuv420p',
    );
    const pictures = await studio.pictures(
      scene({ src: file, resize: 'contain' }, { 'background-color': '#808000' }),
    );
    expect(quadrants(pictures, 5).join(' ')).toBe(TURNED[0]);
    expect(nameAt(pictures, 5, 4, 6)).toBe('red');
  });

  it('deinterlaces moving areas', async () => {
    const file = await studio.make(
      'fields.mp4',
      ...[
        '-f',
        'lavfi',
        '-i',
        "color=s=64x48:r=50:d=1,format=gray,geq=lum='16+219*gt(X,mod(N*4,64))'",
      ],
      ...['-vf', 'tinterlace=interleave_top,format=yuv420p', '-c:v', 'libx264'],
      ...['-flags', '+ilme+ildct', '-qp', '4'],
    );
    const pictures = await studio.pictures(scene({ src: file }));
    // The edge moves 4 pixels between fields, so the rows of an interlaced frame differ by as many.
    const combed = (frame: number) => {
      const columns = Array.from({ length: 56 }, (_, x) => x + 4);
      return columns.filter(
        (x) => Math.abs(pictures.at(frame, x, 24, 0)[0] - pictures.at(frame, x, 25, 0)[0]) > 60,
      ).length;
    };
    for (const frame of [5, 9, 13, 18]) expect([frame, combed(frame) <= 1]).toEqual([frame, true]);
  });

  it('shows a picture that starts after its audio on time, and its first frame until then', async () => {
    const file = await studio.make(
      'late-picture.mkv',
      ...['-f', 'lavfi', '-i', 'sine=d=2', '-itsoffset', '0.6', '-f', 'lavfi'],
      ...[
        '-i',
        'color=red:s=64x48:r=25:d=0.4[a];color=blue:s=64x48:r=25:d=0.6[b];[a][b]concat=n=2',
      ],
      ...['-map', '0', '-map', '1', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'],
    );
    const pictures = await studio.pictures({
      ...FRAME,
      scenes: [{ elements: [{ type: 'video', src: file }] }],
    });
    // The last picture stays while the audio continues.
    expect(pictures.count).toBe(50);
    expect([0, 24, 25, 49].map((frame) => nameAt(pictures, frame))).toEqual([
      'red',
      'red',
      'blue',
      'blue',
    ]);
  });

  it('applies an edit list and hides the parts that it removes', async () => {
    const whole = await studio.make(
      'whole.mp4',
      ...[
        '-f',
        'lavfi',
        '-i',
        'color=red:s=64x48:r=25:d=0.4[a];color=blue:s=64x48:r=25:d=0.6[b];[a][b]concat=n=2',
      ],
      ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p'],
    );
    const file = await studio.make('edited.mp4', '-ss', '0.2', '-i', whole, '-c', 'copy');
    const pictures = await studio.pictures({
      ...FRAME,
      scenes: [{ elements: [{ type: 'video', src: file }] }],
    });
    expect([0, 4, 5].map((frame) => nameAt(pictures, frame))).toEqual(['red', 'red', 'blue']);
    expect(pictures.count).toBe(20);
  });

  it('measures the duration of a video if its container has a wrong one', async () => {
    const file = await studio.make(
      'lie.mkv',
      '-f',
      'lavfi',
      '-i',
      'color=red:s=64x48:r=25:d=1.2',
      '-c:v',
      'libx264',
    );
    const bytes = await readFile(file);
    // The Duration in the Info of Matroska: ID 0x4489, a double of eight bytes.
    const at = bytes.indexOf(Buffer.from([0x44, 0x89, 0x88]));
    bytes.writeDoubleBE(90_000, at + 3);
    await writeFile(file, bytes);
    const { frames } = await studio.render({
      ...FRAME,
      scenes: [{ elements: [{ type: 'video', src: file }] }],
    });
    expect(frames).toBe(30);
  });

  it('plays the available part of a truncated file if its element accepts that', async () => {
    const file = await studio.make(
      'cut.mkv',
      ...['-f', 'lavfi', '-i', 'testsrc2=s=64x48:r=25:d=4', '-c:v', 'libx264', '-g', '25'],
    );
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, Math.round(bytes.length * 0.6)));
    const { frames } = await studio.render({
      ...FRAME,
      scenes: [{ elements: [{ type: 'video', src: file, 'accept-damaged': true }] }],
    });
    expect(frames).toBeGreaterThan(30);
    expect(frames).toBeLessThan(90);
  });

  it.each(['gif', 'png'])('plays and repeats an animated %s', async (format) => {
    const parts = [
      ['red', 0.1],
      ['green', 0.3],
      ['blue', 0.2],
    ] as const;
    const graph = parts
      .map(([color, d], index) => `color=${color}:s=64x48:r=10:d=${d}[p${index}]`)
      .join(';');
    const file = await studio.make(
      `animated.${format}`,
      ...['-f', 'lavfi', '-i', `${graph};[p0][p1][p2]concat=n=3`],
      ...(format === 'png' ? ['-f', 'apng', '-plays', '1'] : ['-loop', '-1']),
    );
    const pictures = await studio.pictures({
      ...FRAME,
      scenes: [{ duration: 5, elements: [{ type: 'image', src: file }] }],
    });
    for (const ms of [40, 120, 360, 440, 560, 640, 2040, 4000, 4360, 4840]) {
      const inRound = ms % 600;
      const truth = inRound < 100 ? 'red' : inRound < 400 ? 'green' : 'blue';
      expect([ms, nameAt(pictures, ms / 40)]).toEqual([ms, truth]);
    }
  });

  it('uses the audio of an MP3 with a cover picture', async () => {
    const cover = await quarters('cover.png', '64x48', '-frames:v', '1');
    const file = await studio.make(
      'covered.mp3',
      ...['-f', 'lavfi', '-i', 'sine=f=500:d=1', '-i', cover, '-map', '0', '-map', '1'],
      ...['-c:v', 'copy', '-disposition:v', 'attached_pic'],
    );
    const { left } = await studio.sound({
      ...FRAME,
      scenes: [{ elements: [{ type: 'audio', src: file }] }],
    });
    expect(rms(left, 4_800, 43_200)).toBeGreaterThan(0.05);
  });

  it('shows the background again after a picture of the whole frame', async () => {
    const file = await quarters('goes.png', '64x48', '-frames:v', '1');
    const pictures = await studio.pictures(
      scene({ type: 'image', src: file, duration: 0.4 }, { 'background-color': '#000000' }),
    );
    expect([9, 10].map((frame) => nameAt(pictures, frame, 16, 12))).toEqual(['red', 'black']);
  });
});
