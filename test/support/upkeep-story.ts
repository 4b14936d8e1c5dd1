import { randomUUID } from 'node:crypto';
import type { BulkWorld } from './bulk-world.ts';

/** What a test of the upkeep does again and again. */
export const upkeepStory = (world: Pick<BulkWorld, 'ask' | 'client'>) => ({
  /** Somebody is suspected. Answers their case. */
  opened: async (): Promise<string> => {
    const person = {
      name: '카나리아홍',
      phone: '010-7314-1592',
      birthDate: '1980-02-29',
      sex: 'female',
      language: 'ko',
    } as const;
    const { id } = await world.ask.openCase({
      commandId: randomUUID(),
      fingerprint: '',
      by: 'officer',
      kind: 'suspicion',
      person,
      disease: 'covid-19',
      district: '11110',
      symptomatic: true,
    });
    return id;
  },
  /** One round of it. Answers its process. */
  upkept: async (): Promise<string> => {
    const workflowId = `upkeep-${randomUUID()}`;
    await world.client.workflow.execute('upkeep', { workflowId, taskQueue: 'processes', args: [] });
    return workflowId;
  },
});
