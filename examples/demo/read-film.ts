import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../src/config/types.js';
import { CROSS_FADE } from '../../src/core/render/segment/types.js';
import { locateFfmpeg } from '../../src/engine/ffmpeg/locate-ffmpeg.js';

interface FilmScene {
  readonly transition?: { readonly style: string };
}

/** The config of the film, as a client sends it. */
export interface Film {
  readonly config: string;
  /** Whether cross-fades replace the other transitions, which the bundled ffmpeg lacks. */
  readonly isPlain: boolean;
}

/**
 * Reads the film for a service, and gives its sources the address of the server that has them.
 *
 * @param folder the folder of the film
 */
export async function readFilm(
  folder: string,
  host: string,
  { ffmpeg, production, dataDir }: Config,
): Promise<Film> {
  const text = await readFile(join(folder, 'project.json'), 'utf8');
  const film = JSON.parse(text.replaceAll('"media/', `"http://${host}/media/`)) as {
    readonly scenes: readonly FilmScene[];
  };
  const { abilities } = await locateFfmpeg({
    ...ffmpeg,
    production,
    searchPath: process.env['PATH'] ?? '',
    abilitiesFile: join(dataDir, 'cache', 'ffmpeg.json'),
  });
  const isPlain = film.scenes.some(
    ({ transition }) =>
      transition && transition.style !== CROSS_FADE && !abilities.transitions.has(transition.style),
  );
  const fading = ({ transition, ...scene }: FilmScene): FilmScene =>
    transition ? { ...scene, transition: { ...transition, style: CROSS_FADE } } : scene;
  const scenes = isPlain ? film.scenes.map(fading) : film.scenes;
  return { config: JSON.stringify({ ...film, scenes }), isPlain };
}
