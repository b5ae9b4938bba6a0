import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError, ValidationTypes } from 'class-validator';
import { unknownFieldMessage } from '../../core/fields/composites.js';
import { childPointer } from '../../core/fields/json-pointer.js';
import { ApiError, type FieldError } from '../errors/api-error.js';

/** Carries the errors of class-validator to `transform`, which knows whether it validated a query. */
class DtoErrors extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super();
  }
}

/**
 * Validates DTO classes: queries and small flat bodies (see `JsonBodyPipe` for the others). It reports
 * all errors at once, unknown fields by name. The pointer of a query parameter is `?limit`, that of a
 * field of a body is a JSON pointer.
 */
@Injectable()
export class DtoValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      validationError: { target: true, value: false },
      exceptionFactory: (errors) => new DtoErrors(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // Most parameters are no DTOs: IDs, and values of the project's own decorators.
    if (!this.toValidate(metadata)) return value;
    const errors = [...inheritedNames(value, metadata), ...repeatedNames(value, metadata)];
    if (errors.length > 0) throw refusal(errors, metadata);
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof DtoErrors)) throw error;
      throw refusal(
        error.errors.flatMap((invalid) => fieldErrors(invalid, '')),
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

/** Fields with the name of a member of every object (`constructor`): class-transformer drops them silently. */
function inheritedNames(value: unknown, { metatype }: ArgumentMetadata): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  const nested = new Set(nestedFields(metatype));
  return Object.entries(value).flatMap(([name, field]): FieldError[] => {
    const pointer = childPointer('', name);
    if (name in Object.prototype) return [{ pointer, message: unknownField(name, metatype) }];
    if (!nested.has(name) || typeof field !== 'object' || field === null) return [];
    return Object.keys(field as object)
      .filter((inner) => inner in Object.prototype)
      .map((inner) => ({
        pointer: childPointer(pointer, inner),
        message: unknownField(inner, undefined),
      }));
  });
}

/** The fields of a DTO that are DTOs themselves. */
function nestedFields(dto: Function | undefined): string[] {
  return rulesOf(dto)
    .filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION)
    .map(({ propertyName }) => propertyName);
}

/** Parameters that occur more than once in the query; Express passes them as a list. */
function repeatedNames(value: unknown, { type }: ArgumentMetadata): FieldError[] {
  if (type !== 'query' || typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([, parameter]) => Array.isArray(parameter))
    .map(([name]) => ({
      pointer: childPointer('', name),
      message: `"${name}" occurs more than once. Send it once.`,
    }));
}

function fieldErrors(invalid: ValidationError, parent: string): FieldError[] {
  const pointer = childPointer(parent, invalid.property ?? '');
  const messages = Object.entries(invalid.constraints ?? {}).map(([rule, text]) => {
    if (rule === 'whitelistValidation') {
      return unknownField(invalid.property, invalid.target?.constructor);
    }
    return text.endsWith('.') ? text : `${text}.`;
  });
  // Several rules of a field can share one message.
  const own = [...new Set(messages)].map((message) => ({ pointer, message }));
  return [...own, ...(invalid.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

function unknownField(name: string, dto: Function | undefined): string {
  return unknownFieldMessage(name, [
    ...new Set(rulesOf(dto).map(({ propertyName }) => propertyName)),
  ]);
}

function rulesOf(dto: Function | undefined) {
  return dto ? getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false) : [];
}
