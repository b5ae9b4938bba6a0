import type { FfmpegError } from '../../ffmpeg/ffmpeg-error.js';

/** ffmpeg's message about a decoder that is not on the allowed list. */
const NOT_LISTED = /Codec \(([\w.-]{1,40})\) not on whitelist/;
/** ffmpeg's message about a decoder that it does not have. */
const UNKNOWN = /Unsupported codec with id \d+|Unknown decoder|unknown codec/i;

const ADVICE = 'Convert video to H.264, sound to AAC, and pictures to PNG.';

/** Explains why a source cannot be read, if its codec is the reason, otherwise null. */
export function explainUnsupportedCodec({ end }: FfmpegError): string | null {
  const codec = NOT_LISTED.exec(end.stderrTail)?.[1];
  if (end.signal === 'SIGSEGV') {
    return 'ffmpeg crashed while it read the source. The source is damaged, or this version of ffmpeg is too old.';
  }
  if (codec)
    return `The source uses the codec ${JSON.stringify(codec)}, which is not supported. ${ADVICE}`;
  return UNKNOWN.test(end.stderrTail)
    ? `The source uses a codec that this version of ffmpeg does not support. ${ADVICE}`
    : null;
}
