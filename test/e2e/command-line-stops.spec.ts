import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ScriptedServer } from '../support/scripted-server.js';
import { type Exit, Program } from '../support/program.js';

const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));

describe('a waiting command-line run', () => {
  let server: ScriptedServer;
  let dir: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-stops-'));
    server = await ScriptedServer.start();
    env = {
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host,
    };
  });
  beforeEach(() => server.reset());
  afterAll(async () => {
    await server.close();
    await rm(dir, { recursive: true, force: true });
  });

  /** Interrupts a run as soon as it sends a request to a silent server. */
  async function interrupted(args: readonly string[]): Promise<Exit> {
    const asked = new Promise<void>((resolve) => {
      server.scripts.set('/silent', () => resolve());
    });
    const program = new Program('cli', [...args], env, dir);
    await asked;
    return program.stop('SIGINT');
  }

  it('stops while it waits for a recording, and leaves no files', async () => {
    const ended = await interrupted(['time', `${server.url}/silent`, '--text', 'Hello']);
    expect(ended).toMatchObject({ code: 130, stdout: '', stderr: 'Stopped.\n' });
    expect(await readdir(join(dir, 'data'))).toEqual(['cache']);
  }, 60_000);

  it('stops while it waits for a source, and renders no other video', async () => {
    const scene = { elements: [{ type: 'image', src: `${server.url}/silent` }], duration: 1 };
    await writeFile(join(dir, 'p.json'), JSON.stringify({ variables: { a: 0 }, scenes: [scene] }));
    await writeFile(join(dir, 'rows.json'), '[{"a":1},{"a":2}]');
    const args = ['render', 'p.json', '--variables', 'rows.json', '-o', 'a.mp4'];
    const { code, stderr } = await interrupted(args);
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped.');
    expect(server.requests).toHaveLength(1);
    expect((await readdir(dir)).sort()).toEqual(['data', 'p.json', 'rows.json']);
  }, 60_000);

  it('stops while it waits for standard input', async () => {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [CLI, 'render', '-', '-o', 'a.mp4'], {
      cwd: dir,
      env: { PATH, HOME, ...env },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    // More than a pipe holds: once it is written, the program is reading and waits for the rest.
    await new Promise((resolve) => child.stdin.write(' '.repeat(1 << 20), resolve));
    child.stdin.on('error', () => {});
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(said).toBe('Stopped.\n');
  }, 60_000);

  it('reports the retry of a recording, without a position if it has none', async () => {
    server.scripts.set('/busy', (_request, response) => void response.writeHead(503).end());
    const args = ['time', `${server.url}/busy`, '--text', 'Hello'];
    const retries = { ...env, VIDEOCRAFT_SOURCES_RETRIES: '1' };
    const { code, stderr } = await new Program('cli', args, retries, dir).ended;
    expect(code).toBe(1);
    expect(stderr).toBe(
      'Retrying the recording in 0.5 s: The server responded with status 503.\n' +
        'SOURCE_NOT_FOUND: The server responded with status 503.\n',
    );
  }, 60_000);
});
