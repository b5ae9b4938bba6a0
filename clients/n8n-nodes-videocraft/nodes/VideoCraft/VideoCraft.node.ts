import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { PROPERTIES } from './description';
import { OPERATIONS } from './operations';
import { Service } from './service';

/** Creates, follows, and downloads videos of a VideoCraft service, and uploads files to it. */
export class VideoCraft implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'VideoCraft',
    name: 'videoCraft',
    icon: 'file:videocraft.svg',
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Create videos with captions from JSON',
    defaults: { name: 'VideoCraft' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'videoCraftApi', required: true }],
    properties: PROPERTIES,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const service = await Service.open(this);
    const results: INodeExecutionData[] = [];
    for (const item of this.getInputData().keys()) {
      const resource = this.getNodeParameter('resource', item) as string;
      const operation = this.getNodeParameter('operation', item) as string;
      try {
        const run = OPERATIONS[`${resource} ${operation}`]!;
        results.push({ ...(await run(this, service, item)), pairedItem: { item } });
      } catch (error) {
        if (!this.continueOnFail()) throw error;
        const { message, description } = error as { message: string; description?: string };
        const json = { error: message, ...(description ? { description } : {}) };
        results.push({ json, pairedItem: { item } });
      }
    }
    return [results];
  }
}
