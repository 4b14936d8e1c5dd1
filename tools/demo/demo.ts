import { apiClient, telephones, type CaseItem } from './api-client.ts';
import { addDays, atHour, dayInSeoul, inSeoul, nextHour } from './days.ts';
import { expectedEnd, firstCheckDay } from './expectation.ts';
import { readLineList, shiftedTo, type Row } from './line-list.ts';
import { line } from './story.ts';

export type DemoOptions = Readonly<{
  apiUrl: string;
  token: string;
  smsUrl: string;
  lineList: string;
  limit: number;
  print: (line: string) => void;
}>;

const CLOSED = ['released', 'deceased', 'withdrawn', 'not-a-case'];
const MINUTE = 60_000;
const CONTACT_FROM = 9;
const NOON = 12;

type Patient = {
  row: Row;
  phone: string;
  caseId: string | undefined;
  diedAt: number | undefined;
  told: number;
};

/** Runs the cases of a line list to their ends in simulated time. Answers whether each ended as its row says it must. */
export async function runDemo({
  apiUrl,
  token,
  smsUrl,
  lineList,
  limit,
  print,
}: DemoOptions): Promise<boolean> {
  const begun = performance.now();
  const api = apiClient(apiUrl, token);
  const phones = telephones(smsUrl);
  const { rows: real, rejected } = await readLineList(lineList, limit);
  for (const { line: number, reason } of rejected) print(`줄 line ${number}: 제외 left out: ${reason}`);
  const begin = await api.now();
  const rows = shiftedTo(real, dayInSeoul(begin + 86_400_000));
  const patients: Patient[] = rows.map((row, index) => ({
    row,
    phone: `010${String(20_000_001 + index * 3 + (index % 3333 === 3332 ? 1 : 0))}`,
    caseId: undefined,
    diedAt:
      row.state === 'deceased' ? atHour(row.deceased ?? addDays(row.confirmed, 1), NOON + 1) : undefined,
    told: 0,
  }));
  const lastDay = (row: Row): string => expectedEnd(row).to ?? addDays(firstCheckDay(row), 1);
  const horizon = Math.max(...rows.map((row) => atHour(addDays(lastDay(row), 1), 0)));
  print(`${rows.length}명 patients, ${inSeoul(begin)} → ${inSeoul(horizon)}`);

  const byCase = new Map<string, Patient>();
  const answered = new Set((await phones.received()).map(({ key }) => key));
  const versions = new Map<string, number>();

  const wellOn = ({ released, state }: Row): string | undefined =>
    state === 'released' ? (released ?? '') : undefined;
  const isWell = ({ row }: Patient, now: number): boolean => {
    const day = wellOn(row);
    return day !== undefined && dayInSeoul(now) >= day;
  };

  const act = async (now: number): Promise<void> => {
    for (const patient of patients) {
      const { row } = patient;
      if (patient.caseId === undefined && atHour(row.confirmed, NOON) <= now) {
        const { caseId } = await api.open(diagnosis(patient));
        patient.caseId = caseId;
        byCase.set(caseId, patient);
      }
      if (patient.diedAt !== undefined && patient.caseId !== undefined && patient.diedAt <= now) {
        if (row.deceased === undefined)
          print(
            `${inSeoul(now)}  [${row.patientId}] 사망일 없음: 확진 다음 날로 · no date of death in the row: the day after confirmation`,
          );
        await api.reportDeath(patient.caseId, dayInSeoul(patient.diedAt));
        patient.diedAt = undefined;
      }
    }
    for (const { key, to } of await phones.received()) {
      if (answered.has(key)) continue;
      answered.add(key);
      const patient = key.includes('symptom-question')
        ? patients.find(({ phone }) => phone === to)
        : undefined;
      if (patient !== undefined) await phones.reply(to, isWell(patient, now) ? '2' : '3');
    }
    for (const task of await api.tasks()) {
      const patient = byCase.get(task.caseId);
      if (patient === undefined || task.kind !== 'clinician-decision') continue;
      await api.decide(task, isWell(patient, now) ? 'release' : 'keep');
    }
  };

  const tell = async (items: readonly CaseItem[]): Promise<void> => {
    for (const { caseId, version } of items) {
      const patient = byCase.get(caseId);
      if (patient === undefined || versions.get(caseId) === version) continue;
      versions.set(caseId, version);
      const { history } = await api.page(caseId);
      for (const happening of history.slice(patient.told)) {
        const words = line(patient.row.patientId, happening);
        if (words !== undefined) print(words);
      }
      patient.told = history.length;
    }
  };

  for (let now = begin; ; now = await api.now()) {
    // What is done sets off more to do at the same moment: until the world is calm and nobody has anything to say.
    let items: readonly CaseItem[] = [];
    for (let before = ''; ;) {
      await act(now);
      await api.settle();
      items = (await api.cases()).filter(({ caseId }) => byCase.has(caseId));
      const after = items.map(({ caseId, version }) => `${caseId}${version}`).join();
      if (after === before) break;
      before = after;
    }
    await tell(items);
    const next = nextMoment(patients, items, now);
    if (next > horizon) break;
    await api.advance(Math.min(next, horizon) + MINUTE);
  }

  return report();

  async function report(): Promise<boolean> {
    let good = true;
    print(`\n${'환자 row'.padEnd(14)} ${'예상 expected'.padEnd(36)} ${'실제 actual'.padEnd(28)}`);
    for (const { row, caseId } of patients) {
      const expected = expectedEnd(row);
      const page = caseId === undefined ? undefined : await api.page(caseId);
      const stage = page === undefined ? 'never posted' : CLOSED.includes(page.stage) ? page.stage : 'open';
      const day = page?.closedAt == null ? '' : page.closedAt.slice(0, 10);
      const inTime = expected.from === undefined || (day >= expected.from && day <= (expected.to ?? ''));
      const ok = stage === expected.stage && inTime;
      good &&= ok;
      const must = `${expected.stage} ${expected.from ?? 'throughout'}${expected.to === expected.from ? '' : `…${expected.to}`}`;
      print(
        `${row.patientId.padEnd(14)} ${must.padEnd(36)} ${`${stage} ${day}`.padEnd(28)} ${ok ? 'ok' : 'NOT AS EXPECTED'}`,
      );
      if (page !== undefined) print(`  ${page.links.process}`);
    }
    const days = Math.round((horizon - begin) / 86_400_000);
    print(
      `\n${days}일 simulated days, ${((performance.now() - begun) / 1_000).toFixed(1)} s; 제외 left out: ${rejected.length}; ${good ? '모두 예상대로 · all as their rows say' : '예상과 다름 · NOT all as their rows say'}`,
    );
    return good;
  }
}

