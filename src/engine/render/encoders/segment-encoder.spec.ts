import { HARDWARE_ENCODER_NAMES } from '../../../core/render/encode/encoder-names.js';
import type { Segment } from '../../../core/render/segment/types.js';
import { HARDWARE_ENCODERS } from './hardware-encoders.js';
import { hardwareEncoder, X264 } from './segment-encoder.js';

const SEGMENT: Segment = {
  width: 1920,
  height: 1080,
  fps: { num: 30_000, den: 1001 },
  frameCount: 60,
  repeats: null,
  keyPictures: [0],
  band: null,
  loop: null,
  stack: { backgroundColor: '#000000', layers: [] },
  next: null,
  transition: null,
  over: [],
  captions: null,
  encoder: { preset: 'superfast', crf: 21, params: '', keySeconds: 5 },
};

const encoderOf = (name: (typeof HARDWARE_ENCODER_NAMES)[number], device: string | null) =>
  hardwareEncoder(name, HARDWARE_ENCODERS[name], device, { environment: {} });

const PARAMETER_SETS = '-profile:v high -level 40 -g 149 -bf 0 -flags +cgop';
const COLOR_OPTIONS =
  '-r 30000/1001 -color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv ' +
  '-bsf:v h264_metadata=video_full_range_flag=0:colour_primaries=1:transfer_characteristics=1' +
  ':matrix_coefficients=1:chroma_sample_loc_type=0';

describe('hardware encoders', () => {
  it.each([
    [
      'nvenc',
      null,
      `-c:v h264_nvenc -preset p4 -rc vbr -cq 21 -b:v 0 ${PARAMETER_SETS} -pix_fmt yuv420p`,
    ],
    [
      'nvenc',
      '1',
      `-gpu 1 -c:v h264_nvenc -preset p4 -rc vbr -cq 21 -b:v 0 ${PARAMETER_SETS} -pix_fmt yuv420p`,
    ],
    [
      'vaapi',
      '/dev/dri/renderD129',
      '-init_hw_device vaapi=gpu:/dev/dri/renderD129 -filter_hw_device gpu ' +
        `-c:v h264_vaapi -rc_mode CQP -qp 21 ${PARAMETER_SETS}`,
    ],
    ['videotoolbox', null, `-c:v h264_videotoolbox -q:v 58 ${PARAMETER_SETS} -pix_fmt nv12`],
    [
      'qsv',
      null,
      '-qsv_device /dev/dri/renderD128 ' +
        `-c:v h264_qsv -global_quality 21 ${PARAMETER_SETS} -pix_fmt nv12`,
    ],
  ] as const)('%s on device %s', (name, device, options) => {
    expect(encoderOf(name, device).options(SEGMENT, 1).join(' ')).toBe(
      `${options} ${COLOR_OPTIONS}`,
    );
  });

  it('receive uploaded frames if they cannot upload themselves', () => {
    const uploads = HARDWARE_ENCODER_NAMES.map((name) => encoderOf(name, null).upload);
    expect(uploads).toEqual([null, 'format=nv12,hwupload', null, null]);
  });

  it.each([
    [18, '-cq 18', '-qp 18', '-q:v 64', '-global_quality 18'],
    [30, '-cq 30', '-qp 30', '-q:v 40', '-global_quality 30'],
  ])('use the quality of the config: %i', (crf, ...expected) => {
    const segment = { ...SEGMENT, encoder: { ...SEGMENT.encoder, crf } };
    HARDWARE_ENCODER_NAMES.forEach((name, index) => {
      const options = encoderOf(name, null).options(segment, 1).join(' ');
      expect(options).toContain(`${expected[index]} `);
    });
  });
});

describe('x264', () => {
  it.each([
    [null, 'sps-id=2'],
    [[30, 30], 'sps-id=1'],
  ])('leaves parameter set ID 0 to other encoders (%j)', (repeats, id) => {
    expect(X264.options({ ...SEGMENT, repeats }, 1).join(' ')).toContain(`${id}:`);
  });
});
