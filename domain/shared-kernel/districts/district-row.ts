/** A district of today: its code, its names, and its first day where that is later than its province's. */
export type DistrictRow = readonly [code: string, ko: string, en: string, validFrom?: string];

export type PlaceName = Readonly<{ ko: string; en: string }>;
