import { BadRequestException, NotFoundException } from '@nestjs/common';
import { ApiError } from './api-error.js';
import { isDatabaseUnavailable } from './database-unavailable.js';
import { toApiError } from './to-api-error.js';

const withCode = (message: string, code: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe('toApiError', () => {
  it('returns an ApiError unchanged', () => {
    const error = new ApiError('JOB_NOT_FOUND', 'No job has this ID.');
    expect(toApiError(error)).toBe(error);
  });

  it.each([
    [new NotFoundException('Cannot GET /x'), 404, 'NOT_FOUND'],
    [new BadRequestException('library words'), 400, 'VALIDATION_ERROR'],
    [
      Object.assign(new Error('beyond end of stream'), { status: 416, expose: true }),
      416,
      'RANGE_NOT_SATISFIABLE',
    ],
    [Object.assign(new Error('locked'), { status: 423, expose: true }), 400, 'VALIDATION_ERROR'],
    [Object.assign(new Error('boom'), { status: 500, expose: false }), 500, 'INTERNAL_ERROR'],
    [Object.assign(new Error('a status of another kind'), { status: 404 }), 500, 'INTERNAL_ERROR'],
    [new TypeError('x is undefined'), 500, 'INTERNAL_ERROR'],
    ['a string', 500, 'INTERNAL_ERROR'],
    [undefined, 500, 'INTERNAL_ERROR'],
    [withCode('connect', 'ECONNREFUSED'), 503, 'SERVICE_UNAVAILABLE'],
    [withCode('rm', 'EROFS', { syscall: 'rmdir', path: '/x' }), 503, 'SERVICE_UNAVAILABLE'],
    [withCode('open', 'EACCES', { syscall: 'open', path: '/x' }), 503, 'SERVICE_UNAVAILABLE'],
    [withCode('not of a file', 'EACCES'), 500, 'INTERNAL_ERROR'],
  ])('passes on the kind of error but not its message: %#', (exception, status, code) => {
    const error = toApiError(exception);
    expect([error.status, error.code]).toEqual([status, code]);
    if (exception instanceof Error) expect(error.details).not.toContain(exception.message);
  });

  it('sets Retry-After', () => {
    expect(toApiError(withCode('x', 'ECONNRESET')).headers['Retry-After']).toMatch(/^\d+$/);
  });
});

describe('isDatabaseUnavailable', () => {
  it.each([
    ['a shutdown', withCode('terminating connection', '57P01', { severity: 'FATAL' })],
    ['a start', withCode('starting up', '57P03', { severity: 'FATAL' })],
    ['too many connections', withCode('too many', '53300', { severity: 'FATAL' })],
    ['a full disk', withCode('could not extend file', '53100', { severity: 'ERROR' })],
    ['a standby', withCode('read-only transaction', '25006', { severity: 'ERROR' })],
    ['a refused login', withCode('password authentication', '28P01', { severity: 'FATAL' })],
    ['a missing database', withCode('does not exist', '3D000', { severity: 'FATAL' })],
    ['a deadlock', withCode('deadlock detected', '40P01', { severity: 'ERROR' })],
    ['a disk error', withCode('could not read file', '58030', { severity: 'ERROR' })],
    ['a lock that is held', withCode('lock timeout', '55P03', { severity: 'ERROR' })],
    ['a pg error without a code', new Error('Connection terminated unexpectedly')],
    ['a full pool', new Error('timeout exceeded when trying to connect')],
    ['a wrapped error', new Error('query failed', { cause: withCode('x', 'EPIPE') })],
    ['a driver error', Object.assign(new Error('q'), { driverError: withCode('x', 'ETIMEDOUT') })],
    ['an error with several addresses', new AggregateError([withCode('v6', 'ECONNREFUSED')])],
  ])('recognizes %s', (_name, error) => {
    expect(isDatabaseUnavailable(error)).toBe(true);
  });

  it.each([
    ['a constraint violation', withCode('duplicate key', '23505', { severity: 'ERROR' })],
    ['an invalid statement', withCode('syntax error', '42601', { severity: 'ERROR' })],
    ['an error code of another library', withCode('x', '57P01')],
    ['any error', new Error('x')],
    ['a missing error', null],
  ])('does not recognize %s', (_name, error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});
