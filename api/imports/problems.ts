/** What the API itself refuses of a list that is handed in. */
export const IMPORT_PROBLEMS = {
  'import/not-csv': {
    status: 415,
    title: {
      ko: '명단을 content-type: text/csv로 보내세요.',
      en: 'Send the list as content-type: text/csv.',
    },
  },
  'import/charset-unknown': {
    status: 415,
    title: {
      ko: '명단의 문자 집합은 utf-8이나 euc-kr이어야 합니다. charset을 고치거나 빼고 다시 보내세요.',
      en: 'A list is written in utf-8 or euc-kr. Put charset right, or leave it out, and send it again.',
    },
  },
  'import/malformed': {
    status: 422,
    title: {
      ko: 'CSV 형식이 올바르지 않습니다. line 줄의 따옴표를 확인하세요.',
      en: 'This is not valid CSV. See the quotes near line.',
    },
  },
  'import/too-many-rows': {
    status: 422,
    title: {
      ko: '한 명단에 most명까지 보낼 수 있습니다. 나누어 보내세요.',
      en: 'A list holds as many rows as most says. Send it in parts.',
    },
  },
} as const;
