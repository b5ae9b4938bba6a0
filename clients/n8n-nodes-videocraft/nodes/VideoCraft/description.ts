import type { INodeProperties } from 'n8n-workflow';

const shownFor = (resource: string, ...operations: string[]) => ({
  show: { resource: [resource], ...(operations.length > 0 ? { operation: operations } : {}) },
});

const RESOURCE: INodeProperties = {
  displayName: 'Resource',
  name: 'resource',
  type: 'options',
  noDataExpression: true,
  options: [
    { name: 'Video', value: 'video' },
    { name: 'Asset', value: 'asset' },
  ],
  default: 'video',
};

const VIDEO_OPERATION: INodeProperties = {
  displayName: 'Operation',
  name: 'operation',
  type: 'options',
  noDataExpression: true,
  displayOptions: shownFor('video'),
  options: [
    { name: 'Cancel', value: 'cancel', action: 'Cancel a video', description: 'Cancel a render' },
    { name: 'Create', value: 'create', action: 'Create a video' },
    { name: 'Delete', value: 'delete', action: 'Delete a video' },
    { name: 'Download', value: 'download', action: 'Download a video' },
    { name: 'Get', value: 'get', action: 'Get a video' },
    { name: 'Wait', value: 'wait', action: 'Wait for a video' },
  ],
  default: 'create',
};

const ASSET_OPERATION: INodeProperties = {
  displayName: 'Operation',
  name: 'operation',
  type: 'options',
  noDataExpression: true,
  displayOptions: shownFor('asset'),
  options: [
    { name: 'Delete', value: 'delete', action: 'Delete an asset' },
    { name: 'Upload', value: 'upload', action: 'Upload a file' },
    { name: 'Upload From URL', value: 'fromUrl', action: 'Let the service fetch a file' },
  ],
  default: 'upload',
};

const CREATE: INodeProperties[] = [
  {
    displayName: 'From',
    name: 'from',
    type: 'options',
    options: [
      { name: 'Config', value: 'config', description: 'A JSON description of the video' },
      { name: 'Template', value: 'template', description: 'A template of the service' },
    ],
    default: 'config',
    displayOptions: shownFor('video', 'create'),
  },
  {
    displayName: 'Config',
    name: 'config',
    type: 'json',
    default: '{\n  "scenes": [{ "duration": 2, "background-color": "#204060" }]\n}',
    required: true,
    displayOptions: { show: { ...shownFor('video', 'create').show, from: ['config'] } },
  },
  {
    displayName: 'Template ID',
    name: 'template',
    type: 'string',
    default: '',
    required: true,
    displayOptions: { show: { ...shownFor('video', 'create').show, from: ['template'] } },
  },
  {
    displayName: 'Variables',
    name: 'variables',
    type: 'json',
    default: '{}',
    description: 'Values for the variables of the template',
    displayOptions: { show: { ...shownFor('video', 'create').show, from: ['template'] } },
  },
  {
    displayName: 'Wait Until It Is Finished',
    name: 'wait',
    type: 'boolean',
    default: true,
    description: 'Whether to continue only when the video can be downloaded',
    displayOptions: shownFor('video', 'create'),
  },
];

const WAITING: INodeProperties = {
  displayName: 'Longest Wait (Minutes)',
  name: 'waitMinutes',
  type: 'number',
  typeOptions: { minValue: 1 },
  default: 60,
  description: 'How long to wait before the node fails. The render goes on.',
  displayOptions: shownFor('video', 'create', 'wait'),
};

const ID: INodeProperties = {
  displayName: 'Video ID',
  name: 'id',
  type: 'string',
  default: '={{ $json.job_id }}',
  required: true,
  displayOptions: shownFor('video', 'cancel', 'delete', 'download', 'get', 'wait'),
};

const DOWNLOAD: INodeProperties[] = [
  {
    displayName: 'File',
    name: 'file',
    type: 'string',
    default: '',
    placeholder: 'subtitles.srt',
    description: 'Another file of the video. Empty is the video itself.',
    displayOptions: shownFor('video', 'download'),
  },
  {
    displayName: 'Put Output File in Field',
    name: 'binaryProperty',
    type: 'string',
    default: 'data',
    required: true,
    hint: 'The name of the output binary field to put the file in',
    displayOptions: shownFor('video', 'download'),
  },
];

const ASSETS: INodeProperties[] = [
  {
    displayName: 'Input Data Field Name',
    name: 'binaryProperty',
    type: 'string',
    default: 'data',
    required: true,
    hint: 'The name of the input binary field containing the file',
    displayOptions: shownFor('asset', 'upload'),
  },
  {
    displayName: 'URL',
    name: 'url',
    type: 'string',
    default: '',
    required: true,
    displayOptions: shownFor('asset', 'fromUrl'),
  },
  {
    displayName: 'Asset ID',
    name: 'id',
    type: 'string',
    default: '={{ $json.id }}',
    required: true,
    displayOptions: shownFor('asset', 'delete'),
  },
];

/** The fields of the node. */
export const PROPERTIES: INodeProperties[] = [
  RESOURCE,
  VIDEO_OPERATION,
  ASSET_OPERATION,
  ...CREATE,
  WAITING,
  ID,
  ...DOWNLOAD,
  ...ASSETS,
];
