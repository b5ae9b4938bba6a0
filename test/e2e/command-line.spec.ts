import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Program } from '../support/program.js';
import { serveFolder } from '../support/serve-folder.js';
import { writeFixedOutputModel } from '../support/speech-models.js';

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

  it('renders without the requested encoder and reports the reason', async () => {
    const file = await project('encoder.json', {
      ...small,
      scenes: [{ duration: 1, elements: [], 'background-color': '#102030' }],
    });
    const asked = {
      VIDEOCRAFT_FFMPEG_ENCODER: 'vaapi',
      VIDEOCRAFT_FFMPEG_ENCODER_DEVICE: '/dev/dri/none',
    };
    const args = ['render', file, '-o', 'encoder.mp4'];
    const { code, stderr } = await new Program('cli', args, { ...env, ...asked }, dir).ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^Warning: The encoder vaapi does not work on this machine, so libx264 is used: .+\n$/,
    );
  });

  it('renders from the cache the second time', async () => {
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
      'fetch',
      'probe',
      'timeline',
      'words',
      'captions',
      'plan',
      'segments',
      'assemble',
      'publish',
    ]);
    const second = await run('render', file, '-o', 'out/again.mp4', '--json');
    expect(JSON.parse(second.stdout)).toMatchObject({ segments: { total: 2, cached: 2 } });
    expect(await readFile(join(dir, 'out/again.mp4'))).toEqual(
      await readFile(join(dir, 'out/small.mp4')),
    );
    expect(await readdir(join(dir, 'data'))).toEqual(['cache']);
  }, 60_000);

  it('samples moving views in separate threads', async () => {
    const picture = (name: string, more: object) => ({
      type: 'image',
      src: `${MEDIA}pictures/${name}.jpg`,
      ...more,
    });
    const file = await project('moving.json', {
      width: 320,
      height: 180,
      scenes: [
        {
          duration: 2,
          // Two streams of one segment, which ffmpeg reads alternately.
          elements: [
            picture('i0', { zoom: 2 }),
            picture('i1', { pan: 'left', width: 100, opacity: 0.7 }),
          ],
        },
        { duration: 2, elements: [picture('i1', { zoom: -2 })] },
        { duration: 2, transition: { duration: 1 }, elements: [picture('i2', { pan: 'top' })] },
      ],
    });
    const { code, stdout, stderr } = await run('render', file, '-o', 'moving.mp4', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ frames: 150, segments: { total: 4 } });
  }, 60_000);

  it('renders a config once for each set of variables', async () => {
    const template = {
      ...small,
      variables: { seconds: 1, hidden: false },
      scenes: [{ duration: '{{seconds}}' }],
    };
    const file = await project('template.json', template);
    const csv = join(dir, 'rows.csv');
    await writeFile(csv, 'sku,seconds\na/1,1\n"b, 2",0.5\nc,\n');
    const done = await run(
      'render',
      file,
      '--variables',
      csv,
      '-o',
      'out/{{ index }}-{{ sku }}.mp4',
      '--json',
    );
    expect(done).toMatchObject({ code: 0, stderr: '' });
    const reports = done.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(reports).toMatchObject([
      { outputPath: join(dir, 'out/1-a-1.mp4'), durationSeconds: 1 },
      { outputPath: join(dir, 'out/2-b- 2.mp4'), durationSeconds: 0.5 },
      { outputPath: join(dir, 'out/3-c.mp4'), durationSeconds: 1 },
    ]);
    const one = await run('render', file, '--var', 'seconds=2', '-o', 'out/one.mp4', '--json');
    expect(JSON.parse(one.stdout)).toMatchObject({ durationSeconds: 2 });
  }, 60_000);

  it('checks all sets of variables before it renders the first', async () => {
    const template = { ...small, scenes: [{ duration: '{{seconds}}' }] };
    const file = await project('loose.json', template);
    const rows = join(dir, 'rows.jsonl');
    await writeFile(rows, '{"seconds":1}\n{"seconds":"soon"}\n{}\n');
    const refused = await run('render', file, '--variables', rows, '-o', 'out/none.mp4');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(
      /rows\.jsonl: item 2#\/scenes\/0\/duration: Expected "duration" to be .+, but got "soon"\./,
    );
    expect(refused.stderr).toContain(
      'rows.jsonl: item 3#/scenes/0/duration: The variable "seconds"',
    );
    expect(await readdir(join(dir, 'out'))).not.toContain('none-1.mp4');
    const valid = await run('validate', file, '--var', 'seconds:=3');
    expect(valid).toMatchObject({
      code: 0,
      stdout:
        `${file}: valid\n` +
        'Estimated work (before any source is read): scenes and elements: 1, frames: 90.\n',
    });
    const wrong = await run('validate', file, '--var', 'seconds:=3', '--var', 'x');
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.stderr).toContain('Use name=text, or name:=5 for JSON');
  }, 60_000);

  it('prints one line without --json, and no progress bar without a terminal', async () => {
    const file = await project('small.json', small);
    const { code, stdout, stderr } = await run('render', file, '-o', 'line.mp4');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\S+line\.mp4: 2\.50 s, 75 frames, \d+ bytes\n$/);
  }, 60_000);

  it('reports skipped parts of a caption file', async () => {
    const captions = '1\n00:00:00,100 --> 00:00:00,900\nHello\n\n2\n00:00:00,900 --> never\nLost\n';
    const file = await project('captions.json', {
      ...small,
      scenes: [{ duration: 1, elements: [] }],
      elements: [{ type: 'subtitles', captions }],
    });
    const leftOut = '/elements/0/captions: Skipped 1 cue with unreadable times (line 6).\n';
    const valid = await run('validate', file);
    expect(valid.code).toBe(0);
    expect(valid.stderr).toMatch(/^Warning: \S+captions\.json:1:\d+#/);
    expect(valid.stderr).toContain(leftOut);
    expect(valid.stdout).toMatch(
      /: valid\nEstimated work .+: .*characters: 69, drawn characters: 276/,
    );
    const rendered = await run('render', file, '-o', 'captions.mp4');
    expect(rendered.code).toBe(0);
    expect(rendered.stderr).toContain(`Warning: ${leftOut}`);
    const srt = await readFile(join(dir, 'captions.subtitles.srt'), 'utf8');
    expect(srt).toBe('1\n00:00:00,100 --> 00:00:01,400\nHello\n');
  }, 60_000);

  it('lists all issues at once', async () => {
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
  ])('reports what is wrong with %j', async (args, words) => {
    const { code, stderr, stdout } = await run(...args);
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
  });

  it('times words in a separate thread', async () => {
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

  it('installs a speech model, and times the words that it recognizes', async () => {
    const clip = `${MEDIA}speech/u7_flite_rms__clean`;
    const { words } = JSON.parse(await readFile(`${clip}.json`, 'utf8')) as {
      words: { w: string; start: number }[];
    };
    const folder = join(dir, 'served/csukuangfj/sherpa-onnx-zipformer-ctc-zh-int8-2025-07-03');
    const files = join(folder, 'resolve/main');
    await writeFixedOutputModel(
      files,
      words.map(({ w }) => w),
    );
    await rename(join(files, 'ctc-model.onnx'), join(files, 'model.int8.onnx'));
    const mirror = await serveFolder(join(dir, 'served'));
    try {
      const settings = {
        VIDEOCRAFT_RECOGNITION_MODELS_URL: mirror.url,
        VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: mirror.url.replace('http://', ''),
        VIDEOCRAFT_RECOGNITION_MODEL: 'zipformer-zh',
        // In a separate folder, because other tests check what the data folder contains.
        VIDEOCRAFT_DATA_DIR: join(dir, 'model-data'),
      };
      const cli = (...args: string[]) =>
        new Program('cli', args, { ...env, ...settings }, dir).ended;
      const before = await cli('models', 'list', '--json');
      const { models } = JSON.parse(before.stdout) as {
        models: { name: string; installed: boolean }[];
      };
      expect(models.find(({ name }) => name === 'zipformer-zh')?.installed).toBe(false);
      expect(await cli('models', 'path', 'zipformer-zh')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('videocraft models install zipformer-zh'),
      });

      // Not installed: the first job that needs the model fetches it.
      const { code, stdout, stderr } = await cli('time', `${clip}.wav`, '--language', 'en');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const timed = JSON.parse(stdout) as { word: string; start: number }[];
      expect(timed.map(({ word }) => word)).toEqual(words.map(({ w }) => w));
      const errors = timed.map(({ start }, index) => Math.abs(start - words[index]!.start));
      expect(errors.sort((a, b) => a - b)[errors.length >> 1]).toBeLessThan(0.03);

      expect(await cli('models', 'path', 'zipformer-zh')).toMatchObject({
        code: 0,
        stderr: 'zipformer-ctc\n',
        stdout: `${join(dir, 'model-data/models/zipformer-zh')}\n`,
      });
      expect((await cli('models', 'list')).stdout).toMatch(/^zipformer-zh\t.*\tinstalled$/m);
      expect((await cli('models', 'remove', 'zipformer-zh')).code).toBe(0);
      expect(await cli('models', 'install', 'moonshine-tiny-en')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('status 404'),
      });
    } finally {
      await mirror.close();
    }
  }, 180_000);

  it('rejects an unknown speech model', async () => {
    const settings = { ...env, VIDEOCRAFT_RECOGNITION_MODEL: 'whisper-enormous' };
    const program = new Program('cli', ['time', `${MEDIA}speech/tour.mp3`], settings, dir);
    const { code, stderr } = await program.ended;
    expect(code).toBe(1);
    expect(stderr).toContain('The speech model "whisper-enormous" does not exist');
    expect(stderr).toContain('whisper-small');
  });

  it('leaves no files when it is interrupted', async () => {
    const file = await project('long.json', {
      scenes: [
        {
          duration: 60,
          elements: [{ type: 'video', src: `${MEDIA}background.mp4`, loop: true, volume: 0 }],
        },
      ],
    });
    const program = new Program('cli', ['render', file, '-o', 'never.mp4'], env, dir);
    // The folder of the render is next to the caches.
    const begun = async () => (await readdir(join(dir, 'data')).catch(() => [])).length > 1;
    for (const end = Date.now() + 30_000; !(await begun());) {
      expect(Date.now()).toBeLessThan(end);
      await delay(50);
    }
    expect(await program.stop('SIGINT')).toMatchObject({ code: 130, stderr: 'Stopped.\n' });
    await expect(stat(join(dir, 'never.mp4'))).rejects.toThrow('ENOENT');
    expect(await readdir(join(dir, 'data'))).toEqual(['cache']);
    expect(await processesNaming(dir)).toEqual([]);
  }, 60_000);
});

/** Command lines of processes that contain a folder. */
async function processesNaming(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')),
  );
  return lines.filter((line) => line.includes(folder));
}
