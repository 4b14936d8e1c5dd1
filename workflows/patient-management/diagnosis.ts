import type { CaseStanding } from '../../activities/index.ts';
import { store } from '../activity-presets.ts';
import type { CaseProcess } from '../case-process.ts';
import { told } from '../summaries.ts';
import { decided } from './tasks.ts';
import { resultOf } from './test-result.ts';

/** A suspicion waits for the laboratory. Repeated indeterminate results are for a clinician to settle. */
export async function diagnosis(
  life: CaseProcess,
  { testNumber, testsExhausted }: CaseStanding,
): Promise<void> {
  if (testsExhausted) {
    const taskId = await decided(
      life,
      { kind: 'inconclusive-result', name: `settle-diagnosis:${testNumber}` },
      'clinician',
    );
    const step = { ...life.step(`diagnosis-settled:${taskId}`), taskId };
    return told(store.settleDiagnosis, '확진 여부 판단 기록 · record what the clinician settled', step);
  }
  const testId = await resultOf(life, {
    waitingFor: 'test-result',
    news: 'InfectionStatusEstablished',
    name: `diagnostic-test:${testNumber}`,
    words: `PCR 검사 의뢰 · order diagnostic PCR ${testNumber}`,
    test: { purpose: 'diagnostic', sequence: testNumber },
  });
  const step = { ...life.step(`diagnostic-result:${testId}`), testId };
  await told(
    store.recordDiagnosticResult,
    '검사 결과로 확진 여부 기록 · record what the test establishes',
    step,
  );
}
