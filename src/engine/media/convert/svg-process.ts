/** The program of the process that draws one SVG file, and ends. */
import { readFile, writeFile } from 'node:fs/promises';
import { drawSvg, SvgTooLarge } from './draw-svg.js';

/** What the process is asked for. */
export interface SvgRequest {
  readonly source: string;
  readonly output: string;
  readonly maxPixels: number;
}

/** What is known of a drawing besides its picture. */
export interface SvgFacts {
  readonly density: number;
  readonly hasText: boolean;
  readonly hasFiles: boolean;
}

export type SvgAnswer =
  { readonly facts: SvgFacts } | { readonly problem: string; readonly isTooLarge: boolean };

/** Draws a file to a PNG file. What is wrong with the drawing is an answer. */
export async function answerSvg({ source, output, maxPixels }: SvgRequest): Promise<SvgAnswer> {
  const file = await readFile(source);
  try {
    const { png, ...facts } = await drawSvg(file, maxPixels);
    await writeFile(output, png);
    return { facts };
  } catch (error) {
    const problem = String(error instanceof Error ? error.message : error);
    return { problem, isTooLarge: error instanceof SvgTooLarge };
  }
}

if (process.send !== undefined && process.argv[1]?.endsWith('svg-process.js') === true) {
  process.once('message', (request: SvgRequest) => {
    void answerSvg(request).then((answer) => process.send!(answer, () => process.disconnect()));
  });
}
