import { LikenessScore } from '../domain/patient-management/person/likeness-score.ts';
import { mustStandForItself } from '../domain/patient-management/person/survivor.ts';
import { personId as personIdOf } from '../domain/shared-kernel/id.ts';
import type { Instant } from '../domain/shared-kernel/instant.ts';
import type { Task } from '../domain/worklist/task.ts';
import { change } from './change.ts';
import { openTaskAbout } from './open-task-about.ts';
import { personStandingFor } from './resolve-person.ts';
import type { Uses } from './uses.ts';

type Alike = Readonly<{
  /** The record that goes into the other if they are one person. */
  personId: string;
  other: string;
  score: number;
  district: string;
  by: string;
  at: Instant;
}>;

const REASON = /^person ([0-9a-f-]{36}) score ([\d.]+)$/;

/** A person is asked, once for each two records. */
export const askWhetherSame = (
  { tasks, newId }: Pick<Uses, 'tasks' | 'newId'>,
  { personId, other, score, district, by, at }: Alike,
): Promise<unknown> =>
  openTaskAbout({ tasks, newId })({
    kind: 'person-alike',
    subject: { kind: 'person', id: personId },
    district,
    reason: `person ${other} score ${score}`,
    commandId: `person:${personId}:alike:${other}`,
    by,
    at: at.toString(),
  });

type Deciding = Readonly<{ commandId: string; by: string; decision: string }>;

/** Two records are one person: what was decided takes effect at once. Quiet where somebody has merged them meanwhile. */
export async function settlePersonAlike(
  { people }: Pick<Uses, 'people'>,
  { kind, subject, reason = '' }: Task['state'],
  { commandId, by, decision }: Deciding,
  at: Instant,
): Promise<void> {
  if (kind !== 'person-alike' || subject === undefined || decision !== 'samePerson') return;
  const [, other, score] = REASON.exec(reason) ?? [];
  if (other === undefined) throw new TypeError('the task names nobody');
  const survivor = await personStandingFor({ people }, other);
  const duplicate = await personStandingFor({ people }, subject.id);
  if (survivor.id === duplicate.id) return;
  const likely = { basis: 'likeness', score: LikenessScore.of(Number(score)) } as const;
  await change(people, duplicate.id, { commandId: `${commandId}:merge` }, (person) => {
    mustStandForItself(survivor.id, survivor.state);
    person.execute({ type: 'MergeInto', survivorId: personIdOf(survivor.id), reason: likely, by, at });
  });
}
