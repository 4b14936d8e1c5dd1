/**
 * Everybody in the exercise. Telephones and names choose what the simulators do: the first parcel to …0001 is lost, the
 * first transfer to NO-ACCOUNT-ONCE fails.
 */
export type Role = Readonly<{
  id: string;
  ko: string;
  en: string;
  name: string;
  phone: string;
}>;

const person = (id: string, ko: string, en: string, name: string, phone: string): Role => ({
  id,
  ko,
  en,
  name,
  phone,
});

export const INDEX = person(
  'I',
  '지표환자',
  'the index case, ate at a restaurant',
  '지표환자',
  '01031000010',
);
export const CONTACTS = [
  person('C1', '증상이 생겨 확진', 'gets symptoms, becomes a case', '접촉자일', '01031000011'),
  person('C2', '확진, 신원 의심', 'becomes a case; identity in doubt for a day', '접촉자이', '01031000012'),
  person('C3', '격리 위반', 'leaves home: a violation', '접촉자삼', '01031000013'),
  person('C4', '첫 택배 분실', 'the first parcel is lost', '접촉자사', '01031000001'),
  person('C5', '첫 지급 실패', 'the first payment fails', 'NO-ACCOUNT-ONCE', '01031000015'),
  person('C6', '별일 없음', 'nothing happens', '접촉자육', '01031000016'),
] as const satisfies readonly Role[];
export const CAST: readonly Role[] = [INDEX, ...CONTACTS];

export const RESTAURANT = 'restaurant-jongno-7';
export const DISTRICT = '11110';
