import {
  type CuePiece,
  type ParsedCaptionFile,
  type SkippedPart,
  MAX_CUES,
  type ParsedCue,
} from '../cues/caption-cue.js';
import { parseTtmlTime, readTtmlClock, type TtmlClock } from './ttml-time.js';
import { type XmlToken, xmlTokens } from './xml-tokens.js';

/** Elements nested more deeply are skipped. */
const MAX_DEPTH = 64;

/** An open element and its times. */
interface TimedElement {
  readonly name: string;
  /** In ms of the document; null if the element has no such time. */
  readonly beginMs: number | null;
  readonly endMs: number | null;
  /** False for elements whose text is not shown, such as metadata and ruby readings. */
  readonly isVisible: boolean;
}

/** A piece of a paragraph, with times as written in the file. */
interface SpanPiece {
  readonly text: string;
  readonly beginMs: number | null;
  readonly endMs: number | null;
}

/** Whether a file is a TTML document. */
export function isTtml(lines: readonly string[]): boolean {
  return /<(?:[\w.-]{1,64}:)?tt[\s>]/.test(lines.slice(0, 50).join('\n').slice(0, 8192));
}

/**
 * Reads the Timed Text Markup Language (W3C), including DFXP and EBU-TT: paragraphs with times that are
 * relative to their parent element. Spans with times are words.
 */
export function readTtml(lines: readonly string[]): ParsedCaptionFile {
  const source = lines.join('\n');
  const reader = new TtmlReader(findReadingStyles(source));
  for (const token of xmlTokens(source)) {
    if (reader.cues.length > MAX_CUES) break;
    reader.take(token);
  }
  return { cues: reader.cues, skipped: toLineNumbers(source, reader.skipped) };
}

/** Converts positions in the text to line numbers. */
function toLineNumbers(
  source: string,
  positions: readonly { at: number; reason: SkippedPart['reason'] }[],
): SkippedPart[] {
  let line = 1;
  let end = source.indexOf('\n');
  return positions.map(({ at, reason }) => {
    for (; end >= 0 && end < at; end = source.indexOf('\n', end + 1)) line++;
    return { line, reason };
  });
}

/** The IDs of the styles of ruby readings. */
function findReadingStyles(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const token of xmlTokens(source)) {
    if (token.kind !== 'open' || token.name !== 'style') continue;
    if (isRubyReading(token.attributes)) names.add(token.attributes.get('id') ?? '');
  }
  return names;
}

function isRubyReading(attributes: ReadonlyMap<string, string>): boolean {
  return /^(?:text|textContainer|delimiter)$/.test(attributes.get('ruby') ?? '');
}

class TtmlReader {
  readonly cues: ParsedCue[] = [];
  readonly skipped: { readonly at: number; readonly reason: SkippedPart['reason'] }[] = [];
  private readonly open: TimedElement[] = [];
  private depth = 0;
  private countsFromZero = false;
  private clock: TtmlClock = readTtmlClock(new Map());
  private paragraph: { at: number; element: TimedElement; lines: SpanPiece[][] } | null = null;

  constructor(private readonly readingStyles: ReadonlySet<string>) {}

  take(token: XmlToken): void {
    if (token.kind === 'open') this.enter(token);
    else if (token.kind === 'close') this.leave(token.name);
    else if (this.paragraph && this.open.every(({ isVisible }) => isVisible))
      this.addText(token.text);
  }

  private enter(token: Extract<XmlToken, { kind: 'open' }>): void {
    const { name, attributes, isEmpty } = token;
    if (name === 'tt') {
      this.clock = readTtmlClock(attributes);
      // Apple's lyrics have `itunes:timing`. All their times count from 0.
      this.countsFromZero = /^(?:word|line)$/i.test(attributes.get('timing') ?? '');
    }
    if (name === 'br' && this.paragraph) this.paragraph.lines.push([]);
    if (isEmpty) return;
    if (++this.depth > MAX_DEPTH) return;
    const element = this.toTimedElement(name, attributes);
    this.open.push(element);
    if (name === 'p' && !this.paragraph) this.paragraph = { at: token.at, element, lines: [[]] };
  }

  private toTimedElement(name: string, attributes: ReadonlyMap<string, string>): TimedElement {
    const outer = name === 'span' ? null : this.open.findLast(({ beginMs }) => beginMs !== null);
    const timeOf = (key: string) => parseTtmlTime(attributes.get(key), this.clock);
    const begin = timeOf('begin');
    const end = timeOf('end');
    const length = timeOf('dur');
    const from = this.countsFromZero ? 0 : (outer?.beginMs ?? 0);
    const beginMs = begin === null ? null : from + begin;
    const starts = beginMs ?? (end !== null || length !== null ? from : null);
    const ends = length === null ? (end === null ? null : from + end) : starts! + length;
    const styles = (attributes.get('style') ?? '').split(/\s+/, 20);
    const isReading = isRubyReading(attributes) || styles.some((id) => this.readingStyles.has(id));
    return {
      name,
      beginMs: starts,
      endMs: ends,
      isVisible: name !== 'metadata' && name !== 'head' && !isReading,
    };
  }

  private leave(name: string): void {
    if (this.depth > MAX_DEPTH) {
      this.depth--;
      return;
    }
    const at = this.open.findLastIndex((element) => element.name === name);
    if (at < 0) return;
    this.open.length = at;
    this.depth = at;
    if (name === 'p' && this.paragraph) this.finishParagraph();
  }

  private addText(text: string): void {
    const span = this.open.findLast(
      (element) => element.name === 'span' && element.beginMs !== null,
    );
    this.paragraph!.lines.at(-1)!.push({
      text,
      beginMs: span?.beginMs ?? null,
      endMs: span?.endMs ?? null,
    });
  }

  /** Adds the paragraph as a cue, with its own times, those of its parents, or those of its spans. */
  private finishParagraph(): void {
    const { at, element, lines } = this.paragraph!;
    this.paragraph = null;
    const text = lines.flat();
    if (text.every((piece) => piece.text.trim() === '')) return;
    const ancestors = [...this.open, element];
    const spans = text.flatMap(({ beginMs }) => beginMs ?? []);
    const begin =
      ancestors.findLast(({ beginMs }) => beginMs !== null)?.beginMs ?? spans[0] ?? null;
    if (begin === null) {
      this.skipped.push({ at, reason: 'time' });
      return;
    }
    const startMs = Math.round(begin);
    const lastMs = text.reduce((last, { endMs }) => Math.max(last, endMs ?? 0), startMs);
    const end = ancestors.findLast(({ endMs }) => endMs !== null)?.endMs ?? lastMs;
    // In the standard, a span is relative to its paragraph. In song lyrics, it counts from 0.
    const base = element.beginMs ?? 0;
    const overflows = spans.some((ms) => base + ms > end);
    const isAbsolute =
      this.countsFromZero || (overflows && spans.every((ms) => ms >= base - 1 && ms <= end + 1));
    const toDocumentMs = (ms: number) => Math.round(isAbsolute ? ms : base + ms);
    this.cues.push({
      startMs,
      endMs: Math.round(end),
      lines: lines.map((line) => line.map((piece) => toCuePiece(piece, toDocumentMs))),
    });
  }
}

function toCuePiece(
  { text, beginMs, endMs }: SpanPiece,
  toDocumentMs: (ms: number) => number,
): CuePiece {
  return {
    text,
    startMs: beginMs === null ? null : toDocumentMs(beginMs),
    ...(endMs === null ? {} : { endMs: toDocumentMs(endMs) }),
  };
}