function diagnosis({ row, phone }: Patient): unknown {
  return {
    kind: 'diagnosis',
    person: {
      ...{ name: `환자 ${row.line}`, sex: row.sex, phone, language: 'ko' },
      birthDate: addDays('1950-01-01', row.line % 20_000), // nobody is taken for another
    },
    district: DISTRICTS[row.province] ?? '11110',
    symptomatic: true,
    ...(row.onset === undefined || row.onset > row.confirmed ? {} : { dateOfSymptomOnset: row.onset }),
  };
}

const DISTRICTS: Readonly<Record<string, string>> = {
  Seoul: '11110',
  Busan: '26110',
  Daegu: '27110',
  'Gyeonggi-do': '41110',
};

/** When something happens next: a row is posted, somebody dies, a case has something due. */
function nextMoment(patients: readonly Patient[], items: readonly CaseItem[], now: number): number {
  const posts = patients
    .filter(({ caseId }) => caseId === undefined)
    .map(({ row }) => atHour(row.confirmed, NOON));
  const deaths = patients.flatMap(({ diedAt }) => (diedAt === undefined ? [] : [diedAt]));
  const dues = items.flatMap(({ stage, nextDueAt }) => {
    if (nextDueAt === null) return [];
    const due = Date.parse(nextDueAt);
    if (due > now) return [due];
    return stage === 'home-treatment' ? [nextHour(now, CONTACT_FROM)] : [];
  });
  return Math.min(
    ...[...posts, ...deaths, ...dues].filter((moment) => moment > now),
    Number.MAX_SAFE_INTEGER,
  );
}
