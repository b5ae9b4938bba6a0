import { args as argsOf } from '../../core/util/args.js';
import { buildFfmpegArgs } from './build-args.js';

describe('buildFfmpegArgs', () => {
  it('keeps every argument unchanged and in order', () => {
    const args = buildFfmpegArgs({
      inputs: [
        { path: '/data/a b.png', options: ['-f', 'png_pipe'] },
        { path: 'pipe:0', options: ['-f', 'f32le', '-ar', '48000'] },
      ],
      filtergraph: '[0:v]scale=2:2,format=yuv420p[v]',
      outputOptions: ['-map', '[v]', '-metadata', 'title=a b'],
      output: "o'ut.mp4",
    });
    expect(args).toEqual(
      argsOf(
        ['-hide_banner', '-nostdin', '-loglevel', 'error', '-max_alloc', '1073741824'],
        ['-progress', 'pipe:1'],
        ['-filter_complex_threads', '1'],
        ['-f', 'png_pipe', '-i', '/data/a b.png'],
        ['-f', 'f32le', '-ar', '48000', '-i', 'pipe:0'],
        ['-y', '-filter_complex', '[0:v]scale=2:2,format=yuv420p[v]'],
        ['-map', '[v]', '-metadata', 'title=a b', "o'ut.mp4"],
      ),
    );
  });

  it('gives each of two outputs its own options', () => {
    const args = buildFfmpegArgs({
      inputs: [{ path: 'a.wav', options: [] }],
      outputOptions: ['-ar', '48000'],
      output: 'sound',
      second: { outputOptions: ['-ar', '16000'], output: 'speech' },
    });
    const outputs = args.slice(args.indexOf('a.wav') + 1);
    expect(outputs).toEqual(['-y', '-ar', '48000', 'sound', '-ar', '16000', 'speech']);
  });
});
