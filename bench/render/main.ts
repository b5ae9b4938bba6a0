import { args } from '../../src/core/util/args.js';
/**
 * Measures the cost of a render as ratios within one run.
 *
 *   npm run bench:render -- [J1] [J2] [J3] [scaling] [start] [change] [word] [captions] [styles] [precision] [motion] [--runs 3] [--no-quality]
 *   npm run bench:render -- editly --editly FOLDER [--runs 3]
 *
 * The command line renders every job with empty caches. The obvious single ffmpeg command renders
 * it as it is, and at the same quality. The median of the runs counts. Quality is the SSIM of a
 * result against its filtered frames before encoding. `editly` renders J1 with the editly that is
 * installed in a folder, with captions as a canvas layer. It needs `xvfb-run`.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { type Change, changedScene, correctedWord } from './changes.js';
import { JOBS, type Job } from './jobs.js';
import { type Cost, measure } from './measure.js';
import { motionCosts } from './motion.js';
import { Planned } from './planned.js';
import { type PathError, zoomErrors } from './precision.js';
import { rateFactorFor, ssim, videoBytes } from './quality.js';
import { describe, print, ratio, total } from './report.js';

const run = promisify(execFile);
const CLI = fileURLToPath(new URL('../../src/cli.js', import.meta.url));
const EDITLY = fileURLToPath(new URL('./editly.js', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    'no-quality': { type: 'boolean', default: false },
    editly: { type: 'string' },
  },
});
const RUNS = Number(values.runs);
const wanted =
  positionals.length > 0
    ? positionals
    : [
        'J1',
        'J2',
        'J3',
        'scaling',
        'start',
        'change',
        'word',
        'captions',
        'styles',
        'precision',
        'motion',
      ];
const dir = await mkdtemp(join(tmpdir(), 'videocraft-bench-'));

try {
  for (const name of ['J1', 'J2', 'J3'] as const) if (wanted.includes(name)) await compare(name);
  if (wanted.includes('start')) await start();
  if (wanted.includes('change')) {
    const { project } = await JOBS.J1(dir, 'ffmpeg');
    await change('one of twelve scenes changed', await changedScene(project, dir));
  }
  if (wanted.includes('word')) {
    for (const times of ['given', 'aligned'] as const)
      await change(`one word corrected, times ${times}`, await correctedWord(dir, times));
  }
  if (wanted.includes('scaling')) await scaling();
  if (wanted.includes('captions')) await captions();
  if (wanted.includes('styles')) await styles();
  if (wanted.includes('precision')) await precision();
  if (wanted.includes('motion')) motion();
  if (wanted.includes('editly')) await editly();
} finally {
  await rm(dir, { recursive: true, force: true });
}

/** Measures the sampler on frames of a video that moves. */
function motion(): void {
  print(
    'movements of a 1080p video, CPU of the sampler for a frame',
    motionCosts().map(([name, ms]) => [name, `${ms.toFixed(1)} ms`]),
  );
}

/** Compares a job with the obvious command, and with its minimum cost. */
async function compare(name: 'J1' | 'J2' | 'J3'): Promise<void> {
  const job = await JOBS[name](dir, 'ffmpeg');
  const planned = await Planned.load(job.project, dir);
  const ours = await middle(() => render(job.project, 'ours.mp4'));
  const cwd = await planned.captionsFolder();
  const theirs = await middle(() => obvious(planned.ffmpeg, job, cwd));
  const { segments } = planned.planned.plan;
  const pictures = segments.map(({ repeats, frameCount }) => repeats?.length ?? frameCount);
  print(`${job.name}: ${job.title}`, [
    [`frames ${planned.planned.plan.totalFrames}, encoded ${total(pictures)}`, ''],
    ['ours', describe(ours)],
    ['obvious', describe(theirs)],
    ['CPU', ratio(theirs.cpuSeconds, ours.cpuSeconds)],
    ['wall', ratio(theirs.wallSeconds, ours.wallSeconds)],
    ['bytes', ratio(await bytes('ours.mp4'), await bytes('obvious.mp4'))],
  ]);
  const raw = await planned.filters(segments, 'raw', `${name}-raw`);
  const encode = await planned.encodeRaw(segments, raw.paths);
  const full = await planned.filters(planned.full.plan.segments, 'null', `${name}-null`);
  print('floor', [
    ['filters of every frame', describe(full.cost)],
    ['encoding of ready frames', describe(encode)],
    [
      'ours / (filters + encoding)',
      ratio(ours.cpuSeconds, full.cost.cpuSeconds + encode.cpuSeconds),
    ],
    ['ours / encoding alone', ratio(ours.cpuSeconds, encode.cpuSeconds)],
  ]);
  if (!values['no-quality']) await equalQuality(job, planned, cwd, ours);
}

