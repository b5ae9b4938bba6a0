import { cssDeclarations } from '../css.js';

/** An element of a page, as selectors see it. */
export interface PageElement {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
}

/** A rule of a style sheet with one selector. */
export interface StyleRule {
  /** The last of them is that of the element, the others are those around it. */
  readonly compounds: readonly string[];
  readonly specificity: number;
  readonly declarations: Readonly<Record<string, string>>;
}

const LONGEST_SHEET = 100_000;
const MOST_RULES = 300;
const COMPOUND = /^(\*|[a-z][a-z0-9-]*)?([.#][a-z0-9_-]+)*$/i;

/** The rules of a style sheet, those that take precedence last. Selectors that depend on states or siblings are left out. */
export function styleRules(sheet: string): readonly StyleRule[] {
  const rules: StyleRule[] = [];
  const text = withoutComments(sheet.slice(0, LONGEST_SHEET));
  let at = 0;
  while (rules.length < MOST_RULES) {
    const open = text.indexOf('{', at);
    if (open === -1) break;
    const head = text.slice(at, open).trim();
    const end = head.startsWith('@') ? endOfBlock(text, open) : text.indexOf('}', open);
    const close = end === -1 ? text.length : end;
    if (!head.startsWith('@')) {
      const declarations = cssDeclarations(text.slice(open + 1, close));
      for (const selector of head.split(',').slice(0, 20)) {
        const rule = ruleOf(selector, declarations);
        if (rule !== null) rules.push(rule);
      }
    }
    at = close + 1;
  }
  return rules.sort((a, b) => a.specificity - b.specificity);
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = text.indexOf('/*'); open !== -1; open = text.indexOf('/*', at)) {
    parts.push(text.slice(at, open));
    const close = text.indexOf('*/', open + 2);
    at = close === -1 ? text.length : close + 2;
  }
  return [...parts, text.slice(at)].join('');
}

/** Where a block with blocks in it ends. */
function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function ruleOf(selector: string, declarations: StyleRule['declarations']): StyleRule | null {
  const compounds = selector.replaceAll('>', ' ').trim().split(/\s+/).slice(-6);
  if (!compounds.every((compound) => compound !== '' && COMPOUND.test(compound))) return null;
  const all = compounds.join('');
  const count = (pattern: RegExp) => all.match(pattern)?.length ?? 0;
  const tags = compounds.filter((compound) => /^[a-z]/i.test(compound)).length;
  return { compounds, specificity: 100 * count(/#/g) + 10 * count(/\./g) + tags, declarations };
}

/**
 * Whether a rule is for an element.
 *
 * @param path the elements around it, and itself as the last one
 */
export function matches({ compounds }: StyleRule, path: readonly PageElement[]): boolean {
  let at = path.length - 1;
  if (at < 0 || !isSuch(path[at]!, compounds.at(-1)!)) return false;
  for (let index = compounds.length - 2; index >= 0; index--) {
    do at--;
    while (at >= 0 && !isSuch(path[at]!, compounds[index]!));
    if (at < 0) return false;
  }
  return true;
}

function isSuch({ tag, id, classes }: PageElement, compound: string): boolean {
  return (compound.match(/[.#]?[^.#]+/g) ?? []).every((part) => {
    if (part.startsWith('#')) return id === part.slice(1);
    if (part.startsWith('.')) return classes.includes(part.slice(1));
    return part === '*' || part.toLowerCase() === tag;
  });
}
