import { DELIVERY_PATH, fillPath, pathProblem } from './delivery-path.js';

const inSchema = (path: string) => new RegExp(DELIVERY_PATH, 'u').test(path) && path.length <= 500;

describe('the path of a delivery', () => {
  it.each([
    'a.mp4',
    '{filename}',
    'a/{date}/b {job_id}.mp4',
    '{year}/{month}/{day}/x',
    'Häfen/ü.mp4',
    '...x/y',
  ])('can be %s', (path) => expect([pathProblem(path), inSchema(path)]).toEqual([null, true]));

  it.each<[path: string, problem: string]>([
    ['', 'name'],
    ['/etc/passwd', 'without a slash'],
    ['../x', '".."'],
    ['a/../x', '".."'],
    ['a/./x', '".."'],
    ['a/.. /x', '".."'],
    ['a/. . /x', '".."'],
    ['a/... ', '".."'],
    ['a//b', 'name'],
    ['a/ /b', 'name'],
    ['a/', 'name'],
    ['a\\..\\b', 'backslashes'],
    ['C:/x', 'any of :'],
    ['a/b.mp4:hidden', 'any of :'],
    ['a/{hour}:{minute}.mp4', 'any of :'],
    ...Array.from('*?"<>|', (letter): [string, string] => [`a${letter}b`, letter]),
    ['a\nb', 'control'],
    ['a\u202eb', 'control'],
    ['\ud800', 'control'],
    ['{id}', 'Unknown placeholder "{id}"'],
    ['{}', 'Unknown placeholder'],
    ['{__proto__}', 'Unknown placeholder'],
    ['{filename', 'brace'],
    ['a}b', 'brace'],
    ['x'.repeat(501), '500'],
  ])('cannot be %j', (path, problem) => {
    expect(pathProblem(path)).toContain(problem);
    expect(inSchema(path)).toBe(false);
  });

  it('has its placeholders filled in, with times in UTC', () => {
    const at = new Date('2026-01-02T23:04:05.678+00:00');
    const values = { jobId: 'JOB', fileName: '{date} $& a.mp4', at };
    const path = '{year}-{month}-{day}/{hour}{minute}{second}/{date}/{job_id}/{filename}';
    expect(fillPath(path, values)).toBe('2026-01-02/230405/2026-01-02/JOB/{date} $& a.mp4');
  });
});
