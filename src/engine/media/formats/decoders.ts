import { nameList } from '../../../core/util/name-list.js';

/**
 * The decoders that sources may use. ffmpeg has hundreds, mostly for formats that are no longer in use, and
 * security bugs are found in them. This list covers the output of cameras, phones, recorders, editors, and
 * broadcasters. MagicYUV is excluded (CVE-2026-8461, not fixed in Debian 12).
 */

/** Sound decoders for any container. Of the PCM formats, only those in use. */
export const SOUND_DECODERS: readonly string[] = nameList(`
  aac aac_latm mp3 mp3float mp2 mp2float alac flac opus libopus vorbis speex libspeex ac3 eac3
  dca truehd mlp wmav1 wmav2 wmapro amrnb amrwb libopencore_amrnb libopencore_amrwb pcm_s16le
  pcm_s16be pcm_s24le pcm_s24be pcm_s32le pcm_s32be pcm_u8 pcm_s8 pcm_f32le pcm_f32be
  pcm_f64le pcm_f64be pcm_alaw pcm_mulaw pcm_bluray pcm_dvd adpcm_ms adpcm_ima_wav
  adpcm_ima_qt
`);

/** Decoders of covers, which audio files contain as a separate stream. */
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
  // Formats of editors and recorders.
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

/** Never shown, but ffprobe fails if it may not open the decoder of a stream. */
const TEXT_DECODERS = nameList(`
  mov_text cc_dec subrip srt ass ssa webvtt text dvdsub dvbsub pgssub xsub libzvbi_teletextdec
`);

export const MEDIA_DECODERS: readonly string[] = [
  ...PICTURE_DECODERS,
  ...SOUND_DECODERS,
  ...TEXT_DECODERS,
];
