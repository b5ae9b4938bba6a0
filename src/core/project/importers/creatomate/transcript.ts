import { isJsonObject } from '../../../util/json-object.js';
import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { SILENT } from '../report.js';
import { shareIn } from './box.js';
import { colorIn } from './colors.js';
import { draftOf, noteUnread } from './element.js';
import { isKeyframes } from './keyframes.js';
import type { Script, Transcript } from './script.js';
import { fontSizeOf, setBackground, setFont, setLetters } from './text-look.js';
import { clamp, numberIn, round, secondsOf } from './units.js';

interface Effect {
  readonly style: string;
  readonly note?: string;
}

const EFFECTS: Readonly<Record<string, Effect>> = {
  color: { style: 'progressive' },
  karaoke: { style: 'karaoke' },
  highlight: { style: 'boxed-word' },
  bounce: { style: 'bounce' },
  enlarge: { style: 'pop' },
  fade: {
    style: 'classic-progressive',
    note: 'Words appear when they are spoken, without a fade.',
  },
  slide: {
    style: 'classic-progressive',
    note: 'Words appear when they are spoken, without a movement.',
  },
};

const DEFAULT_COLOR = '#E74C3C';
const BOUNDS = { size: [6, 300], outline: [0, 20], chars: [1, 200] } as const;
const MOST_WORDS = 20_000;
const WORD_SECONDS = 1;

/** The captions of a video from the texts of a script that are subtitles. Null if it has none. */
export function translateTranscripts(script: Script): OwnObject | null {
  const { report, transcripts } = script;
  const [first, ...others] = transcripts;
  if (first === undefined) return null;
  const own = new OwnObject(first.props.pointer).set('type', 'subtitles');
  const look = lookOf(first);
  own.setObject('settings', look);
  for (const other of others) {
    if (JSON.stringify(lookOf(other, true).value) !== JSON.stringify(look.value))
      report.note(
        other.props.pointer,
        'A video has captions of one look, which is that of the first subtitles.',
      );
  }
  setWords(own, transcripts, script);
  return own;
}

/** Where the words come from: a file, times in the script, or the sounds that are named. */
function setWords(own: OwnObject, transcripts: readonly Transcript[], script: Script): void {
  const { report } = script;
  const words: object[] = [];
  const named = new Set<string>();
  for (const { props, stage } of transcripts) {
    const source = props.get('transcript-source');
    const at = props.at('transcript-source');
    if (isKeyframes(source)) {
      if (stage.from === null)
        report.noteUnknown(
          at,
          'The start of the subtitles is not known before the media are read, so their times count from the start of the video.',
        );
      words.push(...wordsOf(source, stage.from ?? 0));
    } else if (typeof source === 'string' && isCaptionFile(source)) {
      if (own.get('captions') === undefined) own.set('captions', source, at);
      else report.note(at, 'A video has one file of captions. This one is left out.');
    } else if (typeof source === 'string' && /^https?:/i.test(source))
      report.note(at, 'What is spoken is recognized in the sounds of the video, not in this file.');
    else named.add(asWritten(source).toLowerCase());
  }
  if (words.length > 0 && own.get('captions') === undefined)
    own.set('words', words.slice(0, MOST_WORDS), own.origin);
  const isNamed = (names: readonly string[]) => names.some((name) => named.has(name));
  const hasNamed = script.sounds.some(({ names }) => isNamed(names));
  if (named.size > 0 && !hasNamed)
    report.note(
      own.origin,
      'No element with a sound has the name of "transcript_source", so all sounds are searched for words.',
    );
  // Only what is named is spoken; the rest is music.
  if (hasNamed)
    for (const { own: sound, names } of script.sounds)
      if (!isNamed(names) && sound.get('type') !== 'voice') sound.set('speech', false);
}

const isCaptionFile = (source: string) =>
  source.includes('-->') || /^https?:\/\/\S+\.(srt|vtt|ass|sbv)(\?\S*)?$/i.test(source);

function wordsOf(list: readonly Readonly<Record<string, unknown>>[], from: number): object[] {
  return list.slice(0, MOST_WORDS).flatMap((one) => {
    if (!isJsonObject(one)) return [];
    const start = secondsOf(one['time']);
    const word = asWritten(one['value']).trim();
    if (start === null || word === '') return [];
    const seconds = secondsOf(one['duration']) ?? WORD_SECONDS;
    return [
      { word, start: round(from + start), end: round(from + start + Math.max(0.01, seconds)) },
    ];
  });
}

