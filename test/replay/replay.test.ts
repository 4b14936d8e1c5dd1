import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { goldenHistories } from '../support/golden.ts';
import { servers } from '../support/servers.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

const replay = async (history: unknown, code = readFileSync(servers().bundle, 'utf8')): Promise<void> => {
  const workflowBundle = { code };
  await Worker.runReplayHistory({ workflowBundle }, history, 'case/golden');
};

/** Every main path that there is a saved history for. A path that loses its history must be noticed. */
const PATHS = [
  'cancelled-test-replaced',
  'case-carried-on',
  'clinic-asked-again',
  'clinic-day',
  'command-killed-and-paused',
  'command-undone',
  'contact-became-case',
  'contact-converted-by-another',
  'contact-exposed-again-then-dropped',
  'contact-exposed-before-its-last-notice',
  'contact-freed-by-protocol',
  'contact-graded-by-person',
  'contact-graded-none',
  'contact-of-no-case',
  'contact-of-several-cases',
  'contact-quarantined-and-freed',
  'contact-ruled-out-goes-on',
  'contact-test-refused-became-case',
  'contact-tested-on-its-days',
  'contact-tested-positive',
  'contact-vaccinated-watched',
  'contact-watched',
  'death-while-no-message-goes-out',
  'death-while-waiting',
  'freed-before-the-clinician',
  'freed-during-the-retest',
  'freed-in-hospital-by-protocol',
  'hand-over-accepted-by-task',
  'hand-over-accepted',
  'hand-over-case-closed',
  'hand-over-expired',
  'hand-over-rejected',
  'hand-over-resumed',
  'hand-over-withdrawn',
  'hospital-and-back',
  'identity-another-person',
  'identity-finding-before-settled',
  'identity-finding-first',
  'identity-same-person',
  'identity-unknown-then-resolved',
  'import-killed-and-paused',
  'import-of-the-past',
  'import-rows-in-doubt',
  'indeterminate-settled',
  'isolation-ended-unproven',
  'isolation-ended-while-no-message-goes-out',
  'isolation-kept-then-handed-over',
  'isolation-kept-then-released',
  'isolation-notice-proven-after-the-end',
  'isolation-reminded-called-visited',
  'isolation-served-extended-ended',
  'isolation-violation-after-the-end',
  'isolation-violation-established',
  'isolation-violations-settled-past-their-reviews',
  'laboratory-down-and-back',
  'laboratory-down-deceased',
  'laboratory-down-freed',
  'laboratory-down-withdrawn',
  'late-webhook',
  'living-support-amount-set-meanwhile',
  'living-support-not-theirs',
  'living-support-of-a-merged-record',
  'living-support-paid-again',
  'living-support-paid',
  'living-support-recalled-wholly',
  'living-support-recovered',
  'living-support-refused',
  'living-support-told',
  'look-up-answered-late',
  'look-up-approved-by-task',
  'look-up-lapsed',
  'look-up-of-a-venue-read',
  'look-up-of-a-venue',
  'look-up-rejected',
  'look-up-to-destruction',
  'look-up-without-a-finding',
  'monitoring-round-killed',
  'monitoring-round-paused',
  'overdue-asked-again',
  'protocol-rollout-contacts',
  'protocol-rollout-paused',
  'protocol-rollout',
  'question-after-doubt',
  'registration-overdue',
  'released-at-once',
  'released-in-hospital',
  'released-while-no-message-goes-out',
  'reported-before-due',
  'retention-sweep-let-go',
  'retention-sweep-parked',
  'retention-sweep-raw-records',
  'retention-sweep',
  'retest-result-in-hospital',
  'rounds-exhausted-clinician-releases',
  'route-answer-asked-for-reminded',
  'route-answer-asked-for-telephoned',
  'route-begun-again-behind-the-answer',
  'route-by-telephone',
  'route-called-off',
  'route-from-three-sources',
  'route-refused',
  'signal-before-start',
  'silence-decided-before-begun-again',
  'silence-then-staff-report',
  'supplies-address-came',
  'supplies-called-off-after-payment',
  'supplies-cancelled-by-release',
  'supplies-declined-cancelled',
  'supplies-delivered',
  'supplies-lost-then-delivered',
  'supplies-returned-and-refunded',
  'supplies-while-no-message-goes-out',
  'suspicion-negative',
  'suspicion-positive',
  'tier-changes',
  'timetable',
  'two-retests-then-released',
  'upkeep-away',
  'upkeep-calls',
  'upkeep-clinics',
  'upkeep-exports',
  'upkeep-oversights',
  'upkeep-untold',
  'upkeep',
  'webhook-carried-on',
  'webhook-dead-letters-sent-again',
  'webhook-given-up-after-a-day',
  'webhook-paused-and-ended',
  'webhook-receiver-came-back',
  'withdrawn-before-its-registration',
  'withdrawn-registration-done',
  'withdrawn-registration-refused',
  'withdrawn',
];

describe('golden histories of the case’s process', () => {
  test('are all there', () => {
    expect(goldenHistories().map(({ path }) => path)).toEqual(PATHS);
  });

  test('hold no personal value and no path of the host that saved them', () => {
    const all = JSON.stringify(goldenHistories());
    const decoded = [...all.matchAll(/"data":"([A-Za-z0-9+/=]+)"/g)]
      .map(([, data]) => Buffer.from(data ?? '', 'base64').toString('utf8'))
      .join('\n');
    expect(decoded).toContain('caseId');
    for (const text of [all, decoded])
      expect(text).not.toMatch(/카나리아|10-?7314-?\d{4}|1980-02-29|\(\/|node_modules/);
  });

  test.each(PATHS)('%s replays', async (path) => {
    await replay(goldenHistories().find((one) => one.path === path)?.history);
  });

  test.each([
    ['released-at-once', 'store.startHomeTreatment', 'store.releaseFromIsolation'],
    ['protocol-rollout-paused', 'bulk.letGoOn', 'bulk.finishRun'],
    ['timetable', 'bulk.keepTimetable', 'bulk.finishRun'],
  ])('%s is caught when its workflow is changed wrongly', async (path, step, another) => {
    const code = readFileSync(servers().bundle, 'utf8');
    const changed = code.replace(step, another);
    expect(changed).not.toBe(code);
    const history = goldenHistories().find((one) => one.path === path)?.history;
    await expect(replay(history, changed)).rejects.toMatchObject({ name: 'DeterminismViolationError' });
  });
});
