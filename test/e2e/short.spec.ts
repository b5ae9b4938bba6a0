import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Program } from '../support/program.js';
import { OPENAI_KEY, SENTENCES, VoiceServer } from '../support/voice-servers.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const [CHAIRS, COMPANY, TRAIN] = SENTENCES;

describe('videocraft short', () => {
  let dir: string;
  let server: VoiceServer;
  let mute: Record<string, string>;
  let spoken: Record<string, string>;

  beforeAll(async () => {
    server = await VoiceServer.start();
    dir = await mkdtemp(join(tmpdir(), 'videocraft-short-test-'));
    await mkdir(join(dir, 'photos'));
    for (const name of ['i0.jpg', 'i1.jpg', 'i2.jpg']) {
      await copyFile(`${MEDIA}pictures/${name}`, join(dir, 'photos', name));
    }
    await writeFile(join(dir, 'script.txt'), `${CHAIRS} ${COMPANY}\n\n${TRAIN}\n`);
    await writeFile(join(dir, 'tour.txt'), TOUR);
    mute = { VIDEOCRAFT_DATA_DIR: join(dir, 'data') };
    spoken = {
      ...mute,
      VIDEOCRAFT_VOICES_URL: `${server.url}/v1`,
      VIDEOCRAFT_VOICES_API_KEY: OPENAI_KEY,
    };
  });
  beforeEach(() => server.reset());
  afterAll(async () => {
    await server.close();
    await rm(dir, { recursive: true, force: true });
  });

  const TOUR =
    'Welcome to our product tour, let us begin with the very first step of the journey today. ' +
    'Every morning the team collects the numbers, checks the charts, and writes a short report for the board.';
  const run = (env: Record<string, string>, ...args: string[]) =>
    new Program('cli', args, env, dir).ended;
  const base = ['--pictures', 'photos', '--resolution', 'sd'];

  it('speaks a text over pictures, and saves the project', async () => {
    const args = ['script.txt', ...base, '-o', 'short.mp4', '--project', 'project.json'];
    const { code, stdout, stderr } = await run(spoken, 'short', ...args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`${join(dir, 'short.mp4')}: `);
    expect(new Set(server.texts)).toEqual(new Set([CHAIRS, COMPANY, TRAIN]));
    expect((await readFile(join(dir, 'short.mp4'))).length).toBeGreaterThan(50_000);

    server.reset();
    const project = JSON.parse(await readFile(join(dir, 'project.json'), 'utf8'));
    expect(project.scenes).toHaveLength(3);
    expect((await run(spoken, 'render', 'project.json', '-o', 'again.mp4')).code).toBe(0);
    expect(server.texts).toEqual([]);
  });

  it('uses a recording', async () => {
    const speech = ['--speech', `${MEDIA}speech/tour.mp3`, '--project', 'tour.json'];
    const { code, stderr } = await run(
      mute,
      'short',
      'tour.txt',
      ...base,
      ...speech,
      '-o',
      'tour.mp4',
    );
    expect([code, stderr]).toEqual([
      0,
      'Warning: The text has 2 sentences, so only 2 of 3 pictures are shown.\n',
    ]);
    const { scenes } = JSON.parse(await readFile(join(dir, 'tour.json'), 'utf8'));
    const [first, second] = scenes as { duration: number }[];
    // The recording is silent from 6.9 s to 7.4 s.
    expect(first!.duration).toBeCloseTo(7.17, 1);
    expect(second!.duration).toBeGreaterThan(5);
  });

  it('says what to configure without a voice engine, and what it cannot use', async () => {
    const none = await run(mute, 'short', 'script.txt', ...base, '-o', 'none.mp4');
    expect(none.code).toBe(1);
    for (const help of ['--speech recording.mp3', 'VIDEOCRAFT_VOICES_URL', 'docs/voices.md']) {
      expect(none.stderr).toContain(help);
    }
    await mkdir(join(dir, 'empty'), { recursive: true });
    const empty = await run(spoken, 'short', 'script.txt', '-p', 'empty', '-o', 'none.mp4');
    expect([empty.code, empty.stderr]).toEqual([
      1,
      'The folder empty has no picture and no video.\n',
    ]);
  });

  it('is warned of by `validate`, and the engines are shown by `doctor`', async () => {
    const config = { scenes: [{ elements: [{ type: 'voice', text: 'Hello.' }] }] };
    await writeFile(join(dir, 'voice.json'), JSON.stringify(config));
    const doubtful = await run(mute, 'validate', 'voice.json');
    expect(doubtful.stderr).toContain('No voice engine is configured.');
    expect((await run(spoken, 'validate', 'voice.json')).stderr).toBe('');
    const doctor = async (env: Record<string, string>) =>
      (await run(env, 'doctor')).stdout.split('\n').find((line) => / voices /.test(line));
    expect(await doctor(mute)).toContain('No voice engine is configured');
    expect(await doctor(spoken)).toContain('Texts can be spoken by default (openai).');
    await writeFile(join(dir, 'wrong.json'), '{"engines": [{"name": "x", "api-key": "secret"}]}');
    const wrong = { ...mute, VIDEOCRAFT_VOICES_FILE: join(dir, 'wrong.json') };
    const found = await run(wrong, 'doctor');
    expect(found.stdout).toContain('/engines/0/type');
    expect(found.stdout).not.toContain('secret');
  });
});
