import type { ModelLanguage } from './script-language.js';
import { englishLetterToSound } from './english-letter-to-sound.js';
import { frenchLetterToSound } from './french-letter-to-sound.js';
import type { PronunciationRules } from './pronounce.js';

const VOICELESS = /(?:^| )(?:P|T|K|F|TH)$/u;
const HISSING = /(?:^| )(?:S|Z|SH|ZH|CH|JH)$/u;

export const PRONUNCIATION_RULES: Readonly<Record<ModelLanguage, PronunciationRules>> = {
  en: { letterToSound: englishLetterToSound, endingAfter: englishEnding },
  fr: { letterToSound: frenchLetterToSound, endingAfter: null },
};

function englishEnding(phones: string): string {
  if (HISSING.test(phones)) return 'IH Z';
  return VOICELESS.test(phones) ? 'S' : 'Z';
}
