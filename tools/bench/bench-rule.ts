import { KOREA_COVID19_2020_06_25, type ReleaseCheckRule } from '../../domain/protocol/release-check.rule.ts';

/** The shipped rule, but patients may be asked at any hour: a benchmark at night measures the same work. */
export const benchRule: ReleaseCheckRule = { ...KOREA_COVID19_2020_06_25, contactHours: { from: 0, to: 24 } };
