import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MEDIA = fileURLToPath(new URL('../../../test/media/', import.meta.url));
export const FPS = 30;
const LONG = 'u10_flite_rms_long';
const CLIPS = [LONG, 'u8_flite_awb', LONG, 'u8_flite_awb', LONG, 'u7_flite_rms'];

export interface Job {
  readonly name: string;
  readonly title: string;
  /** Project file. Its paths are relative to its folder. */
  readonly project: string;
  /**
   * Arguments of the obvious single ffmpeg command, without its output. `CAPTIONS` stands for the
   * ASS file.
   */
  readonly obvious: readonly string[];
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Clip {
  readonly path: string;
  readonly seconds: number;
  readonly words: readonly Word[];
}

/**
 * The speech of the scenes: clips with known word times, so that the jobs measure only rendering.
 */
async function clip(name: string): Promise<Clip> {
  const path = `${MEDIA}speech/${name}__clean.wav`;
  const truth = JSON.parse(await readFile(path.replace('.wav', '.json'), 'utf8')) as {
    duration: number;
    words: readonly { w: string; start: number | null; end: number | null }[];
  };
  const words = truth.words.map(({ w, start, end }) => ({
    word: w,
    start: start ?? 0,
    end: end ?? 0,
  }));
  return { path, seconds: truth.duration, words: words.filter(({ start, end }) => end > start) };
}

/** A clip whose first word differs from all others, so that no two scenes have the same frames. */
function distinct(clip: Clip, index: number): Clip {
  const [first, ...others] = clip.words;
  return { ...clip, words: [{ ...first!, word: `${first!.word}${index}` }, ...others] };
}

/** Six different photos, made from three. */
async function photos(dir: string, ffmpeg: string): Promise<string[]> {
  const paths: string[] = [];
  for (const [index, effect] of [
    'null',
    'null',
    'null',
    'hflip',
    'vflip',
    'hflip,vflip',
  ].entries()) {
    const path = join(dir, `photo${index}.jpg`);
    const source = `${MEDIA}pictures/i${index % 3}.jpg`;
    await run(ffmpeg, ['-y', '-v', 'error', '-i', source, '-vf', effect, '-q:v', '2', path]);
    paths.push(path);
  }
  return paths;
}

export const subtitles = { type: 'subtitles', settings: { style: 'progressive', 'font-size': 64 } };
export const size = { resolution: 'full-hd', fps: FPS };
const x264 = [
  '-b:a',
  '192k',
  '-c:v',
  'libx264',
  '-preset',
  'medium',
  '-crf',
  '23',
  '-pix_fmt',
  'yuv420p',
];
const cover = 'scale=1920:1080:force_original_aspect_ratio=increase,crop=1920:1080,setsar=1';

/** J1: photos, speech, cuts, and word captions. Only the captions move. */
async function stillJob(dir: string, ffmpeg: string, scenes: number): Promise<Job> {
  const pictures = await photos(dir, ffmpeg);
  const clips = await Promise.all(CLIPS.map(clip));
  const parts = Array.from({ length: scenes }, (_, index) => ({
    picture: pictures[index % 6]!,
    clip: distinct(clips[index % 6]!, index),
  }));
  const project = join(dir, `stills-${scenes}.json`);
  await writeFile(
    project,
    JSON.stringify({
      ...size,
      scenes: parts.map(({ picture, clip: { path, words } }) => ({
        elements: [
          { type: 'image', src: picture },
          { type: 'audio', src: path, words },
        ],
      })),
      elements: [subtitles],
    }),
  );
  const inputs = parts.flatMap(({ picture, clip: { path, seconds } }) =>
    args([
      '-loop',
      '1',
      '-framerate',
      String(FPS),
      '-t',
      String(seconds),
      '-i',
      picture,
      '-i',
      path,
    ]),
  );
  const chains = parts.map((_, index) => `[${2 * index}:v]${cover},fps=${FPS}[v${index}]`);
  const joined = parts.map((_, index) => `[v${index}][${2 * index + 1}:a]`).join('');
  const graph = `${chains.join(';')};${joined}concat=n=${scenes}:v=1:a=1[cv][a];[cv]CAPTIONS[v]`;
  return {
    name: `J1-${scenes}`,
    title: `${scenes} photos under speech, word captions`,
    project,
    obvious: [...inputs, '-filter_complex', graph, '-map', '[v]', '-map', '[a]', ...x264],
  };
}

/** J2: a moving background, six overlays that appear and disappear, and captions. */
async function movingJob(dir: string, ffmpeg: string): Promise<Job> {
  const pictures = await photos(dir, ffmpeg);
  const { path, seconds, words } = await clip(CLIPS[0]!);
  const background = `${MEDIA}background.mp4`;
  const overlays = pictures.map((src, index) => ({
    src,
    start: 1 + index * 2.5,
    duration: 4,
    width: 360,
    height: 240,
    x: 60 + (index % 3) * 720,
    y: index < 3 ? 60 : 540,
  }));
  const project = join(dir, 'moving.json');
  await writeFile(
    project,
    JSON.stringify({
      ...size,
      scenes: [
        {
          elements: [
            { type: 'video', src: background, loop: true, volume: 0 },
            ...overlays.map((overlay) => ({ type: 'image', ...overlay })),
            { type: 'audio', src: path, words },
          ],
        },
      ],
      elements: [subtitles],
    }),
  );
  const inputs = overlays.flatMap(({ src }) => [
    '-loop',
    '1',
    '-framerate',
    String(FPS),
    '-i',
    src,
  ]);
  const chains = overlays.map(
    ({ width, height }, index) => `[${index + 2}:v]scale=${width}:${height}[o${index}]`,
  );
  const painted = overlays.map(
    ({ start, duration, x, y }, index) =>
      `[b${index}][o${index}]overlay=${x}:${y}:enable='between(t,${start},${start + duration})'[b${index + 1}]`,
  );
  const graph = [`[0:v]${cover},fps=${FPS}[b0]`, ...chains, ...painted, '[b6]CAPTIONS[v]'].join(
    ';',
  );
  return {
    name: 'J2',
    title: 'a moving background, six overlays, word captions',
    project,
    obvious: args(
      ['-stream_loop', '-1', '-i', background, '-i', path, ...inputs],
      ['-filter_complex', graph, '-map', '[v]', '-map', '1:a', '-t', String(seconds), ...x264],
    ),
  };
}

/** J3: moving views of photos, cross-fades, and captions. */
async function motionJob(dir: string, ffmpeg: string): Promise<Job> {
  const pictures = await photos(dir, ffmpeg);
  const { path, seconds, words } = await clip(CLIPS[0]!);
  const fade = 1;
  const each = (seconds + (pictures.length - 1) * fade) / pictures.length;
  const project = join(dir, 'motion.json');
  await writeFile(
    project,
    JSON.stringify({
      ...size,
      scenes: pictures.map((src, index) => ({
        duration: each,
        ...(index > 0 ? { transition: { style: 'fade', duration: fade } } : {}),
        elements: [{ type: 'image', src, zoom: index % 2 === 0 ? 2 : -2 }],
      })),
      elements: [{ type: 'audio', src: path, words }, subtitles],
    }),
  );
  const frames = Math.round(each * FPS);
  const chains = pictures.map((_, index) => {
    const zoom = index % 2 === 0 ? `1+0.2*on/${frames}` : `1.2-0.2*on/${frames}`;
    return (
      `[${index}:v]scale=8000:-1,zoompan=z='${zoom}':d=${frames}:x='iw/2-(iw/zoom/2)'` +
      `:y='ih/2-(ih/zoom/2)':s=1920x1080:fps=${FPS}[z${index}]`
    );
  });
  const fades = pictures.slice(1).map((_, index) => {
    const first = index === 0 ? 'z0' : `x${index}`;
    const offset = ((index + 1) * (each - fade)).toFixed(3);
    return `[${first}][z${index + 1}]xfade=transition=fade:duration=${fade}:offset=${offset}[x${index + 1}]`;
  });
  const graph = [...chains, ...fades, `[x${pictures.length - 1}]CAPTIONS[v]`].join(';');
  return {
    name: 'J3',
    title: 'moving views, cross-fades, word captions',
    project,
    obvious: args(
      pictures.flatMap((src) => ['-i', src]),
      ['-i', path, '-filter_complex', graph, '-map', '[v]'],
      ['-map', `${pictures.length}:a`, ...x264],
    ),
  };
}

/** Creates the files of the jobs in a folder. */
export const JOBS = {
  J1: (dir: string, ffmpeg: string) => stillJob(dir, ffmpeg, 6),
  'J1-96': (dir: string, ffmpeg: string) => stillJob(dir, ffmpeg, 96),
  J2: movingJob,
  J3: motionJob,
};
