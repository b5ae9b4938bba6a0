import type { Phrases } from './phrases.js';

type Lexicon = Readonly<Record<string, Phrases>>;

/** Abbreviations, in lower case and without full stops. */
export const ABBREVIATIONS: Lexicon = {
  ...{ mr: ['mister'], mrs: ['missus', 'misses'], ms: ['miss', 'm s', 'milliseconds'] },
  ...{ dr: ['doctor', 'drive'], prof: ['professor'], st: ['street', 'saint'], jr: ['junior'] },
  ...{ sr: ['senior'], ave: ['avenue'], blvd: ['boulevard'], rd: ['road'], mt: ['mount'] },
  ...{ ft: ['feet', 'foot', 'fort', 'featuring'], apt: ['apartment'], dept: ['department'] },
  ...{ vs: ['versus', 'v s', 'against'], v: ['versus', 'v'], etc: ['et cetera', 'and so on'] },
  ...{
    eg: ['for example', 'e g', 'for instance'],
    ie: ['that is', 'i e'],
    aka: ['also known as', 'a k a'],
  },
  ...{
    approx: ['approximately', 'approx'],
    no: ['no', 'number'],
    nos: ['numbers'],
    vol: ['volume'],
  },
  ...{
    inc: ['incorporated', 'inc'],
    ltd: ['limited'],
    co: ['company', 'co'],
    corp: ['corporation', 'corp'],
  },
  ...{
    est: ['established', 'estimated', 'e s t'],
    max: ['maximum', 'max'],
    min: ['minutes', 'minimum', 'min', 'minute'],
  },
  ...{ am: ['am', 'a m'], pm: ['p m'], bc: ['b c'], ad: ['ad', 'a d'], fig: ['figure', 'fig'] },
  ...{
    tel: ['telephone', 'tel'],
    ext: ['extension'],
    govt: ['government'],
    intl: ['international'],
  },
  ...{
    gen: ['general'],
    sgt: ['sergeant'],
    capt: ['captain'],
    lt: ['lieutenant'],
    col: ['colonel'],
  },
  ...{
    gov: ['governor', 'gov'],
    sen: ['senator'],
    rep: ['representative', 'rep'],
    rev: ['reverend', 'rev'],
  },
  ...{ ph: ['p h'], phd: ['p h d'], re: ['re', 'regarding'], cf: ['compare', 'c f'], al: ['al'] },
  ...{ jan: ['january'], feb: ['february'], mar: ['march'], apr: ['april'], jun: ['june'] },
  ...{ jul: ['july'], aug: ['august'], sep: ['september'], sept: ['september'], oct: ['october'] },
  ...{ nov: ['november'], dec: ['december'], mon: ['monday'], tue: ['tuesday'], tues: ['tuesday'] },
  ...{
    wed: ['wednesday', 'wed'],
    thu: ['thursday'],
    thurs: ['thursday'],
    fri: ['friday'],
    sat: ['saturday', 'sat'],
  },
  ...{ sun: ['sunday', 'sun'], w: ['with', 'w'], wo: ['without'] },
};

/** Units, as they stand behind a number; each as it is said of one and of many. */
export const UNITS: Lexicon = {
  ...{
    km: ['kilometers', 'kilometer', 'k m', 'k'],
    m: ['meters', 'million', 'meter', 'm', 'minutes'],
    cm: ['centimeters', 'centimeter', 'c m'],
  },
  ...{
    mm: ['millimeters', 'millimeter', 'm m'],
    kg: ['kilograms', 'kilogram', 'kilos', 'kilo', 'k g'],
    g: ['grams', 'gram', 'g'],
    mg: ['milligrams', 'milligram', 'm g'],
  },
  ...{
    l: ['liters', 'liter', 'l'],
    ml: ['milliliters', 'milliliter', 'm l'],
    lb: ['pounds', 'pound'],
    lbs: ['pounds', 'pound', 'l b s'],
  },
  ...{
    oz: ['ounces', 'ounce'],
    ft: ['feet', 'foot'],
    in: ['inches', 'inch'],
    yd: ['yards', 'yard'],
    mi: ['miles', 'mile'],
  },
  ...{
    mph: ['miles per hour', 'miles an hour', 'm p h'],
    kmh: ['kilometers per hour', 'kilometers an hour', 'k m h'],
    kph: ['kilometers per hour', 'kilometers an hour', 'k p h'],
  },
  ...{
    h: ['hours', 'hour', 'h'],
    hr: ['hours', 'hour'],
    hrs: ['hours'],
    s: ['seconds', 'second', 's'],
    sec: ['seconds', 'second', 'sec'],
  },
  ...{
    ms: ['milliseconds', 'millisecond', 'm s'],
    min: ['minutes', 'minute', 'min'],
    mins: ['minutes'],
    d: ['d', 'days', 'day'],
  },
  ...{
    kb: ['kilobytes', 'k b', 'kilobyte'],
    mb: ['megabytes', 'm b', 'megabyte', 'megs'],
    gb: ['gigabytes', 'g b', 'gigabyte', 'gigs'],
    tb: ['terabytes', 't b', 'terabyte'],
  },
  ...{
    kbps: ['kilobits per second', 'k b p s'],
    mbps: ['megabits per second', 'm b p s'],
    gbps: ['gigabits per second', 'g b p s'],
  },
  ...{ hz: ['hertz'], khz: ['kilohertz'], mhz: ['megahertz'], ghz: ['gigahertz'] },
  ...{
    w: ['watts', 'watt', 'w'],
    kw: ['kilowatts', 'kilowatt', 'k w'],
    mw: ['megawatts', 'megawatt', 'm w'],
    kwh: ['kilowatt hours', 'k w h'],
    v: ['volts', 'volt', 'v'],
    mah: ['milliamp hours', 'm a h'],
  },
  ...{
    c: ['degrees celsius', 'c', 'celsius'],
    f: ['degrees fahrenheit', 'f', 'fahrenheit'],
    px: ['pixels', 'p x'],
    fps: ['frames per second', 'f p s'],
    dpi: ['d p i'],
  },
  ...{
    k: ['thousand', 'k', 'kelvin'],
    bn: ['billion'],
    b: ['billion', 'b', 'bytes'],
    t: ['trillion', 't', 'tons', 'tonnes'],
    tn: ['trillion'],
    mn: ['million'],
    mil: ['million', 'mil'],
  },
  ...{
    x: ['times', 'x'],
    am: ['a m', 'in the morning'],
    pm: ['p m', 'in the afternoon', 'in the evening'],
    p: ['p', 'pence', 'pages'],
    pct: ['percent'],
  },
  ...{
    ha: ['hectares', 'hectare'],
    sqft: ['square feet'],
    sqm: ['square meters'],
    cal: ['calories'],
    kcal: ['kilocalories', 'calories'],
  },
  ...{
    bpm: ['beats per minute', 'b p m'],
    rpm: ['r p m', 'revolutions per minute'],
    psi: ['p s i'],
    ppm: ['parts per million', 'p p m'],
    hp: ['horsepower', 'h p'],
    mp: ['megapixels', 'm p'],
  },
};

