import { createRequire } from 'node:module';
import type { EncodingGuess } from '../../core/text-encoding/decode-lenient.js';
import { LEGACY_ENCODINGS } from '../../core/text-encoding/legacy-encodings.js';

/** The names that the detector uses, and the labels of the standard. */
const LABELS: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  cp874: 'windows-874',
  'tis-620': 'windows-874',
  cp866: 'ibm866',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'iso-8859-1': 'windows-1252',
  'iso8859-15': 'windows-1252',
};

const require = createRequire(import.meta.url);

/**
 * Guesses the encoding from letter frequencies. The detector is loaded when it is first used, because its tables take
 * a tenth of a second to load and most texts are Unicode.
 */
export const guessEncoding: EncodingGuess = (sample) => {
  if (sample.length === 0) return [];
  const { detectAll } = require('jschardet') as typeof import('jschardet');
  const labels = detectAll(Buffer.from(sample)).map(({ encoding }) => {
    const name = encoding?.toLowerCase() ?? '';
    return LABELS[name] ?? name;
  });
  return [...new Set(labels)].filter((label) => LEGACY_ENCODINGS.has(label));
};
