import type { SubjectKind } from '../../domain/worklist/task-subject.ts';
import type { TaskKind } from '../../domain/worklist/task.ts';
import type { ContactNetwork } from './contact-network.ts';
import type { AnsweringContact, ContactLookups } from './contact-lookups.ts';
import type { HandOverLookups } from './hand-over-lookups.ts';

/** Of a hand-over: who offers, and who is asked. */
export type Between = Readonly<{ from: string; to: string }>;
/**
 * Where something belongs, as far as it has a district and a case; of a task, its kind too; of what lies between two districts,
 * which they are: its own is the one that is responsible now.
 */
export type Place = Readonly<{
  district: string;
  caseId?: string;
  taskKind?: string;
  between?: Between;
  /** Further districts that are responsible for something of it: of a person, where a case of theirs is. */
  also?: readonly string[];
  /** Of what is not named by its id: the id. */
  subjectId?: string;
  /** The account whose own it is: nobody else’s in that district. */
  owner?: string;
}>;

/** What of a person may be open: what is done for them, what is asked of staff about them, and whose guardian they are. */
export type OpenMatter =
  'case' | 'contact' | 'isolation' | 'supplies' | 'claim' | 'task' | 'guardian' | 'question';

/** Questions that a use case asks across aggregates. Answers are ids; decisions load the aggregate itself. */
export interface Lookups extends ContactLookups, ContactNetwork, HandOverLookups {
  /**
   * Open cases of the people with that telephone (E.164) who are at home, in a test again too; those asked first.
   * `personId`: the record that stands for them; `asked`: by a question of their own, or by a round that is open.
   */
  casesAtHomeByPhone(
    phone: string,
  ): Promise<readonly Readonly<{ caseId: string; personId: string; asked: boolean }>[]>;
  /**
   * As what somebody with that telephone (E.164) is known, or somebody whose guardian has it, open or with something
   * that happened `since` (RFC 3339): the open case before the contact before what is over, one of each person.
   */
  knownByPhone(
    phone: string,
    since: string,
  ): Promise<readonly (AnsweringContact | Readonly<{ caseId: string; contactId?: undefined }>)[]>;
  /** The quarantine that is running. */
  quarantineOfPerson(personId: string): Promise<string | undefined>;
  /** People whose records were merged into this one. */
  mergedInto(personId: string): Promise<readonly string[]>;
  /** What is open of this person and of every record that was merged into theirs. None: nobody needs their values. */
  openMattersOf(personId: string): Promise<readonly OpenMatter[]>;
  /** The claim of an isolation, whatever became of it. */
  livingSupportOfIsolation(isolationId: string): Promise<string | undefined>;
  /** Clinics that are closed now, but not for good. */
  closedClinics(): Promise<readonly string[]>;
  /** Clinics about which a task of that kind is open. */
  clinicsWithOpenTask(kind: TaskKind): Promise<readonly string[]>;
  /** How many people the register has in a household. */
  peopleOfHousehold(householdId: string): Promise<number>;
  isolationOfCase(caseId: string): Promise<string | undefined>;
  /** All stages, in the order of their numbers. */
  releaseTestsOfCase(caseId: string): Promise<readonly string[]>;
  routeOfCase(caseId: string): Promise<string | undefined>;
  /** With a visit in that district; newest first. */
  finishedRoutesThrough(district: string, most: number): Promise<readonly string[]>;
  /** All kinds and stages, oldest first. */
  lookUpsOfCase(caseId: string): Promise<readonly string[]>;
  /** The latest with that questionnaire. */
  surveyOfCase(caseId: string, questionnaire: string): Promise<string | undefined>;
  /** All kinds, unless some are named. */
  openTasksOfCase(caseId: string, kinds?: readonly TaskKind[]): Promise<readonly string[]>;
  /** The id of an account of the staff, by its name: the same before anything was said of it. */
  staffAccountIdOf(staffId: string): string;
  /** Where an aggregate belongs; the headquarters' own code `00000` where it has no district. */
  districtOf(owner: Readonly<{ kind: string; id: string; caseId?: string | undefined }>): Promise<string>;
  /** Where what is there belongs, by its kind and id; nothing where nothing is. */
  placeOf(of: Readonly<{ kind: string; id: string }>): Promise<Place | undefined>;
  /** `openedAs`: only those that were opened by a command whose id begins with one of these. */
  openTasksAbout(
    subject: Readonly<{ kind: SubjectKind; id: string }>,
    kinds?: readonly TaskKind[],
    openedAs?: readonly string[],
  ): Promise<readonly string[]>;
  /** The newest task of a kind about something, whatever became of it. */
  lastTaskAbout(
    subject: Readonly<{ kind: SubjectKind; id: string }>,
    kind: TaskKind,
  ): Promise<string | undefined>;
  /** The run of that kind and key. */
  bulkRunOf(kind: string, key: string): Promise<string | undefined>;
}
