import fc from 'fast-check';
import { evaluate, isTruthy, type VariableLookup } from './evaluate.js';
import { parseCondition, parseExpression } from './parse-expression.js';
import { ExpressionError } from './syntax.js';
import { fillTextTemplate, parseTextTemplate } from './text-template.js';

const VALUES: Readonly<Record<string, unknown>> = {
  name: 'Ada',
  count: 3,
  price: 849_000.5,
  spelled: '12.5',
  empty: '',
  nothing: null,
  yes: true,
  no: false,
  rooms: ['hall', 'kitchen'],
  product: { title: 'Mug', sizes: [{ code: 's' }, { code: 'm' }] },
};
const names: VariableLookup = {
  find: (name) => (Object.hasOwn(VALUES, name) ? { value: VALUES[name] } : null),
  names: () => Object.keys(VALUES).sort(),
  spend: () => {},
};
const value = (source: string) => evaluate(parseExpression(source), names);
const holds = (source: string) => isTruthy(evaluate(parseCondition(source), names, true));
const fill = (text: string) => fillTextTemplate(parseTextTemplate(text), names);

describe('expressions', () => {
  it.each([
    ['name', 'Ada'],
    ['product.title', 'Mug'],
    ['product["title"]', 'Mug'],
    ['product.sizes[1].code', 'm'],
    ['rooms[count - 2]', 'kitchen'],
    ['1 + 2 * 3 - 4 / 2 % 2', 7],
    ['(1 + 2) * 3', 9],
    ['-count + 1', -2],
    ['"it\\"s " + \'two\'', 'it"s two'],
    ['"a\\nb\\q"', 'a\nbq'],
    ['count >= 3 and name == "Ada"', true],
    ['count < 3 || !yes', false],
    ['not count == 3', false],
    ['"a" < "b"', true],
    ['"b" <= "b"', true],
    ['"b" > "a"', true],
    ['"B" >= "a"', false],
    ['count <= 2', false],
    ['count != yes', true],
    ['"3" == count', true],
    ['"3 apples" == count', false],
    ['count == "3"', true],
    ['nothing == ""', true],
    ['count > 2 ? "many" : count > 1 ? "two" : "one"', 'many'],
    ['min(count, 2) + max(1, count, 9)', 11],
    ['round(price / 7, 2)', 121_285.79],
    ['ceil(1.2) + floor(1.8) + abs(-1)', 4],
    ['name | upper', 'ADA'],
    ['" x " | trim | upper', 'X'],
    ['price | number_format', '849,001'],
    ['price | number_format: 2, ",", "."', '849.000,50'],
    ['(spelled | number) + 1', 13.5],
    ['count | number', 3],
    ['round(2.5)', 3],
    ['10000000000000 * 1000000000000 | number_format', '1e+25'],
    ['rooms | join: " and "', 'hall and kitchen'],
    ['rooms | join', 'hall, kitchen'],
    ['count | upper', '3'],
    ['length(rooms) + length("né")', 4],
    ['missing | default: "x"', 'x'],
    ['empty | default: name | upper', 'ADA'],
    ['no | default: true', false],
    ['nothing.title | default: 1', 1],
    ['missing ? 1 : 2', 2],
    ['missing.deep.down == null', true],
    ['rooms[2] == null', true],
    ['product.missing == null', true],
  ])('%s', (source, result) => expect(value(source)).toEqual(result));

  it.each([
    ['yes', true],
    ['{{ yes }}', true],
    ['{{ count }} == 3', true],
    ['{{ count > 3 or name == "Ada" }}', true],
    ['missing', false],
    ['not missing and rooms', true],
    ['{{ empty }}', false],
    ["missing != ''", false],
    ['0', false],
  ])('condition %s', (source, result) => expect(holds(source)).toBe(result));

  it.each([
    [
      'nme',
      'The variable "nme" does not exist. Known variables: count, empty, name, no, nothing, price,',
    ],
    ['product.titel', 'The object has no "titel". Known names: sizes, title.'],
    ['rooms[2]', 'The list has no item 2. It has 2 items, counted from 0.'],
    ['name.length', 'Cannot read the text "length" of the text "Ada", which has no members.'],
    [
      'name + 1',
      '"+" expects numbers, but got the text "Ada". To convert a text to a number, use {{ name | number }}.',
    ],
    ['nothing > 1', '">" expects numbers, but got nothing.'],
    ['1 / 0', 'Cannot compute 1 / 0: division by zero.'],
    [
      'name | shout',
      'The filter or function "shout" does not exist. Known names: abs, ceil, default,',
    ],
    ['default(1)', '"default" expects one value'],
    ['upper()', '"upper" expects 1 value, but got 0.'],
    ['round(1, 99)', '"round" expects 0 to 10 decimals, but got 99.'],
    ['round()', '"round" expects 1 to 2 values, but got 0.'],
    ['abs("1")', '"abs" expects a number, but got the text "1".'],
    ['abs(yes)', '"abs" expects a number, but got true.'],
    ['upper(rooms)', '"upper" expects a text, but got a list.'],
    ['upper(product)', '"upper" expects a text, but got an object.'],
    ['length(count)', '"length" expects a text or a list, but got 3.'],
    ['join(name)', '"join" expects a list, but got the text "Ada".'],
    ['number(name)', '"number" expects a text that contains a number, but got the text "Ada".'],
    ['number(rooms)', '"number" expects a text that contains a number, but got a list.'],
    ['(name + 1) | default: 2', '"+" expects numbers, but got the text "Ada".'],
    ['missing.deep', 'The variable "missing" does not exist.'],
    ['nothing.deep', 'Cannot read the text "deep" of null.'],
    ['1 +', 'Expected a value after "1 +".'],
    ['a b', 'Unexpected "b" after "a".'],
    ['a = 1', '"=" is not a comparison. Use "==".'],
    ['"open', 'The text that starts with " is not closed.'],
    ['a ; b', '";" is not allowed in an expression.'],
    ['and', 'Expected a value before "and".'],
  ])('rejects %s with a message', (source, message) => {
    expect(() => value(source)).toThrow(ExpressionError);
    expect(() => value(source)).toThrow(message);
  });

  it.each([
    'constructor',
    'product.constructor',
    'product.__proto__',
    'rooms.map',
    'name.at',
    'toString()',
    '__proto__',
    'product["hasOwnProperty"]',
  ])('does not reach inherited members: %s', (source) =>
    expect(() => value(source)).toThrow(ExpressionError),
  );

  it('limits numbers and texts', () => {
    const large = { ...names, find: () => ({ value: 1e308 }) };
    expect(() => evaluate(parseExpression('x * 10'), large)).toThrow(
      'The result of 1e+308 * 10 is too large.',
    );
    const long = { ...names, find: () => ({ value: 'x'.repeat(150_000) }) };
    expect(() => evaluate(parseExpression('x + x'), long)).toThrow(
      'The resulting text is longer than 200000 characters.',
    );
  });

  it('names at most 20 known names', () => {
    const members = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`k${at}`, at]));
    const many = { ...names, find: () => ({ value: members }) };
    const read = () => evaluate(parseExpression('x.y'), many);
    expect(read).toThrow(/^The object has no "y". Known names: k0, k1, .*, k8 and more\.$/);
  });

  it('limits length and depth', () => {
    expect(() => parseExpression('1+'.repeat(600) + '1')).toThrow(
      'may have at most 1000 characters',
    );
    expect(() => parseExpression('('.repeat(40) + '1' + ')'.repeat(40))).toThrow('32 levels');
    expect(() => parseExpression('- '.repeat(400) + '1')).toThrow('32 levels');
    expect(() => parseExpression('not '.repeat(200) + '1')).toThrow('32 levels');
    expect(() => parseExpression('1?1:'.repeat(200) + '1')).toThrow('32 levels');
    expect(() => parseExpression('a['.repeat(200))).toThrow('32 levels');
    expect(value('1+'.repeat(400) + '1')).toBe(401);
  });

  it('throws only ExpressionError, whatever the text is', () => {
    const source = fc
      .array(
        fc.constantFrom(
          ...['name', 'count', ' ', '{{', '}}', '(', ')', '|', ':', '?', '.', '[', ']'].concat([
            '"',
            "'",
            '1',
            '-',
            '==',
            'not',
            'and',
            'default',
            'upper',
            ',',
            '\\',
            '\u0000',
            '\u{1F600}',
          ]),
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(''));
    const isSafe = fc.property(source, (text) =>
      [value, holds, fill].every((read) => {
        try {
          read(text);
          return true;
        } catch (error) {
          return error instanceof ExpressionError;
        }
      }),
    );
    expect(fc.check(isSafe, { numRuns: 500 })).toMatchObject({ failed: false });
  });
});

describe('text templates', () => {
  it.each([
    ['{{count}}', 3],
    ['{{ rooms }}', ['hall', 'kitchen']],
    ['{{ no }}', false],
    [' {{count}}', ' 3'],
    ['{{name}} has {{ count }} of {{length(rooms)}}: {{yes}}{{nothing}}', 'Ada has 3 of 2: true'],
    ['{{ "}}" }} and {{ "{{" }}', '}} and {{'],
    ['plain } text {', 'plain } text {'],
  ])('%s', (text, result) => expect(fill(text)).toEqual(result));

  it.each([
    ['Hello {{ name', 'Expected "}}" after "name".'],
    ['{{}}', 'Expected a value before "}}".'],
    ['a {{ rooms }}', 'Cannot insert a list into a text.'],
  ])('rejects %s', (text, message) => expect(() => fill(text)).toThrow(message));
});
