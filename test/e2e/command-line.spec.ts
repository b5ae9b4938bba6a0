import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Program } from '../factories/program.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));

describe('the command line', () => {
  let dir: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-cli-'));
    await chmod(dir, 0o755);
    env = { VIDEOCRAFT_DATA_DIR: join(dir, 'data') };
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  const run = (...args: string[]) => new Program('cli', args, env, dir).ended;

  async function project(name: string, config: object): Promise<string> {
    const file = join(dir, name);
    await writeFile(file, JSON.stringify(config));
    return file;
  }

  const small = {
    width: 320,
    height: 180,
    scenes: [
      { duration: 1, elements: [] },
      { elements: [{ type: 'image', src: `${MEDIA}pictures/i0.jpg`, duration: 1.5 }] },
    ],
  };

  it('renders, and the second time from its cache', async () => {
    const file = await project('small.json', small);
    const first = await run('render', file, '-o', 'out/small.mp4', '--json');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const report = JSON.parse(first.stdout) as Record<string, unknown>;
    expect(report).toMatchObject({
      outputPath: join(dir, 'out/small.mp4'),
      frames: 75,
      durationSeconds: 2.5,
      maxDriftFrames: 0,
      segments: { total: 2, cached: 0 },
      warnings: [],
    });
    expect((report['steps'] as { step: string }[]).map(({ step }) => step)).toEqual([
      ...['fetch', 'probe', 'timeline', 'words', 'captions', 'plan', 'segments', 'assemble'],
      'publish',
    ]);
    const second = await run('render', file, '-o', 'out/again.mp4', '--json');
    expect(JSON.parse(second.stdout)).toMatchObject({ segments: { total: 2, cached: 2 } });
    expect(await readFile(join(dir, 'out/again.mp4'))).toEqual(
      await readFile(join(dir, 'out/small.mp4')),
    );
    expect(await readdir(join(dir, 'data'))).toEqual(['cache']);
  }, 60_000);

  it('prints one line without --json, and no bar where there is no terminal', async () => {
    const file = await project('small.json', small);
    const { code, stdout, stderr } = await run('render', file, '-o', 'line.mp4');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\S+line\.mp4: 2\.50 s, 75 frames, \d+ bytes\n$/);
  }, 60_000);

  it('lists everything that is wrong at once', async () => {
    const file = await project('wrong.json', {
      fps: 5,
      scenes: [{ duration: 1, elements: [{ type: 'image', src: 'x.png', opacity: 3 }] }],
    });
    const { code, stderr } = await run('validate', file);
    expect(code).toBe(2);
    expect(stderr).toContain('#/fps:');
    expect(stderr).toContain('#/scenes/0/elements/0/opacity:');
    const fine = await run('validate', await project('small.json', small));
    expect(fine).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    [['render', 'nowhere.json', '-o', 'x.mp4'], 'nowhere.json'],
    [['time', 'nowhere.wav', '--text', 'Hello'], 'nowhere.wav'],
    [['time', `${MEDIA}speech/u7_flite_rms__clean.wav`], 'VIDEOCRAFT_RECOGNITION_URL'],
  ])('says what is wrong with %j', async (args, words) => {
    const { code, stderr, stdout } = await run(...args);
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
  });

  it('times words in a thread of its own', async () => {
    const clip = `${MEDIA}speech/u7_flite_rms__clean`;
    const { text, words } = JSON.parse(await readFile(`${clip}.json`, 'utf8')) as {
      text: string;
      words: { w: string; start: number }[];
    };
    const { code, stdout } = await run('time', `${clip}.wav`, '--text', text);
    expect(code).toBe(0);
    const timed = JSON.parse(stdout) as { word: string; start: number; end: number }[];
    expect(timed.map(({ word }) => word)).toEqual(words.map(({ w }) => w));
    const errors = timed.map(({ start }, index) => Math.abs(start - words[index]!.start));
    expect(errors.sort((a, b) => a - b)[errors.length >> 1]).toBeLessThan(0.03);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const file = await project('long.json', {
      scenes: [
        {
          duration: 60,
          elements: [{ type: 'video', src: `${MEDIA}background.mp4`, loop: true, volume: 0 }],
        },
      ],
    });
    const program = new Program('cli', ['render', file, '-o', 'never.mp4'], env, dir);
    await delay(3000);
    const { code } = await program.stop('SIGINT');
    expect(code).toBeGreaterThan(0);
    await expect(stat(join(dir, 'never.mp4'))).rejects.toThrow('ENOENT');
    expect(await readdir(join(dir, 'data'))).toEqual(['cache']);
    expect(await processesNaming(dir)).toEqual([]);
  }, 60_000);
});

/** Command lines of processes that name a folder. */
async function processesNaming(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')),
  );
  return lines.filter((line) => line.includes(folder));
}
