import type { AggregatePage } from './read-models/aggregate-page.ts';
import { historyInWords } from './event-words/event-words.ts';
import { tasksInWords } from './task-words.ts';

/** What every page shows beside the state: its tasks with what is to be done, and its history with what happened. */
export const pageInWords = ({ tasks, history }: Pick<AggregatePage, 'tasks' | 'history'>) => ({
  tasks: tasksInWords(tasks),
  history: historyInWords(history),
});
