/** Jest loads a run's set-up without its transformer: tsx reads the TypeScript. */
import { register } from 'tsx/esm/api';

register();
const { default: globalSetup } = await import('./global-setup.ts');
export default globalSetup;
