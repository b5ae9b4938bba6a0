/**
 * Renders examples and writes some of their frames, side by side, to `docs/images`, the film as an animation, and the
 * examples of the studio as small videos with a poster. Needs ffmpeg 5 or newer on the PATH.
 *
 *   npm run docs:pictures -- [name]...
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Seconds at which each caption style shows something characteristic. */
const MOMENTS = [0.5, 0.85, 1.4];
const MOMENTS_OF = { scripts: [0.5, 2, 3.5, 5, 6.7, 8.7] };

const captions = readdirSync('examples/captions').map((file) => {
  const name = file.replace('.json', '');
  return {
    ...{ name, project: join('examples/captions', file), moments: MOMENTS_OF[name] ?? MOMENTS },
    picture: `docs/images/captions/${name}.jpg`,
  };
});
const others = [
  { name: 'text', moments: [0.3, 1.5, 6.8] },
  { name: 'looks', moments: [1, 3, 5] },
  { name: 'components', moments: [1.5, 4.9] },
].map(({ name, moments }) => ({
  ...{ name, moments, project: `examples/${name}/project.json` },
  picture: `docs/images/${name}.jpg`,
}));

/** The README starts with it, and should load fast: less than 3 MB. */
const FILM = 'film';
const FILM_FILTERS = 'fps=12,scale=720:-2:flags=lanczos';

/** The gallery of the studio shows all of them at once. */
const STUDIO = readdirSync('examples/studio').map((file) => file.replace('.json', ''));
const STUDIO_PICTURES = 'studio/src/gallery/pictures';
const STUDIO_FILTERS =
  "fps=15,scale='if(gt(iw,ih),600,-2)':'if(gt(iw,ih),-2,min(ih,600))':flags=lanczos";

const dir = mkdtempSync(join(tmpdir(), 'docs-pictures-'));
const env = { ...process.env, VIDEOCRAFT_DATA_DIR: join(dir, 'data') };
const run = (program, args) => execFileSync(program, args, { env, stdio: 'inherit' });
const names = process.argv.slice(2);

const isWanted = (name) => names.length === 0 || names.includes(name);

try {
  if (isWanted(FILM)) {
    const video = join(dir, 'film.mp4');
    run('node', ['dist/src/cli.js', 'render', 'examples/film/project.json', '-o', video]);
    // At a lower quality, the encoder leaves traces of earlier scenes on plain areas.
    run('ffmpeg', [
      ...['-v', 'error', '-y', '-i', video, '-an', '-vf', FILM_FILTERS],
      ...['-c:v', 'libwebp_anim', '-q:v', '86', '-loop', '0', 'docs/images/film.webp'],
    ]);
  }
  for (const name of STUDIO.filter(isWanted)) {
    const video = join(dir, `${name}.mp4`);
    const project = `examples/studio/${name}.json`;
    run('node', ['dist/src/cli.js', 'render', project, '-o', video]);
    const input = ['-v', 'error', '-y', '-i', video, '-an'];
    const encoder = ['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '26', '-pix_fmt', 'yuv420p'];
    run('ffmpeg', [
      ...[...input, '-vf', STUDIO_FILTERS, ...encoder, '-movflags', '+faststart'],
      `${STUDIO_PICTURES}/${name}.mp4`,
    ]);
    // The frame that has the most to see is rather late.
    run('ffmpeg', [
      ...['-v', 'error', '-y', '-sseof', '-0.9', '-i', video, '-frames:v', '1'],
      ...[
        '-vf',
        STUDIO_FILTERS,
        '-c:v',
        'libwebp',
        '-q:v',
        '80',
        `${STUDIO_PICTURES}/${name}.webp`,
      ],
    ]);
  }
  for (const { name, project, picture, moments } of [...captions, ...others]) {
    if (!isWanted(name)) continue;
    const video = join(dir, `${name}.mp4`);
    run('node', ['dist/src/cli.js', 'render', project, '-o', video]);
    const inputs = moments.flatMap((second) => ['-ss', String(second), '-i', video]);
    const scaled = moments.map((_, at) => `[${at}]trim=end_frame=1,scale=480:-2[f${at}]`);
    const rows = moments.map((_, at) => `${(at % 3) * 480}_${Math.floor(at / 3) * 270}`).join('|');
    const stacked = `${moments.map((_, at) => `[f${at}]`).join('')}xstack=${moments.length}:${rows}`;
    mkdirSync(dirname(picture), { recursive: true });
    run('ffmpeg', [
      ...['-v', 'error', '-y', ...inputs, '-filter_complex', [...scaled, stacked].join(';')],
      ...['-frames:v', '1', '-q:v', '6', picture],
    ]);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
