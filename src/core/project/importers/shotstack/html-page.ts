import { decodeEntities } from '../../../text/decode-entities.js';
import { cssDeclarations } from '../css.js';
import { matches, type PageElement, type StyleRule, styleRules } from './html-rules.js';

/** What an element has: its own declarations, and those that it inherits. */
export type PageStyle = Readonly<Record<string, string>>;

/** A piece of text with its style. */
export interface PageText {
  readonly text: string;
  readonly style: PageStyle;
}

/** The text of a page. */
export interface Page {
  /** Lines end with `\n`. */
  readonly texts: readonly PageText[];
  /** The background of the outermost element that has one. */
  readonly background: string | null;
  /** Properties that a text does not have. */
  readonly others: readonly string[];
  /** Whether there are pictures, scripts, or tables, which are not drawn. */
  readonly hasMore: boolean;
}

interface OpenElement extends PageElement {
  readonly style: PageStyle;
  readonly isBlock: boolean;
}

const LONGEST_PAGE = 100_000;
const MOST_ELEMENTS = 2_000;
const DEEPEST = 50;
const INHERITED: ReadonlySet<string> = new Set([
  ...['color', 'font-family', 'font-size', 'font-weight', 'font-style', 'line-height'],
  ...['letter-spacing', 'word-spacing', 'text-align', 'text-transform', 'text-shadow'],
  ...['text-decoration', 'white-space', '-webkit-text-stroke'],
]);
const OWN: ReadonlySet<string> = new Set(['background', 'background-color']);
const BLOCKS = new Set([
  ...['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'table', 'tr', 'body'],
  ...[
    'html',
    'center',
    'blockquote',
    'pre',
    'section',
    'article',
    'header',
    'footer',
    'main',
    'dl',
  ],
  ...['dt', 'dd', 'hr', 'figure', 'nav', 'aside', 'tbody', 'thead', 'tfoot'],
]);
const VOID = new Set(['br', 'hr', 'img', 'meta', 'link', 'input', 'wbr']);
const HIDDEN = new Set(['script', 'style', 'head', 'svg', 'template', 'title']);
const MORE = new Set(['img', 'svg', 'table', 'script', 'canvas', 'video', 'iframe', 'hr']);
const HEADINGS = ['2em', '1.5em', '1.17em', '1em', '0.83em', '0.67em'];
const BOLD = { 'font-weight': 'bold' };
const ITALIC = { 'font-style': 'italic' };
const MONOSPACE = { 'font-family': 'monospace' };
const BUILT_IN: Readonly<Record<string, PageStyle>> = {
  ...{ b: BOLD, strong: BOLD, th: BOLD, i: ITALIC, em: ITALIC, cite: ITALIC, var: ITALIC },
  ...{ code: MONOSPACE, tt: MONOSPACE, pre: { ...MONOSPACE, 'white-space': 'pre' } },
  ...{ u: { 'text-decoration': 'underline' }, s: { 'text-decoration': 'line-through' } },
  ...{ del: { 'text-decoration': 'line-through' }, strike: { 'text-decoration': 'line-through' } },
  ...{ small: { 'font-size': '0.83em' }, big: { 'font-size': '1.2em' } },
  ...{ sub: { 'font-size': '0.75em' }, sup: { 'font-size': '0.75em' } },
  center: { 'text-align': 'center' },
  ...Object.fromEntries(
    HEADINGS.map((size, index) => [`h${index + 1}`, { ...BOLD, 'font-size': size }]),
  ),
};
const ATTRIBUTE = /([a-z-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]{1,2000}))/gi;

/** Whether a margin or a padding is none, as many pages say for their elements. */
const isNoSpace = (name: string, value: string) =>
  /^(margin|padding)(-|$)/.test(name) &&
  value
    .trim()
    .split(/\s+/)
    .every((part) => NO_SPACE.test(part));
const NO_SPACE = /^(0(\.0+)?[a-z%]*|auto|!important)$/i;

/** Reads the text of a page and how it looks, in one pass. Never throws, for any input. */
export function readPage(html: string, sheet: string): Page {
  return new PageReader(html.slice(0, LONGEST_PAGE), sheet).read();
}

class PageReader {
  private readonly rules: readonly StyleRule[];
  private readonly open: OpenElement[] = [];
  private readonly texts: PageText[] = [];
  private readonly others = new Set<string>();
  private background: string | null = null;
  private hasMore = false;
  private elements = 0;
  /** Whether a line begins at the next text, and whether a space goes before it. */
  private breaksLine = false;
  private hasSpace = false;

  constructor(
    private readonly html: string,
    sheet: string,
  ) {
    const inside = [...html.matchAll(/<style[^>]*>([^<]*)/gi)].map(([, text]) => text ?? '');
    this.rules = styleRules([...inside.slice(0, 5), sheet].join('\n'));
  }

  read(): Page {
    const { html } = this;
    const lower = html.toLowerCase();
    let at = 0;
    while (at < html.length && this.elements < MOST_ELEMENTS) {
      const next = html.indexOf('<', at);
      const open = next === -1 ? html.length : next;
      this.addText(html.slice(at, open));
      if (next === -1) break;
      at = this.readTag(open, lower);
    }
    return {
      texts: this.texts,
      background: this.background,
      others: [...this.others],
      hasMore: this.hasMore,
    };
  }

