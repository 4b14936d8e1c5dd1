import type { Words } from '../problem.ts';

/** What each figure counts, from what to what, in one sentence. */
export const DEFINITIONS = {
  curveByOnset: {
    ko: '증상 발생일별 사례 수(확진, 추정, 의심)이며, 사례 아님과 취소는 빼고 발생일을 모르는 사례는 unknown으로 셉니다.',
    en: 'Cases (confirmed, probable, suspected) by the day of symptom onset, without what proved to be no case or was withdrawn; those whose onset is not known are counted as unknown.',
  },
  curveByReport: {
    ko: '신고일(사례가 열린 날, 기록만 한 지난 사례는 확진일)별 사례 수(확진, 추정, 의심)이며, 사례 아님과 취소는 뺍니다.',
    en: 'Cases (confirmed, probable, suspected) by the day of report, on which the case was opened (of a past episode that was only recorded, the day of its confirmation), without what proved to be no case or was withdrawn.',
  },
  curveByConfirmation: {
    ko: '확진일별 사례 수이며, 사례 아님과 취소는 빼고 확진일이 없는 사례는 unknown으로 셉니다.',
    en: 'Cases by the day of confirmation, without what proved to be no case or was withdrawn; those without such a day are counted as unknown.',
  },
  classification: {
    ko: '신고일이 기간에 드는 모든 사례를 사례 아님과 취소까지 포함하여 지금의 분류별로 셉니다.',
    en: 'All cases reported on these days by their classification now, also those that proved to be none.',
  },
  stages: {
    ko: '신고일이 기간에 드는 모든 사례를 사례 아님과 취소까지 포함하여 지금의 단계별로 셉니다.',
    en: 'All cases reported on these days by their stage now, also those that proved to be none.',
  },
  tiers: {
    ko: '신고일이 기간에 드는 모든 사례를 지금의 관리군별로 셉니다. 관리군이 없으면 code가 null입니다.',
    en: 'All cases reported on these days by their tier of care now; those that have none have the code null.',
  },
  isolations: {
    ko: '명령일이 기간에 드는 격리와 자가격리를 지금의 단계별로 셉니다.',
    en: 'Isolations and quarantines ordered on these days by their stage now.',
  },
  supplies: {
    ko: '기간에 열린 생필품 지원을 지금의 단계별로 셉니다.',
    en: 'Supplies of households opened on these days by their stage now.',
  },
  onsetToIsolation: {
    ko: '신고일이 기간에 드는 확진 사례의 증상 발생일부터 그 사례의 격리 명령이 시작되는 날까지의 일수이며, 그전의 자가격리는 세지 않습니다.',
    en: 'Of confirmed cases reported on these days: days from symptom onset to the first day of the case’s isolation order; an earlier quarantine is not counted.',
  },
  confirmationToNotice: {
    ko: '신고일이 기간에 드는 확진 사례의 확진부터 격리 통지가 본인에게 닿을 때까지의 시간입니다.',
    en: 'Of confirmed cases reported on these days: hours from confirmation until the notice of isolation reached the person.',
  },
  contactsPerCase: {
    ko: '신고일이 기간에 드는 확진 사례마다 파악된 접촉자 수이며, 제외된 접촉자는 세지 않습니다.',
    en: 'Of confirmed cases reported on these days: how many contacts each has, without those that were dropped.',
  },
  contactsBecomingCases: {
    ko: '기간에 파악된 접촉자(제외된 사람은 뺌) 중 사례가 된 사람의 비율이며, 등급별로도 보여 줍니다.',
    en: 'Of contacts named on these days and not dropped: the share that became cases, also by grade.',
  },
  overdueWork: {
    ko: '지금 열린 과업과 그중 기한이 지난 과업을 팀과 종류별로 셉니다.',
    en: 'Tasks open now, and those of them past their time limit, by team and kind.',
  },
  casesByPlace: {
    ko: '신고일이 기간에 드는 모든 사례를 지금 관할하는 시도 또는 시군구와 분류별로 셉니다.',
    en: 'All cases reported on these days by the province or district responsible now, and by classification.',
  },
} as const satisfies Readonly<Record<string, Words>>;
