import type { FfmpegError } from '../../ffmpeg/ffmpeg-error.js';

/** What ffmpeg says of a stream whose decoder is not on the list that it was given. */
const NOT_LISTED = /Codec \(([\w.-]{1,40})\) not on whitelist/;
/** Of one that it does not have. */
const UNKNOWN = /Unsupported codec with id \d+|Unknown decoder|unknown codec/i;

const ADVICE = 'Convert it: video to H.264, sound to AAC, pictures to PNG.';

/** Why a source is not read, where that is its codec; null: another reason. */
export function explainUnsupportedCodec({ end }: FfmpegError): string | null {
  const codec = NOT_LISTED.exec(end.stderrTail)?.[1];
  if (end.signal === 'SIGSEGV') {
    return 'ffmpeg broke down over the source: it is damaged, or this ffmpeg too old for it.';
  }
  if (codec) return `The source is coded as ${JSON.stringify(codec)}, which is not read. ${ADVICE}`;
  return UNKNOWN.test(end.stderrTail)
    ? `The source is coded in a way that this ffmpeg does not know. ${ADVICE}`
    : null;
}
