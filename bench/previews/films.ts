/** A film in full HD, and its versions, as an author edits it. */
export interface Film {
  readonly name: string;
  readonly seconds: number;
  /** The version after an edit, in which all words of the captions differ. */
  config(edit: number): object;
}

const WORDS = 'every morning the team meets at the harbor and looks at the boats'.split(' ');
const SCENES = 6;
const SCENE_SECONDS = 4;
const SECONDS = SCENES * SCENE_SECONDS;

/** Photos with word captions over speech. */
export function photos(host: string): Film {
  return filmOf(host, 'photos and captions', (at) => [picture(host, at)]);
}

/** Photos whose views move, with the same captions. */
export function moving(host: string): Film {
  return filmOf(host, 'moving views and captions', (at) => [
    { ...picture(host, at), zoom: 2, pan: 'right' },
  ]);
}

/** A video below a text, with the same captions. */
export function video(host: string): Film {
  return filmOf(host, 'video and captions', () => [
    { type: 'video', src: `http://${host}/test/media/background.mp4`, loop: true, volume: 0 },
  ]);
}

function picture(host: string, at: number): object {
  return { type: 'image', src: `http://${host}/test/media/pictures/i${at % 3}.jpg` };
}

function filmOf(host: string, name: string, elementsOf: (scene: number) => object[]): Film {
  const config = (edit: number) => ({
    resolution: 'full-hd',
    scenes: Array.from({ length: SCENES }, (_, at) => ({
      duration: SCENE_SECONDS,
      elements: elementsOf(at),
    })),
    elements: [
      {
        type: 'audio',
        src: `http://${host}/test/media/speech/tour.mp3`,
        loop: true,
        duration: SECONDS,
      },
      { type: 'subtitles', words: wordsOf(edit) },
    ],
  });
  return { name, seconds: SECONDS, config };
}

/** Three words a second, all of which an edit changes. */
function wordsOf(edit: number): object[] {
  return Array.from({ length: SECONDS * 3 }, (_, at) => ({
    word: edit === 0 ? WORDS[at % WORDS.length] : `${WORDS[at % WORDS.length]}${edit}`,
    start: at / 3,
    end: (at + 1) / 3,
  }));
}
