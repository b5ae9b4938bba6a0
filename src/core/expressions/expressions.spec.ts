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
    ['count >= 3 and name == "Ada"', true],
    ['count < 3 || !yes', false],
    ['not count == 3', false],
    ['"a" < "b"', true],
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
    ['rooms | join: " and "', 'hall and kitchen'],
    ['length(rooms) + length("né")', 4],
    ['missing | default: "x"', 'x'],
    ['empty | default: name | upper', 'ADA'],
    ['no | default: true', false],
    ['nothing.title | default: 1', 1],
    ['missing ? 1 : 2', 2],
    ['missing.deep.down == null', true],
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
    ['nme', 'There is no variable "nme"; there are count, empty, name, no, nothing, price,'],
    ['product.titel', 'The object has no "titel"; there are sizes, title.'],
    ['rooms[2]', 'The list has no item 2; it has 2, counted from 0.'],
    ['name.length', 'the text "length" is asked of the text "Ada", which has no parts'],
    ['name + 1', '"+" takes numbers; it was given the text "Ada"; {{ name | number }} makes'],
    ['nothing > 1', '">" takes numbers; it was given nothing.'],
    ['1 / 0', '1 / 0 has no value.'],
    ['name | shout', 'There is no filter or function "shout"; there are abs, ceil, default,'],
    ['default(1)', '"default" takes one value'],
    ['upper()', '"upper" was given 0 values; it takes 1.'],
    ['round(1, 99)', '"round" takes 0 to 10 decimals; it was given 99.'],
    ['1 +', 'After "1 +" it ends where a value is wanted.'],
    ['a b', 'After "a" comes "b".'],
    ['a = 1', '"=" is no comparison; write "==".'],
    ['"open', 'A text that begins with " has no end.'],
    ['a ; b', '";" means nothing in an expression.'],
    ['and', 'First comes "and" where a value is wanted.'],
  ])('%s is refused in words', (source, message) => {
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
  ])('reaches nothing that every object has: %s', (source) =>
    expect(() => value(source)).toThrow(ExpressionError),
  );

  it('bounds length and depth', () => {
    expect(() => parseExpression('1+'.repeat(600) + '1')).toThrow('may have 1000 characters');
    expect(() => parseExpression('('.repeat(40) + '1' + ')'.repeat(40))).toThrow('32 levels');
    expect(() => parseExpression('- '.repeat(400) + '1')).toThrow('32 levels');
    expect(() => parseExpression('not '.repeat(200) + '1')).toThrow('32 levels');
    expect(() => parseExpression('1?1:'.repeat(200) + '1')).toThrow('32 levels');
    expect(() => parseExpression('a['.repeat(200))).toThrow('32 levels');
    expect(value('1+'.repeat(400) + '1')).toBe(401);
  });

  it('throws nothing but its own error, whatever the text is', () => {
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

describe('texts with expressions', () => {
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
    ['Hello {{ name', 'After "name" it ends.'],
    ['{{}}', 'First comes "}}" where a value is wanted.'],
    ['a {{ rooms }}', 'a list cannot be inserted into a text.'],
  ])('%s is refused', (text, message) => expect(() => fill(text)).toThrow(message));
});
