import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { args } from '../../src/core/util/args.js';
import {
  CAPTIONS_BOTTOM,
  type Film,
  FONT_SIZE,
  FPS,
  HEIGHT,
  wordTimes,
  WIDTH,
  ZOOM,
} from './film.js';
import type { Tool } from './tool.js';

const COVER = `scale=${WIDTH}:${HEIGHT}:force_original_aspect_ratio=increase,crop=${WIDTH}:${HEIGHT},setsar=1`;
const ENCODE = args(
  ['-c:v', 'libx264', '-preset', 'medium', '-crf', '23', '-pix_fmt', 'yuv420p'],
  ['-c:a', 'aac', '-b:a', '192k'],
);

/** One command of ffmpeg, as somebody would write it by hand. */
export function obvious(version: string): Tool {
  return {
    name: 'ffmpeg',
    version,
    async prepare(film, folder, output) {
      await writeFile(join(folder, 'captions.ass'), captions(film));
      const command = ['ffmpeg', '-y', '-v', 'error', ...inputs(film), '-i', film.sound];
      const picked = [
        '-map',
        '[v]',
        '-map',
        `${film.pictures.length}:a`,
        '-t',
        String(film.seconds),
      ];
      command.push('-filter_complex', graph(film), ...picked, ...ENCODE, output);
      return { command, cwd: folder };
    },
  };
}

function inputs({ seconds, pictures, isVideo, moves }: Film): string[] {
  const each = String(seconds / pictures.length);
  return pictures.flatMap((path) => {
    if (isVideo) return ['-stream_loop', '-1', '-i', path];
    if (moves) return ['-i', path];
    return ['-loop', '1', '-framerate', String(FPS), '-t', each, '-i', path];
  });
}

function graph({ seconds, pictures, isVideo, moves }: Film): string {
  if (isVideo) return `[0:v]${COVER},fps=${FPS},trim=end=${seconds},ass=captions.ass[v]`;
  const frames = (seconds / pictures.length) * FPS;
  const chains = pictures.map((_, index) => {
    if (!moves) return `[${index}:v]${COVER}[p${index}]`;
    const gain = (ZOOM - 1).toFixed(3);
    const zoom = index % 2 === 0 ? `1+${gain}*on/${frames}` : `${ZOOM}-${gain}*on/${frames}`;
    // zoompan moves by whole pixels of its input, so the usual advice is to enlarge it first.
    return (
      `[${index}:v]scale=8000:-1,zoompan=z='${zoom}':d=${frames}:x='iw/2-(iw/zoom/2)'` +
      `:y='ih/2-(ih/zoom/2)':s=${WIDTH}x${HEIGHT}:fps=${FPS},setsar=1[p${index}]`
    );
  });
  const joined = pictures.map((_, index) => `[p${index}]`).join('');
  return [...chains, `${joined}concat=n=${pictures.length},ass=captions.ass[v]`].join(';');
}

/** An event for each word, with the whole page and the word in another color. */
function captions({ pages }: Film): string {
  const events = pages.flatMap((page) =>
    wordTimes(page).map(({ from, to }, spoken) => {
      const text = page.words.map(({ text }, index) =>
        index === spoken ? `{\\c&H00FFFF&}${text}{\\c}` : text,
      );
      return `Dialogue: 0,${clock(from)},${clock(to)},Word,,0,0,0,,${text.join(' ')}`;
    }),
  );
  return [
    ...['[Script Info]', `PlayResX: ${WIDTH}`, `PlayResY: ${HEIGHT}`, '[V4+ Styles]'],
    'Format: Name,Fontname,Fontsize,PrimaryColour,OutlineColour,Bold,BorderStyle,Outline,Alignment,MarginV',
    `Style: Word,sans-serif,${FONT_SIZE},&H00FFFFFF,&H00000000,-1,1,4,2,${CAPTIONS_BOTTOM}`,
    ...['[Events]', 'Format: Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text'],
    ...events,
  ].join('\n');
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `0:00:${String(whole).padStart(2, '0')}.${String(Math.floor((seconds - whole) * 100)).padStart(2, '0')}`;
}
