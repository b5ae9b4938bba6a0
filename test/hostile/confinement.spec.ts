import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import { confine, type Confinements } from '../../src/engine/ffmpeg/confinement.js';
import { FfmpegError } from '../../src/engine/ffmpeg/ffmpeg-error.js';
import { FfmpegService } from '../../src/engine/ffmpeg/ffmpeg.service.js';
import { type FfmpegTools, locateFfmpeg } from '../../src/engine/ffmpeg/locate-ffmpeg.js';
import { runProcess } from '../../src/engine/ffmpeg/run-process.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { openRenderApp } from '../support/render-app.js';
import { describeUnless, missingProgram } from '../support/skip.js';

const SEARCH = {
  path: null,
  probePath: null,
  allowBundled: true,
  production: false,
  searchPath: process.env['PATH'] ?? '',
};
const { signal } = new AbortController();

let dir: string;
let cwd: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'videocraft-confined-'));
  cwd = join(dir, 'run');
  await mkdir(cwd);
});

afterAll(() => rm(dir, { recursive: true, force: true }));

/** What a shell prints where ffmpeg would run. */
async function shell(confinement: readonly string[], script: string): Promise<string> {
  let told = '';
  const onStdout = (chunk: Buffer) => (told += chunk.toString());
  const limits = { timeoutMs: 30_000, stallMs: null };
  const args = ['-c', script];
  await runProcess({ path: '/bin/bash', args, cwd, signal, confinement, ...limits, onStdout });
  return told.trim();
}

const RIGHTS = 'while read -r n v; do case $n in CapEff:|CapBnd:|NoNewPrivs:) echo $v;; esac; done';

