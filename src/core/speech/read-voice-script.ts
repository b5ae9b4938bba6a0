import { cleanText } from '../text/clean-text.js';
import { decodeEntities } from '../text/decode-entities.js';
import { splitSentences } from './split-sentences.js';

/** A part of what a voice does: it speaks a sentence, or is silent. */
export type VoicePart =
  | { readonly kind: 'sentence'; readonly text: string }
  /** `isMarked`: the author wrote the pause. Others follow from sentences and paragraphs. */
  | { readonly kind: 'pause'; readonly ms: number; readonly isMarked: boolean };

/** The text of a voice, read. */
export interface VoiceScript {
  readonly parts: readonly VoicePart[];
  /** What is spoken, without marks: the words of the captions. */
  readonly text: string;
  /** Names of SSML elements that have no effect; their content is spoken. */
  readonly ignored: readonly string[];
}

/** The pauses between sentences, and between paragraphs, unless the author marks another one. */
export const SENTENCE_PAUSE_MS = 350;
export const PARAGRAPH_PAUSE_MS = 700;
/** As in Azure. */
const LONGEST_BREAK_MS = 20_000;
const BREAK_MS: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 250,
  weak: 500,
  medium: 750,
  strong: 1000,
  'x-strong': 1250,
};

/** SSML elements (W3C SSML 1.1, and those that Azure adds). Other text in angle brackets is spoken. */
const TAG =
  /<\/?(break|speak|p|s|voice|prosody|emphasis|say-as|phoneme|sub|audio|mark|bookmark|lang|lexicon|meta|token|w|mstts:[a-z-]{1,40})(?=[\s/>])([^<>]{0,500})>/giu;
/** Elements that only group text. */
const GROUPS: ReadonlySet<string> = new Set(['speak', 'p', 's']);
const BLANK_LINE = /\n[ \t]*\n\s*/u;

/**
 * Reads the text of a voice: its sentences, and the pauses between them. Understands `<break>`, `<p>`, and `<s>` of SSML,
 * and blank lines between paragraphs. A marked pause replaces the one that would be there.
 */
export function readVoiceScript(script: string): VoiceScript {
  const isDocument = /^\s*(<\?xml[^>]{0,200}>\s*)?<speak[\s>]/iu.test(script);
  const plain = isDocument
    ? script.replace(/<\?xml[^>]{0,200}>|<!--[^]{0,2000}?-->/giu, '')
    : script;
  const reader = new PartReader();
  const ignored = new Set<string>();
  let at = 0;
  for (const match of plain.matchAll(TAG)) {
    reader.addText(decoded(plain.slice(at, match.index), isDocument));
    at = match.index + match[0].length;
    const name = match[1]!.toLowerCase();
    if (name === 'break') reader.addBreak(breakMs(match[2]!));
    else if (name === 'p') reader.endParagraph();
    else if (name === 's') reader.endSentence();
    else if (!GROUPS.has(name)) ignored.add(name);
  }
  reader.addText(decoded(plain.slice(at), isDocument));
  const parts = reader.end();
  const sentences = parts.flatMap((part) => (part.kind === 'sentence' ? [part.text] : []));
  return { parts, text: sentences.join(' '), ignored: [...ignored] };
}

/** Collects parts. Text that no mark divides stays together, also across ignored elements. */
class PartReader {
  private readonly parts: VoicePart[] = [];
  private open = '';
  private pauseMs = 0;
  private marked: number | null = null;

  addText(text: string): void {
    const paragraphs = text.split(BLANK_LINE);
    paragraphs.forEach((paragraph, index) => {
      if (index > 0) this.endParagraph();
      this.open += paragraph;
    });
  }

  addBreak(ms: number): void {
    this.close(0);
    this.marked = (this.marked ?? 0) + ms;
  }

  endParagraph(): void {
    this.close(PARAGRAPH_PAUSE_MS);
  }

  endSentence(): void {
    this.close(SENTENCE_PAUSE_MS);
  }

  end(): readonly VoicePart[] {
    this.close(0);
    if (this.marked !== null) this.push(this.marked, true);
    return this.parts;
  }

  private close(pauseMs: number): void {
    const lines = this.open.split('\n').flatMap((line) => splitSentences(cleanText(line)));
    this.open = '';
    lines.forEach((text) => {
      if (this.marked !== null) this.push(this.marked, true);
      else if (this.parts.length > 0) this.push(Math.max(this.pauseMs, SENTENCE_PAUSE_MS), false);
      this.marked = null;
      this.pauseMs = 0;
      this.parts.push({ kind: 'sentence', text });
    });
    this.pauseMs = Math.max(this.pauseMs, pauseMs);
  }

  private push(ms: number, isMarked: boolean): void {
    if (ms > 0) this.parts.push({ kind: 'pause', ms, isMarked });
  }
}

/** The length of a `<break>`: its `time`, or its `strength`. */
function breakMs(attributes: string): number {
  const [, amount, unit] =
    /\btime\s*=\s*["']?\+?(\d{1,6}(?:\.\d{1,3})?)\s*(ms|s)\b/iu.exec(attributes) ?? [];
  if (amount !== undefined) {
    const ms = Number(amount) * (unit!.toLowerCase() === 's' ? 1000 : 1);
    return Math.min(LONGEST_BREAK_MS, Math.round(ms));
  }
  const strength = /\bstrength\s*=\s*["']?([a-z-]{1,20})/iu.exec(attributes)?.[1]?.toLowerCase();
  return (strength === undefined ? undefined : BREAK_MS[strength]) ?? BREAK_MS['medium']!;
}

/** Only a document has entities: in a plain text, an ampersand is one. */
function decoded(text: string, isDocument: boolean): string {
  return isDocument ? decodeEntities(text) : text;
}
