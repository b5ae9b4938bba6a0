/**
 * Renders job J1 with editly in a separate process, so that its cost can be measured.
 *
 *   node editly.js ENTRY PROJECT OUTPUT
 *
 * ENTRY is the URL of editly's module. PROJECT is the project file of the job, which supplies the
 * pictures, sounds, and words.
 */
import { readFile } from 'node:fs/promises';

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Scene {
  readonly elements: readonly [{ src: string }, { src: string; words: readonly Word[] }];
}

/** The parts of a canvas context that this file uses. */
interface Context {
  font: string;
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineJoin: string;
  measureText(text: string): { readonly width: number };
  strokeText(text: string, x: number, y: number): void;
  fillText(text: string, x: number, y: number): void;
}

interface CanvasLayer {
  readonly canvas: { getContext(kind: '2d'): Context };
}

const [WIDTH, HEIGHT, FPS] = [1920, 1080, 30];
const [LINE_WORDS, LINES, SIZE, LINE_HEIGHT] = [4, 2, 64, 80];
const FIRST_BASELINE = 900;

const [, , entry, project, outPath] = process.argv as [string, string, string, string, string];
const { default: editly } = (await import(entry)) as {
  default: (spec: object) => Promise<void>;
};
const { scenes } = JSON.parse(await readFile(project, 'utf8')) as { scenes: readonly Scene[] };
const clips = await Promise.all(
  scenes.map(async ({ elements: [picture, { src, words }] }) => {
    const { duration } = JSON.parse(await readFile(src.replace('.wav', '.json'), 'utf8')) as {
      duration: number;
    };
    const captions = ({ canvas }: CanvasLayer) => {
      const context = canvas.getContext('2d');
      return {
        onRender: (progress: number) => draw(context, words, progress * duration),
        onClose() {},
        close() {},
      };
    };
    return {
      duration,
      transition: null,
      layers: [
        { type: 'image', path: picture.src, resizeMode: 'cover', zoomDirection: null },
        { type: 'canvas', func: captions },
        { type: 'audio', path: src },
      ],
    };
  }),
);
await editly({
  outPath,
  width: WIDTH,
  height: HEIGHT,
  fps: FPS,
  keepSourceAudio: true,
  clips,
  defaults: { transition: null },
});

/** Two lines of words, with the spoken word in another color. */
function draw(context: Context, words: readonly Word[], second: number): void {
  const spokenIndex = words.findIndex(({ end }) => second < end);
  if (spokenIndex < 0) return;
  const first = spokenIndex - (spokenIndex % (LINE_WORDS * LINES));
  context.font = `bold ${SIZE}px sans-serif`;
  context.lineWidth = 10;
  context.lineJoin = 'round';
  context.strokeStyle = 'black';
  for (let row = 0; row < LINES; row++) {
    const from = first + row * LINE_WORDS;
    const line = words.slice(from, from + LINE_WORDS);
    const y = FIRST_BASELINE + row * LINE_HEIGHT;
    let x = (WIDTH - context.measureText(line.map(({ word }) => word).join(' ')).width) / 2;
    for (const { word, start, end } of line) {
      context.fillStyle = start <= second && second < end ? '#FFD400' : 'white';
      context.strokeText(word, x, y);
      context.fillText(word, x, y);
      x += context.measureText(`${word} `).width;
    }
  }
}
