/** Names of the characters U+00A0 to U+00FF, in order (HTML 4, Latin-1). */
const LATIN1_NAMES = `
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
  deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
  Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
  ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
  agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
  eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`;
/** Names of the Greek capitals from U+0391 on; the lowercase names start at U+03B1. `-` is unassigned. */
const GREEK_NAMES = `
  Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho -
  Sigma Tau Upsilon Phi Chi Psi Omega`;
/** Pairs of a name and its character. Characters that are hard to see are written as code points. */
const OTHER_CHARACTERS = `
  amp & lt < gt > quot " apos '
  ensp U+2002 emsp U+2003 thinsp U+2009 zwnj U+200C zwj U+200D lrm U+200E rlm U+200F
  ndash U+2013 mdash U+2014 lsquo U+2018 rsquo U+2019 sbquo U+201A ldquo U+201C rdquo U+201D bdquo U+201E
  dagger † Dagger ‡ bull • hellip … permil ‰ prime U+2032 Prime U+2033 lsaquo ‹ rsaquo ›
  euro € trade ™ OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ U+02C6 tilde U+02DC sigmaf ς
  larr ← uarr ↑ rarr → darr ↓ harr ↔
  notin ∉ sum ∑ minus U+2212 radic √ infin ∞ asymp ≈ ne ≠ le ≤ ge ≥
  spades ♠ clubs ♣ hearts ♥ diams ♦`;

/** The named characters of HTML 4, which caption files borrow. */
const NAMED_CHARACTERS: ReadonlyMap<string, string> = new Map(
  [
    consecutive(LATIN1_NAMES, 0xa0),
    consecutive(GREEK_NAMES, 0x391),
    consecutive(GREEK_NAMES.toLowerCase(), 0x3b1),
    pairs(OTHER_CHARACTERS),
  ].flat(),
);

function consecutive(names: string, first: number): [name: string, character: string][] {
  return fields(names).map((name, index) => [name, String.fromCharCode(first + index)]);
}

function pairs(table: string): [name: string, character: string][] {
  const all = fields(table);
  return all.flatMap((name, index) => {
    const text = all[index + 1]!;
    const code = /^U\+([\dA-F]{4})$/.exec(text)?.[1];
    const character = code === undefined ? text : String.fromCharCode(Number.parseInt(code, 16));
    return index % 2 === 0 ? [[name, character]] : [];
  });
}

function fields(table: string): string[] {
  return table.trim().split(/\s+/);
}

const REFERENCE = /&(?:amp;)*(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,9}));/gi;
/** References that are also written without a semicolon. */
const UNTERMINATED = /&(amp|lt|gt|quot|nbsp)(?![\w;=])/gi;

/**
 * Replaces the character references of HTML, including those that were escaped more than once, such as
 * `&amp;#39;`. Names are those of HTML 4. Unknown names stay as they are.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(REFERENCE, (whole, hex, dec, name) => {
      if (name) return namedCharacter(name as string) ?? whole;
      const code = hex ? Number.parseInt(hex as string, 16) : Number(dec);
      const isValid = code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff);
      return isValid ? String.fromCodePoint(code) : '';
    })
    .replace(UNTERMINATED, (whole, name) => namedCharacter(name as string) ?? whole);
}

function namedCharacter(name: string): string | undefined {
  return NAMED_CHARACTERS.get(name) ?? NAMED_CHARACTERS.get(name.toLowerCase());
}
