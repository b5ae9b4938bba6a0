import { describeUnsupportedType, detectTextOrRawAudio } from './file-kinds.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('detectTextOrRawAudio', () => {
  it.each<[what: string, head: Buffer, type: string | null]>([
    ['DTS', Buffer.from('7ffe8001', 'hex'), 'dts'],
    ['DTS in 14 bits, little endian', Buffer.from('ff1f00e8', 'hex'), 'dts'],
    ['AC-3', Buffer.from('0b77000000400000', 'hex'), 'ac3'],
    ['E-AC-3', Buffer.from('0b77000000800000', 'hex'), 'eac3'],
    ['AC-3 of five bytes', Buffer.from('0b77000000', 'hex'), null],
    ['CAF', latin1('caff\0\u0001\0\0'), 'caf'],
    ['QOI', latin1('qoif\0\0\0\u0001'), 'qoi'],
    ['RealMedia', latin1('.RMF\0\0\0\u0012'), 'rm'],
    ['a web page', latin1(' <!DOCTYPE HTML><title>'), 'html'],
    ['a web page behind a comment', latin1('<!-- hi --><HTML>'), 'html'],
    ['a drawing', latin1('<?xml version="1.0"?><SVG>'), 'svg'],
    ['XML', latin1('<?xml version="1.0"?><feed>'), 'xml'],
    ['a drawing with a byte order mark', Buffer.from('\uFEFF<svg/>'), 'svg'],
    ['bytes that resemble a mark', Buffer.from('efbb41', 'hex'), 'text'],
    ['a byte that resembles a mark', Buffer.from('ef4141', 'hex'), 'text'],
    ['a drawing in UTF-16', utf16('<svg/>'), 'svg'],
    ['a drawing in UTF-16, big endian', utf16('<svg/>').swap16(), 'svg'],
    ['bytes that resemble UTF-16', Buffer.from('ff4141', 'hex'), 'text'],
    ['bytes that resemble UTF-16, big endian', Buffer.from('fe4141', 'hex'), 'text'],
    ['a playlist', latin1('#EXTM3U\n'), 'playlist'],
    ['a list of files for ffmpeg', latin1('ffconcat version 1.0\n'), 'script'],
    ['JSON', latin1('  {"a": 1}'), 'json'],
    ['text', latin1('hello \u001b[0m'), 'text'],
    ['white space', latin1(' \n '), null],
    ['nothing', Buffer.alloc(0), null],
    ['half a letter of UTF-16', Buffer.from('fffe41', 'hex'), null],
    ['binary data', latin1('hello\0'), null],
    ['binary data with a control character', latin1('hello\u001f'), null],
  ])('%s', (_what, head, type) => expect(detectTextOrRawAudio(head)).toBe(type));
});

describe('describeUnsupportedType', () => {
  it.each([
    ['qoi', 'a QOI picture. Convert it to PNG'],
    ['mp4', null],
    ['constructor', null],
  ])('%s', (type, description) => expect(describeUnsupportedType(type)).toBe(description));
});
