import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rms, Studio, toneLevel } from '../support/studio.js';

const run = promisify(execFile);
const SPEECH = fileURLToPath(new URL('../media/speech/', import.meta.url));
const SMALL = { width: 64, height: 48, fps: 25, draft: true };
const RATE = 48_000;
const at = (seconds: number) => Math.round(seconds * RATE);

describe('audio, in decoded samples', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('sound');
  });
  afterAll(() => studio.close());

  const lavfi = (name: string, source: string, ...more: string[]) =>
    studio.make(name, '-f', 'lavfi', '-i', source, ...more);
  const audio = (src: string, more: object = {}) => ({
    type: 'audio',
    src,
    speech: false,
    ...more,
  });
  const scene = (...elements: object[]) => ({ ...SMALL, scenes: [{ elements }] });

  it.each([
    ['mono', '0.5*sin(2*PI*500*t):s=48000:d=1', [[500, 0.5, 0.5]]],
    ['mono at 8 kHz', '0.5*sin(2*PI*500*t):s=8000:d=1', [[500, 0.5, 0.5]]],
    [
      '5.1 surround',
      [300, 500, 700, 60, 1100, 1300].map((hz) => `0.15*sin(2*PI*${hz}*t)`).join('|') +
        ':c=5.1:s=48000:d=1',
      [
        [300, 0.15, 0],
        [500, 0, 0.15],
        [700, 0.15 * Math.SQRT1_2, 0.15 * Math.SQRT1_2],
        [60, 0, 0],
        [1100, 0.15 * Math.SQRT1_2, 0],
        [1300, 0, 0.15 * Math.SQRT1_2],
      ],
    ],
  ] as const)('mixes %s to stereo with the right gains', async (name, source, truth) => {
    const file = await lavfi(`${name.replace(' ', '-')}.flac`, `aevalsrc=${source}`);
    const { left, right } = await studio.sound(scene(audio(file)));
    for (const [hz, onLeft, onRight] of truth) {
      // The encoder loses a fiftieth of the level.
      expect(toneLevel(left, hz, at(0.1), at(0.9)) / 0.98).toBeCloseTo(onLeft, 2);
      expect(toneLevel(right, hz, at(0.1), at(0.9)) / 0.98).toBeCloseTo(onRight, 2);
    }
  });

  it.each(['mp4', 'mkv'])(
    'plays the audio of a video in %s that starts later at the right time',
    async (ext) => {
      const file = await studio.make(
        `late.${ext}`,
        ...['-f', 'lavfi', '-i', 'color=c=red:s=64x48:r=25:d=2'],
        ...['-itsoffset', '0.6', '-f', 'lavfi', '-i', 'sine=f=1000:r=48000:d=1'],
        ...['-c:v', 'libx264', '-c:a', 'aac'],
      );
      const { left } = await studio.sound({
        ...SMALL,
        scenes: [{ elements: [{ type: 'video', src: file }] }],
      });
      expect(rms(left, 0, at(0.56))).toBeLessThan(0.002);
      expect(rms(left, at(0.65), at(1.5))).toBeGreaterThan(0.05);
      expect(rms(left, at(1.68), at(1.95))).toBeLessThan(0.002);
    },
  );

  it.each([0.5, 1.6])('plays at speed %d with the same pitch and words', async (speed) => {
    const tone = await lavfi('tone.wav', 'sine=f=440:r=48000:d=4');
    const report = await studio.render({
      ...scene(
        audio(tone, {
          speed,
          seek: 1,
          speech: true,
          words: [{ word: 'HERE', start: 1, end: 2 }],
        }),
      ),
      width: 320,
      height: 180,
      elements: [
        {
          type: 'subtitles',
          settings: { 'font-size': 60, 'word-color': '#00FF00', 'outline-width': 0 },
        },
      ],
    });
    // Three seconds remain after the seek.
    expect(report.frames).toBe(Math.round((3 / speed) * 25));
    const { left } = await studio.soundOf(report.video);
    const end = 3 / speed;
    const rises = left
      .slice(at(0.1), at(end - 0.2))
      .filter((value, index, all) => value >= 0 && all[index - 1]! < 0).length;
    expect(rises / (end - 0.3)).toBeCloseTo(440, -1);
    const bytes = await studio.decode(report.video, ['-f', 'rawvideo', '-pix_fmt', 'rgb24']);
    const size = 320 * 180 * 3;
    const green = (frame: number) => {
      for (let index = frame * size; index < (frame + 1) * size; index += 3) {
        if (bytes[index + 1]! > 200 && bytes[index]! < 80) return true;
      }
      return false;
    };
    const first = Math.ceil((1 / speed) * 25);
    expect([green(first - 1), green(first)]).toEqual([false, true]);
  });

  it('ducks music by the requested decibels before the first word, and restores it afterwards', async () => {
    const music = await lavfi('music.wav', 'sine=f=10500:r=48000:d=1');
    const speech = join(SPEECH, 'u1_espeak_f3__clean.wav');
    const { words } = JSON.parse(
      await readFile(join(SPEECH, 'u1_espeak_f3__clean.json'), 'utf8'),
    ) as { words: { start: number; end: number }[] };
    const from = 2;
    const lastEnd = from + words.at(-1)!.end;
    const duration = Math.ceil(lastEnd) + 3;
    const { left } = await studio.sound({
      ...SMALL,
      scenes: [
        {
          duration,
          elements: [
            { type: 'audio', src: speech, start: from },
            { type: 'audio', src: music, loop: true, ducking: { level: -15, attack: 0.2 } },
          ],
        },
      ],
    });
    const level = (seconds: number) =>
      20 * Math.log10(toneLevel(left, 10_500, at(seconds - 0.02), at(seconds + 0.02)));
    const full = level(1);
    const firstWord = from + words[0]!.start;
    const levels = {
      before: level(firstWord - 0.6) - full,
      atFirstWord: level(firstWord + 0.02) - full,
      within: level((firstWord + lastEnd) / 2) - full,
      after: level(duration - 0.5) - full,
    };
    expect(levels.before).toBeCloseTo(0, 0);
    expect(levels.atFirstWord).toBeCloseTo(-15, 0);
    expect(levels.within).toBeCloseTo(-15, 0);
    expect(levels.after).toBeCloseTo(0, 0);
    // No pumping: after the level goes down, it goes up only once.
    const steps = Array.from({ length: (duration - 1) * 20 }, (_, step) => level(0.5 + step / 20));
    const ups = steps.filter((value, step) => value > full - 7.5 && steps[step - 1]! <= full - 7.5);
    expect(ups).toHaveLength(1);
  }, 60_000);

  async function loudnessOf(file: string): Promise<{ lufs: number; truePeak: number }> {
    const { stderr } = await run(
      studio.engines.ffmpeg.tools.ffmpegPath,
      args(
        ['-hide_banner', '-nostats', '-i', file, '-vn', '-af', 'ebur128=peak=true'],
        ['-f', 'null', '-'],
      ),
    );
    const summary = stderr.slice(stderr.lastIndexOf('Summary'));
    return {
      lufs: Number(/I:\s+(\S+) LUFS/.exec(summary)![1]),
      truePeak: Number(/Peak:\s+(\S+) dBFS/.exec(summary)![1]),
    };
  }

  it.each([
    ['quiet speech', 0.1, true, -14],
    ['loud speech', 8, true, -14],
    ['speech at another loudness', 1, -23, -23],
  ] as const)(
    'normalizes %s to its loudness',
    async (_name, volume, loudness, target) => {
      const speech = audio(join(SPEECH, 'u10_flite_rms_long__clean.wav'), { volume });
      const { video } = await studio.render({ ...scene(speech), loudness });
      const { lufs, truePeak } = await loudnessOf(video);
      expect(Math.abs(lufs - target)).toBeLessThanOrEqual(0.5);
      expect(truePeak).toBeLessThanOrEqual(-1);
    },
    60_000,
  );

  it('limits a mix that is too loud instead of clipping it', async () => {
    const tone = await lavfi('loud.wav', 'sine=f=440:r=48000:d=1', '-af', 'volume=18dB');
    const { left } = await studio.sound(scene(audio(tone), audio(tone)));
    const peak = left
      .slice(at(0.1), at(0.9))
      .reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(peak).toBeGreaterThan(0.9);
    expect(peak).toBeLessThan(1.03);
    // The third harmonic of a clipped sine has a tenth of its level.
    const level = (hz: number) => toneLevel(left, hz, at(0.2), at(0.8));
    expect(level(1320) / level(440)).toBeLessThan(0.005);
  });

  it('cuts into and out of a sound without a click, but not between adjacent parts', async () => {
    const tone = await lavfi('low.wav', 'sine=f=100:r=48000:d=4', '-af', 'volume=12dB');
    const part = (more: object) => ({ elements: [audio(tone, more)] });
    // 2.5 ms into the sine, it is at its peak.
    const { left } = await studio.sound({
      ...SMALL,
      scenes: [
        { duration: 0.5, elements: [] },
        part({ seek: 0.0025, duration: 1 }),
        part({ seek: 1.0025, duration: 0.9 }),
        { duration: 0.5, elements: [] },
      ],
    });
    const click = (seconds: number) => {
      const around = left.slice(at(seconds - 0.02), at(seconds + 0.02));
      return Math.max(
        ...around.map((value, index) => Math.abs(value - (around[index - 1] ?? value))),
      );
    };
    const peak = Math.max(...left.slice(at(0.7), at(1.3)));
    for (const seconds of [0.5, 1.5, 2.4]) expect(click(seconds) / peak).toBeLessThan(0.12);
    expect(rms(left, at(1.495), at(1.505))).toBeCloseTo(peak * Math.SQRT1_2, 1);
  });

  it('repeats the audio of a looping video with its pictures', async () => {
    const file = await studio.make(
      'short-sound.mkv',
      ...['-f', 'lavfi', '-i', 'color=c=red:s=64x48:r=25:d=1'],
      ...['-f', 'lavfi', '-i', 'sine=f=1000:r=48000:d=0.4'],
      ...['-c:v', 'libx264', '-c:a', 'pcm_s16le'],
    );
    const { left } = await studio.sound({
      ...SMALL,
      scenes: [{ duration: 3, elements: [{ type: 'video', src: file, loop: true }] }],
    });
    for (const round of [0, 1, 2]) {
      expect(rms(left, at(round + 0.05), at(round + 0.35))).toBeGreaterThan(0.05);
      expect(rms(left, at(round + 0.5), at(round + 0.95))).toBeLessThan(0.002);
    }
  });
});
