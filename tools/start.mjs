#!/usr/bin/env node
/** `npm start` on a fresh clone: brings the packages, then starts everything. Plain Node, no package needed yet. */
import { prepare } from './prepare.mjs';

await prepare();
const { register } = await import('tsx/esm/api');
register();
const { start } = await import('./launcher/start.ts');
await start();