/**
 * Compares a job with the obvious command at the same quality. It measures the SSIM of each against
 * its own frames, and adjusts the rate factor of the command until both match.
 */
async function equalQuality(job: Job, planned: Planned, cwd: string, ours: Cost): Promise<void> {
  const { ffmpeg } = planned;
  const lossless = await planned.filters(planned.full.plan.segments, 'lossless', `${job.name}-ref`);
  await writeFile(
    join(dir, 'parts.txt'),
    lossless.paths.map((path) => `file '${path}'\n`).join(''),
  );
  const own = await ssim(
    ffmpeg,
    join(dir, 'ours.mp4'),
    args(['-f', 'concat', '-safe', '0', '-i', join(dir, 'parts.txt')]),
  );
  await Promise.all(lossless.paths.map((path) => rm(path)));
  const frames = join(dir, 'obvious.mkv');
  const scratch = join(dir, 'scratch.mp4');
  await obvious(ffmpeg, losslessly(job), cwd, 'obvious.mkv');
  const known = { crf: 23, ssim: await ssim(ffmpeg, join(dir, 'obvious.mp4'), ['-i', frames]) };
  const crf = await rateFactorFor(ffmpeg, frames, scratch, { wanted: own, known });
  const theirs = await middle(() => obvious(ffmpeg, atRateFactor(job, crf), cwd, 'equal.mp4'));
  const sizes = {
    ours: await videoBytes(ffmpeg, join(dir, 'ours.mp4'), scratch),
    theirs: await videoBytes(ffmpeg, join(dir, 'equal.mp4'), scratch),
  };
  print('at equal quality', [
    ['SSIM of ours', own.toFixed(5)],
    ['SSIM of the obvious at crf 23', known.ssim.toFixed(5)],
    [`SSIM at crf ${crf}`, (await ssim(ffmpeg, join(dir, 'equal.mp4'), ['-i', frames])).toFixed(5)],
    ['obvious', describe(theirs)],
    ['CPU', ratio(theirs.cpuSeconds, ours.cpuSeconds)],
    ['wall', ratio(theirs.wallSeconds, ours.wallSeconds)],
    ['bytes of the files', ratio(await bytes('ours.mp4'), await bytes('equal.mp4'))],
    ['bytes of the pictures', ratio(sizes.ours, sizes.theirs)],
  ]);
}

/**
 * Measures the cost of captions over moving pictures: the same filters and encoder with and without
 * them.
 */
async function captions(): Promise<void> {
  const job = await JOBS.J2(dir, 'ffmpeg');
  const planned = await Planned.load(job.project, dir);
  const { segments } = planned.planned.plan;
  const silent = segments.map((segment) => ({ ...segment, captions: null }));
  const [bare, full] = [
    await middle(async () => (await planned.filters(silent, 'encoded', 'bare')).cost),
    await middle(async () => (await planned.filters(segments, 'encoded', 'captions')).cost),
  ];
  print('captions over moving pictures', [
    ['without', describe(bare)],
    ['with', describe(full)],
    ['CPU', ratio(full.cpuSeconds, bare.cpuSeconds)],
  ]);
}

/** Measures J1 with captions that change at words, and with those that change in most frames. */
async function styles(): Promise<void> {
  const { project } = await JOBS.J1(dir, 'ffmpeg');
  const config = JSON.parse(await readFile(project, 'utf8')) as {
    elements: { settings: { style: string } }[];
  };
  const styled = join(dir, 'styled.json');
  const lines: [string, string][] = [];
  for (const style of ['progressive', 'karaoke', 'pop']) {
    config.elements[0]!.settings.style = style;
    await writeFile(styled, JSON.stringify(config));
    const cost = await middle(() => render(styled, 'styled.mp4'));
    lines.push([style, `${describe(cost)}, ${(await bytes('styled.mp4')) / 1e6} MB`]);
  }
  print('J1 in styles of captions', lines);
}

/** Measures how precisely moving views move. */
async function precision(): Promise<void> {
  const { sampler, zoompan } = await zoomErrors('ffmpeg', dir);
  const pixels = ({ place, step }: PathError) =>
    `path ${place.toFixed(3)}, steps ${step.toFixed(3)} pixels off at most`;
  print('a slow zoom', [
    ['sampled', pixels(sampler)],
    ['zoompan', pixels(zoompan)],
  ]);
}

