import type pg from 'pg';
import { Test, type TestState } from '../../../domain/diagnostic-testing/test/test.ts';
import { Isolation, type IsolationState } from '../../../domain/isolation-management/isolation/isolation.ts';
import { Case } from '../../../domain/patient-management/case/case.ts';
import type { CaseState } from '../../../domain/patient-management/case/case.state.ts';
import {
  Person,
  type PersonalValues,
  type PersonState,
} from '../../../domain/patient-management/person/person.ts';
import { caseId, isolationId, personId, taskId, testId } from '../../../domain/shared-kernel/id.ts';
import { Task, type TaskState } from '../../../domain/worklist/task.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { outboxBell } from './outbox-bell.ts';
import { pgRepository } from './repository.pg.ts';

/** Every repository over one pool. */
export function pgRepositories(pool: pg.Pool, announces: (eventType: string) => boolean): Repositories {
  const bell = outboxBell(pool);
  return {
    people: pgRepository<Person, PersonState>(
      pool,
      {
        table: 'person',
        type: 'person',
        notFound: 'person/not-found',
        restore: (id, stored, personal) => Person.from(personId(id), stored, personal as PersonalValues),
        caseId: () => null,
        personal: (person) => person.personal,
      },
      announces,
      bell,
    ),
    cases: pgRepository<Case, CaseState>(
      pool,
      {
        table: 'disease_case',
        type: 'case',
        notFound: 'case/not-found',
        restore: (id, stored) => Case.from(caseId(id), stored),
        caseId: (aCase) => aCase.id,
      },
      announces,
      bell,
    ),
    tests: pgRepository<Test, TestState>(
      pool,
      {
        table: 'test',
        type: 'test',
        notFound: 'test/not-found',
        restore: (id, stored) => Test.from(testId(id), stored),
        caseId: (test) => test.state.caseId,
      },
      announces,
      bell,
    ),
    isolations: pgRepository<Isolation, IsolationState>(
      pool,
      {
        table: 'isolation',
        type: 'isolation',
        notFound: 'isolation/not-found',
        restore: (id, stored) => Isolation.from(isolationId(id), stored),
        caseId: (isolation) => isolation.state.caseId,
      },
      announces,
      bell,
    ),
    tasks: pgRepository<Task, TaskState>(
      pool,
      {
        table: 'task',
        type: 'task',
        notFound: 'task/not-found',
        restore: (id, stored) => Task.from(taskId(id), stored),
        caseId: (task) => task.state.caseId,
      },
      announces,
      bell,
    ),
  };
}
