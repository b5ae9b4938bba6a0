import { deliveryWarnings } from './delivery-warnings.js';

describe('deliveryWarnings', () => {
  const webhook = { url: 'https://hooks.example.com/', events: [] };

  it('names what only the service does', () => {
    const none = { webhooks: [], destinations: [], filename: 'a', stills: false, notes: [] };
    expect(deliveryWarnings({ delivery: none })).toEqual([]);
    const delivery = { ...none, webhooks: [webhook], notes: ['A note.'] };
    expect(deliveryWarnings({ delivery })).toEqual([
      'A note.',
      'Only the service uses "webhook". The command line sends nothing.',
    ]);
  });
});
