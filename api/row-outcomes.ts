import type { RowFault } from '../domain/bulk-work/import-row.ts';
import type { RowOutcome } from '../domain/bulk-work/row-outcome.ts';
import { KNOWN_PROBLEMS } from './contract/problems-of.ts';
import type { Words } from './problem.ts';

/** What became of a row, and what to do next where somebody has to. */
const ROW_OUTCOMES: Readonly<Record<RowOutcome, Words>> = {
  created: { ko: '환자와 사례를 새로 등록했습니다.', en: 'The patient and the case were entered.' },
  matched: {
    ko: '이미 아는 사람입니다. 그 사람의 새 사례로 등록했습니다.',
    en: 'A person who is known already: a new case of theirs was entered.',
  },
  doubtful: {
    ko: '이미 아는 사람일 수 있습니다. 과업(details.taskId)에서 같은 사람인지 판단하면 이어서 등록합니다.',
    en: 'It may be somebody who is known already. Decide in the task (details.taskId) whether it is: the row goes on then.',
  },
  unchanged: {
    ko: '전에 등록한 그대로입니다. 바뀐 것이 없습니다.',
    en: 'It stands as it was entered before. Nothing has changed.',
  },
  updated: {
    ko: '새로 알려진 내용(details.fields)을 전에 등록한 사례에 더했습니다.',
    en: 'What the list tells anew (details.fields) was added to the case that it made before.',
  },
  'would-create': {
    ko: '시험 실행: 새 환자와 사례로 등록됩니다.',
    en: 'Dry run: a patient and a case would be entered.',
  },
  'would-match': {
    ko: '시험 실행: 이미 아는 사람입니다. 사람을 새로 만들지 않습니다.',
    en: 'Dry run: a person who is known already. Nobody new would be entered.',
  },
  'would-be-doubtful': {
    ko: '시험 실행: 이미 아는 사람일 수 있어 담당자에게 묻게 됩니다.',
    en: 'Dry run: it may be somebody who is known already. A person would be asked.',
  },
  'would-be-refused': {
    ko: '시험 실행: 등록되지 않습니다. details.code의 사유를 확인해 고치세요.',
    en: 'Dry run: it would not be entered. Put right what details.code says.',
  },
  'would-record-visits': {
    ko: '시험 실행: 환자의 동선으로 기록됩니다.',
    en: 'Dry run: it would be recorded on the patient’s route.',
  },
  linked: {
    ko: '선행확진자와 연결했습니다.',
    en: 'It was linked with the case that infected it.',
  },
  'link-known': {
    ko: '선행확진자와의 연결이 이미 있습니다. 바뀐 것이 없습니다.',
    en: 'The link with the case that infected it is there already. Nothing has changed.',
  },
  'infector-unknown': {
    ko: '선행확진자의 번호가 명단에 없습니다. 번호를 확인해 다시 보내세요.',
    en: 'The id of the case that infected it points at nobody of this list’s source. Look at it, and send the row again.',
  },
  'infector-is-oneself': {
    ko: '자기 번호가 선행확진자로 적혀 있습니다. 번호를 확인해 다시 보내세요.',
    en: 'Its own id stands as that of the case that infected it. Look at it, and send the row again.',
  },
  'visits-recorded': {
    ko: '환자의 동선을 기록했습니다. 방문 수는 details.visits에 있습니다.',
    en: 'The patient’s route was recorded, with as many visits as details.visits says.',
  },
  'already-there': {
    ko: '이미 등록된 환자입니다. 바뀐 것이 없습니다. 명단과 다른 항목이 있으면 details.differs에 있습니다.',
    en: 'The patient is there already. Nothing has changed. What the list says otherwise is in details.differs.',
  },
  refused: {
    ko: '처리하지 않았습니다. details.code의 사유를 확인해 고친 뒤 다시 요청하세요.',
    en: 'Not done. Put right what details.code says, and ask again.',
  },
  failed: {
    ko: '처리하지 못했습니다. details.code와 함께 시스템 담당자에게 알리세요.',
    en: 'It could not be done. Tell the system’s operators, with details.code.',
  },
  'look-up-record': { ko: '원자료를 파기했습니다.', en: 'The raw records were destroyed.' },
  destroyed: { ko: '보존기간이 끝나 파기했습니다.', en: 'Its time was over: destroyed.' },
  'needed-again': {
    ko: '그사이 새로 열린 업무가 있어 파기하지 않았습니다. 업무가 끝나고 보존기간이 지나면 파기합니다.',
    en: 'Something about it was opened meanwhile: kept. It is destroyed once that is over and its time has passed.',
  },
  moved: {
    ko: '새 지침에 따라 날짜를 옮겼습니다. 이미 지난 날짜이면 바로 해제됩니다.',
    en: 'Its date was moved by the new version. Whose date has passed is released at once.',
  },
  same: { ko: '새 지침에서도 날짜가 같습니다.', en: 'Its date stands under the new version.' },
  'not-confirmed-yet': {
    ko: '아직 의심환자라 해제 날짜가 없습니다. 확진되면 새 지침으로 계산합니다.',
    en: 'Suspected only: there is no date of release yet. Once confirmed, the new version gives it.',
  },
  'planned-by-it-first': {
    ko: '아직 계산된 날짜가 없습니다. 첫 날짜를 새 지침으로 계산합니다.',
    en: 'No date is planned yet. The first one comes from the new version.',
  },
  'result-decides': {
    ko: '재검사 결과를 기다리고 있어 옮길 날짜가 없습니다. 결과가 오면 새 지침으로 판단합니다.',
    en: 'A test’s result is waited for, so no date could move. Its result is judged by the new version.',
  },
  'clinician-decides': {
    ko: '의사의 판단을 기다리고 있어 옮길 날짜가 없습니다. 의사가 새 지침을 보고 판단하세요.',
    en: 'A clinician’s decision is waited for, so no date could move. Decide it by the new version.',
  },
  'being-released': { ko: '이미 격리해제 중입니다.', en: 'It is being released already.' },
  'closed-meanwhile': { ko: '그사이 종결되었습니다.', en: 'It has been closed meanwhile.' },
  'left-to-a-person': {
    ko: '새 지침을 적용하기에 정보가 부족합니다. 담당자가 접촉자의 조치 기간을 정하세요.',
    en: 'Facts are missing for the new version. An investigator has to settle the contact’s dates.',
  },
  'left-to-an-officer': {
    ko: '새 지침을 적용할지 담당자가 정합니다. 담당자 과업을 보세요.',
    en: 'An officer decides whether the new version is applied to this patient. See the task.',
  },
  'asked-when-planned': {
    ko: '아직 옮길 날짜가 없습니다. 날짜가 계산될 때 새 지침이 다르면 담당자 과업이 열립니다.',
    en: 'There is no date to move yet. When one is planned and the new version would give another, an officer is asked.',
  },
  'ended-with-its-contact': {
    ko: '새 지침에서는 격리 대상이 아닙니다. 접촉자와 함께 종료됩니다.',
    en: 'Under the new version there is nothing to quarantine for. It ends with its contact’s follow-up.',
  },
  'contact-decides': {
    ko: '종료일이 따로 없고 접촉자 추적관리가 종료를 결정합니다.',
    en: 'It has no end of its own: the follow-up of its contact decides.',
  },
  'case-decides': {
    ko: '종료일이 따로 없고 환자의 격리해제 기준이 종료를 결정합니다. 환자의 결과를 보세요.',
    en: 'It has no end of its own: the release of its case decides. See the case’s result.',
  },
  'set-by-an-order': {
    ko: '종료일을 담당자가 명령으로 정했습니다. 새 지침에 맞추려면 격리 기간을 변경하세요.',
    en: 'Its end was set by an officer’s order. Reschedule the isolation where the new version is to apply.',
  },
  done: { ko: '처리했습니다.', en: 'Done.' },
  'would-be-done': {
    ko: '시험 실행에서 문제가 없었습니다. dryRun 없이 요청하면 처리됩니다.',
    en: 'Nothing stands in its way. Ask again without dryRun and it is done.',
  },
  'already-so': {
    ko: '이미 그렇게 되어 있어 바뀐 것이 없습니다.',
    en: 'It was so already. Nothing has changed.',
  },
  'called-off': {
    ko: '되돌리기를 요청하여 처리하지 않았습니다. 필요하면 명령을 새로 요청하세요.',
    en: 'Not done: its run was undone first. Give the command anew where it is still wanted.',
  },
  undone: { ko: '되돌렸습니다.', en: 'Brought back.' },
  'changed-since': {
    ko: '그 뒤에 다른 변경이 있어 되돌리지 않았습니다. 지금 상태를 확인하고 하나씩 고치세요.',
    en: 'Something has happened to it since, so it was left as it is. Look at it, and put it right by itself.',
  },
  'nothing-planned': {
    ko: '추적관리 기간이 정해져 있지 않습니다. 다음 단계에서 새 지침을 적용합니다.',
    en: 'No period is planned for it. The new version counts from its next step on.',
  },
};

