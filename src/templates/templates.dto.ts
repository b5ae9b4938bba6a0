import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  componentRef,
  CONFIG_COMPONENT,
  TEMPLATE_COMPONENT,
} from '../core/project/schema/openapi-schemas.js';
import { VARIABLE_TYPES, type VariableType } from '../core/project/variables/declared-variables.js';
import { CursorQuery } from '../http/paging/page-query.js';
import { expectation } from '../http/validation/expectation.js';
import { WholeNumber } from '../http/validation/whole-number.js';
import { CursorPaginationDto } from '../http/paging/pagination.dto.js';

const MAX_VARIABLES = 200;
const VARIABLE_NAME = 'a text with 1 to 100 characters';
const TEMPLATE_NAME = 'a text with 1 to 200 characters';
const DESCRIPTION = 'a text with at most 500 characters';
const VARIABLES = `a list with at most ${MAX_VARIABLES} variables`;

/** Keeps any JSON unchanged. Without it, class-transformer copies objects and drops some members. */
const Untransformed = () =>
  Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => obj[key]);

export class DeclaredVariableDto {
  @ApiProperty({ type: String, minLength: 1, maxLength: 100, example: 'title' })
  @IsString(expectation(VARIABLE_NAME))
  @Length(1, 100, expectation(VARIABLE_NAME))
  name!: string;

  @ApiProperty({ type: String, enum: VARIABLE_TYPES })
  @IsIn(VARIABLE_TYPES, expectation(`one of ${VARIABLE_TYPES.join(', ')}`))
  type!: VariableType;

  @ApiPropertyOptional({
    description:
      'The value if a request does not set the variable. Without a default, the variable is required.',
    example: 'Untitled',
  })
  @Untransformed()
  @IsOptional()
  default?: unknown;

  @ApiPropertyOptional({ type: String, maxLength: 500 })
  @IsOptional()
  @IsString(expectation(DESCRIPTION))
  @MaxLength(500, expectation(DESCRIPTION))
  description?: string;
}

export class TemplateContentDto {
  @ApiProperty({ type: String, minLength: 1, maxLength: 200, example: 'Product of the week' })
  @IsString(expectation(TEMPLATE_NAME))
  @Length(1, 200, expectation(TEMPLATE_NAME))
  name!: string;

  @ApiProperty({
    anyOf: [componentRef(CONFIG_COMPONENT), componentRef(TEMPLATE_COMPONENT)],
    description: 'A video config with expressions (docs/templates.md).',
    example: { scenes: [{ duration: '{{ seconds }}', elements: [] }] },
  })
  @Untransformed()
  @IsObject(expectation('a video config'))
  config!: Record<string, unknown>;

  @ApiPropertyOptional({
    type: [DeclaredVariableDto],
    maxItems: MAX_VARIABLES,
    description: 'The variables of the template. If it declares any, it accepts no others.',
  })
  @IsOptional()
  @IsArray(expectation(VARIABLES))
  @ArrayMaxSize(MAX_VARIABLES, expectation(VARIABLES))
  @ValidateNested({ each: true })
  @Type(() => DeclaredVariableDto)
  variables?: DeclaredVariableDto[];
}

export class TemplateQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'The revision to return. The default is the latest.',
  })
  @IsOptional()
  @WholeNumber(1, 2_147_483_647)
  revision?: number;
}

export class TemplatesQuery extends CursorQuery {}

export class TemplateSummaryDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, example: 'Product of the week' })
  name!: string;

  @ApiProperty({ type: 'integer', description: 'Incremented with each update.', example: 1 })
  revision!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  created_at!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  updated_at!: string;
}

export class TemplateDto extends TemplateSummaryDto {
  @ApiProperty({ type: Object, description: 'The stored video config.' })
  config!: unknown;

  @ApiProperty({ type: [DeclaredVariableDto] })
  variables!: readonly DeclaredVariableDto[];
}

export class TemplateListDto {
  @ApiProperty({ type: [TemplateSummaryDto] })
  templates!: readonly TemplateSummaryDto[];

  @ApiProperty({ type: CursorPaginationDto })
  pagination!: CursorPaginationDto;
}

export class DeletedTemplateDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: Boolean, enum: [true] })
  deleted!: true;
}
