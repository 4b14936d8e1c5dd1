/** 확진자 번호: what the registry calls a case, such as KR-2026-000001. */
export const isRegistryNumber = (text: string): boolean => /^[A-Z]{2}-\d{4}-\d{1,10}$/.test(text);
