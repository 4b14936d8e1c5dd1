import { pointer, type Fault } from './invalid-protocol.ts';

/** Places that one answer names. */
export const MOST_FAULTS = 100;
/** Far beyond what the language needs; below it, checking any document takes milliseconds. */
const DEEPEST = 40;
const MOST_VALUES = 5_000;
/** Characters of all texts together: a later version carries rules on, so each document is kept more than once. */
const MOST_TEXT = 100_000;
const LONGEST_KEY = 64;
const LONGEST_TEXT = 2_000;
/** Conditions in one document: each costs time whenever somebody is judged. */
const MOST_CONDITIONS = 500;

/** What has to be refused before anything else is looked at: too much of anything, or characters that no store keeps. */
export function boundsFaults(given: unknown): readonly Fault[] {
  const faults: Fault[] = [];
  const path: string[] = [];
  const counts = { values: 0, characters: 0, conditions: 0 };
  const tell = (code: string, detail: string): void => {
    faults.push({ pointer: pointer(path), code, detail });
  };
  const look = (value: unknown): void => {
    counts.values += 1;
    if (faults.length >= MOST_FAULTS || counts.values > MOST_VALUES) return;
    if (typeof value === 'string') {
      counts.characters += value.length;
      if (value.length > LONGEST_TEXT) tell('too-long', `a text of more than ${LONGEST_TEXT} characters`);
      else if (isUnreadable(value)) tell('unreadable-text', 'a character that no text has');
    }
    if (value === null || typeof value !== 'object') return;
    if (path.length >= DEEPEST) return tell('too-deep', `nested more than ${DEEPEST} levels deep`);
    if ('fact' in value) counts.conditions += 1;
    for (const [key, inner] of Object.entries(value)) {
      if (key.length > LONGEST_KEY) tell('too-long', `a name of more than ${LONGEST_KEY} characters`);
      else if (isUnreadable(key)) tell('unreadable-text', 'a character that no text has');
      else {
        path.push(key);
        look(inner);
        path.pop();
      }
    }
  };
  look(given);
  if (counts.values > MOST_VALUES) tell('too-large', `more than ${MOST_VALUES} values`);
  if (counts.characters > MOST_TEXT) tell('too-large', `more than ${MOST_TEXT} characters`);
  if (counts.conditions > MOST_CONDITIONS)
    tell('too-many-conditions', `more than ${MOST_CONDITIONS} conditions`);
  return faults;
}

/** Half characters and NUL. */
const isUnreadable = (text: string): boolean => /\p{Cs}/u.test(text) || text.includes('\0');
