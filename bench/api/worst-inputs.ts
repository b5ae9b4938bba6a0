/** A request that costs much more than it sends. */
export interface WorstInput {
  readonly name: string;
  readonly config: object;
}

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

function texts(count: number, letters: string): object {
  return {
    variables: { x: letters.repeat(Math.floor(5_000 / letters.length)) },
    scenes: [{ duration: 1, elements: many(count, () => ({ type: 'text', text: '{{ x }}' })) }],
  };
}

function scenesThatIterate(scenes: number, items: number): object {
  return {
    variables: { list: many(items, () => 1) },
    scenes: many(scenes, () => ({ duration: 1, iterate: 'list', condition: '1 > 2' })),
  };
}

function captionWords(count: number, letters: string): object {
  const words = many(count, (at) => ({ word: letters, start: at / 4, end: at / 4 + 0.2 }));
  return {
    scenes: [{ duration: count / 4, elements: [] }],
    elements: [{ type: 'subtitles', words, settings: { style: 'bounce' } }],
  };
}

/**
 * The costliest small requests of each kind. The larger one of a pair exceeds a limit, and the smaller one
 * is about as large as the limits of a request accept.
 *
 * @param gif the address of a GIF of millions of tiny blocks
 */
export function worstInputs(gif: string): WorstInput[] {
  return [
    { name: '500 texts of 5,000 letters', config: texts(500, 'word ') },
    { name: '190 texts of 5,000 letters', config: texts(190, 'word ') },
    { name: '400 texts of 2,500 emoji', config: texts(400, '\u{1F600}') },
    { name: '190 texts of 2,500 emoji', config: texts(190, '\u{1F600}') },
    { name: '300 scenes over 50,000 items', config: scenesThatIterate(300, 50_000) },
    { name: '15 scenes over 900 items', config: scenesThatIterate(15, 900) },
    { name: '1,200 words of 18 families', config: captionWords(1_200, FAMILY.repeat(18)) },
    { name: '300 words of 18 families', config: captionWords(300, FAMILY.repeat(18)) },
    { name: '200 captions of one wide word', config: captionWords(200, 'W'.repeat(200)) },
    {
      name: '10 turning ellipses of 4,096 px',
      config: {
        scenes: [
          {
            duration: 10,
            elements: many(10, () => ({
              type: 'shape',
              shape: 'ellipse',
              width: 4_096,
              height: 4_096,
              rotate: { angle: 360, speed: 1 },
            })),
          },
        ],
      },
    },
    {
      name: 'a GIF of 4 million tiny blocks',
      config: { scenes: [{ duration: 1, elements: [{ type: 'image', src: gif }] }] },
    },
  ];
}

/** One letter to the reader, 7 code points and 11 UTF-16 code units to the layout of text. */
const FAMILY = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}';
