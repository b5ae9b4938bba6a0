import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findConfinement } from '../../src/engine/ffmpeg/confinement.js';
import { loadProvenConfinements } from '../../src/engine/ffmpeg/proven-confinements.js';
import { ComplaintLog } from '../../src/engine/ffmpeg/complaints.js';
import { FfmpegService } from '../../src/engine/ffmpeg/ffmpeg.service.js';
import { FfmpegError } from '../../src/engine/ffmpeg/ffmpeg-error.js';
import { locateFfmpeg, type LocateOptions } from '../../src/engine/ffmpeg/locate-ffmpeg.js';
import { isEndedFromOutside } from '../../src/engine/ffmpeg/repeat-ended.js';
import { liveProcessCount, runProcess } from '../../src/engine/ffmpeg/run-process.js';
import { frameHashes } from '../support/decode.js';
import { itUnless } from '../support/skip.js';

/** Limits the wait for something that must end at once. The machine can be slow and shared. */
const PATIENCE_MS = 10_000;

const NO_PROC = process.platform === 'linux' ? null : 'needs /proc';

const NOWHERE: LocateOptions = {
  path: null,
  probePath: null,
  allowBundled: false,
  production: false,
  searchPath: '/usr/bin:/bin',
};

const CURRENT_BUILD = process.platform === 'linux' && process.arch === 'x64';
const CLIP = fileURLToPath(new URL('../media/background.mp4', import.meta.url));
const FRAMES_GRAPH =
  '[0:v]fps=30/1:start_time=0,scale=160:90:flags=bicubic:out_color_matrix=bt709:out_range=tv,' +
  'format=yuv420p,setsar=1,tpad=stop=-1:stop_mode=clone,trim=end_frame=12[v]';

const endless = {
  inputs: [{ path: 'color=c=red:s=64x64:r=30', options: ['-re', '-f', 'lavfi'] }],
  outputOptions: ['-f', 'null'],
  output: '-',
};

async function failureOf(promise: Promise<unknown>): Promise<FfmpegError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FfmpegError);
  return error as FfmpegError;
}