/** The look of captions from the properties of a text. @param isSilent whether its notes have been made already */
function lookOf({ props, stage }: Transcript, isSilent = false): OwnObject {
  const quiet = { ...stage, script: { ...stage.script, report: SILENT } };
  const within = isSilent ? quiet : stage;
  const { report } = within.script;
  const settings = new OwnObject(props.pointer);
  const effect = effectOf(props, report);
  settings.set('style', effect.style, props.at('transcript-effect'));
  const text = new OwnObject(props.pointer);
  setFont(props, text, within);
  setLetters(props, text, within);
  setBackground(props, text, within);
  for (const name of [
    'font-family',
    'font-url',
    'font-weight',
    'font-style',
    'text-transform',
    'outline-color',
  ])
    settings.set(name, text.get(name), props.at(name));
  for (const name of ['shadow-color', 'shadow-x', 'shadow-y', 'shadow-blur']) {
    const value = text.get(name);
    settings.set(name, typeof value === 'number' ? clamp(value, -100, 100) : value, props.at(name));
  }
  const outline = text.get('outline-width');
  settings.set(
    'outline-width',
    typeof outline === 'number' ? clamp(outline, ...BOUNDS.outline) : 0,
    props.at('stroke-width'),
  );
  settings.set('line-color', text.get('color'), props.at('fill-color'));
  const accent = colorIn(props, 'transcript-color', report) ?? DEFAULT_COLOR;
  const at = props.at('transcript-color');
  if (effect.style === 'boxed-word') {
    settings.set('box-color', accent, at).set('word-color', text.get('color'), at);
    if (text.get('box-color') !== undefined)
      report.note(
        props.at('background-color'),
        'Behind the words is only the color of the spoken one.',
      );
  } else {
    settings.set('word-color', accent, at);
    if (text.get('box-color') !== undefined) {
      if (effect.style === 'progressive') {
        settings.set('style', 'boxed-line', props.at('background-color'));
        settings.set('box-color', text.get('box-color'), props.at('background-color'));
      } else
        report.note(props.at('background-color'), 'Captions in this style have no background.');
    }
  }
  place(props, settings, within);
  noteRest(props, report);
  noteUnread(props, within);
  return settings;
}

function effectOf(props: Members, report: Script['report']): Effect {
  const given = props.get('transcript-effect');
  const split = props.get('transcript-split');
  if (split === 'none') return { style: 'classic' };
  if (split === 'line' || split === 'letter')
    report.note(props.at('transcript-split'), 'Words are emphasized one by one.');
  const name = given === undefined ? 'color' : asWritten(given);
  const effect = Object.hasOwn(EFFECTS, name) ? EFFECTS[name]! : null;
  if (effect === null)
    report.note(
      props.at('transcript-effect'),
      `The effect "${name.slice(0, 60)}" is unknown, so the spoken word has a color.`,
    );
  if (effect?.note !== undefined) report.note(props.at('transcript-effect'), effect.note);
  return effect ?? EFFECTS['color']!;
}

const ACROSS = ['left', 'center', 'right'] as const;
const DOWN = ['top', 'center', 'bottom'] as const;
/** The average width of a letter, as a share of its size. */
const LETTER_WIDTH = 0.55;

/** The place of captions, and how much text is on a page. */
function place(props: Members, settings: OwnObject, stage: Transcript['stage']): void {
  const timing = { start: 0, startsAt: 0, seconds: null, length: { kind: 'rest' as const } };
  const { geometry } = draftOf(props, { stage, timing, fills: false });
  const { box } = geometry;
  const third = (name: string) => clamp(Math.round(2 * shareIn(props, name, 0, stage)), 0, 2);
  const across = third('x-alignment');
  const down = geometry.hasHeight ? third('y-alignment') : 1;
  settings.set('position', `${ACROSS[across]}-${DOWN[down]}`, props.at('y-alignment'));
  settings.set(
    'x',
    Math.round(clamp(box.x + (across / 2) * box.width, -8192, 8192)),
    props.at('x'),
  );
  settings.set('y', Math.round(clamp(box.y + (down / 2) * box.height, -8192, 8192)), props.at('y'));
  const { frame } = stage.script;
  const given = fontSizeOf(props, 'font-size', stage);
  for (const name of ['font-size-minimum', 'font-size-maximum']) props.get(name);
  const size =
    given === null ? Math.min(frame.width, frame.height) / 12 : clamp(given, ...BOUNDS.size);
  if (given === null)
    stage.script.report.note(props.pointer, 'The letters of captions have a fixed size.');
  settings.set('font-size', round(size, 1), props.at('font-size'));
  const fitting = Math.max(1, Math.floor(box.width / (LETTER_WIDTH * size)));
  const most = numberIn(props.get('transcript-maximum-length'), []);
  const chars = most === null ? fitting : clamp(Math.round(most), ...BOUNDS.chars);
  const line = clamp(Math.min(chars, fitting), ...BOUNDS.chars);
  settings.set('max-chars-per-line', line, props.at('transcript-maximum-length'));
  settings.set(
    'max-lines',
    clamp(most === null ? 2 : Math.ceil(chars / line), 1, 4),
    props.at('transcript-maximum-length'),
  );
  settings.set('max-words-per-line', 20, props.at('transcript-maximum-length'));
}

/** Properties of texts that captions have in their own way. */
function noteRest(props: Members, report: Script['report']): void {
  for (const name of ['text', 'text-wrap', 'text-clip', 'font', 'letter-spacing', 'line-height'])
    props.get(name);
  const placement = props.get('transcript-placement');
  if (placement !== undefined && placement !== 'static')
    report.note(props.at('transcript-placement'), 'Words stay in their places.');
  if (props.get('animations') !== undefined)
    report.note(
      props.at('animations'),
      'Captions move as their style says. The animations are left out.',
    );
}
