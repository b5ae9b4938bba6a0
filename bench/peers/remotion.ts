import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
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
import type { Installed } from './install.js';
import type { Tool } from './tool.js';

/** Remotion with its defaults, in a browser of the machine. */
export function remotion({ folder: packages, version }: Installed, browser: string): Tool {
  return {
    name: 'Remotion',
    version,
    async prepare(film, folder, output) {
      const media = join(folder, 'public');
      await mkdir(media);
      for (const path of [...film.pictures, film.sound])
        await copyFile(path, join(media, basename(path)));
      // Below the packages, where its bundler finds React.
      const entry = join(packages, `${film.name}.js`);
      await writeFile(entry, source(film));
      const cli = join(packages, 'node_modules/@remotion/cli/remotion-cli.js');
      return {
        command: [
          ...[process.execPath, cli, 'render', entry, 'film', output, '--log=error'],
          ...[`--public-dir=${media}`, `--browser-executable=${browser}`],
        ],
        cwd: packages,
      };
    },
  };
}

function source({ seconds, pictures, isVideo, moves, sound, pages }: Film): string {
  const data = {
    pictures: pictures.map((path) => basename(path)),
    pages: pages.map((page) => ({ ...page, times: wordTimes(page) })),
  };
  const picture = isVideo
    ? 'h(Loop, { durationInFrames: 6 * FPS }, h(OffthreadVideo, { src, muted: true, style: FILL }))'
    : 'h(Img, { src, style: { ...FILL, transform: `scale(${zoom})` } })';
  return `
import React from 'react';
import { AbsoluteFill, Audio, Composition, Img, Loop, OffthreadVideo, registerRoot, Sequence, staticFile, useCurrentFrame } from 'remotion';
const h = React.createElement;
const FPS = ${FPS};
const FILL = { width: '100%', height: '100%', objectFit: 'cover' };
const { pictures, pages } = ${JSON.stringify(data)};
const EACH = ${(seconds * FPS) / pictures.length};
function Picture({ src, index }) {
  const frame = useCurrentFrame();
  const share = index % 2 === 0 ? frame / EACH : 1 - frame / EACH;
  const zoom = ${moves} ? 1 + ${(ZOOM - 1).toFixed(3)} * share : 1;
  return ${picture};
}
function Captions() {
  const time = useCurrentFrame() / FPS;
  const page = pages.find(({ start, end }) => time >= start && time < end);
  if (!page) return null;
  const words = page.words.map(({ text }, index) => {
    const { from, to } = page.times[index];
    const color = time >= from && time < to ? '#ffff00' : '#ffffff';
    return h('span', { key: index, style: { color } }, text + ' ');
  });
  const style = {
    position: 'absolute', bottom: ${CAPTIONS_BOTTOM}, width: '100%', textAlign: 'center',
    font: 'bold ${FONT_SIZE}px sans-serif', WebkitTextStroke: '8px black', paintOrder: 'stroke fill',
  };
  return h('div', { style }, words);
}
function Film() {
  return h(AbsoluteFill, { style: { backgroundColor: 'black' } },
    pictures.map((name, index) => h(Sequence, { key: index, from: index * EACH, durationInFrames: EACH },
      h(Picture, { src: staticFile(name), index }))),
    h(Captions),
    h(Audio, { src: staticFile(${JSON.stringify(basename(sound))}) }));
}
registerRoot(() => h(Composition, {
  id: 'film', component: Film, width: ${WIDTH}, height: ${HEIGHT}, fps: FPS, durationInFrames: ${seconds * FPS},
}));
`;
}
