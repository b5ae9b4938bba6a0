import type { Template, TemplateSummary } from '../engine/templates/template.js';
import type { TemplateDto, TemplateSummaryDto } from './templates.dto.js';

export function toTemplateSummaryDto(template: TemplateSummary) {
  return {
    id: template.id,
    name: template.name,
    revision: template.revision,
    created_at: template.createdAt.toISOString(),
    updated_at: template.updatedAt.toISOString(),
  } satisfies TemplateSummaryDto;
}

export function toTemplateDto(template: Template): TemplateDto {
  return {
    ...toTemplateSummaryDto(template),
    config: template.config,
    variables: template.variables,
  };
}

/** A strong `ETag` (RFC 9110, section 8.8.3): a revision of a template never changes. */
export function templateETag({ revision }: TemplateSummary): string {
  return `"${revision}"`;
}
