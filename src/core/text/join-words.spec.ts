import { joinWords } from './join-words.js';

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
    expect(joinWords(words)).toBe(line);
  });
});
