import type { Config } from '../../config/types.js';
import { OPTIONAL_ENCODERS } from '../../core/render/encode/output-args.js';
import {
  describeBundled,
  type FfmpegTools,
  locateFfmpeg,
} from '../../engine/ffmpeg/locate-ffmpeg.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { fault, type Finding, fine, warning } from './finding.js';
import { installCommand } from './install-hint.js';
import { shellWord } from '../shell/shell-word.js';

const OLDEST_NODE = [20, 20] as const;

/** Checks the version of Node. */
export function checkNode(): Finding {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (!isOld) return fine('node', `Node ${node} runs.`);
  const message = `Node ${node} is too old. Version ${OLDEST_NODE.join('.')} or newer is needed.`;
  return fault('node', message, 'nvm install --lts');
}

/** Checks ffmpeg, what its build can do, and how it is confined. */
export async function checkFfmpeg(config: Config): Promise<Finding[]> {
  const { ffmpeg, production, limits } = config;
  try {
    const tools = await locateFfmpeg({
      ...ffmpeg,
      production,
      maxFileBytes: limits.fileBytes,
      searchPath: process.env['PATH'] ?? '',
    });
    return [versionOf(tools, ffmpeg.build), encodersOf(tools), confinementOf(tools)];
  } catch (error) {
    return [fault('ffmpeg', (error as Error).message, installCommand('ffmpeg'))];
  }
}

function versionOf(
  { version, ffmpegPath, source }: FfmpegTools,
  build: Config['ffmpeg']['build'],
): Finding {
  if (source !== 'bundled') return fine('ffmpeg', `ffmpeg ${version} at ${ffmpegPath}.`);
  const chosen = build === 'bundled';
  const reason = chosen
    ? 'VIDEOCRAFT_FFMPEG_BUILD says so'
    : 'ffmpeg 5 or newer is not on the PATH';
  const message = `${describeBundled(version)} is used, because ${reason}. It gets no security fixes.`;
  return warning('ffmpeg', message, chosen ? null : installCommand('ffmpeg'));
}

function encodersOf({ abilities, source }: FfmpegTools): Finding {
  const missing = OPTIONAL_ENCODERS.filter((name) => !abilities.encoders.has(name));
  const transitions = abilities.transitions.size;
  if (missing.length === 0 && transitions > 0) {
    return fine('encoders', `All output formats, and ${transitions} transitions besides the fade.`);
  }
  const lacks = [...missing, ...(transitions === 0 ? ['the filter xfade (transitions)'] : [])];
  const fix = source === 'configured' ? null : installCommand('ffmpeg');
  return warning('encoders', `This ffmpeg lacks ${lacks.join(', ')}.`, fix);
}

function confinementOf({ abilities: { level } }: FfmpegTools): Finding {
  if (level === 'bubblewrap') return fine('confinement', 'bubblewrap confines ffmpeg.');
  const message = `ffmpeg is confined less than it could be (${level}), which matters for sources that you do not trust.`;
  return warning('confinement', message, installCommand('bubblewrap'));
}

/** Checks the fonts that come with VideoCraft, and the folder of the operator. */
export async function checkFonts({ fontsDir }: Pick<Config, 'fontsDir'>): Promise<Finding> {
  try {
    const families = (await FontCatalog.load(fontsDir)).families().length;
    return fine('fonts', `${families} font families.`);
  } catch (error) {
    const fix = fontsDir === null ? 'npm install' : `mkdir -p ${shellWord(fontsDir)}`;
    return fault('fonts', (error as Error).message, fix);
  }
}
