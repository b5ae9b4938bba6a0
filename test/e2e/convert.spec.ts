import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from '../support/program.js';

const MOVIE = {
  resolution: 'custom',
  ...{ width: 640, height: 360, cache: true, variables: { title: 'Harbor' } },
  scenes: [
    {
      elements: [
        {
          type: 'text',
          style: '007',
          text: '{{ title }}',
          settings: { 'font-family': 'Quicksand' },
        },
      ],
    },
  ],
};

describe('videocraft convert', () => {
  let dir: string;
  const run = (...args: string[]) =>
    new Program('cli', args, { VIDEOCRAFT_DATA_DIR: join(dir, 'data') }, dir).ended;
  const file = (name: string, config: object) =>
    writeFile(join(dir, name), JSON.stringify(config, null, 2));

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-convert-'));
    await file('movie.json', MOVIE);
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('prints a video config, and what only comes near as warnings with their lines', async () => {
    const { code, stdout, stderr } = await run('convert', 'movie.json', '--var', 'title=Quay');
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/^Warning: movie\.json:\d+:\d+#\/scenes\/0/),
    ]);
    expect(stderr).toContain('The font "Quicksand" is not installed');
    expect(stderr).toContain('The text style "007" is approximated');
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ width: 640, height: 360, fps: 25 },
      scenes: [{ duration: 5, elements: [{ type: 'text', text: 'Quay' }] }],
    });
  }, 60_000);

  it('writes a file that is a valid video config, and keeps one that exists', async () => {
    expect((await run('convert', 'movie.json', '-o', 'out/own.json')).code).toBe(0);
    const own = JSON.parse(await readFile(join(dir, 'out/own.json'), 'utf8')) as object;
    expect(own).not.toHaveProperty('cache');
    expect(await run('validate', 'out/own.json')).toMatchObject({ code: 0, stderr: '' });
    const again = await run('convert', 'movie.json', '-o', 'out/own.json');
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('already exists') });
    expect((await run('convert', 'movie.json', '-o', 'out/own.json', '--force')).code).toBe(0);
    const plain = await run('convert', 'out/own.json');
    expect([plain.code, plain.stderr]).toEqual([
      0,
      expect.stringContaining('a video config already'),
    ]);
  }, 60_000);

  it('converts nothing that has issues', async () => {
    await file('wrong.json', {
      ...MOVIE,
      scenes: [{ elements: [{ type: 'image', prompt: 'a' }] }],
    });
    const { code, stdout, stderr } = await run('convert', 'wrong.json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^wrong\.json:\d+:\d+#\/scenes\/0\/elements\/0\/prompt: Media cannot/);
  }, 60_000);
});
