import { describe, expect, test } from '@jest/globals';
import { districtByNames } from '../../../domain/shared-kernel/districts/district-by-names.ts';
import { DISTRICTS } from '../../../domain/shared-kernel/districts/districts.ts';

describe('a district by names', () => {
  test('is found by its own and its province’s, Korean and English, whatever its code is today', () => {
    const lost = DISTRICTS.filter(({ code, name, province }) =>
      (['ko', 'en'] as const).some(
        (language) => districtByNames(province.name[language], name[language]) !== code,
      ),
    );
    expect(lost).toEqual([]);
  });

  test('is found without its ending and without the city that it is in: no other has that name', () => {
    const today = DISTRICTS.filter(({ validUntil, code }) => validUntil === undefined && code !== '36110');
    const lost = today.filter(({ code, name, province }) => {
      const own = name.en.slice(name.en.lastIndexOf(' ') + 1);
      return [own, own.replace(/-[a-z]+$/, '')].some(
        (city) => districtByNames(province.name.en, city) !== code,
      );
    });
    expect(lost).toEqual([]);
  });

  test.each([
    ['Seoul', 'Jongno-gu', '11110'],
    ['Busan', 'Gangseo-gu', '26440'],
    ['Busan', 'Gijang-gun', '26710'],
    ['Gyeonggi-do', 'Bucheon-si', '41190'],
    ['Gyeongsangbuk-do', 'Gyeongsan-si', '47290'],
    ['Gangwon-do', 'Goseong-gun', '42820'],
    ['강원', '고성군', '51820'],
    ['Gyeongsangnam-do', 'Goseong-gun', '48820'],
    ['Sejong', 'Sejong', '36110'],
    ['세종시', '세종시', '36110'],
    [' seoul ', 'JONGNO-GU', '11110'],
    ['경기', '성남시분당구', '41135'],
    ['경기도', '분당구', '41135'],
    ['경기도'.normalize('NFD'), '수원', '41110'],
    ['Gyeonggi-do', 'Guri', '41310'],
    ['경북', '남구', '47111'],
    ['인천', '중구', '28110'],
  ])('%s %s is %s', (province, city, code) => expect(districtByNames(province, city)).toBe(code));

  test.each([
    ['Seoul', 'etc'],
    ['Seoul', ''],
    ['', 'Jongno-gu'],
    ['Jeju-do', 'Jeju-do'], // one of two
    ['Jeollanam-do', 'Gyeongsan-si'],
    ['Gyeonggi-do', 'Yangpyeong-si'], // is a county
    ['대구', '구'],
  ])('%s %s is nobody’s', (province, city) => expect(districtByNames(province, city)).toBeUndefined());
});
