import TestRunner from 'jest-runner';

/**
 * Runs the suites of a project one after another in the process of Jest, whatever `--maxWorkers` says: for
 * suites that start whole services, which would slow each other down.
 */
export default class SerialRunner extends TestRunner {
  isSerial = true;
}
