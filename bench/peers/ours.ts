import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Film, FONT_SIZE, FPS } from './film.js';
import type { Tool } from './tool.js';

const CLI = fileURLToPath(new URL('../../src/cli.js', import.meta.url));

/** The command line of this project, with empty caches. */
export function ours(version: string): Tool {
  return {
    name: 'VideoCraft',
    version,
    async prepare(film, folder, output) {
      const project = join(folder, 'project.json');
      await writeFile(project, JSON.stringify(projectOf(film)));
      const data = join(folder, 'data');
      await mkdir(data);
      return {
        command: [process.execPath, CLI, 'render', project, '-o', output, '--json', '--force'],
        cwd: folder,
        env: { VIDEOCRAFT_DATA_DIR: data },
      };
    },
  };
}

function projectOf({ seconds, pictures, isVideo, moves, sound, pages }: Film): object {
  const duration = seconds / pictures.length;
  const scenes = pictures.map((src, index) => ({
    duration,
    elements: [
      isVideo
        ? { type: 'video', src, loop: true, volume: 0 }
        : { type: 'image', src, ...(moves ? { zoom: index % 2 === 0 ? 2 : -2 } : {}) },
    ],
  }));
  const words = pages.flatMap((page) =>
    page.words.map(({ text, start, end }) => ({ word: text, start, end })),
  );
  const settings = {
    style: 'progressive',
    'font-size': FONT_SIZE,
    'max-words-per-line': 4,
    'max-lines': 1,
  };
  return {
    resolution: 'full-hd',
    fps: FPS,
    scenes,
    elements: [
      { type: 'audio', src: sound, words },
      { type: 'subtitles', settings },
    ],
  };
}
