import { expect, test } from '@jest/globals';
import { moveBelongings } from '../../../activities/patient-management/move-with-hand-over.ts';
import type { Uses } from '../../../activities/uses.ts';
import { Isolation } from '../../../domain/isolation-management/isolation/isolation.ts';
import { HandOver } from '../../../domain/patient-management/hand-over/hand-over.ts';
import { handOverId, isolationId } from '../../../domain/shared-kernel/id.ts';
import { accepted, noHandOver, offered, TO } from '../../support/hand-over-fixtures.ts';
import { anIsolation, day, isolatedUntil } from '../../support/isolation-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

async function handedOver(leftBehind: (one: Isolation, round: number) => boolean) {
  const [handOver, isolation] = [noHandOver(), anIsolation()];
  handOver.execute(offered());
  handOver.execute(accepted());
  isolation.execute(isolatedUntil());
  let rounds = 0;
  const isolations = repositoryInMemory((id, stored) => Isolation.from(isolationId(id), stored as never));
  const uses = {
    isolations,
    handOvers: repositoryInMemory((id, stored) => HandOver.from(handOverId(id), stored as never)),
    lookups: {
      leftBehind: async () => {
        if ((rounds += 1) > 5) throw new Error('it goes round and round');
        const { aggregate } = await isolations.load(isolation.id);
        return leftBehind(aggregate, rounds) ? [{ kind: 'isolation', id: isolation.id }] : [];
      },
    },
  } as unknown as Uses;
  await uses.handOvers.save(handOver);
  await isolations.save(isolation);
  const district = async () => (await isolations.load(isolation.id)).aggregate.state.district;
  return { district, move: () => moveBelongings(uses)({ id: handOver.id, at: day(1).toString() }) };
}

test('what was left behind moves, once', async () => {
  const { district, move } = await handedOver(({ state }) => state.district !== TO);
  await move();
  expect(await district()).toBe(TO);
});

test('what lies where it lay after its move is a defect that a person looks at', async () => {
  const { move } = await handedOver(() => true);
  await expect(move()).rejects.toThrow(TypeError);
});
