import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from './data-source.js';

/** The injection token of the database URL. */
export const DATABASE_URL = Symbol('DATABASE_URL');

/**
 * Connects to the database. Global, because its URL is a parameter of the whole application. The entities belong
 * to the modules of their stores.
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
