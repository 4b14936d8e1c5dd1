/**
 * For a worker of processes: how long their code may run in one go. A machine that others keep busy is no endless loop, and
 * when this is over Node ends the whole worker rather than that one process (nodejs/node#38503, temporalio/sdk-typescript#939).
 * The SDK takes it (5 s where it is not set) and has no type for it.
 */
export const PROCESS_CODE_PATIENCE = { isolateExecutionTimeout: '2 minutes' } as const;
