import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { args } from '../../src/core/util/args.js';
import { countComplaints } from '../../src/engine/ffmpeg/complaints.js';
import { FfmpegService } from '../../src/engine/ffmpeg/ffmpeg.service.js';
import { decodeSpeech } from '../../src/engine/media/sound/decode-sound.js';
import { probeSource } from '../../src/engine/media/probe/probe-source.js';
import { readFfprobeReport } from '../../src/engine/media/probe/ffprobe-report.js';
import { readPlainReport } from '../../src/engine/media/probe/plain-report.js';
import { mutate, seededNumbers } from '../support/mutate.js';
import { Studio } from '../support/studio.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const SPEECH = `${MEDIA}speech/u9_flite_slt_fast__clean.wav`;
const PICTURE = ['-f', 'lavfi', '-i', 'testsrc2=s=173x91', '-frames:v', '1', '-c:v', 'mjpeg'];
const NOISE = ['-f', 'lavfi', '-i', 'anoisesrc=d=0.4:r=22050'];
/** Messages of the decoder of JPEG that count as damage. */
const STOPPED = /overread|error y=n|error dc|error count/;
const signal = new AbortController().signal;

/** Files that are read without a process must be understood as ffprobe understands them. */
describe('a plain source', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('plain');
  });
  afterAll(() => studio.close());

  const stored = async (path: string, name: string) => {
    const workDir = studio.dir;
    const source = await studio.engines.media.acquire(path, {
      pointer: '',
      signal,
      localSources: true,
      workDir,
    });
    return { ...source, contentHash: `${source.contentHash}-${name}` };
  };
  const ffprobe = async (path: string, demuxer: string) => {
    const { ComplaintLog } = await import('../../src/engine/ffmpeg/complaints.js');
    const complaints = new ComplaintLog();
    const shown = ['-show_streams', '-show_format', '-show_entries', 'frame=width'];
    const report = (await studio.engines.ffmpeg.probe(['-f', demuxer, ...shown], {
      cwd: studio.dir,
      input: path,
      signal,
      complaints,
    })) as {
      streams: { codec_name: string; width: number; height: number; channels: number }[];
      frames?: object[];
      format: { duration: string };
    };
    return { ...report, complaints: complaints.end() };
  };

  it('JPEG: the picture is read once for its content', async () => {
    const path = await studio.make('once.jpg', ...PICTURE);
    const source = await stored(path, 'once');
    const { engines } = studio;
    const report = await readFfprobeReport(source, engines, signal);
    expect(report).toEqual(await readPlainReport(source));
    // Only what is remembered can tell that now.
    await rm(source.path);
    await writeFile(source.path, 'no picture');
    expect(await readFfprobeReport(source, engines, signal)).toEqual(report);
  });

  it.each([
    ['420', ['-pix_fmt', 'yuvj420p']],
    ['422', ['-pix_fmt', 'yuvj422p']],
    ['444', ['-pix_fmt', 'yuvj444p', '-huffman', 'default']],
    ['gray', ['-pix_fmt', 'gray']],
    ['slices', ['-pix_fmt', 'yuvj420p', '-threads', '4', '-slices', '4']],
  ])('JPEG: %s', async (name, more) => {
    const path = await studio.make(`${name}.jpg`, ...PICTURE, ...more);
    const report = await readPlainReport(await stored(path, name));
    const { streams } = await ffprobe(path, 'jpeg_pipe');
    expect(streams[0]).toMatchObject(report!.streams![0]!);
  });

  it('JPEG: damage is left to ffprobe', async () => {
    const path = await studio.make('damaged.jpg', ...PICTURE, '-pix_fmt', 'yuvj420p');
    const intact = await readFile(path);
    const random = seededNumbers(7);
    const target = join(studio.dir, 'mutated.jpg');
    let accepted = 0;
    for (let time = 0; time < 400 && accepted < 8; time++) {
      await writeFile(target, mutate(intact, random));
      const source = { ...(await stored(path, 'mutated')), path: target };
      const report = await readPlainReport(source);
      if (report === null) continue;
      accepted++;
      const { streams, frames, complaints } = await ffprobe(target, 'jpeg_pipe');
      expect(streams[0]).toMatchObject(report.streams![0]!);
      expect(frames).toHaveLength(1);
      expect(countComplaints(complaints, STOPPED)).toBe(0);
    }
    for (const cut of [1, 2, 300]) {
      await writeFile(target, intact.subarray(0, -cut));
      const source = { ...(await stored(path, 'cut')), path: target };
      expect(await readPlainReport(source)).toBeNull();
    }
  }, 60_000);

  it.each([
    ['mono', ['-ac', '1']],
    ['stereo', ['-ac', '2', '-c:a', 'pcm_s16le', '-metadata', 'title=a']],
    ['float', ['-ac', '2', '-c:a', 'pcm_f32le']],
  ])('WAV: %s', async (name, more) => {
    const path = await studio.make(`${name}.wav`, ...NOISE, ...more);
    const report = await readPlainReport(await stored(path, name));
    const { streams, format } = await ffprobe(path, 'wav');
    expect(report!.streams).toEqual([
      { codec_type: 'audio', channels: streams[0]!.channels, duration: format.duration },
    ]);
    expect(report!.format).toEqual({ duration: format.duration });
    const source = await stored(path, name);
    const bytes = await readFile(path);
    const target = join(studio.dir, `cut-${name}.wav`);
    await writeFile(target, bytes.subarray(0, -2));
    expect(await readPlainReport({ ...source, path: target })).toBeNull();
  });

  it.each([
    ['AC-3', ['-c:a', 'ac3', '-f', 'spdif']],
    ['ADPCM', ['-c:a', 'adpcm_ms', '-f', 'wav']],
    ['six channels', ['-ac', '6', '-f', 'wav']],
  ])('WAV: %s is left to ffprobe', async (name, more) => {
    const path = await studio.make(
      `${name.replace(' ', '')}.bin`,
      ...NOISE,
      '-ar',
      '48000',
      ...more,
    );
    const bytes = await readFile(path);
    if (name === 'AC-3') {
      // As players of surround sound record it: the samples of a WAV file.
      const plain = await studio.make('frame.wav', ...NOISE, '-ar', '48000', '-ac', '2');
      const head = (await readFile(plain)).subarray(0, 44);
      const whole = bytes.subarray(0, bytes.length - (bytes.length % 4));
      head.write('data', 36, 'latin1');
      head.writeUInt32LE(whole.length, 40);
      await writeFile(path, Buffer.concat([head, whole]));
    }
    const source = { ...(await stored(SPEECH, name)), path };
    expect(await readPlainReport(source)).toBeNull();
  });

  it('is decoded for the video and for its words in one run, to the same samples', async () => {
    const { ffmpeg, media } = studio.engines;
    const engines = { ffmpeg, media, maxDurationSeconds: 60 };
    const runs = jest.spyOn(FfmpegService.prototype, 'run');
    const probes = jest.spyOn(FfmpegService.prototype, 'probe');
    const path = await studio.make('tones.mp3', ...args(NOISE, ['-ac', '1', '-c:a', 'mp3']));
    for (const [file, looks] of [
      [SPEECH, 0],
      [path, 1],
    ] as const) {
      const [alone, both] = [await stored(file, 'alone'), await stored(file, 'both')];
      const apart = await probeSource(alone, engines, { pointer: '', signal });
      const apartSpeech = await decodeSpeech(alone, engines, signal);
      runs.mockClear();
      probes.mockClear();
      const request = { pointer: '', signal, withSpeech: true };
      const together = await probeSource(both, engines, request);
      const speech = await decodeSpeech(both, engines, signal);
      expect([runs.mock.calls.length, probes.mock.calls.length]).toEqual([1, looks]);
      expect(await readFile(together.pcmPath!)).toEqual(await readFile(apart.pcmPath!));
      expect((await stat(speech)).size).toBeGreaterThan(0);
      expect(await readFile(speech)).toEqual(await readFile(apartSpeech));
    }
    jest.restoreAllMocks();
  }, 60_000);
});
