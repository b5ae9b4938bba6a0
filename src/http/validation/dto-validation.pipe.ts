import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { childPointer } from '../../core/fields/json-pointer.js';
import { ApiError, type FieldError } from '../errors/api-error.js';

const NO_SUCH_FIELD = 'There is no such field.';

/** Carries the validator's findings to where it is known what was validated. */
class Findings extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super();
  }
}

/**
 * Builds DTOs and refuses what does not fit: every fault at once, unknown fields by name. A query
 * parameter is named `?limit`, a body's field by its JSON pointer.
 */
@Injectable()
export class DtoValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new Findings(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // Ids and what our own decorators pass on: most parameters.
    if (!this.toValidate(metadata)) return value;
    const found = [...inheritedNames(value), ...repeatedNames(value, metadata)];
    if (found.length > 0) throw refusal(found, metadata);
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Findings)) throw error;
      throw refusal(
        error.errors.flatMap((found) => fieldErrors(found, '')),
        metadata,
      );
    }
  }
}

function refusal(errors: readonly FieldError[], { type }: ArgumentMetadata): ApiError {
  const inQuery = ({ pointer, message }: FieldError) => ({
    pointer: `?${pointer.slice(1)}`,
    message,
  });
  return ApiError.validation(type === 'body' ? errors : errors.map(inQuery));
}

/** Fields named like what every object has (`constructor`): class-transformer drops them unsaid. */
function inheritedNames(value: unknown): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value)
    .filter((name) => name in Object.prototype)
    .map((name) => ({ pointer: childPointer('', name), message: NO_SUCH_FIELD }));
}

/** Parameters that stand in the query more than once, which come as a list. */
function repeatedNames(value: unknown, { type }: ArgumentMetadata): FieldError[] {
  if (type !== 'query' || typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([, given]) => Array.isArray(given))
    .map(([name]) => ({
      pointer: childPointer('', name),
      message: `${name} stands more than once; give it once.`,
    }));
}

function fieldErrors(found: ValidationError, parent: string): FieldError[] {
  const pointer = childPointer(parent, found.property ?? '');
  const own = Object.entries(found.constraints ?? {}).map(([rule, text]) => ({
    pointer,
    message: rule === 'whitelistValidation' ? NO_SUCH_FIELD : `${text}.`,
  }));
  return [...own, ...(found.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}
