import { joinWords } from './join-words.js';
import { markSpaces } from './mark-spaces.js';

describe('joinWords', () => {
  it.each([
    [['one', 'two,', 'three'], 'one two, three'],
    [['안녕', '하세요'], '안녕 하세요'],
    [['今日は', '、', 'いい', '天気'], '今日は、いい天気'],
    [['スーパー', 'マーケット'], 'スーパーマーケット'],
    [['2026', '年'], '2026年'],
    [['สวัสดี', 'ครับ'], 'สวัสดีครับ'],
    [[], ''],
  ])('%j', (words, line) => {
    expect(joinWords(words.map((text) => ({ text })))).toBe(line);
  });
});

describe('markSpaces', () => {
  it.each([
    ['one two', ['one', 'two']],
    ['back\u2014everyone knows', ['back\u2014', 'everyone', 'knows']],
    ['你好 世界，今天', ['你好', '世界，', '今天']],
    ['สวัสดี ครับผม', ['สวัสดี', 'ครับ', 'ผม']],
    ['「東京」 へ', ['「東京」', 'へ']],
  ])('keeps the spacing of the text: %s', (text, words) => {
    const marked = markSpaces(
      words.map((word) => ({ text: word })),
      text,
    );
    expect(joinWords(marked)).toBe(text);
  });

  it('leaves words unchanged that are not in the text', () => {
    const words = [{ text: 'one' }, { text: 'three' }, { text: 'two' }];
    expect(markSpaces(words, 'one-two')).toEqual(words);
  });
});
