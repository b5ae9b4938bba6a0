import { videoConfigSchema } from '../../src/core/project/schema/config-schema.js';
import { SUBTITLES_PREFIX, VARIABLES } from '../../src/config/variables.js';
import type { Variable } from '../../src/config/variable.js';

/** What compose does not pass on, because the image or the file itself decides about it, and why. */
export const NOT_PASSED: Readonly<Record<string, string>> = {
  NODE_ENV: 'the image sets it',
  VIDEOCRAFT_SERVER_HOST: 'the image sets it',
  VIDEOCRAFT_SERVER_PORT: 'the health check and the published port use it',
  VIDEOCRAFT_DATA_DIR: 'the image sets it',
  VIDEOCRAFT_FFMPEG_BUILD: 'the image has its own',
  VIDEOCRAFT_FFMPEG_PATH: 'the image has its own',
  VIDEOCRAFT_FFPROBE_PATH: 'the image has its own',
  VIDEOCRAFT_FFMPEG_ALLOW_BUNDLED: 'the image has its own',
  LIBVA_DRIVERS_PATH: 'images with drivers set it',
  LD_LIBRARY_PATH: 'images with drivers set it',
  DATABASE_URL: 'each file has its own line',
  DATABASE_PASSWORD: 'each file has its own line',
};

const MARK = /( *)# <settings>\n[\s\S]*?# <\/settings>/;

const passed = (): readonly Variable<unknown>[] =>
  Object.values<Variable<unknown>>(VARIABLES).filter(({ name }) => !(name in NOT_PASSED));

/** `VIDEOCRAFT_SUBTITLES_<SETTING>` for each caption setting. */
export function captionVariables(): string[] {
  const definitions = videoConfigSchema()['$defs'] as Record<string, { properties: object }>;
  return Object.keys(definitions['caption-settings']!.properties)
    .filter((name) => !name.includes('_'))
    .map((name) => `${SUBTITLES_PREFIX}${name.toUpperCase().replaceAll('-', '_')}`)
    .sort();
}

/** A compose file with a line for each variable between its marks. An empty value counts as unset. */
export function withPassedSettings(compose: string): string {
  return compose.replace(MARK, (_, indent: string) => {
    const names = [...passed().map(({ name }) => name), ...captionVariables()];
    const lines = names.map((name) => `${name}: \${${name}:-}`);
    return ['# <settings>', ...lines, '# </settings>'].map((line) => indent + line).join('\n');
  });
}

/** `.env.example` with all other variables between its marks, and what they mean. */
export function withExampleSettings(example: string): string {
  const [before] = example.split('# <settings>') as [string];
  return example.replace(MARK, () => {
    const others = passed().filter(({ name }) => !before.includes(`#${name}=`));
    const lines = others.flatMap(({ name, fallbackText, doc }) => [
      ...wrapped(`${plain(doc)} Default: ${plain(fallbackText)}.`),
      `#${name}=`,
      '',
    ]);
    const captions = captionVariables().map((name) => `#${name}=`);
    const about = '# Defaults of caption settings (docs/configuration.md#caption-defaults).';
    return ['# <settings>', ...lines, about, ...captions, '# </settings>'].join('\n');
  });
}

const plain = (text: string) => text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll('`', '');

/** Comments of at most 100 characters a line. */
function wrapped(text: string): string[] {
  const lines = ['#'];
  for (const word of text.replace(/\.\.$/, '.').split(' ')) {
    if (`${lines.at(-1)} ${word}`.length > 100) lines.push('#');
    lines[lines.length - 1] += ` ${word}`;
  }
  return lines;
}
