import { spawn } from 'node:child_process';
import {
  chmod,
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processesNaming } from '../support/processes.js';
import { type Exit, Program } from '../support/program.js';

const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));

/** One second of a plain picture. */
const PLAIN = { width: 64, height: 36, scenes: [{ duration: 1, elements: [] }] };

describe('files and streams of the command line', () => {
  let dir: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-doors-'));
    await chmod(dir, 0o755);
    env = { VIDEOCRAFT_DATA_DIR: join(dir, 'data') };
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  const run = (...args: string[]) => new Program('cli', args, env, dir).ended;

  async function file(name: string, content: string | Buffer | object): Promise<string> {
    const raw = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(join(dir, name), raw ? content : JSON.stringify(content));
    return join(dir, name);
  }

  /** Like `run`, with data for the standard input, and with streams that nobody reads. */
  function piped(args: string[], { input = '', reader = null }: Piped): Promise<Exit> {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: dir,
      env: { PATH, HOME, ...env },
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        said[name] += chunk.toString();
        if (reader === 'leaves after the first line' && name === 'stdout') child.stdout.destroy();
      });
    }
    // Before the program starts, so that nothing reads its output.
    if (reader === 'of stdout is gone' || reader === 'is gone') child.stdout.destroy();
    if (reader === 'of stderr is gone' || reader === 'is gone') child.stderr.destroy();
    child.stdin.end(input);
    return new Promise((resolve) => child.on('exit', (code) => resolve({ code, ...said })));
  }

  describe('a project file', () => {
    const text = JSON.stringify({ ...PLAIN, comment: 'Größe' });
    const utf16 = Buffer.from(text, 'utf16le');

    it.each([
      ['a byte order mark', Buffer.from(`\ufeff${text}`)],
      ['UTF-16LE with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
      ['UTF-16BE with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ])('with %s is read', async (_name, content) => {
      const project = await file('encoded.json', content);
      const done = await run('validate', project);
      expect(done).toMatchObject({ code: 0, stderr: '' });
      expect(done.stdout).toContain(`${project}: valid\n`);
    });

    it.each([
      ['UTF-16LE', utf16],
      ['Windows-1252', Buffer.from(text, 'latin1')],
    ])('in %s is read, and its encoding is reported as a guess', async (encoding, content) => {
      const { code, stderr } = await run('validate', await file('encoded.json', content));
      expect(code).toBe(0);
      expect(stderr).toMatch(
        new RegExp(`^Warning: \\S+encoded.json is not UTF-8\\. It is read as ${encoding}, .+\\n$`),
      );
    });

    it('in another encoding is rejected', async () => {
      const content = Buffer.from('{"comment":"\xcf\xf0\xe8\xe2\xe5\xf2"}', 'latin1');
      const { code, stderr } = await run('validate', await file('encoded.json', content));
      expect(code).toBeGreaterThan(0);
      expect(stderr).toContain('Save it as UTF-8');
    });

    it('with a duplicate name is rejected with its pointer', async () => {
      const project = await file('twice.json', '{"scenes":[{"duration":1,"duration":2}]}');
      for (const args of [
        ['validate', project],
        ['render', project, '-o', 'twice.mp4'],
      ]) {
        const { code, stderr } = await run(...args);
        expect(code).toBe(2);
        expect(stderr).toContain('twice.json#/scenes/0/duration: The name "duration"');
      }
    });

    it('can be read from standard input', async () => {
      const args = ['render', '-', '-o', 'piped.mp4', '--json'];
      const done = await piped(args, { input: JSON.stringify(PLAIN) });
      expect(done).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(done.stdout)).toMatchObject({ outputPath: join(dir, 'piped.mp4') });
    }, 60_000);
  });

  it('renders the rows of a table that Excel saved', async () => {
    const project = await file('titled.json', {
      ...PLAIN,
      variables: { title: '', seconds: 1 },
      comment: '{{ title }}',
      scenes: [{ duration: '{{ seconds }}' }],
    });
    const rows = Buffer.from('title;seconds\r\nGr\xf6\xdfe;1\r\n\x80 5;0.5\r\n;\r\n', 'latin1');
    const table = await file('rows.csv', rows);
    const args = ['--variables', table, '-o', 'out/{{ title }}.mp4', '--json'];
    const { code, stdout, stderr } = await run('render', project, ...args);
    expect(code).toBe(0);
    expect(stderr).toContain('rows.csv is not UTF-8. It is read as Windows-1252');
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect((await readdir(join(dir, 'out'))).sort()).toEqual(['- 5.mp4', 'Größe.mp4']);
    const polish = await file('polish.csv', Buffer.from('title\nBia\xb3ystok\n', 'latin1'));
    const named = await run('validate', project, '--variables', polish, '--encoding', 'cp1250');
    expect(named).toMatchObject({ code: 0, stderr: '' });
    expect(await run('validate', project, '--variables', polish)).toMatchObject({ code: 1 });
  }, 60_000);

  it('is never overwritten by an output', async () => {
    await copyFile(`${MEDIA}background.mp4`, join(dir, 'clip.mp4'));
    await symlink('clip.mp4', join(dir, 'alias.mp4'));
    const before = await readFile(join(dir, 'clip.mp4'));
    const scenes = [{ elements: [{ type: 'video', src: 'clip.mp4', duration: 1 }] }];
    const project = await file('reads.json', { ...PLAIN, scenes });
    for (const output of ['clip.mp4', './data/../clip.mp4', 'alias.mp4']) {
      const { code, stderr, stdout } = await run('render', project, '-o', output);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('would overwrite the source at /scenes/0/elements/0.');
    }
    expect(await readFile(join(dir, 'clip.mp4'))).toEqual(before);
    expect((await run('render', project, '-o', 'x.webm')).stderr).toContain('Use .mp4');
    expect(await readdir(dir)).not.toContain('x.webm');
  }, 60_000);

  it('keeps the old output unchanged when it is interrupted', async () => {
    const moving = { type: 'video', src: `${MEDIA}background.mp4`, loop: true, volume: 0 };
    const project = await file('long.json', { scenes: [{ duration: 60, elements: [moving] }] });
    const old = await file('old.mp4', 'the old file');
    const program = new Program('cli', ['render', project, '-o', old, '--force'], env, dir);
    const started = async () => (await readdir(join(dir, 'data'))).some(isRenderFolder);
    await eventually(started);
    const { code, stderr } = await program.stop('SIGTERM');
    expect(code).toBe(143);
    expect(stderr).toBe('Stopped.\n');
    expect(await readFile(old, 'utf8')).toBe('the old file');
    expect(await readdir(join(dir, 'data'))).toEqual(['cache']);
  }, 60_000);

  describe('a closed standard output', () => {
    beforeAll(async () => {
      await file(
        'rows.json',
        [1, 2, 3, 4].map((number) => ({ number })),
      );
      const variables = { number: 0 };
      await file('numbered.json', { ...PLAIN, variables, comment: 'Number {{ number }}' });
    });

    const nothingLeft = async () => {
      expect(await readdir(join(dir, 'data'))).toEqual(['cache']);
      expect(await processesNaming(dir)).toEqual([]);
    };

    it('ends a run of many videos at the first line that cannot be written', async () => {
      const output = 'many/{{number}}.mp4';
      const done = await piped(
        ['render', 'numbered.json', '--variables', 'rows.json', '-o', output, '--json'],
        { reader: 'leaves after the first line' },
      );
      expect(done).toMatchObject({ code: 141, stderr: '' });
      expect(JSON.parse(done.stdout)).toMatchObject({ outputPath: join(dir, 'many/1.mp4') });
      // The second line may still reach the pipe before its reader is gone.
      expect(await readdir(join(dir, 'many'))).not.toContain('4.mp4');
      await nothingLeft();
    }, 60_000);

    it('leaves one complete video', async () => {
      const args = ['render', 'numbered.json', '-o', 'one.mp4'];
      const done = await piped(args, { reader: 'of stdout is gone' });
      expect(done).toMatchObject({ code: 141, stderr: '' });
      expect((await readFile(join(dir, 'one.mp4'))).subarray(4, 8).toString()).toBe('ftyp');
      await nothingLeft();
    }, 60_000);

    it.each([
      [['schema'], 'of stdout is gone'],
      [['validate', 'numbered.json', '--variables', 'rows.json'], 'of stdout is gone'],
      [['validate', 'numbered.json'], 'is gone'],
      [['models', 'list'], 'of stdout is gone'],
    ] as const)('does not crash %j', async (args, reader) => {
      expect(await piped([...args], { reader })).toMatchObject({ code: 141, stderr: '' });
    });

    it('for errors and warnings does not affect the run', async () => {
      const render = ['render', 'numbered.json', '-o', 'deaf.mp4'];
      expect((await piped(render, { reader: 'of stderr is gone' })).code).toBe(0);
      expect(await readdir(dir)).toContain('deaf.mp4');
      const wrong = await file('wrong.json', { scenes: 7 });
      expect((await piped(['validate', wrong], { reader: 'of stderr is gone' })).code).toBe(2);
    }, 60_000);
  });
});

interface Piped {
  readonly input?: string;
  readonly reader?:
    'of stdout is gone' | 'of stderr is gone' | 'is gone' | 'leaves after the first line' | null;
}

function isRenderFolder(name: string): boolean {
  return name.startsWith('render-');
}

async function eventually(check: () => Promise<boolean>): Promise<void> {
  while (!(await check().catch(() => false))) await new Promise((go) => setTimeout(go, 50));
}
