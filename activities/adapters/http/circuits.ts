import { CircuitBreaker, type CircuitOptions, type CircuitState } from './circuit-breaker.ts';

/** A circuit for each system, so that one that is down leaves the others alone. */
export function circuits(shared: Omit<CircuitOptions, 'system'>) {
  const bySystem = new Map<string, CircuitBreaker>();
  return {
    of(system: string): CircuitBreaker {
      const known = bySystem.get(system) ?? new CircuitBreaker({ ...shared, system });
      bySystem.set(system, known);
      return known;
    },
    states: (): Readonly<Record<string, CircuitState>> =>
      Object.fromEntries([...bySystem].map(([system, { state }]) => [system, state])),
  };
}
export type Circuits = ReturnType<typeof circuits>;