  /** Reads what begins with `<`. Returns where it ends. */
  private readTag(open: number, lower: string): number {
    const after = (end: string) => {
      const found = lower.indexOf(end, open + 1);
      return found === -1 ? lower.length : found + end.length;
    };
    if (lower.startsWith('<!--', open)) return after('-->');
    const [, slash, tag] = /^<(\/?)([a-z][a-z0-9]*)/.exec(lower.slice(open, open + 20)) ?? [];
    if (tag === undefined) {
      if (lower[open + 1] === '!') return after('>');
      this.addText('<');
      return open + 1;
    }
    const end = after('>');
    if (MORE.has(tag)) this.hasMore = true;
    if (slash === '/') this.close(tag);
    else if (HIDDEN.has(tag)) return after(`</${tag}>`);
    else this.start(tag, this.html.slice(open, end));
    return end;
  }

  private start(tag: string, written: string): void {
    this.elements++;
    if (tag === 'br') return this.addBreak();
    if (VOID.has(tag)) return;
    const attributes = new Map<string, string>();
    for (const [, name, double, single, bare] of written.matchAll(ATTRIBUTE))
      attributes.set(name!.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
    const element = {
      tag,
      id: attributes.get('id') ?? '',
      classes: (attributes.get('class') ?? '').split(/\s+/).slice(0, 20),
    };
    const own = this.declarationsOf(element, attributes);
    const isBlock = BLOCKS.has(tag) && !/inline/.test(own['display'] ?? '');
    if (isBlock) this.breaksLine = true;
    const outer = this.open.at(-1)?.style ?? {};
    const inherited = Object.entries(outer).filter(([name]) => INHERITED.has(name));
    for (const [name, value] of Object.entries(own))
      if (!INHERITED.has(name) && !OWN.has(name) && !isNoSpace(name, value)) this.others.add(name);
    const style = { ...Object.fromEntries(inherited), ...own, ...relativeSize(own, outer) };
    const behind = own['background-color'] ?? own['background'];
    if (isBlock && this.background === null && behind !== undefined) this.background = behind;
    if (this.open.length < DEEPEST) this.open.push({ ...element, style, isBlock });
  }

  private declarationsOf(
    element: PageElement,
    attributes: ReadonlyMap<string, string>,
  ): Record<string, string> {
    const path = [...this.open, element];
    const own: Record<string, string> = { ...BUILT_IN[element.tag], ...attributeStyle(attributes) };
    for (const rule of this.rules) if (matches(rule, path)) Object.assign(own, rule.declarations);
    return Object.assign(own, cssDeclarations(attributes.get('style') ?? ''));
  }

  private close(tag: string): void {
    if (tag === 'br') return this.addBreak();
    const index = this.open.findLastIndex((one) => one.tag === tag);
    if (index === -1) return;
    if (this.open.slice(index).some(({ isBlock }) => isBlock)) this.breaksLine = true;
    this.open.length = index;
  }

  private addBreak(): void {
    this.push('\n');
    this.hasSpace = false;
  }

  private addText(written: string): void {
    if (written === '') return;
    const decoded = decodeEntities(written.replace(/\r\n?/g, '\n'));
    const space = this.open.at(-1)?.style['white-space'] ?? 'normal';
    if (space.startsWith('pre')) return this.push(decoded);
    const text = decoded.replace(/[ \t\n\f]+/g, ' ');
    if (text === ' ' || text === '') {
      this.hasSpace ||= text === ' ';
      return;
    }
    const inner = text.replace(/^ | $/g, '');
    if (text.startsWith(' ')) this.hasSpace = true;
    this.push(inner);
    this.hasSpace = text.endsWith(' ');
  }

  private push(text: string): void {
    const isFirst = this.texts.length === 0;
    const endsLine = isFirst || this.texts.at(-1)!.text.endsWith('\n');
    const before =
      this.breaksLine && !isFirst ? (endsLine ? '' : '\n') : this.hasSpace && !endsLine ? ' ' : '';
    this.breaksLine = false;
    this.hasSpace = false;
    this.texts.push({ text: `${before}${text}`, style: this.open.at(-1)?.style ?? {} });
  }
}

/** What old attributes say. */
function attributeStyle(attributes: ReadonlyMap<string, string>): Record<string, string> {
  const style: Record<string, string> = {};
  const copy = (name: string, property: string) => {
    const value = attributes.get(name);
    if (value !== undefined) style[property] = value;
  };
  copy('align', 'text-align');
  copy('color', 'color');
  copy('face', 'font-family');
  copy('bgcolor', 'background-color');
  return style;
}

const NAMED_SIZES: Readonly<Record<string, string>> = {
  ...{ 'xx-small': '9px', 'x-small': '10px', small: '13px', medium: '16px' },
  ...{ large: '18px', 'x-large': '24px', 'xx-large': '32px' },
};

/** The size of letters in pixels, if it is given in parts of that of the element around it. */
function relativeSize(own: PageStyle, outer: PageStyle): PageStyle {
  const given = own['font-size']?.trim().toLowerCase();
  if (given === undefined) return {};
  if (NAMED_SIZES[given] !== undefined) return { 'font-size': NAMED_SIZES[given] };
  const [, amount, unit] = /^(\d{0,4}\.?\d{0,6})(em|%)$/.exec(given) ?? [];
  const around = /^(\d{0,5}\.?\d{0,6})px$/.exec(outer['font-size'] ?? '16px');
  if (amount === undefined || amount === '' || around === null) return {};
  const factor = Number(amount) / (unit === '%' ? 100 : 1);
  return { 'font-size': `${Number((factor * Number(around[1])).toFixed(3))}px` };
}
