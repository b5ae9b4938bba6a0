import { ENCODER_NAMES, type EncoderName } from '../core/render/encode/encoder-names.js';
import { CONFINEMENT_MODES, type ConfinementMode } from './confinement-modes.js';
import { FFMPEG_BUILDS, type FfmpegBuildChoice } from './ffmpeg-builds.js';
import { absolutePath, anyText, boolean, gpuDevice, oneOf } from './parsers.js';
import { optional, type Variable, variable } from './variable.js';

/** A variable for GPU drivers. ffmpeg gets it only if it uses a GPU. */
function driver(name: string, doc: string) {
  return optional(
    name,
    anyText,
    'the default of the driver',
    `${doc} It is passed to ffmpeg only if ffmpeg uses a GPU.`,
  );
}

/** The variables that select and configure ffmpeg. */
export const FFMPEG_VARIABLES = {
  ffmpegBuild: variable<FfmpegBuildChoice>({
    name: 'VIDEOCRAFT_FFMPEG_BUILD',
    parse: oneOf(...FFMPEG_BUILDS),
    fallback: 'auto',
    fallbackText: 'auto',
    doc: 'Which ffmpeg is used. `auto`: version 5 or newer on the `PATH`, otherwise the bundled one. `system`: only the one on the `PATH`. `bundled`: only the bundled one, also with `NODE_ENV=production`. It [starts faster, but gets no security fixes](decisions/0014-ffmpeg-builds.md).',
  }),
  ffmpegPath: optional(
    'VIDEOCRAFT_FFMPEG_PATH',
    absolutePath,
    'the one on the `PATH`, otherwise the bundled one',
    'Path of ffmpeg.',
  ),
  ffprobePath: optional(
    'VIDEOCRAFT_FFPROBE_PATH',
    absolutePath,
    'the one on the `PATH`, otherwise the bundled one',
    'Path of ffprobe.',
  ),
  ffmpegAllowBundled: variable({
    name: 'VIDEOCRAFT_FFMPEG_ALLOW_BUNDLED',
    parse: boolean,
    fallback: false,
    fallbackText: 'false',
    doc: 'Allows the bundled ffmpeg with `NODE_ENV=production`.',
  }),
  ffmpegConfinement: variable<ConfinementMode>({
    name: 'VIDEOCRAFT_FFMPEG_CONFINEMENT',
    parse: oneOf(...CONFINEMENT_MODES),
    fallback: 'auto',
    fallbackText: 'auto',
    doc: 'How ffmpeg is confined. `auto`: with bubblewrap if it works here, otherwise without a network, otherwise by limits on memory; production does not start without any of these. `required`: with bubblewrap, or the service does not start. `off`: by limits on memory only.',
  }),
  ffmpegEncoder: variable<EncoderName>({
    name: 'VIDEOCRAFT_FFMPEG_ENCODER',
    parse: oneOf(...ENCODER_NAMES),
    fallback: 'libx264',
    fallbackText: 'libx264',
    doc: 'Encoder for moving segments: libx264, or the hardware encoders nvenc, vaapi, videotoolbox, or qsv. If a hardware encoder does not work at startup, libx264 is used, with a warning.',
  }),
  ffmpegEncoderDevice: optional(
    'VIDEOCRAFT_FFMPEG_ENCODER_DEVICE',
    gpuDevice,
    'the first GPU; /dev/dri/renderD128 for vaapi and qsv',
    'GPU of the encoder: a number for nvenc, or the path of a device for vaapi and qsv.',
  ),
  libvaDriverName: driver('LIBVA_DRIVER_NAME', 'Driver for vaapi and qsv.'),
  libvaDriversPath: driver('LIBVA_DRIVERS_PATH', 'Folder with the drivers for vaapi and qsv.'),
  libraryPath: driver('LD_LIBRARY_PATH', 'Folders with the libraries of a driver.'),
} satisfies Record<string, Variable<unknown>>;
