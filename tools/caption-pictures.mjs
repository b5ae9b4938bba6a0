/**
 * Renders the examples of `examples/captions` and writes three of their frames side by side to
 * `docs/images/captions`. Needs ffmpeg on the PATH.
 *
 *   npm run docs:pictures -- [name]...
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EXAMPLES = 'examples/captions';
const PICTURES = 'docs/images/captions';
/** Seconds at which something of each style is to be seen. */
const MOMENTS = [0.5, 0.85, 1.4];
const MOMENTS_OF = { scripts: [0.5, 2, 3.5, 5, 6.7, 8.7] };

const dir = mkdtempSync(join(tmpdir(), 'caption-pictures-'));
const env = { ...process.env, VIDEOCRAFT_DATA_DIR: join(dir, 'data') };
const run = (program, args) => execFileSync(program, args, { env, stdio: 'inherit' });
const wanted = process.argv.slice(2);

try {
  mkdirSync(PICTURES, { recursive: true });
  for (const file of readdirSync(EXAMPLES)) {
    const name = file.replace('.json', '');
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const video = join(dir, `${name}.mp4`);
    run('node', ['dist/src/cli.js', 'render', join(EXAMPLES, file), '-o', video]);
    const moments = MOMENTS_OF[name] ?? MOMENTS;
    const inputs = moments.flatMap((second) => ['-ss', String(second), '-i', video]);
    const scaled = moments.map((_, at) => `[${at}]trim=end_frame=1,scale=480:-2[f${at}]`);
    const rows = moments.map((_, at) => `${(at % 3) * 480}_${Math.floor(at / 3) * 270}`).join('|');
    const stacked = `${moments.map((_, at) => `[f${at}]`).join('')}xstack=${moments.length}:${rows}`;
    run('ffmpeg', [
      ...['-v', 'error', '-y', ...inputs, '-filter_complex', [...scaled, stacked].join(';')],
      ...['-frames:v', '1', '-q:v', '6', join(PICTURES, `${name}.jpg`)],
    ]);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