/** Scales behind an amount of money. */
export const MONEY_SCALES: Lexicon = {
  ...{
    k: ['thousand', 'k', 'grand'],
    m: ['million', 'm'],
    mm: ['million'],
    mn: ['million'],
    mil: ['million'],
  },
  ...{ b: ['billion', 'b'], bn: ['billion'], t: ['trillion', 't'], tn: ['trillion'] },
};

export const CURRENCIES: Readonly<
  Record<string, { readonly many: Phrases; readonly one: Phrases; readonly cents: Phrases }>
> = {
  $: { many: ['dollars', 'dollar', 'bucks'], one: ['dollar'], cents: ['cents', 'cent'] },
  '£': { many: ['pounds', 'pound'], one: ['pound'], cents: ['pence', 'p'] },
  '€': { many: ['euros', 'euro'], one: ['euro'], cents: ['cents', 'cent'] },
  '¥': { many: ['yen', 'yuan'], one: ['yen', 'yuan'], cents: [] },
  '₹': { many: ['rupees', 'rupee'], one: ['rupee'], cents: ['paise'] },
  '₩': { many: ['won'], one: ['won'], cents: [] },
  '₽': { many: ['rubles'], one: ['ruble'], cents: ['kopecks'] },
  '₿': { many: ['bitcoin', 'bitcoins'], one: ['bitcoin'], cents: [] },
};

/** What a sign is said as, where it is said at all; an empty phrase: it may be silent. */
export const SIGNS: Lexicon = {
  ...{
    '&': ['and', 'ampersand'],
    '+': ['plus', 'and', ''],
    '@': ['at'],
    '%': ['percent'],
    '‰': ['per mille', 'per thousand'],
  },
  ...{
    '=': ['equals', 'is', 'equal', 'is equal to', ''],
    '×': ['times', 'by', 'x'],
    '÷': ['divided by'],
    '·': ['', 'dot'],
  },
  ...{
    '*': ['', 'asterisk', 'star', 'times'],
    '#': ['number', 'hash', 'hashtag', '', 'pound'],
    _: ['', 'underscore'],
    '/': ['', 'slash', 'or', 'and', 'per'],
  },
  ...{
    '\\': ['', 'backslash'],
    '|': ['', 'bar'],
    '~': ['about', 'approximately', '', 'tilde'],
    '≈': ['about', 'approximately'],
    '^': ['', 'to the'],
  },
  ...{
    '<': ['', 'less than'],
    '>': ['', 'greater than', 'more than'],
    '≤': ['less than or equal to', 'at most'],
    '≥': ['greater than or equal to', 'at least'],
  },
  ...{
    '°': ['degrees', 'degree'],
    '§': ['section', ''],
    '¶': ['paragraph', ''],
    '±': ['plus or minus', 'plus minus'],
    '√': ['square root of', 'the square root of'],
  },
  ...{
    '¢': ['cents', 'cent'],
    '-': ['', 'dash', 'minus', 'hyphen', 'to'],
    '–': ['', 'to', 'dash'],
    '—': ['', 'dash'],
    '−': ['minus', 'negative'],
  },
  ...{
    '.': ['', 'dot', 'point'],
    ',': ['', 'comma'],
    ':': ['', 'colon'],
    ';': ['', 'semicolon'],
    '"': ['', 'quote', 'inches'],
    "'": ['', 'feet'],
  },
  ...{
    '(': ['', 'open parenthesis'],
    ')': ['', 'close parenthesis'],
    '→': ['', 'to', 'arrow'],
    '™': ['', 't m'],
    '®': [''],
    '©': ['', 'copyright'],
  },
  ...{
    '²': ['squared', 'square'],
    '³': ['cubed', 'cubic'],
    '∞': ['infinity'],
    '♥': ['', 'heart', 'love'],
    '❤': ['', 'heart', 'love'],
    π: ['pi'],
  },
};

export const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];

/** Denominators that are not ordinals. */
export const DENOMINATORS: Lexicon = {
  2: ['half', 'halves'],
  4: ['quarter', 'quarters', 'fourth', 'fourths'],
};
