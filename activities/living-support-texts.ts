/** What people read of their living support: what was decided, what is paid or due back, why, and how to object. */
export const LIVING_SUPPORT_TEXTS = {
  'living-support-approved': {
    ko: '[보건소] 생활지원금 {won} 지급이 {day}에 승인되었습니다. 지급되면 다시 알려 드립니다. 문의는 1339로 연락하세요.',
    en: '[Health office] Your living support of {won} was approved on {day}. We will tell you when it is paid. Questions: 1339.',
  },
  'living-support-refused': {
    ko: '[보건소] 생활지원금을 지급하지 않기로 {day}에 결정했습니다. 사유: {reason}. 사실과 다르면 1339로 연락하세요. 이의가 있으면 이 결정을 안 날부터 90일 안에 행정심판을 청구할 수 있습니다.',
    en: '[Health office] On {day} we decided not to pay living support: {reason}. If that is wrong call 1339. To object, you may ask for an administrative appeal within 90 days of learning of this decision.',
  },
  'living-support-paid': {
    ko: '[보건소] 생활지원금 {won}이 {day}에 지급되었습니다. 받지 못하셨으면 1339로 연락하세요.',
    en: '[Health office] Your living support of {won} was paid on {day}. If you have not received it call 1339.',
  },
  'living-support-reversed': {
    ko: '[보건소] 지급된 생활지원금 중 {won}을 돌려주셔야 합니다({day} 결정). 사유: {reason}. 납부 방법은 담당자가 안내합니다. 문의는 1339로 연락하세요. 이의가 있으면 이 결정을 안 날부터 90일 안에 행정심판을 청구할 수 있습니다.',
    en: '[Health office] {won} of your living support has to be paid back (decided on {day}): {reason}. An officer will tell you how; questions: 1339. To object, you may ask for an administrative appeal within 90 days of learning of this decision.',
  },
  'living-support-recovered': {
    ko: '[보건소] 돌려주신 생활지원금을 {day}에 모두 받았습니다. 더 내실 금액은 없습니다. 문의는 1339로 연락하세요.',
    en: '[Health office] On {day} we received all the living support that was due back. Nothing more is to be paid. Questions: 1339.',
  },
  'living-support-taken-up': {
    ko: '[보건소] 생활지원금에 대한 결정이 {day}에 취소되어 다시 심사합니다. 결과는 다시 알려 드립니다. 문의는 1339로 연락하세요.',
    en: '[Health office] The decision on your living support was withdrawn on {day}. It is judged anew, and we will tell you the result. Questions: 1339.',
  },
  'living-support-recall-withdrawn': {
    ko: '[보건소] 생활지원금을 돌려받기로 한 결정이 {day}에 취소되었습니다. 돌려주지 않으셔도 됩니다. 문의는 1339로 연락하세요.',
    en: '[Health office] The decision that living support has to be paid back was withdrawn on {day}. Nothing is to be paid back. Questions: 1339.',
  },
} as const;
