import type { Caller } from '../http/access/access.js';
import type { AgentWork } from './work/agent-work.js';

/** Creates what the tools of a request work on. `bootstrap` binds it to the features. */
export abstract class AgentWorks {
  /**
   * @param base the address of the service, for links
   * @param canWait false: calls are answered at once
   */
  abstract of(caller: Caller, base: string, canWait: boolean): AgentWork;
}
