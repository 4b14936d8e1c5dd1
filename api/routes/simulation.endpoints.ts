import { z } from 'zod';
import type { Simulation } from '../../activities/ports/simulation.ts';
import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import { refuse } from '../api-problems.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { open, shownMoment } from '../contract/shapes.ts';
import type { Dependencies } from '../dependencies.ts';
import { moment } from '../schemas/basics.ts';
import { forPeople } from '../words.ts';

const DAY = 86_400_000;
const advanceBody = z.union([
  z.strictObject({ to: moment }),
  z.strictObject({
    days: z.number().min(0).max(400).default(0),
    hours: z.number().min(0).max(10_000).default(0),
  }),
]);
const nowShown = open({ now: shownMoment });
const simulation = { tag: 'simulation', action: 'simulation:run', districtOf: () => HEADQUARTERS } as const;

/** @throws Refusal `simulation/off` */
function running({ simulation: found }: Dependencies): Simulation {
  if (found === undefined) throw refuse('simulation/off');
  return found;
}

/** Simulation mode: all clocks and every open process move together. */
export const SIMULATION: readonly Endpoint[] = [
  endpoint(
    {
      ...simulation,
      method: 'get',
      path: '/simulation',
      does: { ko: '시뮬레이션의 현재 시각을 봅니다.', en: 'What time it is in the simulation.' },
      answer: { status: 200, schema: nowShown },
      problems: ['simulation'],
    },
    async (uses) => ({ body: forPeople({ now: await running(uses).now() }) }),
  ),
  endpoint(
    {
      ...simulation,
      method: 'post',
      path: '/simulation/settle',
      does: {
        ko: '지금 할 일이 모두 끝날 때까지 기다립니다.',
        en: 'Waits until nothing is left to do now.',
      },
      answer: { status: 200, schema: open({ settled: z.unknown() }) },
      problems: ['simulation'],
    },
    async (uses) => ({ body: { settled: await running(uses).settle() } }),
  ),
  endpoint(
    {
      ...simulation,
      method: 'post',
      path: '/simulation/advance',
      does: { ko: '시간을 앞으로 옮깁니다.', en: 'Moves time forward.' },
      body: advanceBody,
      example: { days: 10, hours: 0 },
      answer: { status: 200, schema: nowShown },
      problems: ['simulation'],
    },
    async (uses, { body }) => {
      const found = running(uses);
      try {
        return { body: forPeople(await found.advance(await goalOf(found, body))) };
      } catch (error) {
        if ((error as Error).name === 'NotForward') throw refuse('simulation/not-forward');
        if ((error as Error).name === 'AlreadyMoving') throw refuse('simulation/busy');
        throw error;
      }
    },
  ),
];

async function goalOf(found: Simulation, body: z.output<typeof advanceBody>): Promise<string> {
  if ('to' in body) return body.to;
  return new Date(Date.parse(await found.now()) + body.days * DAY + (body.hours / 24) * DAY).toISOString();
}
