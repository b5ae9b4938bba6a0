import { NO_CONTEXT } from '../../core/fields/context.js';
import { Injectable, type PipeTransform } from '@nestjs/common';
import type { Field } from '../../core/fields/field.js';
import { Issues } from '../../core/fields/issues.js';
import { ApiError } from '../errors/api-error.js';

/**
 * Reads a JSON body by the description of its fields: `@Body(new JsonBodyPipe(batchRequest))`.
 *
 * This is the way to validate bodies that people write by hand and that contain video configs. They get
 * the same messages, JSON pointers and JSON Schema as the configs themselves. Queries and small flat
 * bodies are classes that `DtoValidationPipe` validates. Both pipes report all errors at once.
 */
@Injectable()
export class JsonBodyPipe<T> implements PipeTransform<unknown, T> {
  /** @param isOptional a request without a body means `{}`: clients that have nothing to say send none */
  constructor(
    private readonly field: Field<T>,
    private readonly isOptional = false,
  ) {}

  /** For a body whose fields all have defaults. */
  static optional<T>(field: Field<T>): JsonBodyPipe<T> {
    return new JsonBodyPipe(field, true);
  }

  /** @throws ApiError VALIDATION_ERROR with all errors of the body */
  transform(given: unknown): T {
    const body = given === undefined && this.isOptional ? {} : given;
    if (body === undefined) throw ApiError.validation([{ pointer: '', message: NO_BODY }]);
    const issues = new Issues();
    const place = { pointer: '', name: 'body', issues, context: NO_CONTEXT };
    const value = this.field.read(body, place);
    if (issues.count > 0) throw ApiError.validation(issues.all());
    return value;
  }
}

const NO_BODY = 'The request has no body. Expected a JSON object, such as {}.';
