/**
 * Languages that each kind of model accepts. With any other language, sherpa-onnx would exit, so the model has
 * to detect the language.
 */
const SUPPORTED = {
  whisper: {
    undetermined: '',
    languages: new Set(
      (
        'en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur ' +
        'hr bg lt la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si ' +
        'km sn yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ' +
        'ba jw su'
      ).split(' '),
    ),
  },
  senseVoice: { undetermined: 'auto', languages: new Set(['zh', 'en', 'ja', 'ko', 'yue']) },
} as const;

/**
 * Returns the language to configure a model with, or null when the model takes no language.
 *
 * @param languageMember member of the model's configuration that takes a language, if any
 * @param requested BCP 47, or `auto`
 */
export function recognizerLanguage(
  languageMember: 'whisper' | 'senseVoice' | null,
  requested: string,
): string | null {
  if (languageMember === null) return null;
  const { undetermined, languages } = SUPPORTED[languageMember];
  const base = requested.toLowerCase().split('-')[0]!;
  return (languages as ReadonlySet<string>).has(base) ? base : undetermined;
}
