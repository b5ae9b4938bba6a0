/**
 * Languages each kind of model can be told. Another one would end the process: sherpa-onnx exits on a
 * language that a model does not have, so the model is left to find the language itself.
 */
const KNOWN = {
  whisper: {
    unknown: '',
    languages: new Set(
      (
        'en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur ' +
        'hr bg lt la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si ' +
        'km sn yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ' +
        'ba jw su'
      ).split(' '),
    ),
  },
  senseVoice: { unknown: 'auto', languages: new Set(['zh', 'en', 'ja', 'ko', 'yue']) },
} as const;

/**
 * @param languageOf as in the model; null: it takes no language
 * @param wanted BCP 47, or `auto`
 */
export function recognizerLanguage(
  languageOf: 'whisper' | 'senseVoice' | null,
  wanted: string,
): string | null {
  if (languageOf === null) return null;
  const { unknown, languages } = KNOWN[languageOf];
  const base = wanted.toLowerCase().split('-')[0]!;
  return (languages as ReadonlySet<string>).has(base) ? base : unknown;
}
