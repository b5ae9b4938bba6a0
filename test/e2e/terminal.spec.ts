import { jest } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { processesNaming } from '../support/processes.js';
import { Program } from '../support/program.js';
import { ffmpegToolsFor, itUnless, missingProgram } from '../support/skip.js';

const runFile = promisify(execFile);
const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));

/** A second of a plain picture. */
const PLAIN = { width: 64, height: 36, scenes: [{ duration: 1, elements: [] }] };

let dir: string;
let env: Record<string, string>;

// Each start of the program takes seconds on a busy machine.
jest.setTimeout(180_000);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'videocraft-way-in-'));
  await chmod(dir, 0o755);
  env = { VIDEOCRAFT_DATA_DIR: join(dir, 'data') };
});

afterAll(() => rm(dir, { recursive: true, force: true }));

const run = (...args: string[]) => new Program('cli', args, env, dir).ended;

async function file(name: string, content: string | object): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

/** Runs the program with bytes on its standard input, and returns the bytes on its standard output. */
async function piped(args: string[], { input = '', keepOutput = true } = {}) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: dir,
    env: { PATH, HOME, ...env },
  });
  const chunks: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  if (!keepOutput) child.stdout.destroy();
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout: Buffer.concat(chunks), stderr };
}

/** The pixels of one frame. */
async function pixelsOf(path: string, frame = 0): Promise<Buffer> {
  const { ffmpegPath } = await ffmpegToolsFor();
  const args = ['-v', 'error', '-i', path, '-vf', `select=eq(n\\,${frame})`, '-frames:v', '1'];
  const { stdout } = await runFile(
    ffmpegPath,
    [...args, '-pix_fmt', 'rgb24', '-f', 'rawvideo', '-'],
    { encoding: 'buffer', maxBuffer: 100_000_000 },
  );
  return stdout;
}

describe('a project of a newcomer', () => {
  // A blank and a leading dash, which many programs take for options.
  const folder = '-my film';
  const project = `./${folder}/project.json`;
  let video: Buffer;

  it('is created, and valid without a warning', async () => {
    const created = await run('init', '--', folder);
    expect(created).toMatchObject({ code: 0, stderr: '' });
    expect(created.stdout).toContain("cd '-my film'\n");
    // `npx videocraft` would ask the registry for a package of this name.
    expect(created.stdout).toContain(`\n  node ${CLI} render project.json -o video.mp4\n`);
    const readme = await readFile(join(dir, folder, 'README.md'), 'utf8');
    expect(readme).toContain(`node ${CLI} validate project.json\n`);
    const { code, stdout, stderr } = await run('validate', project, '--json', '--strict');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, issues: [], warnings: [], set: null });
  });

  it('is never overwritten by another', async () => {
    const before = await readFile(join(dir, project), 'utf8');
    const again = await run('init', '--', folder);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('is not empty');
    expect(await readFile(join(dir, project), 'utf8')).toBe(before);
  });

  it('goes to the standard output as a video that plays', async () => {
    const piping = await piped(['render', '-o', '-', '--', `${folder}/project.json`]);
    expect(piping.code).toBe(0);
    expect(piping.stderr).toMatch(/^standard output: 5\.50 s, 165 frames, \d+ bytes\n/);
    expect(piping.stderr).toContain('Not saved: subtitles.srt');
    video = piping.stdout;
    await writeFile(join(dir, 'piped.mp4'), video);
    const { ffmpegPath } = await ffmpegToolsFor();
    // Through a pipe, in which no program can seek.
    const player = spawn(ffmpegPath, ['-v', 'error', '-xerror', '-i', '-', '-f', 'null', '-']);
    let complaints = '';
    player.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    player.stdin.end(video);
    expect(await new Promise((resolve) => player.on('close', resolve))).toBe(0);
    expect(complaints).toBe('');
  });

  it('shows the same picture in a still as in the video', async () => {
    const still = await run('still', project, '--at', '1.0', '-o', 'pictures/frame.png');
    expect(still).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `${join(dir, 'pictures/frame.png')}\n`,
    });
    const [picture, frame] = await Promise.all([
      pixelsOf(join(dir, 'pictures/frame.png')),
      pixelsOf(join(dir, 'piped.mp4'), 30),
    ]);
    expect(picture.equals(frame)).toBe(true);
    const again = await run('still', project, '--at', '1', '-o', 'pictures/frame.png');
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('already exists');
  });

  it('can be looked at as a small draft, which says so', async () => {
    const draft = await run('render', project, '-o', 'draft.mp4', '--draft');
    expect(draft.code).toBe(0);
    expect(draft.stderr).toContain('This is a draft: 360x640 instead of 1080x1920');
    // The files next to the video are named, too.
    expect(draft.stdout).toMatch(/^\S+draft\.mp4: .+\n\S+draft\.subtitles\.srt: \d+ bytes\n/);
    expect((await stat(join(dir, 'draft.mp4'))).size).toBeLessThan(video.length / 2);
  });
});

