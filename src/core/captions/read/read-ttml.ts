import {
  type CuePiece,
  type FileRead,
  type LeftOut,
  MOST_CUES,
  type RawCue,
} from '../cues/caption-cue.js';
import { parseTtmlTime, ttmlClock, type TtmlClock } from './ttml-time.js';
import { type XmlToken, xmlTokens } from './xml-tokens.js';

/** Deepest nesting that is kept count of; elements below it are passed over. */
const DEEPEST = 64;

/** Times of an element: of its own, and where the times inside it count from. */
interface Timed {
  readonly name: string;
  /** What it begins and ends at, in ms of the document; null: nothing says so. */
  readonly beginMs: number | null;
  readonly endMs: number | null;
  /** False: nothing in it is shown, such as metadata or the reading of a ruby. */
  readonly shown: boolean;
}

/** A piece of a paragraph as it is found: times both as they stand and from the paragraph's start. */
interface SpanPiece {
  readonly text: string;
  readonly beginMs: number | null;
  readonly endMs: number | null;
  readonly look: string;
}

/** Whether a file is a TTML document. */
export function isTtml(lines: readonly string[]): boolean {
  return /<(?:[\w.-]{1,64}:)?tt[\s>]/.test(lines.slice(0, 50).join('\n').slice(0, 8192));
}

/**
 * Reads the Timed Text Markup Language (W3C; DFXP and EBU-TT are of it): paragraphs with times, which count
 * from those of what they stand in; spans with times are words.
 */
export function readTtml(lines: readonly string[]): FileRead {
  const source = lines.join('\n');
  const reader = new TtmlReader(readingStyles(source));
  for (const token of xmlTokens(source)) {
    if (reader.cues.length > MOST_CUES) break;
    reader.take(token);
  }
  return { cues: reader.cues, left: inLines(source, reader.left) };
}

/** Places in a text as lines of it. */
function inLines(
  source: string,
  places: readonly { at: number; why: LeftOut['why'] }[],
): LeftOut[] {
  let line = 1;
  let end = source.indexOf('\n');
  return places.map(({ at, why }) => {
    for (; end >= 0 && end < at; end = source.indexOf('\n', end + 1)) line++;
    return { line, why };
  });
}

/** Names of the styles that are readings of ruby. */
function readingStyles(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const token of xmlTokens(source)) {
    if (token.kind !== 'open' || token.name !== 'style') continue;
    if (isReading(token.attributes)) names.add(token.attributes.get('id') ?? '');
  }
  return names;
}

function isReading(attributes: ReadonlyMap<string, string>): boolean {
  return /^(?:text|textContainer|delimiter)$/.test(attributes.get('ruby') ?? '');
}

class TtmlReader {
  readonly cues: RawCue[] = [];
  readonly left: { readonly at: number; readonly why: LeftOut['why'] }[] = [];
  private readonly open: Timed[] = [];
  private depth = 0;
  private fromZero = false;
  private clock: TtmlClock = ttmlClock(new Map());
  private paragraph: { at: number; timed: Timed; lines: SpanPiece[][] } | null = null;

  constructor(private readonly readings: ReadonlySet<string>) {}

  take(token: XmlToken): void {
    if (token.kind === 'open') this.enter(token);
    else if (token.kind === 'close') this.leave(token.name);
    else if (this.paragraph && this.open.every(({ shown }) => shown)) this.addText(token.text);
  }

  private enter(token: Extract<XmlToken, { kind: 'open' }>): void {
    const { name, attributes, empty } = token;
    if (name === 'tt') {
      this.clock = ttmlClock(attributes);
      // Apple's lyrics name their `itunes:timing`; all their times count from 0.
      this.fromZero = /^(?:word|line)$/i.test(attributes.get('timing') ?? '');
    }
    if (name === 'br' && this.paragraph) this.paragraph.lines.push([]);
    if (empty) return;
    if (++this.depth > DEEPEST) return;
    const timed = this.timed(name, attributes);
    this.open.push(timed);
    if (name === 'p' && !this.paragraph) this.paragraph = { at: token.at, timed, lines: [[]] };
  }

  private timed(name: string, attributes: ReadonlyMap<string, string>): Timed {
    const outer = name === 'span' ? null : this.open.findLast(({ beginMs }) => beginMs !== null);
    const own = (key: string) => parseTtmlTime(attributes.get(key), this.clock);
    const begin = own('begin');
    const end = own('end');
    const length = own('dur');
    const from = this.fromZero ? 0 : (outer?.beginMs ?? 0);
    const beginMs = begin === null ? null : from + begin;
    const starts = beginMs ?? (end !== null || length !== null ? from : null);
    const ends = length === null ? (end === null ? null : from + end) : starts! + length;
    const style = (attributes.get('style') ?? '').split(/\s+/, 20);
    const reading = isReading(attributes) || style.some((one) => this.readings.has(one));
    return {
      name,
      beginMs: starts,
      endMs: ends,
      shown: name !== 'metadata' && name !== 'head' && !reading,
    };
  }

  private leave(name: string): void {
    if (this.depth > DEEPEST) {
      this.depth--;
      return;
    }
    const at = this.open.findLastIndex((element) => element.name === name);
    if (at < 0) return;
    this.open.length = at;
    this.depth = at;
    if (name === 'p' && this.paragraph) this.finish();
  }

  private addText(text: string): void {
    const span = this.open.findLast(
      (element) => element.name === 'span' && element.beginMs !== null,
    );
    this.paragraph!.lines.at(-1)!.push({
      text,
      beginMs: span?.beginMs ?? null,
      endMs: span?.endMs ?? null,
      look: '',
    });
  }

  /** Times of the paragraph: its own, else those of what it stands in, else of its spans. */
  private finish(): void {
    const { at, timed, lines } = this.paragraph!;
    this.paragraph = null;
    const text = lines.flat();
    if (text.every((piece) => piece.text.trim() === '')) return;
    const around = [...this.open, timed];
    const spans = text.flatMap(({ beginMs }) => beginMs ?? []);
    const begin = around.findLast(({ beginMs }) => beginMs !== null)?.beginMs ?? spans[0] ?? null;
    if (begin === null) {
      this.left.push({ at, why: 'time' });
      return;
    }
    const startMs = Math.round(begin);
    const lastMs = text.reduce((last, { endMs }) => Math.max(last, endMs ?? 0), startMs);
    const end = around.findLast(({ endMs }) => endMs !== null)?.endMs ?? lastMs;
    // By the standard a span counts from its paragraph; files with the words of songs count from 0.
    const base = timed.beginMs ?? 0;
    const overflows = spans.some((ms) => base + ms > end);
    const absolute =
      this.fromZero || (overflows && spans.every((ms) => ms >= base - 1 && ms <= end + 1));
    const place = (ms: number) => Math.round(absolute ? ms : base + ms);
    this.cues.push({
      startMs,
      endMs: Math.round(end),
      lines: lines.map((line) => line.map((piece) => placed(piece, place))),
    });
  }
}

function placed({ text, beginMs, endMs }: SpanPiece, place: (ms: number) => number): CuePiece {
  return {
    text,
    startMs: beginMs === null ? null : place(beginMs),
    ...(endMs === null ? {} : { endMs: place(endMs) }),
  };
}
