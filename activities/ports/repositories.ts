import type { Test } from '../../domain/diagnostic-testing/test/test.ts';
import type { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import type { Case } from '../../domain/patient-management/case/case.ts';
import type { Person } from '../../domain/patient-management/person/person.ts';
import type { Task } from '../../domain/worklist/task.ts';
import type { Repository } from './repository.ts';

export type Repositories = Readonly<{
  people: Repository<Person>;
  cases: Repository<Case>;
  tests: Repository<Test>;
  isolations: Repository<Isolation>;
  tasks: Repository<Task>;
}>;
