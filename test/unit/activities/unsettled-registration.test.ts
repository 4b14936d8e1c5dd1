import { expect, test } from '@jest/globals';
import { ExternalSystemUnavailable } from '../../../activities/ports/external-system.ts';
import { closeRegistration } from '../../../activities/patient-management/close-registration.ts';
import { reconcileUnsettled } from '../../../activities/upkeep/reconcile-unsettled.ts';
import type { UpkeepUses } from '../../../activities/upkeep-uses.ts';
import { CASE } from '../../support/case-fixtures.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

const key = `case:${CASE}:registration`;
type Registry = () => Promise<{ registryNumber: string } | undefined>;

/** A registration that was begun minutes ago, of a case that stands there; and what the registry says of it. */
async function reconciled(stage: string, findByKey: Registry) {
  const steps: string[] = [];
  const tasks = repositoryInMemory((id, stored) => Task.from(taskId(id), stored as never));
  const uses = {
    heart: { beat: () => undefined },
    unsettledEffects: {
      withoutResult: async () => [
        { key, name: 'registration', system: 'registry', owner: { kind: 'case', id: CASE }, isOld: false },
      ],
    },
    cases: { load: async () => ({ aggregate: { state: { stage, district: '11110' } } }) },
    registry: { findByKey },
    effects: {
      isUnsettled: async () => true,
      settle: async (_key: string, reference: string) => void steps.push(`settle ${reference}`),
      refuse: async (_key: string, code: string) => void steps.push(`refuse ${code}`),
    },
    clock: { now: async () => '2026-03-01T00:00:00Z' },
    tasks,
    newId: () => '01900000-0000-7000-8000-0000000000aa',
  } as unknown as UpkeepUses;
  const { told } = await reconcileUnsettled(uses, closeRegistration(uses))({ at: '2026-03-01T00:00:00Z' });
  return [...steps, ...(told === 0 ? [] : [`told ${told}`])];
}

const knows: Registry = async () => ({ registryNumber: 'KR-1' });
const knowsNothing: Registry = async () => undefined;
const isDown: Registry = async () => {
  throw new ExternalSystemUnavailable('registry', 'time-out');
};

test.each([
  ['withdrawn', 'knows nothing of it: closed', knowsNothing, ['refuse called-off']],
  ['withdrawn', 'has it: a person takes it back', knows, ['settle KR-1', 'told 1']],
  ['withdrawn', 'is down: asked again later', isDown, []],
  ['confirmed', 'knows nothing of it: its process tries again', knowsNothing, []],
  ['confirmed', 'has it', knows, ['settle KR-1']],
] as const)(
  'the registration of a case that is %s, the registry %s',
  async (stage, _what, says, expected) => {
    expect(await reconciled(stage, says)).toEqual(expected);
  },
);