describeUnless(await missingProgram('bwrap'))('ffmpeg in bubblewrap', () => {
  let tools: FfmpegTools;
  let inside: Confinements;
  let source: string;
  let neighbor: string;

  beforeAll(async () => {
    tools = await locateFfmpeg({ ...SEARCH, confinement: 'required' });
    inside = tools.abilities;
    source = join(dir, 'source');
    neighbor = join(dir, 'neighbor');
    await writeFile(source, 'mine');
    await writeFile(neighbor, 'of another');
  });

  const confined = (script: string) =>
    shell(confine(inside, { cwd, writes: true, reads: [source] }), script);

  it('is what this machine uses, and health says so', () => {
    expect(inside.level).toBe('bubblewrap');
  });

  it.each([
    ['a file that the run reads', () => `read -r x < ${source}; echo $x`, 'mine'],
    ['a file beside it', () => `[ -e ${neighbor} ] || echo no`, 'no'],
    ['users', () => '[ -e /etc/passwd ] || echo no', 'no'],
    ['the home of root', () => '[ -e /root ] || echo no', 'no'],
    ['processes', () => '[ -e /proc ] || echo no', 'no'],
    ['hardware', () => '[ -e /dev/dri ] || [ -e /sys ] || echo no', 'no'],
  ])('sees of files: %s', async (_, script, answer) => {
    expect(await confined(script())).toBe(answer);
  });

  it('writes into its folder, and neither into its sources nor the system', async () => {
    const script = `echo x > made; for f in ${source} /usr/x /x/y; do { echo x > $f; } 2>/dev/null && echo wrote $f; done; echo end`;
    expect(await confined(script)).toBe('end');
    expect(await readFile(join(cwd, 'made'), 'utf8')).toBe('x\n');
    expect(await readFile(source, 'utf8')).toBe('mine');
  });

  it('writes nothing where it only looks', async () => {
    const looking = confine(inside, { cwd, writes: false, reads: ['made'] });
    expect(await shell(looking, '{ echo y > made; } 2>/dev/null || echo no')).toBe('no');
  });

  describe('beside a server on loopback', () => {
    let server: Server;
    let asked = 0;
    let port: number;

    beforeAll(async () => {
      server = createServer((socket) => {
        asked++;
        socket.on('error', () => undefined).destroy();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      ({ port } = server.address() as { port: number });
    });

    afterAll(() => new Promise((resolve) => server.close(resolve)));

    it('reaches no network, though the machine does', async () => {
      const script = `{ exec 3<>/dev/tcp/127.0.0.1/${port}; } 2>/dev/null && echo yes || echo no`;
      expect(await shell([], script)).toBe('yes');
      expect(await confined(script)).toBe('no');
      const before = asked;
      const ffmpeg = new FfmpegService(tools, 1);
      const input = { path: `http://127.0.0.1:${port}/x.mp4`, options: [] };
      const limits = { cwd, signal, timeoutMs: 30_000 };
      const run = ffmpeg.run({ inputs: [input], outputOptions: [], output: 'x.mp4', ...limits });
      await expect(run).rejects.toThrow(FfmpegError);
      expect(asked).toBe(before);
    });
  });

  it('reads no file of the machine by a filter', async () => {
    const ffmpeg = new FfmpegService(tools, 1);
    const secret = join(dir, 'secret.png');
    const still = ['-frames:v', '1', '-f', 'image2pipe', '-c:v', 'png'];
    const limits = { cwd, signal, timeoutMs: 30_000 };
    const color = { path: 'color=c=red:s=16x16', options: ['-f', 'lavfi'] };
    await ffmpeg.run({ inputs: [color], outputOptions: still, output: 'a.png', ...limits });
    await writeFile(secret, await readFile(join(cwd, 'a.png')));
    const filtergraph = `movie=${secret}[v]`;
    const outputOptions = ['-map', '[v]', ...still];
    const run = ffmpeg.run({ inputs: [], filtergraph, outputOptions, output: 'b.png', ...limits });
    await expect(run).rejects.toThrow(FfmpegError);
  });

  it('renders the same video bit by bit', async () => {
    const render = async (confinement: string): Promise<string> => {
      const dataDir = await mkdtemp(join(dir, 'data-'));
      const config = loadConfig({
        VIDEOCRAFT_DATA_DIR: dataDir,
        VIDEOCRAFT_FFMPEG_CONFINEMENT: confinement,
      });
      const app = await openRenderApp(config);
      try {
        const elements = [
          { type: 'image', src: join(dir, 'secret.png'), zoom: 3 },
          { type: 'text', text: 'The same', settings: {} },
        ];
        const options = { subtitleDefaults: {}, localSources: true };
        const project = { width: 128, height: 72, scenes: [{ duration: 1, elements }] };
        const parsed = parseConfig(project, app.fonts, options);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
        const workDir = await mkdtemp(join(dataDir, 'attempt-'));
        const report = await app.renderer.render(parsed.project, {
          signal,
          workDir,
          outputDir: join(workDir, 'videos'),
          localSources: true,
          onProgress: () => {},
        });
        const video = await readFile(join(report.outputDir, report.files[0]!.name));
        return createHash('sha256').update(video).digest('hex');
      } finally {
        await app.close();
      }
    };
    expect(await render('required')).toBe(await render('off'));
  }, 120_000);
});

describe('where there is no bubblewrap', () => {
  /** The PATH of a machine with these programs only, besides ffmpeg. */
  async function machineWith(...programs: string[]): Promise<string> {
    const folder = await mkdtemp(join(dir, 'bin-'));
    for (const program of ['ffmpeg', 'ffprobe', ...programs]) {
      const script = `#!/bin/sh\nexec /usr/bin/${program} "$@"\n`;
      await writeFile(join(folder, program), script, { mode: 0o755 });
    }
    return folder;
  }

  it('takes the rights of root away, and the network if it may', async () => {
    const searchPath = await machineWith('unshare', 'setpriv', 'prlimit');
    const { abilities } = await locateFfmpeg({ ...SEARCH, searchPath });
    expect(['no-network', 'limits']).toContain(abilities.level);
    const rights = await shell(abilities.confinement, `${RIGHTS} < /proc/self/status`);
    const none = '0000000000000000';
    if (process.getuid?.() === 0) expect(rights.split('\n')).toEqual([none, none, '1']);
    else expect(rights.split('\n').at(-1)).toBe('1');
  });

  it('does not start if bubblewrap is required', async () => {
    const searchPath = await machineWith('setpriv', 'prlimit');
    const required = { ...SEARCH, searchPath, confinement: 'required' as const };
    await expect(locateFfmpeg(required)).rejects.toThrow('Install bubblewrap');
  });

  it('refuses production where nothing confines ffmpeg, unless told', async () => {
    const bare = { ...SEARCH, searchPath: await machineWith() };
    await expect(locateFfmpeg({ ...bare, production: true })).rejects.toThrow(
      'VIDEOCRAFT_FFMPEG_CONFINEMENT=off',
    );
    const told = await locateFfmpeg({ ...bare, production: true, confinement: 'off' });
    expect(told.abilities.level).toBe('none');
    const { warnings } = await locateFfmpeg(bare);
    expect(warnings.join(' ')).toContain('Nothing confines ffmpeg');
  });
});
