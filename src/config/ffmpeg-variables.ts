import { ENCODER_NAMES, type EncoderName } from '../core/render/encode/encoder-names.js';
import { absolutePath, anyText, boolean, gpuDevice, oneOf } from './parsers.js';
import { optional, type Variable, variable } from './variable.js';

/** A variable that drivers read; it goes to ffmpeg where that uses a GPU. */
function driver(name: string, doc: string) {
  return optional(
    name,
    anyText,
    'as the driver has it',
    `${doc} Given to ffmpeg only where it uses a GPU.`,
  );
}

/** Those of `VARIABLES` that say which ffmpeg is run, and how. */
export const FFMPEG_VARIABLES = {
  ffmpegPath: optional(
    'VIDEOCRAFT_FFMPEG_PATH',
    absolutePath,
    'the one on the PATH, else the bundled one',
    'The ffmpeg to run.',
  ),
  ffprobePath: optional(
    'VIDEOCRAFT_FFPROBE_PATH',
    absolutePath,
    'the one on the PATH, else the bundled one',
    'The ffprobe to run.',
  ),
  ffmpegAllowBundled: variable(
    'VIDEOCRAFT_FFMPEG_ALLOW_BUNDLED',
    boolean,
    false,
    'false',
    'Lets `NODE_ENV=production` run with the bundled ffmpeg of 2018.',
  ),
  ffmpegEncoder: variable<EncoderName>(
    'VIDEOCRAFT_FFMPEG_ENCODER',
    oneOf(...ENCODER_NAMES),
    'libx264',
    'libx264',
    'Encoder of moving pictures: libx264, or in hardware nvenc, vaapi, videotoolbox, qsv. One that does not work at the start is replaced by libx264, with a warning.',
  ),
  ffmpegEncoderDevice: optional(
    'VIDEOCRAFT_FFMPEG_ENCODER_DEVICE',
    gpuDevice,
    'the first GPU; for vaapi and qsv /dev/dri/renderD128',
    'GPU of the encoder: a number for nvenc, the path of a device for vaapi and qsv.',
  ),
  libvaDriverName: driver('LIBVA_DRIVER_NAME', 'Driver of vaapi and qsv.'),
  libvaDriversPath: driver('LIBVA_DRIVERS_PATH', 'Folder of the drivers of vaapi and qsv.'),
  libraryPath: driver('LD_LIBRARY_PATH', 'Folders of libraries of a driver.'),
} satisfies Record<string, Variable<unknown>>;
