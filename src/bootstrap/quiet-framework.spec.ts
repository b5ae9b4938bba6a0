import { quietFramework } from './quiet-framework.js';

describe('quietFramework', () => {
  const lines: unknown[][] = [];
  const record =
    (level: string) =>
    (...parts: unknown[]) =>
      void lines.push([level, ...parts]);
  const logger = quietFramework({
    log: record('log'),
    debug: record('debug'),
    warn: record('warn'),
    error: record('error'),
    fatal: record('fatal'),
    verbose: record('verbose'),
  });

  beforeEach(() => (lines.length = 0));

  it('logs what the framework does at its start for developers only', () => {
    logger.log('Mapped {/api/v1/videos, POST} route', 'RouterExplorer');
    logger.log('AppModule dependencies initialized', 'InstanceLoader');
    expect(lines.map(([level]) => level)).toEqual(['debug', 'debug']);
    expect(lines[0]).toEqual(['debug', 'Mapped {/api/v1/videos, POST} route', 'RouterExplorer']);
  });

  it('leaves the lines of the service, and faults of the framework, as they are', () => {
    logger.log({ msg: 'Created an API key' }, 'Security');
    logger.log('Without a context');
    logger.warn('No driver', 'RouterExplorer');
    logger.error('It broke', 'Error: ...', 'InstanceLoader');
    expect(lines.map(([level]) => level)).toEqual(['log', 'log', 'warn', 'error']);
  });
});
