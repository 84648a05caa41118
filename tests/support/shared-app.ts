import { inject } from 'vitest';
import type { App } from './app.ts';

declare module 'vitest' {
	interface ProvidedContext {
		app: Pick<App, 'url'>;
	}
}

/** The app on the sample that suites share which only read; whoever writes starts one with `startApp`. */
export const sharedApp = (): Pick<App, 'url'> => inject('app');
