import type { TaskKind } from '../domain/worklist/task.kinds.ts';
import type { Words } from './problem.ts';

/** Its reason, where it has one, says why. */
const TASK_WORDS: Readonly<Record<TaskKind, Words>> = {
  'no-answer': {
    ko: '전화해 증상을 묻고 증상 보고로 입력하세요.',
    en: 'Call the person, ask how they are, and report the symptoms.',
  },
  'answer-unclear': {
    ko: '문자의 뜻이나 보낸 사람을 알 수 없습니다. 전화해 누가 왜 보냈는지 확인하고, 증상이면 입력하세요.',
    en: 'A text cannot be read, or answers no question. Call, find out who sent it and why, and report any symptoms.',
  },
  'result-overdue': {
    ko: '검사 결과가 늦습니다. 검사기관에 확인하고 결과를 입력하거나 다시 의뢰하세요.',
    en: 'A result is late. Ask the laboratory, and enter the result or order again.',
  },
  'inconclusive-result': {
    ko: '검사로 결론이 나지 않습니다. 확진 또는 음성으로 판단하세요.',
    en: 'Tests stay inconclusive. Decide: confirm or rule out.',
  },
  'clinician-decision': {
    ko: '재검사 한도를 넘었습니다. 해제 또는 유지를 결정하세요.',
    en: 'The retests are used up. Decide: release or keep.',
  },
  'registration-refused': {
    ko: '등록 시스템이 거절했습니다. 사유를 바로잡고 완료로 처리하면 다시 보냅니다.',
    en: 'The registry refused. Mend the cause and decide done: it is sent again.',
  },
  'registration-overdue': {
    ko: '아직 등록되지 않았습니다. 과업의 기한이 법정 신고 기한입니다. 그 전에 전화나 팩스로 신고하세요.',
    en: 'The registry has not taken the case. The task is due at the legal deadline: notify by telephone or fax before it.',
  },
  'registration-to-withdraw': {
    ko: '확진이 취소되었습니다. 등록 시스템에서 등록을 취소하세요.',
    en: 'The diagnosis was withdrawn. Have the registry take the registration back.',
  },
  'finding-of-another': {
    ko: '다른 사람의 결과입니다. 누구인지 찾아 사례로 신고하세요.',
    en: 'The finding is somebody else’s. Find that person and open their case.',
  },
  'laboratory-refused': {
    ko: '검사기관이 의뢰를 거절했습니다. 사유를 바로잡고 완료로 처리하면 다시 의뢰합니다.',
    en: 'The laboratory refused the order. Mend the cause and decide done: it is ordered again.',
  },
  'tier-undecided': {
    ko: '재택치료군을 정할 수 없습니다. 사유에 적힌 사실을 확인해 병력이나 중증도로 입력하세요. 맞는 군이 없으면 치료 장소를 정하세요.',
    en: 'No tier of home treatment can be given. Find out the facts that the reason names, and enter them as medical history or clinical course. Where no tier fits, decide where the patient is treated.',
  },
  'monitoring-call': {
    ko: '모니터링 전화를 할 시간입니다. 전화해 증상을 묻고 증상 보고로 입력하면 과업이 끝납니다. 답이 없으면 다시 걸고, 응답 기한이 지나면 무응답으로 남습니다.',
    en: 'A check by telephone is due. Call, ask how they are and report the symptoms: that closes the task. Where nobody answers, try again; past its time the check counts as missed.',
  },
  'monitoring-visit': {
    ko: '모니터링 방문을 할 시간입니다. 방문해 증상을 묻고 증상 보고로 입력하면 과업이 끝납니다. 만나지 못하면 다시 방문하고, 응답 기한이 지나면 무응답으로 남습니다.',
    en: 'A check at the door is due. Visit, ask how they are and report the symptoms: that closes the task. Where nobody is there, try again; past its time the check counts as missed.',
  },
  'identity-in-doubt': {
    ko: '신원이 의심됩니다. 신분증으로 확인하고 같은 사람인지 결정하세요.',
    en: 'The identity is in doubt. Check it against a document and decide whether it is the same person.',
  },
  'contradicting-result': {
    ko: '앞선 결과와 다른 결과가 왔습니다. 검사기관에 확인하세요.',
    en: 'A result contradicts an earlier one. Ask the laboratory which holds.',
  },
  'notice-unproven': {
    ko: '격리 통지가 전달되지 않았습니다. 다른 방법으로 통지하고 기록하세요.',
    en: 'The notice of isolation is not proven. Serve it in another way and record it.',
  },
  'isolation-call': {
    ko: '격리 확인에 거듭 답이 없습니다. 전화하고 확인 결과를 기록하세요.',
    en: 'Checks were missed in a row. Call, and record what you found.',
  },
  'officer-absent': {
    ko: '격리 전담 담당자가 자리에 없습니다(reason의 계정). GET /staff/{계정}에서 맡은 격리를 보고 대신할 담당자를 지정하세요.',
    en: 'The named officer of isolations is away: reason names the account. See their isolations at GET /staff/{account} and assign somebody else.',
  },
  'isolation-visit': {
    ko: '전화로도 확인되지 않습니다. 방문하고 확인 결과를 기록하세요. 부재로 기록하면 격리 위반 여부를 따로 판단합니다.',
    en: 'Nobody was reached. Visit, and record what you found. If nobody was found, a violation is verified next.',
  },
  'violation-review': {
    ko: '격리 위반 신고를 사실인지 확인하고 확정 또는 취소하세요.',
    en: 'A violation is reported. Verify it, then establish or withdraw it.',
  },
  'living-support-amount': {
    ko: '지침으로 금액을 정할 수 없습니다. 금액을 입력하세요.',
    en: 'No rule gives the amount. Enter it.',
  },
  'living-support-facts': {
    ko: '심사에 필요한 사실이 없습니다. 확인해 입력하세요.',
    en: 'Facts for the claim are missing. Find them out and enter them.',
  },
  'living-support-approval': {
    ko: '생활지원비 지급을 승인하거나 반려하세요.',
    en: 'Approve or reject the payment of living support.',
  },
  'living-support-recovery': {
    ko: '지급된 생활지원비를 환수하고 입금을 기록하세요.',
    en: 'Recover what was paid, and record the money that came.',
  },
  'payment-failed': {
    ko: '지급이 실패했습니다. 계좌를 확인해 다시 지급하거나 반려하세요.',
    en: 'The payment failed. Check the account, then pay again or reject.',
  },
  'cover-needed': {
    ko: '근무자가 비었습니다. 대체 근무자를 배치하세요.',
    en: 'A shift is not covered. Assign somebody.',
  },
  'clinic-full': {
    ko: '진료소가 가득 찼습니다. 다른 곳으로 안내하거나 창구를 늘리세요.',
    en: 'The clinic is full. Send people elsewhere, or open more booths.',
  },
  'kits-low': { ko: '검사 키트가 부족합니다. 보충하세요.', en: 'Test kits run low. Bring more.' },
  'closing-count': {
    ko: '마감 수량을 확인해 입력하세요.',
    en: 'Count what is left at closing, and enter it.',
  },
  'clinic-not-opened': {
    ko: '진료소가 열리지 않았습니다. 현장에 확인하고 열거나 쉬는 날로 기록하세요.',
    en: 'The clinic has not opened. Ask on the spot, and open it or record that it stays closed.',
  },
  'look-up-approval': {
    ko: '정보 조회 요청의 법적 근거를 확인하고 승인하거나 반려하세요.',
    en: 'Check the legal basis of the look-up, then approve or reject it.',
  },
  'look-up-refused': {
    ko: '정보 제공기관이 거절했습니다. 사유를 확인하고 다시 요청하거나 다른 방법으로 조사하세요.',
    en: 'The provider refused the look-up. Find out why, ask again, or investigate in another way.',
  },
  'look-up-overdue': {
    ko: '조회 결과가 늦습니다. 제공기관에 독촉하세요.',
    en: 'A look-up is late. Ask the provider.',
  },
  'visitors-to-name': {
    ko: '장소의 출입 기록이 왔습니다. 파기되기 전에 열어 접촉자를 등록하세요.',
    en: 'The entry log of the place has come. Open it and name the contacts before it is destroyed.',
  },
  'visits-to-establish': {
    ko: '조회된 방문을 확인해 확정하거나 제외하세요.',
    en: 'Establish or reject each visit that was found.',
  },
  'investigation-overdue': {
    ko: '역학조사 기한이 지났습니다. 면담하고 동선을 마무리하세요.',
    en: 'The investigation is past its deadline. Interview the patient and finish the route.',
  },
  'essentials-check': {
    ko: '집에 부족한 물품을 문자로 물었습니다. 연락이 오면 입력하고, 없으면 기한 전에 전화해 확인하고 입력하세요.',
    en: 'They were asked by text what is missing at home. Enter what they say; if nobody calls, call them before it is due.',
  },
  'address-missing': {
    ko: '주소가 없습니다. 환자관리 담당자와 확인해 입력한 뒤 완료로 판단하면 물품을 보냅니다.',
    en: 'There is no address. Have it entered by patient management, then decide the task: the supplies are sent then.',
  },
  'parcel-arrived-late': {
    ko: '포기했던 택배가 도착했습니다. 환불된 돈을 다시 내야 하는지 공급업체에 확인하세요.',
    en: 'A parcel that was given up has arrived. Ask the supplier whether money that came back has to be paid again.',
  },
  'supplies-failed': {
    ko: '물품을 전달하지 못했습니다. 다시 주문하거나 취소하세요.',
    en: 'The supplies did not arrive. Order again or cancel.',
  },
  'contact-grading': {
    ko: '지침으로 접촉 정도를 정할 수 없습니다. 조사해 분류하세요.',
    en: 'No rule grades the contact. Investigate and grade it.',
  },
  'contact-measure': {
    ko: '지침으로 조치를 정할 수 없습니다. 격리, 관찰 또는 조치 없음을 정하세요.',
    en: 'No rule gives the measure. Choose quarantine, watch or none.',
  },
  'watch-undecided': {
    ko: '접촉자를 어떻게 감시할지 정할 수 없어 자동으로 묻지 않습니다. 사유에 적힌 사실을 확인하고, 지침대로 직접 연락해 증상을 물어 입력하세요.',
    en: 'The protocol cannot say how this contact is watched: the rounds do not ask them. Find out what the reason names, contact them yourself as the protocol says, and report their symptoms.',
  },
  'quarantine-test': {
    ko: '접촉자 검사가 되지 않았습니다. 검사를 받게 하거나 결과를 확인하세요.',
    en: 'A contact’s test is not done. Have it taken, or ask for the result.',
  },
  'survey-refused': {
    ko: '설문을 거절했습니다. 전화로 면담하세요.',
    en: 'The questionnaire was refused. Interview the person by telephone.',
  },
  'protocol-choice': {
    ko: '사유에 적힌 새 지침을 이 환자에게 적용할지 정하세요. 적용하면 격리해제 확인일이 바뀝니다. 적용하려면 그 사유와 함께 지침 선택(protocol-choice)을 입력하고, 그대로 두려면 keep으로 결정하세요.',
    en: 'Decide whether the newer version named as the reason is applied to this patient: it would move the day of release. To apply it, send the case’s protocol-choice with your reason; to leave things as they are, decide keep.',
  },
  'hand-over-offered': {
    ko: '다른 관할이 환자를 넘기려 합니다. GET /hand-overs/{id}에서 사유를 보고 수락하거나 거절하세요. 기한 안에 답하지 않으면 원래 관할에 남습니다.',
    en: 'Another district offers a case. See why with GET /hand-overs/{id}, then accept or reject it. Without an answer in time it stays where it is.',
  },
  'hand-over-returned': {
    ko: '제안한 이관이 성사되지 않았습니다. 사유를 보고 계속 관리하거나 다시 제안하세요.',
    en: 'A hand-over that you offered did not come about. See the reason, then go on with the case or offer it anew.',
  },
  'message-undeliverable': {
    ko: '문자가 전달되지 않았습니다. 전화나 방문으로 알리세요.',
    en: 'A message was not delivered. Tell the person by telephone or visit.',
  },
  'message-parked': {
    ko: '협력기관의 메시지를 처리하지 못했습니다. 내용은 봉인되어 있어 여기서 볼 수 없습니다. 사유를 보고 기관에 다시 보내게 하거나, 내용을 물어 직접 입력한 뒤 완료로 처리하세요.',
    en: 'A partner’s message could not be applied. It is kept sealed and cannot be read here. See the reason, and have the partner send it again; or ask what it says, enter that, and decide done.',
  },
  'effect-unsettled': {
    ko: '협력기관에 요청한 일의 결과를 모릅니다. 기관에 확인하고 기록하세요.',
    en: 'What became of a call to a partner is not known. Ask them, and record it.',
  },
  'export-approval': {
    ko: '신원이 들어 있는 명단을 내보내려 합니다. GET /exports/{id}에서 목적과 열과 조건을 보고 승인하거나 반려하세요.',
    en: 'Somebody asks to take out a list that says who people are. See what for, which columns and filters with GET /exports/{id}, then approve or reject it.',
  },
  'webhook-undelivered': {
    ko: '다른 시스템이 알림을 받지 않았습니다. GET /webhook-subscriptions/{id}/dead-letters에서 사유를 보고 담당자에게 고치게 한 뒤 다시 보내세요(retry). 나머지 알림은 계속 갑니다.',
    en: 'Another system did not take what it was sent. See why in GET /webhook-subscriptions/{id}/dead-letters, have its operator mend that, then send it again (retry). The rest goes on.',
  },
  'import-doubtful': {
    ko: '명단의 한 줄이 이미 아는 사람일 수 있습니다. 사유에 줄 번호와 그 사람이 있습니다. GET /bulk-runs/{id}/rows/{line}에서 명단의 내용을 보고, 같은 사람(samePerson)인지 다른 사람(anotherPerson)인지 결정하면 등록이 이어집니다.',
    en: 'A row of a list may be somebody who is known. The reason names its line and the person. Read the row in GET /bulk-runs/{id}/rows/{line}, then decide samePerson or anotherPerson: it is entered accordingly.',
  },
  'person-alike': {
    ko: '신고된 사람(subject)이 이미 등록된 사람(사유의 person)일 수 있습니다. GET /people/{id}/identity로 두 사람을 비교하고 결정하세요. 같은 사람(samePerson)이면 두 기록이 합쳐집니다. 열린 사례가 둘이면 잘못 열린 쪽을 취소하세요(withdrawal, entered-by-mistake). 다른 사람(anotherPerson)이면 그대로 둡니다.',
    en: 'Somebody who was reported (subject) may be somebody who is registered already (the person of the reason). Compare the two with GET /people/{id}/identity, then decide: samePerson merges the two records, and where each has an open case, withdraw the one that is too many (withdrawal, entered-by-mistake); anotherPerson leaves them as they are.',
  },
  'process-parked': {
    ko: '처리가 멈췄습니다. 사유를 바로잡고 완료로 처리하면 이어집니다.',
    en: 'The process has stopped. Mend the reason and decide done: it goes on.',
  },
};

const wordsOf = (kind: string): Words | null =>
  Object.hasOwn(TASK_WORDS, kind) ? TASK_WORDS[kind as TaskKind] : null;

/** What to do next, for whoever takes a task; nothing for a kind that only a later version knows. */
export const todoOf = (kind: string, language: keyof Words): string | null =>
  wordsOf(kind)?.[language] ?? null;

/** Tasks with what is to be done, in both languages. */
export const tasksInWords = <Of extends Readonly<{ kind?: unknown }>>(
  tasks: readonly Of[],
): readonly (Of & Readonly<{ todo: Words | null }>)[] =>
  tasks.map((task) => ({ ...task, todo: wordsOf(String(task.kind)) }));

type OpenTask = Readonly<{ taskId: unknown; kind: unknown; todo: Words | null }>;

/** What people still have to do, of these tasks. */
export const openTasks = (tasks: readonly Readonly<Record<string, unknown>>[]): readonly OpenTask[] =>
  tasksInWords(tasks.filter(({ stage }) => stage === 'open')).map((task) => ({
    taskId: task['taskId'],
    kind: task['kind'],
    todo: task.todo,
  }));