/** Why a line of a list was not taken, and what to do about it. */
const ROW_FAULTS: Readonly<Record<RowFault, Words>> = {
  'row/malformed': {
    ko: '따옴표가 맞지 않아 읽지 못했습니다. 줄을 고쳐 다시 보내세요.',
    en: 'Its quotes do not match, so it could not be read. Mend the line and send it again.',
  },
  'row/columns-differ': {
    ko: '칸의 수가 첫 줄과 다릅니다. 줄을 고쳐 다시 보내세요.',
    en: 'The line has more or fewer cells than the first one. Mend it and send it again.',
  },
  'row/text-damaged': {
    ko: '글자가 깨졌거나 너무 깁니다. 명단을 UTF-8로 저장하거나 charset을 지정해 다시 보내세요.',
    en: 'Its text is damaged or too long. Save the list as UTF-8, or name its charset, and send it again.',
  },
  'row/patient-id-missing': {
    ko: '환자 번호(listId)가 없습니다. 넣어 다시 보내세요.',
    en: 'It has no id of the list (listId). Fill it in and send it again.',
  },
  'row/patient-id-repeated': {
    ko: '같은 환자 번호가 위에 있습니다. 앞줄만 처리했습니다.',
    en: 'A line above has the same patient id: only that one was taken.',
  },
  'row/date-malformed': {
    ko: '날짜가 아닙니다. YYYY-MM-DD로 고치거나 열 지도에 날짜 형식(days)을 적어 다시 보내세요.',
    en: 'A date is none. Write YYYY-MM-DD, or let a column map name the format (days), and send it again.',
  },
  'row/confirmed-date-missing': {
    ko: '확진일(confirmationDate)이 없습니다. 넣어 다시 보내세요.',
    en: 'It has no day of confirmation (confirmationDate). Fill it in and send it again.',
  },
  'row/dates-contradict': {
    ko: '날짜의 순서가 맞지 않습니다. 증상일, 확진일, 해제일, 사망일을 확인하세요.',
    en: 'Its dates contradict each other. Look at onset, confirmation, release and death.',
  },
  'row/date-in-future': {
    ko: '아직 오지 않은 날짜가 있습니다. 날짜를 확인하세요.',
    en: 'A date lies in the future. Look at its dates.',
  },
  'row/district-not-yours': {
    ko: '등록할 권한이 없는 관할의 환자입니다. 그 보건소에 명단을 보내세요.',
    en: 'The patient belongs to a district that you may not import into. Send the row to that health office.',
  },
  'row/doubt-called-off': {
    ko: '같은 사람인지 묻던 과업이 취소되어 등록하지 않았습니다. 행을 다시 보내세요.',
    en: 'The task that asked who it is was cancelled, so it was not entered. Send the row again.',
  },
  'row/not-entered': {
    ko: '환자 행이 등록되지 않아 선행확진자와 연결하지 못했습니다. 환자 행을 고쳐 다시 보내세요.',
    en: 'The patient’s row was not entered, so there is nothing to link. Mend that row and send it again.',
  },
  'row/patient-unknown': {
    ko: '같은 출처(source)의 환자 명단에 없는 환자입니다. 환자 명단을 먼저 보내세요.',
    en: 'No list of patients of this source has the patient. Import that list first.',
  },
  'row/episode-over': {
    ko: '이미 해제되었거나 사망한 환자입니다. 진행 중인 환자만 등록합니다. 지난 사례는 episodes=past로 보내세요.',
    en: 'The patient was released or has died. Only patients in isolation are entered; send past episodes with episodes=past.',
  },
  'row/state-unknown': {
    ko: '상태를 알 수 없습니다. state에 isolated를 넣거나 열 지도에 그 말의 뜻(words)을 적어 다시 보내세요.',
    en: 'Its state is unknown. Write isolated into state, or let a column map say what the word means (words), and send it again.',
  },
};

const words = (from: object, key: unknown): Words | undefined =>
  typeof key === 'string' ? (from as Readonly<Record<string, Words | undefined>>)[key] : undefined;
const refusal = (code: unknown): Words | undefined =>
  typeof code === 'string' && Object.hasOwn(KNOWN_PROBLEMS, code) ? KNOWN_PROBLEMS[code]?.title : undefined;

type Row = Readonly<{ outcome: string; details: object }>;

/** A row's result with its sentence; a refused one's says why. What was stored by an earlier version may have none. */
export const inWords = <Result extends Row>(row: Result): Result & { says?: Words } => {
  const { code } = row.details as Readonly<{ code?: unknown }>;
  const why =
    row.outcome === 'refused' || row.outcome === 'would-be-refused'
      ? (words(ROW_FAULTS, code) ?? refusal(code))
      : undefined;
  const says = why ?? words(ROW_OUTCOMES, row.outcome);
  return says === undefined ? row : { ...row, says };
};
