import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conditions, type Position } from '../database/conditions.js';
import type { Actor } from '../audit/audit-event.entity.js';
import type { Template, TemplateContent, TemplateSummary } from './template.js';

export interface TemplateFilter {
  /** Null: the templates of all keys. */
  readonly keyId: string | null;
  /** Both ends are exclusive. */
  readonly createdAfter: Date | null;
  readonly createdBefore: Date | null;
}

const SUMMARY = `t.id, t.key_id AS "keyId", t.name, t.revision, t.created_at AS "createdAt",
  t.updated_at AS "updatedAt"`;

/**
 * Templates in Postgres. Revisions never change, so the source of a job can be read later, even if the
 * template is deleted. Uses SQL, because one statement makes each change and adds the audit event, and a
 * template joins two tables.
 */
@Injectable()
export class TemplateStore {
  constructor(private readonly dataSource: DataSource) {}

  async create(id: string, content: TemplateContent, by: Actor): Promise<void> {
    await this.dataSource.query(
      `WITH changed AS (
         INSERT INTO templates (id, key_id, name) VALUES ($1, $2, $4) RETURNING *),
       kept AS (
         INSERT INTO template_revisions (template_id, revision, name, config, variables)
         SELECT id, revision, name, $5::jsonb, $6::jsonb FROM changed)
       INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
       SELECT key_id, key_id, $3, 'template.created',
         jsonb_build_object('template_id', id, 'revision', revision) FROM changed`,
      [id, by.keyId, by.requestId, ...columns(content)],
    );
  }

  /**
   * Adds a revision.
   *
   * @param expected the revision to replace, or null for any
   * @returns false if the template does not exist, or has a different revision
   */
  async update(
    id: string,
    expected: number | null,
    content: TemplateContent,
    by: Actor,
  ): Promise<boolean> {
    const rows = await this.changed(
      `WITH changed AS (
         UPDATE templates SET revision = revision + 1, name = $4, updated_at = now()
         WHERE id = $1 AND deleted_at IS NULL AND revision = COALESCE($7::int, revision)
         RETURNING *),
       kept AS (
         INSERT INTO template_revisions (template_id, revision, name, config, variables)
         SELECT id, revision, name, $5::jsonb, $6::jsonb FROM changed)
       INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
       SELECT $2, key_id, $3, 'template.updated',
         jsonb_build_object('template_id', id, 'revision', revision) FROM changed RETURNING id`,
      [id, by.keyId, by.requestId, ...columns(content), expected],
    );
    return rows === 1;
  }

  /** Marks a template as deleted. Returns false if it does not exist or was deleted before. */
  async remove(id: string, by: Actor): Promise<boolean> {
    const rows = await this.changed(
      `WITH deleted AS (
         UPDATE templates SET deleted_at = now(), updated_at = now()
         WHERE id = $1 AND deleted_at IS NULL RETURNING *)
       INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
       SELECT $2, key_id, $3, 'template.deleted',
         jsonb_build_object('template_id', id, 'revision', revision) FROM deleted RETURNING id`,
      [id, by.keyId, by.requestId],
    );
    return rows === 1;
  }

  /** @param revision null: the latest */
  async find(id: string, revision: number | null): Promise<Template | null> {
    const [row] = await this.dataSource.query<Template[]>(
      `SELECT t.id, t.key_id AS "keyId", r.name, r.revision, t.created_at AS "createdAt",
         r.created_at AS "updatedAt", r.config, r.variables
       FROM templates t JOIN template_revisions r
         ON r.template_id = t.id AND r.revision = COALESCE($2::int, t.revision)
       WHERE t.id = $1 AND t.deleted_at IS NULL`,
      [id, revision],
    );
    return row ?? null;
  }

  /** Returns templates after a position, newest first. */
  async page(
    filter: TemplateFilter,
    limit: number,
    after: Position | null,
  ): Promise<{ templates: readonly TemplateSummary[]; hasMore: boolean }> {
    const conditions = new Conditions('deleted_at IS NULL')
      .add('key_id =', filter.keyId)
      .add('created_at >', filter.createdAfter)
      .add('created_at <', filter.createdBefore)
      .addOlderThan('created_at', 'uuid', after);
    const { where, parameters } = conditions;
    const rows = await this.dataSource.query<TemplateSummary[]>(
      `SELECT ${SUMMARY} FROM templates t ${where} ORDER BY created_at DESC, id DESC
       LIMIT ${conditions.parameter(limit + 1)}`,
      parameters,
    );
    return { templates: rows.slice(0, limit), hasMore: rows.length > limit };
  }

  private async changed(sql: string, parameters: unknown[]): Promise<number> {
    return (await this.dataSource.query<unknown[]>(sql, parameters)).length;
  }
}

function columns({ name, config, variables }: TemplateContent): unknown[] {
  return [name, JSON.stringify(config), JSON.stringify(variables)];
}
