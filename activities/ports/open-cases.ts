import type { CaseState } from '../../domain/patient-management/case/case.state.ts';

export type OpenCaseFilter = Readonly<{ disease: string; district?: string | undefined }>;

/** Confirmed cases that are in isolation, for reading in bulk. */
export interface OpenCases {
  count(filter: OpenCaseFilter): Promise<number>;
  /** In the order of their ids, after one of them; with the suspected ones too, where asked for. */
  page(
    filter: OpenCaseFilter &
      Readonly<{ after?: string | undefined; limit: number; andSuspected?: boolean | undefined }>,
  ): Promise<readonly Readonly<{ caseId: string; state: CaseState }>[]>;
}
