import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../api/load.js';

const PICTURES = ['i0.jpg', 'i1.jpg', 'i2.jpg'];
const LONG = 'u10_flite_rms_long';
/** 93 s of speech. */
const CLIPS = [LONG, 'u8_flite_awb', LONG, 'u8_flite_awb', LONG, 'u7_flite_rms'];

/** Makes the config of a job. Two numbers make two videos that share no segment. */
export type MakeConfig = (number: number, mediaUrl: string) => Promise<object>;

/** Two plain seconds with words whose times are known. */
export const short: MakeConfig = (number) =>
  Promise.resolve({
    resolution: 'hd',
    scenes: [{ duration: 2, 'background-color': '#204060' }],
    elements: [
      {
        type: 'subtitles',
        words: [
          { word: `Take${number}`, start: 0.2, end: 0.6 },
          { word: 'works', start: 0.6, end: 1.1 },
          { word: 'well', start: 1.1, end: 1.8 },
        ],
      },
    ],
  });

/** Photos under 93 s of speech with its script, so that the job aligns the words. */
export const long: MakeConfig = async (number, mediaUrl) => {
  const scenes = CLIPS.map(async (clip, index) => ({
    elements: [
      { type: 'image', src: `${mediaUrl}/pictures/${PICTURES[index % PICTURES.length]}` },
      {
        type: 'audio',
        src: `${mediaUrl}/speech/${clip}__clean.wav`,
        text: `Take${number}x${index} ${await script(clip)}`,
      },
    ],
  }));
  return {
    resolution: 'full-hd',
    fps: 30,
    scenes: await Promise.all(scenes),
    elements: [{ type: 'subtitles' }],
  };
};

async function script(clip: string): Promise<string> {
  const path = join(ROOT, 'test/media/speech', `${clip}__clean.json`);
  const { words } = JSON.parse(await readFile(path, 'utf8')) as {
    words: readonly { readonly w: string }[];
  };
  return words.map(({ w }) => w).join(' ');
}
