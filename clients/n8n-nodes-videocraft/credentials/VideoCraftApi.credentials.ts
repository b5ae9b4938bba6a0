import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  INodeProperties,
} from 'n8n-workflow';

/** Where the service is, and a key of it. */
export class VideoCraftApi implements ICredentialType {
  name = 'videoCraftApi';
  displayName = 'VideoCraft API';
  documentationUrl = 'https://docs.n8n.io/integrations/community-nodes/';

  properties: INodeProperties[] = [
    {
      displayName: 'Address',
      name: 'baseUrl',
      type: 'string',
      default: 'http://localhost:3002',
      placeholder: 'https://videos.example.com',
      description: 'Address of the service, as n8n reaches it. In Docker, this is not localhost.',
      required: true,
    },
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description: 'A key with the scopes videos:write, videos:read, jobs:read, and jobs:cancel',
      required: true,
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
  };

  test: ICredentialTestRequest = {
    request: {
      baseURL: '={{$credentials.baseUrl.replace(/\\/+$/, "").replace(/\\/api\\/v1$/, "")}}/api/v1',
      url: '/keys/me',
    },
  };
}