describe('a pipe', () => {
  it('carries a project with a byte order mark and lines of Windows, and pictures', async () => {
    const picture = { type: 'image', src: 'here.jpg', duration: 1 };
    await writeFile(join(dir, 'here.jpg'), await readFile(`${MEDIA}pictures/i0.jpg`));
    const text = JSON.stringify({ ...PLAIN, scenes: [{ elements: [picture] }] }, null, 2);
    const input = `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const { code, stdout, stderr } = await piped(['still', '-', '--at', '0', '-o', '-'], { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.subarray(1, 4).toString()).toBe('PNG');
  });

  it('whose reader is gone ends a render in peace', async () => {
    const plain = await file('plain.json', PLAIN);
    const ended = await piped(['render', plain, '-o', '-'], { keepOutput: false });
    expect(ended.code).toBe(141);
    expect(ended.stderr).not.toContain('    at ');
    expect(await processesNaming(dir)).toEqual([]);
  });

  it.each([
    [['render', 'plain.json', '-o', '-', '--json'], 'Remove --json'],
    [['render', '-', '-o', 'x.mp4', '--watch'], 'cannot be watched'],
    [['still', 'plain.json', '--at', 'soon', '-o', 'x.png'], 'Expected --at'],
    [['still', 'plain.json', '--at', '1', '-o', 'x.mp4'], 'Use one of .png'],
  ])('or a name that makes no sense is refused: %j', async (args, words) => {
    await file('plain.json', PLAIN);
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(words);
  });
});

itUnless(await missingProgram('script'))(
  'draws a bar that is never wider than a narrow terminal',
  async () => {
    const elements = [{ type: 'video', src: `${MEDIA}background.mp4`, volume: 0 }];
    await file('moving.json', { width: 320, height: 180, scenes: [{ duration: 2, elements }] });
    const command = `stty cols 30; '${process.execPath}' '${CLI}' render moving.json -o moving.mp4`;
    const { stdout } = await runFile('script', ['--quiet', '--command', command, '/dev/null'], {
      cwd: dir,
      env: { PATH: process.env['PATH'], TERM: 'xterm', ...env },
    });
    const drawn = stdout.split('\r\u001b[K').slice(1, -1);
    expect(drawn.length).toBeGreaterThan(2);
    for (const line of drawn.filter((one) => one !== '')) {
      expect(line).toMatch(/^\[[#.]+\] +\d+ % \w|^ *\d+ %/);
      expect(line.length).toBeLessThan(30);
    }
    expect(stdout).toContain('moving.mp4: 2.00 s');
  },
  180_000,
);

it('replaces a video only with --force', async () => {
  const plain = await file('plain.json', PLAIN);
  const output = await file('precious.mp4', 'precious');
  const refused = await run('render', plain, '-o', output);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('replace it with --force');
  expect(await readFile(output, 'utf8')).toBe('precious');
  expect(await run('render', plain, '-o', output, '--force')).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect((await readFile(output)).subarray(4, 8).toString()).toBe('ftyp');
});

describe('--watch', () => {
  it('renders at each change, whatever happens, and never because of its own output', async () => {
    const home = join(dir, 'watched');
    await mkdir(home);
    const config = (seconds: number) => {
      const elements = [{ type: 'image', src: 'a b.jpg', duration: seconds }];
      return JSON.stringify({ width: 64, height: 36, scenes: [{ elements }] });
    };
    const project = join(home, 'project.json');
    await writeFile(project, config(1));
    await writeFile(join(home, 'a b.jpg'), await readFile(`${MEDIA}pictures/i0.jpg`));
    const program = new Program('cli', ['render', project, '-o', 'v.mp4', '--watch'], env, home);
    const rounds = (count: number) =>
      waitFor(() => program.stderr.split('Watching 2 files.').length > count);

    await rounds(1);
    await writeFile(join(home, '.swap'), config(2));
    await rename(join(home, '.swap'), project);
    await rounds(2);
    expect(program.stdout).toMatch(/v\.mp4: 1\.00 s.*\n.*v\.mp4: 2\.00 s/);
    await writeFile(project, '{ "scenes": [');
    await rounds(3);
    expect(program.stderr).toContain('is not valid JSON');
    await rm(join(home, 'a b.jpg'));
    await writeFile(project, config(3));
    await rounds(4);
    expect(program.stderr).toContain('SOURCE_NOT_FOUND');
    await writeFile(join(home, 'a b.jpg'), await readFile(`${MEDIA}pictures/i1.jpg`));
    await rounds(5);
    expect(program.stdout).toContain('v.mp4: 3.00 s');

    const { code, stderr } = await program.stop('SIGINT');
    expect(code).toBe(130);
    const changed = [...stderr.matchAll(/^(.+) has changed\.$/gm)].map(([, name]) => name);
    expect(changed).toEqual(['project.json', 'project.json', 'project.json', 'a b.jpg']);
    expect(await processesNaming(home)).toEqual([]);
  });
});

describe('validate', () => {
  const doubtful = {
    width: 640,
    height: 360,
    variables: { title: 'A title that is much too long for a line', unused: 1 },
    scenes: [
      {
        duration: 2,
        elements: [
          { type: 'image', src: 'nowhere.png' },
          { type: 'text', text: '{{ title }}', x: 600, y: 10, width: 400 },
          { type: 'shape', shape: 'rectangle', x: 700, y: 0, width: 9, height: 9 },
          { type: 'audio', src: 'speech.wav' },
        ],
      },
    ],
    elements: [{ type: 'subtitles' }],
  };

  it('finds what a render would show, with pointers and lines', async () => {
    const project = await file('doubtful.json', doubtful);
    await file('speech.wav', '');
    const { code, stdout, stderr } = await run('validate', project, '--json', '--var', 'titel=x');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { warnings, estimate } = JSON.parse(stdout) as {
      warnings: { pointer: string; message: string; line: number; column: number }[];
      estimate: Record<string, number>;
    };
    expect(estimate['frames']).toBe(60);
    const lines = (await readFile(project, 'utf8')).split('\n');
    const found = warnings.map(({ pointer, message }) => [pointer, message]);
    const text = (words: string): unknown => expect.stringContaining(words);
    expect(found).toEqual([
      ['/variables/unused', text('Nothing uses the variable "unused"')],
      ['', text('Did you mean "title"?')],
      ['/scenes/0/elements/0', text('nowhere.png does not exist')],
      ['/scenes/0/elements/3', text('speech.wav is empty')],
      ['/scenes/0/elements/3', text('need the words of this clip')],
      ['/scenes/0/elements/1', text('outside of the frame of 640x360')],
      ['/scenes/0/elements/2', text('The element is outside')],
    ]);
    const [unused] = warnings;
    expect(lines[unused!.line - 1]!.slice(unused!.column - 1)).toMatch(/^"unused": 1/);
    const strict = await run('validate', project, '--strict');
    expect(strict.code).toBe(2);
    expect(strict.stderr).toMatch(/^Warning: \S+doubtful\.json:6:5#\/variables\/unused: /m);
  });

  it('suggests the names that were meant', async () => {
    const typos = await file('typos.json', {
      variables: { title: 'x' },
      scenes: [{ duration: 1, elements: [{ type: 'text', text: '{{ titel }}', opactiy: 1 }] }],
    });
    const { code, stderr } = await run('validate', typos);
    expect(code).toBe(2);
    expect(stderr).toMatch(/typos\.json:\d+:\d+#\S+text: .+ Did you mean "title"\?/);
    expect(stderr).toContain('Unknown field "opactiy". Did you mean "opacity"?');
    expect((await run('valdiate', typos)).stderr).toContain('Did you mean validate?');
    const option = await run('validate', typos, '--strcit');
    expect(option.stderr).toContain('Did you mean --strict?');
  });
});

describe('doctor', () => {
  let occupied: Server;
  let port: string;

  beforeAll(async () => {
    occupied = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => occupied.listen(0, '127.0.0.1', resolve));
    port = String((occupied.address() as { port: number }).port);
  });
  afterAll(() => new Promise((resolve) => occupied.close(resolve)));

  it('says what is wrong, and the commands that repair it', async () => {
    const fonts = join(dir, 'my fonts');
    const broken = {
      ...env,
      VIDEOCRAFT_SERVER_PORT: port,
      VIDEOCRAFT_FONTS_DIR: fonts,
      VIDEOCRAFT_RECOGNITION_MODEL: 'whisper-small',
      DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/videos',
    };
    const { code, stdout } = await new Program('cli', ['doctor', '--json'], broken, dir).ended;
    expect(code).toBe(1);
    expect(stdout).not.toContain('secret');
    const { ok, checks } = JSON.parse(stdout) as {
      ok: boolean;
      checks: { name: string; status: string; message: string; fix: string | null }[];
    };
    expect(ok).toBe(false);
    const byName = (wanted: string) => checks.find(({ name }) => name === wanted)!;
    expect(byName('port')).toMatchObject({
      status: 'error',
      fix: `VIDEOCRAFT_SERVER_PORT=${Number(port) + 1} npm start`,
    });
    expect(byName('database')).toMatchObject({
      status: 'error',
      fix: expect.stringContaining('postgresql'),
    });
    expect(byName('speech model')).toMatchObject({
      status: 'warning',
      fix: `node ${CLI} models install whisper-small`,
    });
    expect(byName('fonts')).toMatchObject({ status: 'error' });
    // The command does what it promises.
    await runFile('bash', ['-c', byName('fonts').fix!]);
    expect((await stat(fonts)).isDirectory()).toBe(true);
  });

  it('finds a working machine in order, and a wrong setting', async () => {
    const working = { ...env, VIDEOCRAFT_SERVER_PORT: '0' };
    const { code, stdout } = await new Program('cli', ['doctor'], working, dir).ended;
    expect(stdout).toMatch(/^Ready to render\. Warnings: \d+\.$/m);
    expect(code).toBe(0);
    const typo = { ...working, VIDEOCRAFT_SERVER_PROT: '1' };
    const wrong = await new Program('cli', ['doctor'], typo, dir).ended;
    expect(wrong.code).toBe(0);
    expect(wrong.stdout).toMatch(
      /^warning +settings .*Did you mean VIDEOCRAFT_SERVER_PORT\? The service does not start/m,
    );
    expect(wrong.stdout).toContain('Run: unset VIDEOCRAFT_SERVER_PROT\n');
  });
});

it('warns of a setting that does not exist, and goes on', async () => {
  const typo = { ...env, VIDEOCRAFT_LOG_LEVLE: 'debug' };
  const project = await file('typo.json', PLAIN);
  const { code, stdout, stderr } = await new Program('cli', ['validate', project], typo, dir).ended;
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('valid') });
  expect(stderr).toBe(
    'Warning: VIDEOCRAFT_LOG_LEVLE: Unknown variable. Did you mean VIDEOCRAFT_LOG_LEVEL?\n',
  );
  const service = await new Program('main', [], typo, dir).ended;
  expect(service.code).toBe(1);
  expect(service.stdout + service.stderr).toContain('Did you mean VIDEOCRAFT_LOG_LEVEL?');
});

it('creates a folder for Docker Compose with secrets that nobody else can read', async () => {
  const { code, stdout } = await run('init', 'server', '--compose');
  expect(code).toBe(0);
  expect(stdout).toContain('docker compose up');
  expect((await stat(join(dir, 'server/.env'))).mode & 0o777).toBe(0o600);
  const compose = await readFile(join(dir, 'server/docker-compose.yml'), 'utf8');
  expect(compose).toBe(await readFile(`${ROOT}docker-compose.yml`, 'utf8'));
});

it('prints its version', async () => {
  const { version } = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8')) as {
    version: string;
  };
  expect(await run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

it('has a package with the built program, and without tests', async () => {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout } = await runFile('npm', args, { cwd: ROOT, maxBuffer: 50_000_000 });
  const [{ files, size }] = JSON.parse(stdout) as [{ files: { path: string }[]; size: number }];
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'dist/src/cli.js',
      'dist/src/main.js',
      'dist/src/worker.js',
      'dist/studio/index.html',
      'docker-compose.yml',
      'docs/video-config.md',
      'examples/film/project.json',
      'skills/videocraft/SKILL.md',
    ]),
  );
  const unwanted =
    /^(?:test|bench|tools|src|dist\/(?:modules|fonts|test|bench)|docs\/images)\/|\.map$|\.spec\./;
  expect(paths.filter((path) => unwanted.test(path))).toEqual([]);
  expect(size).toBeLessThan(5_000_000);
});

async function waitFor(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => setTimeout(resolve, 50));
}