describe('running ffmpeg', () => {
  let cwd: string;
  let ffmpeg: FfmpegService;

  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'videocraft-ffmpeg-'));
    ffmpeg = new FfmpegService(await locateFfmpeg(NOWHERE), 2);
  });

  afterAll(async () => {
    expect(liveProcessCount()).toBe(0);
    await rm(cwd, { recursive: true, force: true });
  });

  it('uses the bundled build if the PATH has none, and reports it', async () => {
    const tools = await locateFfmpeg({ ...NOWHERE, searchPath: '' });
    expect(tools.source).toBe('bundled');
    expect(tools.warnings.join(' ')).toMatch(/bundled ffmpeg (7\.0|of 2018)/);
    await expect(locateFfmpeg({ ...NOWHERE, searchPath: '', production: true })).rejects.toThrow(
      'Install ffmpeg 5 or newer',
    );
  });

  it('uses the build that the operator chooses, also in production', async () => {
    const tools = await locateFfmpeg({ ...NOWHERE, build: 'bundled', production: true });
    expect(tools.source).toBe('bundled');
    expect(tools.warnings).toEqual([expect.stringMatching(/gets no security fixes\.$/)]);
    await expect(
      locateFfmpeg({ ...NOWHERE, build: 'system', searchPath: '', allowBundled: true }),
    ).rejects.toThrow('No usable ffmpeg is on the PATH');
    await expect(
      locateFfmpeg({ ...NOWHERE, build: 'bundled', path: '/a', probePath: '/b' }),
    ).rejects.toThrow('VIDEOCRAFT_FFMPEG_BUILD or paths');
  });

  itUnless(CURRENT_BUILD ? null : 'needs the current bundled build')(
    'makes the same frames with the bundled build and the one of the system',
    async () => {
      const builds = ['system', 'bundled'] as const;
      const frames = builds.map(async (build) => {
        const tools = await locateFfmpeg({ ...NOWHERE, build });
        expect(tools.source).toBe(build);
        const run = {
          cwd,
          signal: new AbortController().signal,
          timeoutMs: 60_000,
          reads: [CLIP],
        };
        const service = new FfmpegService(tools, 2);
        await service.run({
          ...run,
          inputs: [{ path: CLIP, options: ['-f', 'mov'] }],
          filtergraph: FRAMES_GRAPH,
          outputOptions: ['-map', '[v]', '-c:v', 'libx264', '-preset', 'superfast', '-f', 'h264'],
          output: `${build}.h264`,
        });
        return frameHashes(tools.ffmpegPath, '-i', join(cwd, `${build}.h264`));
      });
      const [system, bundled] = await Promise.all(frames);
      expect(system).toHaveLength(12);
      expect(bundled).toEqual(system);
    },
  );

  it('caches the features of ffmpeg until the program changes', async () => {
    const abilitiesFile = join(cwd, 'memory', 'ffmpeg.json');
    const program = join(cwd, 'counted');
    const starts = async () => (await readFile(join(cwd, 'starts'), 'utf8')).length;
    const count = `#!/bin/sh\nprintf x >> ${cwd}/starts\nexec ${ffmpeg.tools.ffmpegPath} "$@"\n`;
    await writeFile(program, count, { mode: 0o755 });
    const locate = () =>
      locateFfmpeg({ ...NOWHERE, path: program, probePath: program, abilitiesFile });
    const first = await locate();
    const asked = await starts();
    expect(asked).toBeGreaterThan(0);
    expect(await locate()).toEqual(first);
    expect(await starts()).toBe(asked);

    await writeFile(abilitiesFile, 'damaged');
    expect(await locate()).toEqual(first);
    expect(await starts()).toBe(2 * asked);

    await writeFile(program, count.replace('#!/bin/sh', '#!/bin/sh -e'));
    expect(await locate()).toEqual(first);
    expect(await starts()).toBe(3 * asked);
  });

  it('tries a confinement without ffmpeg once ffmpeg has run under it', async () => {
    const program = join(cwd, 'confined');
    const memory = join(cwd, 'confinement.json');
    const tried = async () => (await readFile(join(cwd, 'tried'), 'utf8')).length;
    await writeFile(program, `#!/bin/sh\nprintf x >> ${cwd}/tried\n`, { mode: 0o755 });
    const find = async (searchPath = NOWHERE.searchPath) =>
      findConfinement({
        mode: 'off',
        searchPath,
        ffmpegPath: program,
        ffprobePath: program,
        maxFileBytes: null,
        proven: await loadProvenConfinements([program], memory),
      });
    const first = await find();
    expect(first.level).toBe('limits');
    const starts = await tried();
    expect(await find()).toEqual(first);
    expect(await tried()).toBe(starts);

    // Where the confinement fails without ffmpeg, ffmpeg decides.
    await writeFile(join(cwd, 'true'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    expect(await find(`${cwd}:${NOWHERE.searchPath}`)).toEqual(first);
    expect(await tried()).toBe(starts + 1);

    await writeFile(program, `#!/bin/sh -e\nprintf x >> ${cwd}/tried\n`);
    expect(await find()).toEqual(first);
    expect(await tried()).toBe(starts + 2);
  });

  it('reports the number of written frames', async () => {
    const frames: number[] = [];
    await ffmpeg.run({
      inputs: [{ path: 'testsrc=s=64x64:r=30:d=2', options: ['-f', 'lavfi'] }],
      outputOptions: ['-c:v', 'libx264'],
      output: 'a.mp4',
      cwd,
      signal: new AbortController().signal,
      timeoutMs: 60_000,
      onFrame: (frame) => frames.push(frame),
    });
    expect(frames.at(-1)).toBe(60);
    const probe = await ffmpeg.probe(['-show_entries', 'stream=nb_frames'], {
      input: 'a.mp4',
      cwd,
      signal: new AbortController().signal,
    });
    expect(probe).toMatchObject({ streams: [{ nb_frames: '60' }] });
  });

  it('ends a running process within two seconds of a cancellation', async () => {
    const controller = new AbortController();
    const started = performance.now();
    let cancelledAt = 0;
    const error = await failureOf(
      ffmpeg.run({
        ...endless,
        cwd,
        signal: controller.signal,
        timeoutMs: 60_000,
        onFrame: () => {
          cancelledAt ||= performance.now();
          controller.abort();
        },
      }),
    );
    expect(error.end.cancelled).toBe(true);
    expect(cancelledAt).toBeGreaterThan(started);
    expect(performance.now() - cancelledAt).toBeLessThan(PATIENCE_MS);
  });

  it('ends a process that runs too long or ignores SIGTERM', async () => {
    const error = await failureOf(
      runProcess({
        path: process.execPath,
        args: ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'],
        cwd,
        signal: new AbortController().signal,
        timeoutMs: 400,
        stallMs: null,
        confinement: [],
      }),
    );
    expect(error.end).toMatchObject({ timedOut: true, signal: 'SIGKILL' });
  });

  it('ends a silent process', async () => {
    const error = await failureOf(
      runProcess({
        path: process.execPath,
        args: ['-e', 'console.log("x"); setInterval(() => {}, 1000)'],
        cwd,
        signal: new AbortController().signal,
        timeoutMs: 30_000,
        stallMs: 500,
        confinement: [],
      }),
    );
    expect(error.end.stalled).toBe(true);
  });

  describe('when something outside ends a run', () => {
    /** The children of this process that name the folder of the test. */
    async function running(): Promise<number> {
      for (;;) {
        for (const name of await readdir('/proc')) {
          const stat = await readFile(`/proc/${name}/stat`, 'latin1').catch(() => '');
          const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
          const command = await readFile(`/proc/${name}/cmdline`, 'latin1').catch(() => '');
          if (parent === process.pid && command.includes(cwd)) return Number(name);
        }
        await delay(20);
      }
    }

    /** Two seconds of picture in real time, so that there is time to end it. */
    const slow = () => ({
      inputs: [{ path: 'testsrc=s=64x64:r=25:d=2', options: ['-re', '-f', 'lavfi'] }],
      outputOptions: ['-f', 'rawvideo'],
      output: join(cwd, 'slow.raw'),
      cwd,
      signal: new AbortController().signal,
      timeoutMs: 60_000,
    });

    for (const kind of ['SIGKILL', 'SIGSTOP'] as const) {
      itUnless(NO_PROC)(`repeats a run after ${kind}`, async () => {
        const log = new ComplaintLog();
        const done = ffmpeg.run({ ...slow(), complaints: log });
        process.kill(-(await running()), kind);
        await done;
        expect((await stat(join(cwd, 'slow.raw'))).size).toBe(50 * 64 * 64 * 3);
        expect(log.end()).toEqual({});
      });
    }

    itUnless(NO_PROC)('gives up after the third time, and says so', async () => {
      const failed = failureOf(ffmpeg.run(slow()));
      const killed = new Set<number>();
      while (killed.size < 3) {
        const pid = await running();
        if (!killed.has(pid)) process.kill(-pid, 'SIGKILL');
        killed.add(pid);
        await delay(20);
      }
      expect(isEndedFromOutside(await failed)).toBe(true);
    });

    it('takes neither a cancellation nor an error of ffmpeg for it', async () => {
      const controller = new AbortController();
      const cancelled = failureOf(ffmpeg.run({ ...slow(), signal: controller.signal }));
      setTimeout(() => controller.abort(), 100);
      expect(isEndedFromOutside(await cancelled)).toBe(false);
      const wrong = failureOf(ffmpeg.run({ ...slow(), outputOptions: ['-f', 'no-format'] }));
      expect(isEndedFromOutside(await wrong)).toBe(false);
    });

    itUnless(NO_PROC)('reads a file from its beginning again', async () => {
      // A program that writes a line, waits to be killed, and later writes both.
      const probe = join(cwd, 'probe.sh');
      await writeFile(
        probe,
        `#!/bin/sh\necho one; [ -e ${cwd}/again ] || { touch ${cwd}/again; exec sleep 60; }; echo two\n`,
        { mode: 0o755 },
      );
      const abilities = { ...ffmpeg.tools.abilities, level: 'none' as const, confinement: [] };
      const service = new FfmpegService({ ...ffmpeg.tools, ffprobePath: probe, abilities }, 1);
      const readers: string[][] = [];
      const { signal } = new AbortController();
      const read = service.probeLines([], { cwd, input: join(cwd, 'x'), signal }, () => {
        const lines: string[] = [];
        readers.push(lines);
        return (line) => lines.push(line);
      });
      while (readers[0]?.length !== 1) await delay(20);
      for (const name of await readdir('/proc')) {
        const command = await readFile(`/proc/${name}/cmdline`, 'latin1').catch(() => '');
        const folder = await readlink(`/proc/${name}/cwd`).catch(() => '');
        if (command.startsWith('sleep\0') && folder === cwd) process.kill(Number(name), 'SIGKILL');
      }
      await read;
      expect(readers).toEqual([['one'], ['one', 'two']]);
    });
  });

  it('reports how a failed run ended', async () => {
    const error = await failureOf(
      ffmpeg.run({
        inputs: [{ path: 'missing.png', options: [] }],
        outputOptions: [],
        output: 'b.mp4',
        cwd,
        signal: new AbortController().signal,
        timeoutMs: 10_000,
      }),
    );
    expect(error.end).toMatchObject({ exitCode: 1, cancelled: false });
    expect(error.end.stderrTail).toContain('missing.png');
  });

  it.each([
    ['address space', 'confinement', '8388608 unlimited'],
    ['private abilitiesFile, where it uses a GPU,', 'gpuConfinement', 'unlimited 8388608'],
  ] as const)('limits the %s of its processes', async (_, confinement, limits) => {
    let told = '';
    await runProcess({
      path: '/bin/sh',
      args: ['-c', 'echo $(ulimit -v) $(ulimit -d) $LIBVA_DRIVER_NAME'],
      cwd,
      signal: new AbortController().signal,
      timeoutMs: 30_000,
      stallMs: null,
      confinement: ffmpeg.tools.abilities[confinement],
      environment: { LIBVA_DRIVER_NAME: 'iHD' },
      onStdout: (chunk) => (told += chunk.toString()),
    });
    expect(told.trim()).toBe(`${limits} iHD`);
  });

  it('ends a run that writes too large a file, and names the limit', async () => {
    const limited = new FfmpegService(await locateFfmpeg({ ...NOWHERE, maxFileBytes: 100_000 }), 2);
    const run = limited.run({
      inputs: [{ path: 'color=c=red:s=64x64:r=30:d=10', options: ['-f', 'lavfi'] }],
      outputOptions: ['-f', 'rawvideo', '-pix_fmt', 'yuv420p'],
      output: 'large.yuv',
      cwd,
      signal: new AbortController().signal,
      timeoutMs: 30_000,
    });
    await expect(run).rejects.toMatchObject({
      code: 'MEDIA_LIMIT_EXCEEDED',
      message:
        'Expected at most 100000 bytes of one file. The operator sets the limit with VIDEOCRAFT_LIMITS_FILE_BYTES.',
    });
    expect((await stat(join(cwd, 'large.yuv'))).size).toBeLessThanOrEqual(100_000);
  });

  it('leaves no child process when its parent is killed', async () => {
    const { confinement } = ffmpeg.tools.abilities;
    expect(confinement.join(' ')).toMatch(/--pdeathsig KILL|--die-with-parent/);
    // The parent starts a long sleep like runProcess, prints its process ID, and is killed.
    const parent = spawn(process.execPath, [
      '-e',
      `const [command, ...args] = ${JSON.stringify([...confinement, 'sleep', '60'])};
       const c = require('node:child_process').spawn(command, args, { detached: true, stdio: 'ignore' });
       console.log(c.pid); setInterval(() => {}, 1000);`,
    ]);
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (data: Buffer) => resolve(Number(data.toString()))),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    parent.kill('SIGKILL');
    const gone = async () =>
      readFile(`/proc/${pid}/stat`, 'utf8').then(
        (stat) => / Z /.test(stat),
        () => true,
      );
    const deadline = performance.now() + 5_000;
    while (!(await gone()) && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await gone()).toBe(true);
  });
});
