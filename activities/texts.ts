import type { Language } from '../domain/patient-management/person/person.ts';
import { LIVING_SUPPORT_TEXTS } from './living-support-texts.ts';

export type Template =
  | 'isolation-notice'
  | 'symptom-question'
  | 'symptom-reminder'
  | 'release-notice'
  | 'check-reminder'
  | 'essentials-question'
  | 'supplies-delayed'
  | 'supplies-cancelled'
  | 'withdrawal-notice'
  | 'not-a-case'
  | 'quarantine-notice'
  | 'quarantine-release-notice'
  | 'case-monitoring'
  | 'contact-monitoring'
  | 'interview-link'
  | 'interview-reminder'
  | 'entry-log-notice'
  | 'card-history-notice'
  | 'watch-notice'
  | 'watch-end-notice'
  | 'contact-notice'
  | 'quarantine-test-notice'
  | 'living-support-approved'
  | 'living-support-refused'
  | 'living-support-paid'
  | 'living-support-reversed'
  | 'living-support-recovered'
  | 'living-support-taken-up'
  | 'living-support-recall-withdrawn';

/** What patients read. Each says what to do next; none holds a name or a diagnosis of somebody else. */
const TEXTS: Readonly<Record<Template, Readonly<Record<Language, string>>>> = {
  'isolation-notice': {
    ko: '[보건소] 코로나19 확진으로 격리 대상입니다. 격리해제 통지를 받을 때까지 집에 머물러 주세요. 증상이 심해지면 119, 문의는 1339로 연락하세요.',
    en: '[Health office] You tested positive for COVID-19 and must isolate. Stay at home until we tell you that isolation has ended. If you get worse call 119; questions: 1339.',
  },
  'symptom-question': {
    ko: '[보건소] 오늘 상태는 어떠신가요? 1 증상 없음, 2 호전 중{fever.ko}, 3 호전되지 않음{worse.ko}. 숫자로 답장해 주세요.',
    en: '[Health office] How are you today? Reply 1 no symptoms, 2 getting better{fever.en}, 3 not better{worse.en}.',
  },
  'symptom-reminder': {
    ko: '[보건소] 아직 답장을 받지 못했습니다. 1 증상 없음, 2 호전 중{fever.ko}, 3 호전되지 않음{worse.ko}. 답장이 없으면 담당자가 전화드립니다.',
    en: '[Health office] We have no reply yet. Reply 1 no symptoms, 2 getting better{fever.en}, 3 not better{worse.en}. Without a reply an officer will call you.',
  },
  'release-notice': {
    ko: '[보건소] 격리가 해제되었습니다. 오늘부터 외출하실 수 있습니다. 협조해 주셔서 감사합니다.',
    en: '[Health office] Your isolation has ended. You may leave your home from now on. Thank you.',
  },
  'withdrawal-notice': {
    ko: '[보건소] 확진 판정이 취소되어 격리가 해제되었습니다. 불편을 드려 죄송합니다. 문의는 1339로 연락하세요.',
    en: '[Health office] Your positive finding was withdrawn and your isolation has ended. We are sorry. Questions: 1339.',
  },
  'quarantine-notice': {
    ko: '[보건소] 확진자와 밀접하게 접촉하여 자가격리 대상입니다. 해제 통지를 받을 때까지 집에 머물러 주세요. 증상이 생기면 1339로 연락하세요.',
    en: '[Health office] You were in close contact with a case and must stay in quarantine. Stay at home until we tell you that it has ended. If you get symptoms call 1339.',
  },
  'quarantine-release-notice': {
    ko: '[보건소] 자가격리가 해제되었습니다. 오늘부터 외출하실 수 있습니다. 증상이 생기면 1339로 연락하세요.',
    en: '[Health office] Your quarantine has ended. You may leave your home from now on. If you get symptoms call 1339.',
  },
  'interview-link': {
    ko: '[보건소] 역학조사를 위해 최근 방문하신 장소를 알려 주세요. {link} 답이 없으면 조사관이 전화드립니다. 문의는 1339로 연락하세요.',
    en: '[Health office] Please tell us where you have been in the last days: {link} Without an answer an investigator will call you. Questions: 1339.',
  },
  'interview-reminder': {
    ko: '[보건소] 방문 장소 설문에 아직 답하지 않으셨습니다. {link} 답이 없으면 조사관이 전화드립니다.',
    en: '[Health office] We have no answer yet on where you have been: {link} Without an answer an investigator will call you.',
  },
  'entry-log-notice': {
    ko: '[보건소] 감염병예방법 제76조의2에 따라 역학조사를 위해 귀하의 출입 기록을 조회하였습니다. 기록은 기한 안에 파기됩니다. 문의는 1339로 연락하세요.',
    en: '[Health office] Under art. 76-2 of the Infectious Disease Act we looked up your entries at venues to trace contacts. The records are destroyed in time. Questions: 1339.',
  },
  'card-history-notice': {
    ko: '[보건소] 감염병예방법 제76조의2에 따라 역학조사를 위해 귀하의 카드 사용 기록을 조회하였습니다. 기록은 기한 안에 파기됩니다. 문의는 1339로 연락하세요.',
    en: '[Health office] Under art. 76-2 of the Infectious Disease Act we looked up your card payments to trace contacts. The records are destroyed in time. Questions: 1339.',
  },
  'watch-notice': {
    ko: '[보건소] 확진자와 접촉하여 증상 관찰 대상입니다. 일상생활은 하실 수 있습니다. 발열이나 기침 등 증상이 생기면 집에 머물고 바로 1339로 연락하세요.',
    en: '[Health office] You were in contact with a case and we ask you to watch for symptoms. You may go about your days. If you get fever, cough or other symptoms, stay at home and call 1339 at once.',
  },
  'watch-end-notice': {
    ko: '[보건소] 증상 관찰 기간이 끝났습니다. 협조해 주셔서 감사합니다. 증상이 생기면 1339로 연락하세요.',
    en: '[Health office] The time of watching for symptoms is over. Thank you. If you get symptoms call 1339.',
  },
  'contact-notice': {
    ko: '[보건소] 확진자와 접촉한 사실이 확인되었습니다. 격리하지 않으셔도 됩니다. 증상이 생기면 검사를 받고 1339로 연락하세요.',
    en: '[Health office] You were in contact with a case. You need not stay in quarantine. If you get symptoms, get tested and call 1339.',
  },
  'quarantine-test-notice': {
    ko: '[보건소] 접촉자 검사일입니다. 오늘 가까운 선별진료소에서 검사를 받아 주세요. 신분증을 가져오시고, 이동할 때 마스크를 착용하세요. 문의는 1339로 연락하세요.',
    en: '[Health office] Today is the day of your test as a contact. Please go to the nearest screening clinic, with your identity card and wearing a mask. Questions: 1339.',
  },
  'check-reminder': {
    ko: '[보건소] 격리 확인에 응답하지 않으셨습니다. 지금 1339로 연락해 주세요. 연락이 없으면 담당자가 전화하거나 방문합니다.',
    en: '[Health office] You did not answer the check of your isolation. Please call 1339 now. Without an answer an officer will call or visit you.',
  },
  'essentials-question': {
    ko: '[보건소] 격리 중 필요한 식료품과 위생용품을 보내 드립니다. 집에 부족한 것을 1339로 알려 주세요. 연락이 없으면 담당자가 전화드립니다.',
    en: '[Health office] We send food and hygiene items for your isolation. Call 1339 and say what is missing at home. If we do not hear from you, an officer will call you.',
  },
  'supplies-delayed': {
    ko: '[보건소] 보내 드린 물품에 문제가 생겨 다시 주문했습니다. 급히 필요한 것이 있으면 1339로 연락하세요.',
    en: '[Health office] Something went wrong with your supplies, so we have ordered again. If you need something urgently call 1339.',
  },
  'supplies-cancelled': {
    ko: '[보건소] 물품을 보내 드리지 못하게 되었습니다. 필요한 것이 있으면 1339로 연락하세요. 담당자가 도와드립니다.',
    en: '[Health office] We cannot send your supplies. If you need something call 1339. An officer will help you.',
  },
  'not-a-case': {
    ko: '[보건소] PCR 검사 결과 음성입니다. 격리하지 않으셔도 됩니다. 증상이 생기면 다시 검사받으세요.',
    en: '[Health office] Your PCR test is negative. You need not isolate. If you get symptoms, get tested again.',
  },
  ...LIVING_SUPPORT_TEXTS,
  'case-monitoring': {
    ko: '[보건소] 건강 모니터링입니다. 지금 상태는 어떠신가요? 1 증상 없음, 2 호전 중{fever.ko}, 3 호전되지 않음{worse.ko}. 숫자로 답장해 주세요. 숨이 차거나 의식이 흐려지면 바로 119로 전화하세요.',
    en: '[Health office] Health check. How are you now? Reply 1 no symptoms, 2 getting better{fever.en}, 3 not better{worse.en}. If you are short of breath or drowsy call 119 at once.',
  },
  'contact-monitoring': {
    ko: '[보건소] 건강 모니터링입니다. 발열, 기침, 인후통 등의 증상이 있나요? 1 없음, 3 있음. 숫자로 답장해 주세요. 답장이 없으면 담당자가 전화드립니다.',
    en: '[Health office] Health check. Do you have symptoms such as fever, a cough or a sore throat? Reply 1 no, 3 yes. Without a reply an officer will call you.',
  },
};

/** What is put into a text at its `{places}`. */
export type Words = (language: Language) => Readonly<Record<string, string>>;

export const TEMPLATES = Object.keys(TEXTS) as readonly Template[];
export const languagesOf = (template: Template): readonly string[] => Object.keys(TEXTS[template]);

/** A text in the person's language. A release rule that counts hours without fever is put into the question. */
export function textOf(template: Template, language: Language, feverFreeHours?: number): string {
  const asked = feverFreeHours !== undefined;
  const phrases: Readonly<Record<string, string>> = {
    '{fever.ko}': asked ? `(해열제 없이 ${feverFreeHours}시간 동안 열 없음)` : '',
    '{worse.ko}': asked ? '(또는 열 있음)' : '',
    '{fever.en}': asked ? ` (no fever for ${feverFreeHours} hours without a fever reducer)` : '',
    '{worse.en}': asked ? ' (or fever)' : '',
  };
  return TEXTS[template][language].replace(/\{\w+\.\w+\}/g, (phrase) => phrases[phrase] ?? '');
}
