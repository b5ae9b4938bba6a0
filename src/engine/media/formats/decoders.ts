import { nameList } from '../../../core/util/name-list.js';

/**
 * The decoders that sources may ask for. ffmpeg knows hundreds, most of them of formats nobody uses any
 * more, and it is there that its faults are found: what is here is what cameras, phones, recorders,
 * editors and broadcasters write. MagicYUV stays out (CVE-2026-8461, open in Debian 12).
 */

/** Decoders of sound that any container may hold; of pulse code, those in use. */
export const SOUND_DECODERS: readonly string[] = nameList(`
  aac aac_latm mp3 mp3float mp2 mp2float alac flac opus libopus vorbis speex libspeex ac3 eac3
  dca truehd mlp wmav1 wmav2 wmapro amrnb amrwb libopencore_amrnb libopencore_amrwb pcm_s16le
  pcm_s16be pcm_s24le pcm_s24be pcm_s32le pcm_s32be pcm_u8 pcm_s8 pcm_f32le pcm_f32be
  pcm_f64le pcm_f64be pcm_alaw pcm_mulaw pcm_bluray pcm_dvd adpcm_ms adpcm_ima_wav
  adpcm_ima_qt
`);

/** Of covers, which stand in files of sound as a stream of their own. */
export const COVER_DECODERS: readonly string[] = ['mjpeg', 'png'];

const PICTURE_DECODERS = [
  'h264',
  'hevc',
  'mpeg4',
  'mpeg1video',
  'mpeg2video',
  'h263',
  'vp8',
  'vp9',
  'libvpx',
  'libvpx-vp9',
  'av1',
  'libdav1d',
  'libaom-av1',
  'theora',
  'vc1',
  'wmv1',
  'wmv2',
  'wmv3',
  'msmpeg4',
  'msmpeg4v2',
  'dvvideo',
  // Of editors and recorders.
  'prores',
  'dnxhd',
  'cfhd',
  'qtrle',
  'ffv1',
  'huffyuv',
  'ffvhuff',
  'rawvideo',
  'v210',
  ...COVER_DECODERS,
];

/** Never shown, but ffprobe fails over a stream whose decoder it may not open. */
const TEXT_DECODERS = nameList(`
  mov_text cc_dec subrip srt ass ssa webvtt text dvdsub dvbsub pgssub xsub libzvbi_teletextdec
`);

export const MEDIA_DECODERS: readonly string[] = [
  ...PICTURE_DECODERS,
  ...SOUND_DECODERS,
  ...TEXT_DECODERS,
];
