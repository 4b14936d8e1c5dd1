import { pino, type Logger } from 'pino';

/** One JSON line per event on standard output. Callers pass ids and codes; the paths below are a second net. */
export function logger(name: string, level: string): Logger {
  return pino({
    name,
    level,
    redact: ['person', 'phone', 'to', 'text', 'address', 'birthDate', '*.person', '*.phone', '*.text'],
  });
}
