import { EventEmitter } from 'node:events';
import type { Response } from 'express';
import { ApiError } from '../errors/api-error.js';
import { BodyBudget } from './body-budget.js';

const response = () => new EventEmitter() as unknown as Response;
const MIB = 2 ** 20;

describe('BodyBudget', () => {
  it('works on eight large bodies at once, and on any number of small ones', () => {
    const budget = new BodyBudget();
    const first = response();
    budget.begin(MIB, first);
    for (let n = 0; n < 7; n++) budget.begin(MIB, response());
    expect(() => budget.begin(MIB, response())).toThrow(ApiError);
    for (let n = 0; n < 100; n++) budget.begin(1024, response());
    first.emit('close');
    expect(() => budget.begin(MIB, response())).not.toThrow();
  });

  it('holds at most 64 MiB, and tells when to try again', () => {
    const budget = new BodyBudget();
    const first = response();
    budget.reserve(MIB, first);
    for (let n = 0; n < 63; n++) budget.reserve(MIB, response());
    expect(() => budget.reserve(1, response())).toThrow(
      expect.objectContaining({ status: 503, headers: { 'Retry-After': '2' } }) as Error,
    );
    first.emit('close');
    expect(() => budget.reserve(MIB, response())).not.toThrow();
  });
});
