/**
 * Renders the same three films with Remotion, HyperFrames, one command of ffmpeg, and this project, and prints what each
 * costs.
 *
 *   npm run bench:peers -- [photos] [views] [video] [--only NAME]... [--browser PATH] [--keep FOLDER] [--runs 1] [--seconds 20]
 *
 * Remotion and HyperFrames are installed from npm into a temporary folder. They use the browser of the machine,
 * a `chromium-headless-shell` if there is one. Each has its defaults. The SSIM is of the brightness of the upper two thirds, which have no
 * captions, against lossless frames of the command of ffmpeg.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { packageVersion } from '../../src/config/package-version.js';
import { readVersion } from '../../src/engine/ffmpeg/abilities.js';
import { findExecutable } from '../../src/engine/ffmpeg/find-executable.js';
import { type Cost, measure } from '../render/measure.js';
import { describe, print, ratio } from '../render/report.js';
import { type Film, films, HEIGHT } from './film.js';
import { hyperframes } from './hyperframes.js';
import { install } from './install.js';
import { obvious } from './obvious.js';
import { ours } from './ours.js';
import { remotion } from './remotion.js';
import type { Tool } from './tool.js';

const run = promisify(execFile);
const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true },
    browser: { type: 'string' },
    keep: { type: 'string' },
    runs: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '20' },
  },
});
const RUNS = Number(values.runs);
const NAME_WIDTH = 30;
const temporary = await mkdtemp(join(tmpdir(), 'videocraft-peers-'));

try {
  const dir = values.keep === undefined ? temporary : resolve(values.keep);
  const chosen = (await films(Number(values.seconds))).filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  const tools = await loadTools(dir);
  for (const film of chosen) await compare(film, tools, await freshFolder(dir, film.name));
} finally {
  await rm(temporary, { recursive: true, force: true });
}

async function loadTools(dir: string): Promise<Tool[]> {
  const isWanted = (name: string) => values.only === undefined || values.only.includes(name);
  const tools: Tool[] = [];
  if (isWanted('videocraft')) tools.push(ours(packageVersion()));
  if (isWanted('ffmpeg')) tools.push(obvious(await readVersion('ffmpeg')));
  const browser = values.browser ?? (await findBrowser());
  if (isWanted('remotion')) tools.push(remotion(await install('remotion', dir), browser));
  if (isWanted('hyperframes')) tools.push(hyperframes(await install('hyperframes', dir), browser));
  return tools;
}

async function compare(film: Film, tools: readonly Tool[], dir: string): Promise<void> {
  print(`${film.name}: ${film.title}, ${film.seconds} s`, []);
  let first: Cost | null = null;
  // The command of ffmpeg keeps the matrix of its sources: that of JPEG, or that of the video.
  const matrix = film.isVideo ? 'bt709' : 'bt601';
  const reference = film.moves ? null : await lossless(film, dir);
  for (const tool of tools) {
    const output = join(dir, `${tool.name}.mp4`);
    const cost = await middle(tool, film, dir, output);
    first ??= cost;
    const bytes = (await stat(output)).size;
    const seconds = await duration(output);
    const parts = [
      `${describe(cost)}, ${(bytes / 1e6).toFixed(2)} MB, ${seconds.toFixed(2)} s of video`,
      `CPU ${ratio(cost.cpuSeconds, first.cpuSeconds)}`,
      ...(reference === null
        ? []
        : [`SSIM ${(await similarity(output, reference, matrix)).toFixed(4)}`]),
    ];
    process.stdout.write(
      `  ${`${tool.name} ${tool.version}`.padEnd(NAME_WIDTH)}${parts.join(', ')}\n`,
    );
  }
}

/** The run with the median of the CPU time. Each begins in an empty folder. */
async function middle(tool: Tool, film: Film, dir: string, output: string): Promise<Cost> {
  const costs: Cost[] = [];
  for (let index = 0; index < RUNS; index++) {
    const folder = await freshFolder(dir, `${tool.name}-${index}`);
    const { command, cwd, env } = await tool.prepare(film, folder, output);
    costs.push(await measure(command, { cwd, ...(env ? { env } : {}) }));
  }
  return costs.sort((a, b) => a.cpuSeconds - b.cpuSeconds)[Math.floor((RUNS - 1) / 2)]!;
}

/** Frames of the command of ffmpeg without loss. */
async function lossless(film: Film, dir: string): Promise<string> {
  const output = join(dir, 'lossless.mkv');
  const { command, cwd } = await obvious('').prepare(
    film,
    await freshFolder(dir, 'lossless'),
    output,
  );
  const encoder = command.map((arg, at) => {
    if (command[at - 1] === '-crf') return '0';
    return command[at - 1] === '-preset' ? 'ultrafast' : arg;
  });
  await run(encoder[0]!, encoder.slice(1), { cwd });
  return output;
}

/**
 * The SSIM of the brightness of the part without captions, as a player would show it.
 *
 * @param matrix of the reference and, if it names none, of the file
 */
async function similarity(file: string, reference: string, matrix: string): Promise<number> {
  const part = `crop=iw:${Math.round((HEIGHT * 2) / 3)}:0:0,settb=AVTB,setpts=N`;
  // Files differ in the matrix of their colors, and with it in what brightness means.
  const same = 'scale=out_color_matrix=bt709:out_range=tv,format=yuv444p';
  const rgb = (from: string) => `scale=in_color_matrix=${from},format=gbrp,${same},${part}`;
  const own = (await namesMatrix(file)) ? 'auto' : matrix;
  const graph = `[0:v]${rgb(own)}[a];[1:v]${rgb(matrix)}[b];[a][b]ssim`;
  const inputs = ['-i', file, '-i', reference];
  const shown = ['-lavfi', graph, '-f', 'null', '-'];
  const { stderr } = await run('ffmpeg', ['-hide_banner', ...inputs, ...shown]);
  return Number(/Y:(\S+)/.exec(stderr)?.[1]);
}

async function namesMatrix(file: string): Promise<boolean> {
  const shown = ['-select_streams', 'v:0', '-show_entries', 'stream=color_space'];
  const { stdout } = await run('ffprobe', ['-v', 'error', ...shown, '-of', 'csv=p=0', file]);
  return stdout.trim() !== 'unknown';
}

async function duration(file: string): Promise<number> {
  const shown = ['-show_entries', 'format=duration', '-of', 'csv=p=0'];
  const { stdout } = await run('ffprobe', ['-v', 'error', ...shown, file]);
  return Number(stdout);
}

async function freshFolder(parent: string, name: string): Promise<string> {
  const folder = join(parent, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

async function findBrowser(): Promise<string> {
  const path = process.env['PATH'] ?? '';
  for (const name of BROWSERS) {
    const found = await findExecutable(name, path);
    if (found !== null) return found;
  }
  throw new Error(`None of ${BROWSERS.join(', ')} is in ${path.split(delimiter).join(', ')}.`);
}
