import { ExternalSystemUnavailable } from '../../ports/external-system.ts';

/** Stands in for a system whose adapter is being built: whatever it is asked may be asked again later. */
export const notYetConnected = <Port extends object>(system: string): Port =>
  new Proxy({} as Port, {
    get: () => () => Promise.reject(new ExternalSystemUnavailable(system, 'not-connected')),
  });
