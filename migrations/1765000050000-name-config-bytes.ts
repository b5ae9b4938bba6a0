import type { MigrationInterface, QueryRunner } from 'typeorm';

const rename = (from: string, to: string) => `
  UPDATE api_keys SET limits = (limits - '${from}') || jsonb_build_object('${to}', limits->'${from}')
  WHERE limits ? '${from}'`;

/** Gives the limit of a key the name that the API has for it: `stored` could also mean videos. */
export class NameConfigBytes1765000050000 implements MigrationInterface {
  readonly name = 'NameConfigBytes1765000050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rename('storedBytes', 'dailyConfigBytes'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rename('dailyConfigBytes', 'storedBytes'));
  }
}
