import { deliveryWarnings } from './delivery-warnings.js';

describe('deliveryWarnings', () => {
  const webhook = { url: 'https://hooks.example.com/', events: [] };

  it('names what only the service does', () => {
    const none = { webhooks: [], destinations: [], filename: 'a', stills: false };
    expect(deliveryWarnings({ delivery: none })).toEqual([]);
    const delivery = { ...none, webhooks: [webhook] };
    expect(deliveryWarnings({ delivery })).toEqual([
      'Only the service uses "webhook". The command line sends nothing.',
    ]);
  });
});
