import { randomUUID } from 'node:crypto';
import { bearer } from '../kit/bearer.ts';
import { queried } from '../kit/queried.ts';
import { simulator } from '../kit/simulator.ts';
import { questionnaireResponse, type Answer } from './questionnaire-response.ts';

type Identifier = { system: string; value: string };
type Task = {
  resourceType?: string;
  identifier?: Identifier[];
  focus?: { reference?: string };
  status?: string;
};
type Form = {
  survey: string;
  questionnaire: string;
  status: 'requested' | 'completed' | 'rejected' | 'cancelled';
  answers?: Record<string, Answer>;
};

const survey = simulator('survey', [
  {
    input: 'POST /control/answer {key, answers}',
    ko: '이 사람이 답함',
    en: 'the person answers, by question code',
  },
  { input: 'POST /control/decline {key}', ko: '이 사람이 거절함', en: 'the person declines' },
  { input: 'questionnaire …-DECLINED', ko: '바로 거절', en: 'declined at once' },
]);
const { app, ledger, notify, perform } = survey;
const FORM = 'urn:bangyeok:survey-form';
const SURVEY = 'urn:bangyeok:survey';

const valueOf = (task: Task, system: string): string | undefined =>
  task.identifier?.find((one) => one.system === system)?.value;
const formOf = (key: string) => ledger.get(key)?.details as Form | undefined;

const taskShown = (key: string, id: string, form: Form) => ({
  resourceType: 'Task',
  id,
  status: form.status,
  intent: 'order',
  identifier: [
    { system: FORM, value: key },
    { system: SURVEY, value: form.survey },
  ],
  focus: { reference: form.questionnaire },
  output: [{ type: { text: 'link' }, valueUrl: `https://survey.simulator.test/f/${id}` }],
});

app.use('/fhir', bearer({ resourceType: 'OperationOutcome' }));

/** A conditional create: one form by its key. */
app.post('/fhir/Task', async (request, response) => {
  const task = request.body as Task;
  const [key, surveyId] = [valueOf(task, FORM), valueOf(task, SURVEY)];
  const questionnaire = task.focus?.reference;
  if (task.resourceType !== 'Task' || !key || !surveyId || !questionnaire) {
    response.status(400).json({ resourceType: 'OperationOutcome' });
    return;
  }
  let known = false;
  await perform({
    key,
    response,
    execute: () => {
      // Only a conditional create is done once.
      known = request.get('if-none-exist') === `identifier=${FORM}|${key}` && formOf(key) !== undefined;
      const form: Form = { survey: surveyId, questionnaire, status: 'requested' };
      ledger.record(key, randomUUID(), known ? undefined : () => form);
      if (!known && questionnaire.split('|')[0]?.endsWith('-DECLINED'))
        setTimeout(() => ends(key, 'rejected'), 20);
    },
    answer: () => {
      const entry = ledger.get(key);
      const form = formOf(key);
      if (entry && form) response.status(known ? 200 : 201).json(taskShown(key, entry.id, form));
    },
  });
});

app.get('/fhir/Task', (request, response) => {
  const [, key = ''] = queried(request, 'identifier').split('|');
  const entry = ledger.get(key);
  const form = formOf(key);
  const task = entry && form ? [{ resource: taskShown(key, entry.id, form) }] : [];
  const answered = form?.answers === undefined ? [] : [{ resource: questionnaireResponse({ ...form, key }) }];
  response.json({ resourceType: 'Bundle', type: 'searchset', entry: [...task, ...answered] });
});

app.put('/fhir/Task/:id', async (request, response) => {
  const entry = ledger.byId(request.params.id);
  const { status } = request.body as Task;
  if (entry === undefined || status !== 'cancelled') {
    response.status(entry === undefined ? 404 : 400).json({ resourceType: 'OperationOutcome' });
    return;
  }
  const { key, id } = entry;
  await perform({
    key: key.replace(/:form$/, ':withdrawal'),
    response,
    execute: () => {
      if (formOf(key)?.status === 'requested') ledger.amend(key, { status });
    },
    answer: () => {
      const form = formOf(key);
      if (form !== undefined) response.json(taskShown(key, id, form));
    },
  });
});

/** What the person does, once: afterwards the form is closed. */
function ends(key: string, status: 'completed' | 'rejected', answers?: Record<string, Answer>): boolean {
  if (formOf(key)?.status !== 'requested') return false;
  const entry = ledger.amend(key, { status, ...(answers === undefined ? {} : { answers }) });
  if (entry === undefined) return false;
  const form = entry.details as Form;
  notify(
    answers === undefined ? taskShown(key, entry.id, form) : questionnaireResponse({ ...form, key }),
    key,
  );
  return true;
}

app.post('/control/:deed', (request, response) => {
  const { key, answers } = request.body as { key?: string; answers?: Record<string, Answer> };
  const entry = ledger.lastAbout(key);
  const answering = request.params.deed === 'answer' && answers !== undefined;
  if (entry === undefined || (!answering && request.params.deed !== 'decline')) {
    response.status(404).json({ error: 'POST /control/answer {key, answers} or /control/decline {key}' });
    return;
  }
  const done = answering ? ends(entry.key, 'completed', answers) : ends(entry.key, 'rejected');
  response.status(done ? 202 : 409).json({ status: formOf(entry.key)?.status });
});

survey.listen();
