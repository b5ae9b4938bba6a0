import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from './data-source.js';

/** Injection token of the URL of the database. */
export const DATABASE_URL = Symbol('DATABASE_URL');

/**
 * Connects to the database. It is global because its URL is part of the configuration that the
 * application is started with; the entities belong to the modules of their stores.
 */
@Global()
@Module({})
export class DatabaseModule {
  /** @param url of a migrated database */
  static forRoot(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(url), autoLoadEntities: true })],
      providers: [{ provide: DATABASE_URL, useValue: url }],
      exports: [DATABASE_URL],
    };
  }
}
