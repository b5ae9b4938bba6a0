import { Spans } from './spans.js';

describe('Spans', () => {
  it('joins parts that touch, whatever their order', () => {
    const spans = new Spans();
    spans.add({ from: 10, to: 20 });
    spans.add({ from: 30, to: 40 });
    spans.add({ from: 20, to: 30 });
    expect(spans.endFrom(12)).toBe(40);
    expect(spans.endFrom(5)).toBe(5);
    expect(spans.endFrom(40)).toBe(40);
  });

  it('forgets what is before a time', () => {
    const spans = new Spans();
    spans.add({ from: 0, to: 20 });
    spans.forgetBefore(10);
    expect(spans.endFrom(5)).toBe(5);
    expect(spans.endFrom(10)).toBe(20);
  });
});
