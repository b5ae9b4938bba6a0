import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const MEDIA = fileURLToPath(new URL('../../../test/media/', import.meta.url));
const SPEECH = `${MEDIA}speech/u10_flite_rms_long__clean`;
const PHOTOS = ['i0.jpg', 'i1.jpg', 'i2.jpg', 'i0.jpg'].map((name) => `${MEDIA}pictures/${name}`);
const WORDS_OF_PAGE = 4;

export const WIDTH = 1920;
export const HEIGHT = 1080;
export const FPS = 30;
export const FONT_SIZE = 64;
/** Distance of the captions from the lower edge, in pixels. */
export const CAPTIONS_BOTTOM = 110;
/** How much larger than the frame a moving view ends or starts. */
export const ZOOM = 1.2;

export interface Word {
  readonly text: string;
  /** In seconds. A word is shown as the spoken one until the next begins. */
  readonly start: number;
  readonly end: number;
}

/** Words that are on screen together. */
export interface Page {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

/** The same content for each of the tools: full HD, under speech with captions word by word. */
export interface Film {
  readonly seconds: number;
  readonly name: 'photos' | 'views' | 'video';
  readonly title: string;
  /** Photos of equal length, or a video that is repeated. */
  readonly pictures: readonly string[];
  readonly isVideo: boolean;
  /** Views of photos zoom in and out in turns. */
  readonly moves: boolean;
  readonly sound: string;
  readonly pages: readonly Page[];
}

/** The three films, whose files are in `test/media`. The speech takes 17.5 s. */
export async function films(seconds: number): Promise<Film[]> {
  const { words } = JSON.parse(await readFile(`${SPEECH}.json`, 'utf8')) as {
    words: readonly { w: string; start: number | null; end: number | null }[];
  };
  const spoken = words
    .map(({ w, start, end }) => ({ text: w, start: start ?? 0, end: end ?? 0 }))
    .filter(({ start, end }) => end > start && end <= seconds);
  const shared = { seconds, sound: `${SPEECH}.wav`, pages: pagesOf(spoken) };
  const video = [`${MEDIA}background.mp4`];
  return [
    {
      ...{ name: 'photos', title: '4 photos, speech, word captions', pictures: PHOTOS },
      ...{ isVideo: false, moves: false, ...shared },
    },
    {
      ...{ name: 'views', title: '4 moving views of photos, speech, word captions' },
      ...{ pictures: PHOTOS, isVideo: false, moves: true, ...shared },
    },
    {
      ...{ name: 'video', title: 'a moving video, speech, word captions', pictures: video },
      ...{ isVideo: true, moves: false, ...shared },
    },
  ];
}

function pagesOf(words: readonly Word[]): Page[] {
  const pages: Page[] = [];
  for (let at = 0; at < words.length; at += WORDS_OF_PAGE) {
    const shown = words.slice(at, at + WORDS_OF_PAGE);
    pages.push({ start: shown[0]!.start, end: shown.at(-1)!.end, words: shown });
  }
  return pages;
}

/** When the spoken word of a page changes: its index, and the time from which and until which it is the spoken one. */
export function wordTimes({ words, end }: Page): { from: number; to: number }[] {
  return words.map(({ start }, index) => ({ from: start, to: words[index + 1]?.start ?? end }));
}
