import { texts } from '../texts/index.js';

/** An example of the gallery. */
export interface Example {
  readonly id: keyof typeof texts.gallery.examples;
  /** The width of its picture divided by the height. */
  readonly ratio: number;
  readonly poster: string;
  readonly film: string;
  /** Loads its project. */
  readonly load: () => Promise<string>;
}

const projects = import.meta.glob<string>('../../../examples/studio/*.json', {
  query: '?raw',
  import: 'default',
});
const posters = import.meta.glob<string>('./pictures/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});
const films = import.meta.glob<string>('./pictures/*.mp4', {
  query: '?url',
  import: 'default',
  eager: true,
});

const PORTRAIT = 9 / 16;
const LANDSCAPE = 16 / 9;

/** In the order of the gallery: wide and high ones in turn. */
export const EXAMPLES: readonly Example[] = [
  example('lyrics', PORTRAIT),
  example('news', LANDSCAPE),
  example('podcast', 1),
  example('quote', PORTRAIT),
  example('chart', LANDSCAPE),
  example('product', 1),
  example('countdown', PORTRAIT),
  example('course', LANDSCAPE),
];

function example(id: Example['id'], ratio: number): Example {
  return {
    ...{ id, ratio },
    poster: posters[`./pictures/${id}.webp`]!,
    film: films[`./pictures/${id}.mp4`]!,
    load: projects[`../../../examples/studio/${id}.json`]!,
  };
}
