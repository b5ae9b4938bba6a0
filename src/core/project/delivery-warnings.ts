import type { Project } from './types/index.js';

/** What the command line does not do with a video, although the config asks for it. */
export function deliveryWarnings({ delivery }: Pick<Project, 'delivery'>): string[] {
  const { webhooks, destinations } = delivery;
  const unused = [
    ...(webhooks.length > 0 ? ['webhook'] : []),
    ...(destinations.length > 0 ? ['destinations'] : []),
  ];
  const fields = unused.map((name) => `"${name}"`).join(' and ');
  const sentence = `Only the service uses ${fields}. The command line sends nothing.`;
  return unused.length > 0 ? [sentence] : [];
}