/** Renders J1 with editly. */
async function editly(): Promise<void> {
  if (values.editly === undefined)
    throw new Error('Set --editly to the folder where editly is installed.');
  const entry = pathToFileURL(
    createRequire(join(resolve(values.editly), 'package.json')).resolve('editly'),
  ).href;
  const { project } = await JOBS.J1(dir, 'ffmpeg');
  const ours = await middle(() => render(project, 'ours.mp4'));
  const theirs = await middle(() =>
    measure(['xvfb-run', '-a', process.execPath, EDITLY, entry, project, join(dir, 'editly.mp4')]),
  );
  print('J1 by editly', [
    ['ours', describe(ours)],
    ['editly', describe(theirs)],
    ['CPU', ratio(theirs.cpuSeconds, ours.cpuSeconds)],
    ['wall', ratio(theirs.wallSeconds, ours.wallSeconds)],
    ['bytes', ratio(await bytes('ours.mp4'), await bytes('editly.mp4'))],
  ]);
}

/** Measures commands that render nothing, and Node without a program. */
async function start(): Promise<void> {
  const project = join(dir, 'small.json');
  const text = { type: 'text', text: 'Hello world' };
  await writeFile(project, JSON.stringify({ scenes: [{ duration: 3, elements: [text] }] }));
  const lines: [string, string][] = [];
  for (const [name, args] of [
    ['node', ['-e', '0']],
    ['--help', [CLI, '--help']],
    ['validate, one text', [CLI, 'validate', project]],
  ] as const)
    lines.push([name, describe(await middle(() => measure([process.execPath, ...args])))]);
  print('starts', lines);
}

/** Measures a second render after a change, and a third one after none, in new processes. */
async function change(title: string, { before, after }: Change): Promise<void> {
  const rounds: { first: Cost; second: Cost; same: Cost }[] = [];
  for (let round = 0; round < RUNS; round++) {
    const data = await mkdtemp(join(dir, 'data-'));
    const first = await render(before, 'first.mp4', data);
    const second = await render(after, 'second.mp4', data);
    rounds.push({ first, second, same: await render(after, 'same.mp4', data) });
  }
  const first = median(rounds.map((round) => round.first));
  const second = median(rounds.map((round) => round.second));
  print(title, [
    ['first render', describe(first)],
    ['second render', describe(second)],
    ['CPU', ratio(first.cpuSeconds, second.cpuSeconds)],
    ['wall', ratio(first.wallSeconds, second.wallSeconds)],
    ['without a change', describe(median(rounds.map(({ same }) => same)))],
  ]);
}

/** Measures cost and memory from 6 to 96 scenes. */
async function scaling(): Promise<void> {
  const few = await JOBS.J1(dir, 'ffmpeg');
  const many = await JOBS['J1-96'](dir, 'ffmpeg');
  const small = await middle(() => render(few.project, 'few.mp4'));
  const large = await render(many.project, 'many.mp4');
  const perSecond = async (cost: Cost, file: string) => cost.cpuSeconds / (await seconds(file));
  const [one, other] = [await perSecond(small, 'few.mp4'), await perSecond(large, 'many.mp4')];
  print('6 scenes against 96', [
    ['6', describe(small)],
    ['96', describe(large)],
    ['CPU a second of video', ratio(other, one)],
    ['peak memory', ratio(large.peakMemoryBytes, small.peakMemoryBytes)],
  ]);
}

async function render(project: string, output: string, data?: string): Promise<Cost> {
  const dataDir = data ?? (await mkdtemp(join(dir, 'data-')));
  return measure(
    [process.execPath, CLI, 'render', project, '-o', join(dir, output), '--json', '--force'],
    { env: { VIDEOCRAFT_DATA_DIR: dataDir } },
  );
}

function obvious(ffmpeg: string, job: Job, cwd: string, output = 'obvious.mp4'): Promise<Cost> {
  const args = job.obvious.map((arg) => arg.replace('CAPTIONS', 'ass=captions.ass:fontsdir=fonts'));
  return measure([ffmpeg, '-y', '-v', 'error', ...args, '-shortest', join(dir, output)], { cwd });
}

function losslessly(job: Job): Job {
  const settings = job.obvious.indexOf('-c:v');
  return {
    ...job,
    obvious: [
      ...job.obvious.slice(0, settings),
      '-c:v',
      'libx264',
      '-qp',
      '0',
      '-preset',
      'ultrafast',
      '-c:a',
      'pcm_s16le',
    ],
  };
}

function atRateFactor(job: Job, crf: number): Job {
  const at = job.obvious.indexOf('-crf') + 1;
  return { ...job, obvious: job.obvious.with(at, String(crf)) };
}

async function middle(once: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let index = 0; index < RUNS; index++) costs.push(await once());
  return median(costs);
}

function median(costs: readonly Cost[]): Cost {
  const sorted = costs.toSorted((a, b) => a.cpuSeconds - b.cpuSeconds);
  return sorted[Math.floor((costs.length - 1) / 2)]!;
}

async function seconds(file: string): Promise<number> {
  const { stdout } = await run(
    'ffprobe',
    args(['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', join(dir, file)]),
  );
  return Number(stdout);
}

async function bytes(file: string): Promise<number> {
  return (await stat(join(dir, file))).size;
}
