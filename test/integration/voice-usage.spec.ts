import { loadConfig } from '../../src/config/load-config.js';
import { VoiceUsage } from '../../src/engine/jobs/voice-usage.js';
import { startTestService, type TestService } from '../support/service.js';

describe('the characters that voices speak for a key', () => {
  let service: TestService;
  let usage: VoiceUsage;

  beforeAll(async () => {
    const env = { VIDEOCRAFT_LIMITS_DAILY_VOICE_CHARACTERS: '100' };
    service = await startTestService(env);
    usage = new VoiceUsage(service.dataSource, loadConfig(env));
  }, 120_000);
  afterAll(() => service.close(), 60_000);

  const own = async (key: string) => {
    const { json } = await service.call('/keys/me', { key });
    const { limits, usage: used } = json.data as Record<string, Record<string, number | null>>;
    return [used!['daily_voice_characters'], limits!['daily_voice_characters']];
  };

  it('are counted, given back, and limited, also for jobs at the same time', async () => {
    const { id, key } = await service.key('videos:write');
    expect(await own(key)).toEqual([0, 100]);
    const allowance = usage.allowanceOf(id);
    await allowance.take(40);
    await allowance.take(30);
    await allowance.giveBack(10);
    expect(await own(key)).toEqual([60, 100]);
    const tries = await Promise.allSettled([15, 15, 15, 15].map((one) => allowance.take(one)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await own(key)).toEqual([90, 100]);
    await expect(allowance.take(11)).rejects.toMatchObject({
      code: 'VOICE_UNAVAILABLE',
      message:
        'The API key has no characters left for this text. Expected at most 100 spoken characters of an API key in a day. ' +
        'The operator sets the limit with VIDEOCRAFT_LIMITS_DAILY_VOICE_CHARACTERS. The next day (UTC) begins anew.',
    });
  });

  it('begin again with the next day, and can be limited for a key', async () => {
    const { id, key } = await service.key('videos:write');
    const allowance = usage.allowanceOf(id);
    await allowance.take(100);
    await service.dataSource.query(`UPDATE voice_usage SET day = day - 1 WHERE key_id = $1`, [id]);
    expect(await own(key)).toEqual([0, 100]);
    await allowance.take(50);
    expect(await own(key)).toEqual([50, 100]);
    const set = (limits: object) =>
      service.dataSource.query('UPDATE api_keys SET limits = $2 WHERE id = $1', [
        id,
        JSON.stringify(limits),
      ]);
    await set({ dailyVoiceCharacters: 60 });
    await expect(allowance.take(11)).rejects.toThrow('--daily-voice-characters');
    await set({ dailyVoiceCharacters: 0 });
    await allowance.take(1_000_000);
    expect(await own(key)).toEqual([1_000_050, null]);
  });

  it('of a single text cannot exceed the limit', async () => {
    const { id } = await service.key('videos:write');
    await expect(usage.allowanceOf(id).take(101)).rejects.toMatchObject({
      code: 'VOICE_UNAVAILABLE',
    });
  });
});
