import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from './data-source.js';

/** The injection token of the database URL. It may lead to a pooler. */
export const DATABASE_URL = Symbol('DATABASE_URL');

/**
 * The injection token of a URL that leads to the same database without a pooler, for what a session keeps:
 * advisory locks of a session and LISTEN. It is `DATABASE_URL` without a pooler, and null if only the pooler is
 * known.
 */
export const DIRECT_DATABASE_URL = Symbol('DIRECT_DATABASE_URL');

/**
 * Connects to the database. Global, because its URL is a parameter of the whole application. The entities belong
 * to the modules of their stores.
 */
@Global()
@Module({})
export class DatabaseModule {
  /**
   * @param url of a migrated database
   * @param directUrl see {@link DIRECT_DATABASE_URL}
   */
  static forRoot(url: string, directUrl: string | null): DynamicModule {
    const options = dataSourceOptions(url, { pooled: url !== directUrl });
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...options, autoLoadEntities: true })],
      providers: [
        { provide: DATABASE_URL, useValue: url },
        { provide: DIRECT_DATABASE_URL, useValue: directUrl },
      ],
      exports: [DATABASE_URL, DIRECT_DATABASE_URL],
    };
  }
}
