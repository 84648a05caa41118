import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [svelte()],
	test: {
		setupFiles: ['tests/support/console.ts'],
		// Seeds, modules and the browser are made once for each worker.
		isolate: false,
		// Where the machine is busy, a test takes longer: it polls, and nothing is given up on early.
		testTimeout: 300_000,
		hookTimeout: 300_000,
		expect: { poll: { timeout: 60_000 } },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/{domain,server,ui,cli,docs,house}/**/*.test.ts'],
					setupFiles: ['tests/support/passwords.ts'],
					maxWorkers: 2,
					sequence: { groupOrder: 0 }
				}
			},
			{
				extends: true,
				test: {
					name: 'routes',
					include: ['tests/routes/**/*.test.ts'],
					globalSetup: ['tests/support/setup.ts'],
					maxWorkers: 2,
					sequence: { groupOrder: 1 }
				}
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					// A browser that hangs on a busy machine is asked once more; an assertion that fails is not.
					retry: { count: 1, condition: /^Test timed out/ },
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: ['tests/support/setup.ts'],
					maxWorkers: 2,
					sequence: { groupOrder: 2 }
				}
			}
		]
	}
});
