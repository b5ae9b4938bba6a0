import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { childPointer } from '../core/project/json-pointer.js';
import { ApiError, type FieldError } from './errors/api-error.js';

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
export class ApiValidationPipe extends ValidationPipe {
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
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Findings)) throw error;
      const errors = error.errors.flatMap((found) => fieldErrors(found, ''));
      throw ApiError.validation(
        metadata.type === 'body'
          ? errors
          : errors.map(({ pointer, message }) => ({ pointer: `?${pointer.slice(1)}`, message })),
      );
    }
  }
}

function fieldErrors(found: ValidationError, parent: string): FieldError[] {
  const pointer = childPointer(parent, found.property ?? '');
  const own = Object.entries(found.constraints ?? {}).map(([rule, text]) => ({
    pointer,
    message: rule === 'whitelistValidation' ? 'There is no such field.' : `${text}.`,
  }));
  return [...own, ...(found.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}
