import { readCssColor } from './css-color.js';

describe('colors as in CSS', () => {
  it.each([
    ['White', '#FFFFFF'],
    ['rebeccapurple', '#663399'],
    ['transparent', '#00000000'],
    ['#fff', '#FFFFFF'],
    ['#abcd', '#AABBCCDD'],
    ['#a0b1c2', '#A0B1C2'],
    ['#a0b1c2ff', '#A0B1C2'],
    ['0F172A', '#0F172A'],
    ['rgb(1, 2, 3)', '#010203'],
    ['rgb(1 2 3 / 50%)', '#01020380'],
    ['rgba(0,0,0,.5)', '#00000080'],
    ['rgb(100%, 0%, 50%)', '#FF0080'],
    ['rgb(300, -5, 0)', '#FF0000'],
    ['hsl(120, 100%, 25%)', '#008000'],
    ['hsla(240deg 100% 50% / 0.2)', '#0000FF33'],
    ['hsl(-0.5turn, 100%, 50%)', '#00FFFF'],
  ])('%s', (text, color) => {
    expect(readCssColor(text)).toBe(color);
  });

  it.each([
    '',
    'constructor',
    'fff',
    '#ff',
    '#gggggg',
    'rgb()',
    'rgb(1,2)',
    'rgb(1 2 3 4 5)',
    'rgb(1 / 2 3 4)',
    'hsl(red, 1%, 1%)',
    'url(#a)',
    'rgb('.repeat(30),
  ])('not %j', (text) => {
    expect(readCssColor(text)).toBeNull();
  });
});
